#include "core/quantile.h"

#include <algorithm>
#include <cmath>

#include "core/check.h"

namespace needling {

double quantileOf(std::vector<double>& values, double share) {
  NEEDLING_CHECK(!values.empty());
  const double place = share * static_cast<double>(values.size() - 1);
  const auto lower = values.begin() + static_cast<std::ptrdiff_t>(place);
  std::nth_element(values.begin(), lower, values.end());
  if (lower + 1 == values.end()) return *lower;
  return *lower + (place - std::floor(place)) * (*std::min_element(lower + 1, values.end()) - *lower);
}

double quantileOfSorted(const std::vector<double>& values, double share) {
  NEEDLING_CHECK(!values.empty());
  const double place = share * static_cast<double>(values.size() - 1);
  const auto lower = static_cast<std::size_t>(place);
  const std::size_t upper = std::min(lower + 1, values.size() - 1);
  return values[lower] + (place - static_cast<double>(lower)) * (values[upper] - values[lower]);
}

}  // namespace needling
