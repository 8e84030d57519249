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

Quantiles quantilesOf(std::vector<double>& values, double low_share, double high_share) {
  NEEDLING_CHECK(!values.empty());
  const auto last = static_cast<std::ptrdiff_t>(values.size()) - 1;
  const double low = low_share * static_cast<double>(last), high = high_share * static_cast<double>(last);
  const auto begin = values.begin();
  // The neighbour above the low quantile parts the few values below it from the many above, which are not looked at again.
  const auto over_low = begin + std::min(static_cast<std::ptrdiff_t>(low) + 1, last);
  std::nth_element(begin, over_low, values.end());
  const auto over_high = begin + std::min(static_cast<std::ptrdiff_t>(high) + 1, last);
  if (over_high > over_low) std::nth_element(over_low + 1, over_high, values.end());
  const auto between = [&](double place, std::vector<double>::iterator over, std::vector<double>::iterator from) {
    if (over - begin == static_cast<std::ptrdiff_t>(place)) return *over;
    const double under = *std::max_element(from, over);
    return under + (place - std::floor(place)) * (*over - under);
  };
  return {between(low, over_low, begin), between(high, over_high, over_high > over_low ? over_low : begin)};
}

double quantileOfSorted(const std::vector<double>& values, double share) {
  NEEDLING_CHECK(!values.empty());
  const double place = share * static_cast<double>(values.size() - 1);
  const auto lower = static_cast<std::size_t>(place);
  const std::size_t upper = std::min(lower + 1, values.size() - 1);
  return values[lower] + (place - static_cast<double>(lower)) * (values[upper] - values[lower]);
}

}  // namespace needling
