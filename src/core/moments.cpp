#include "core/moments.h"

#include <algorithm>

#include "core/check.h"

namespace needling {

MomentPlace placeAmong(const std::vector<double>& days, double day) {
  NEEDLING_CHECK(!days.empty());
  const auto later = std::upper_bound(days.begin() + 1, days.end(), day);
  const auto before = static_cast<std::size_t>(later - days.begin()) - 1;
  const std::size_t after = std::min(before + 1, days.size() - 1);
  const double gap = days[after] - days[before];
  return {before, after, gap > 0.0 ? std::clamp((day - days[before]) / gap, 0.0, 1.0) : 0.0};
}

}  // namespace needling
