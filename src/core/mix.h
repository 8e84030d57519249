// Linear between two numbers.
#pragma once

namespace needling {

// `from` at share 0, `to` at 1.
template <typename Number>
constexpr Number mix(Number from, Number to, Number share) {
  return from + share * (to - from);
}

}  // namespace needling
