// Reads what a page, a link or a command line gives for a key: one of several names, or a number within a range.
#pragma once

#include <span>
#include <string_view>

#include "core/status.h"

namespace needling {

// "KEY cannot be "VALUE": it must be one of A, B, C."
Status notOneOf(StatusCode code, std::string_view key, std::span<const std::string_view> names, std::string_view value);

// Sets `field`, whose enumerators stand in the order of `names`; on failure it is untouched.
template <class Enum>
Status choose(Enum& field, std::string_view key, std::span<const std::string_view> names, std::string_view value) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] != value) continue;
    field = static_cast<Enum>(i);
    return {};
  }
  return notOneOf(StatusCode::kWrongType, key, names, value);
}

// "KEY cannot be VALUE: it must be a number from MIN to MAX UNIT."; on failure `field` is untouched.
Status readNumber(double& field, std::string_view key, double min, double max, std::string_view unit,
                  std::string_view value);
// The same of a whole number, without a unit.
Status readWhole(int& field, std::string_view key, int min, int max, std::string_view value);

}  // namespace needling
