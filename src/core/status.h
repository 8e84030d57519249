// What came of a request that a user, a page or a file made: a named code and, unless it is ok, one full
// sentence for people that names key, value and range.
#pragma once

#include <string>
#include <utility>

namespace needling {

enum class StatusCode {
  kOk,
  kUnknownKey,  // no such parameter, preset or series; callers that read URLs ignore it
  kWrongType,   // not a number where a number is needed, not one of the choices
  kOutOfRange,  // a number outside the range
  kMalformed,   // text that cannot be read at all: broken JSON, a cut-off fragment
  kLocked,      // a visitor's change of what the page around has locked
};

struct Status {
  StatusCode code = StatusCode::kOk;
  std::string message;

  bool ok() const { return code == StatusCode::kOk; }
  static Status fail(StatusCode code, std::string message) { return {code, std::move(message)}; }
};

}  // namespace needling
