#include "core/quantile.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <utility>

#include "core/check.h"

namespace needling {
namespace {

// Puts those that come first in order before `middle`. For a few of many: each of the others is looked at once, and
// seldom moved.
template <class Iterator, class Before>
void sortFirst(const Iterator& begin, const Iterator& middle, const Iterator& end, const Before& before) {
  std::sort(begin, middle, before);
  for (Iterator each = middle; each != end; ++each) {
    if (!before(*each, *(middle - 1))) continue;
    const double value = std::exchange(*each, *(middle - 1));
    Iterator place = middle - 1;
    for (; place != begin && before(value, *(place - 1)); --place) *place = *(place - 1);
    *place = value;
  }
}

}  // namespace

double quantileOf(std::vector<double>& values, double share) {
  NEEDLING_CHECK(!values.empty());
  const double place = share * static_cast<double>(values.size() - 1);
  const auto lower = values.begin() + static_cast<std::ptrdiff_t>(place);
  std::nth_element(values.begin(), lower, values.end());
  if (lower + 1 == values.end()) return *lower;
  return *lower + (place - std::floor(place)) * (*std::min_element(lower + 1, values.end()) - *lower);
}

Quantiles quantilesOf(std::span<double> values, double low_share, double high_share) {
  NEEDLING_CHECK(!values.empty());
  const auto last = static_cast<std::ptrdiff_t>(values.size()) - 1;
  const double low = low_share * static_cast<double>(last), high = high_share * static_cast<double>(last);
  const auto under_low = static_cast<std::ptrdiff_t>(low), under_high = static_cast<std::ptrdiff_t>(high);
  if (under_low + 1 >= under_high) {
    std::sort(values.begin(), values.end());
    return {quantileOfSorted(values, low_share), quantileOfSorted(values, high_share)};
  }
  const auto above_low = values.begin() + under_low + 2;
  sortFirst(values.begin(), above_low, values.end(), std::less<>());
  sortFirst(values.rbegin(), values.rbegin() + (last - under_high + 1), std::make_reverse_iterator(above_low),
            std::greater<>());
  return {quantileOfSorted(values, low_share), quantileOfSorted(values, high_share)};
}

double quantileOfSorted(std::span<const double> values, double share) {
  NEEDLING_CHECK(!values.empty());
  const double place = share * static_cast<double>(values.size() - 1);
  const auto lower = static_cast<std::size_t>(place);
  const std::size_t upper = std::min(lower + 1, values.size() - 1);
  return values[lower] + (place - static_cast<double>(lower)) * (values[upper] - values[lower]);
}

}  // namespace needling
