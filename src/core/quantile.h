// Quantiles, linear between neighbours. `share` is 0 to 1, `values` are not empty.
#pragma once

#include <span>
#include <vector>

namespace needling {

// The value below which `share` of the values lie. Reorders them.
double quantileOf(std::vector<double>& values, double share);

// Two at once, in less time than one after the other. `low_share` is below `high_share`. Reorders the values.
struct Quantiles {
  double low;
  double high;
};
Quantiles quantilesOf(std::span<double> values, double low_share, double high_share);

// The same where they are sorted already.
double quantileOfSorted(std::span<const double> values, double share);

}  // namespace needling
