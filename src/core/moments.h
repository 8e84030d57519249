// Where a day stands among the moments at which something was computed.
#pragma once

#include <cstddef>
#include <vector>

#include "core/mix.h"

namespace needling {

struct MomentPlace {
  std::size_t before;  // the last moment on or before the day; the later one where two share it, the first before any
  std::size_t after;   // the next one, the last past the end
  double share;        // 0 at `before` to 1 at `after`

  // Linear between the two.
  double between(double at_before, double at_after) const { return mix(at_before, at_after, share); }
};

// `days` rises and is not empty.
MomentPlace placeAmong(const std::vector<double>& days, double day);

}  // namespace needling
