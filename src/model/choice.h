// One of several names, as a page, a link or a command line gives it.
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

}  // namespace needling
