// What a patient takes along to the clinic: the settings in words, how deep and what to expect, what to do and to avoid with
// its dates, and questions to ask. Made of the same tables and sentences as the page.
#pragma once

#include <string>
#include <vector>

#include "model/protocol.h"

namespace needling {

struct TakeHomeLine {
  std::string text;
  std::string evidence;  // ids, separated by semicolons; empty for what follows from the settings
};

struct TakeHomePart {
  std::string id;  // "settings", "depth", "expect", "warnings", "before", "effect", "avoid", "care", "redFlag", "ask"
  std::string heading;
  std::vector<TakeHomeLine> lines;  // never empty
};

// In the language chosen, in the order of reading. The dates are calendar.h's courseEvents().
std::vector<TakeHomePart> takeHomeParts(const Protocol& protocol);

}  // namespace needling
