// How a setting feels: pain relative to a reference needle, and how deep numbing cream has been measured to work.
// Gill HS, Denson DD, Burris BA, Prausnitz MR. 2008, Clin J Pain 24:585-594 (S-069 to S-074); Wahlgren C-F, Quiding H.
// 2000, J Am Acad Dermatol (S-086, S-087). No pain score is predicted.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/evidence.h"
#include "model/protocol.h"

namespace needling {

struct Comfort {
  // Pain without numbing as a multiple of that of a 1.0 mm needle on the same device with its usual number of needles:
  // (L / L0)^1.77 (N / N0)^0.31. The band is the rounding of the published ratios; the spread between people is larger
  // and was not found.
  Band relative_pain;
  // Length outside 0.48-1.45 mm, or another than the usual number of needles outside the arrays of 5 to 50.
  bool extrapolated;
  // Depth in mm down to which pain was acceptable under the cream; nothing without cream. Only 60 and 120 minutes were
  // measured: below 60 the range is 0 to the depth at 60, between them the range is that of the two.
  std::optional<Range> numbing_depth_mm;
};

Comfort comfortOf(const Protocol& protocol);

// The same in plain sentences, each with what was measured. Without cream nothing is said of it.
struct ComfortSentence {
  std::string text;
  std::string evidence;  // ids, separated by semicolons
};
std::vector<ComfortSentence> painSentences(const Protocol& protocol);
std::vector<ComfortSentence> numbingSentences(const Protocol& protocol);

}  // namespace needling
