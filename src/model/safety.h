// What a person should know before following a protocol: warnings by rule and by danger
// zone of the site, texts from the catalogue ("warning.*").
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/protocol.h"

namespace needling {

enum class Severity { kNote, kCaution, kWarning };

struct Warning {
  std::string id;
  Severity severity;
  std::string text;
  std::optional<ParameterId> about;  // what to change it by; none for what holds always
};

// In order of severity, gravest first. Never empty for a home setting.
std::vector<Warning> warningsFor(const Protocol& protocol);

// "note", "caution", "warning".
std::string severityName(Severity severity);

}  // namespace needling
