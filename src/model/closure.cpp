#include "model/closure.h"

#include <algorithm>
#include <cmath>

namespace needling {
namespace {

// Exponential that leaves `kLeft` open after `closing_hours`.
double openAfter(double hours, double closing_hours) {
  static const double kLeft = constant("closure.left_at_closure");
  return std::exp(std::log(kLeft) * std::max(0.0, hours) / closing_hours);
}

Band openFraction(double hours, const Band& closing_hours) {
  return {openAfter(hours, closing_hours.value), openAfter(hours, closing_hours.low),
          openAfter(hours, closing_hours.high)};
}

}  // namespace

Band barrierOpenFraction([[maybe_unused]] const Protocol& protocol, double hours) {
  static const Band kHours = constantBand("closure.barrier_hours");
  return openFraction(hours, kHours);
}

Band geometricOpenFraction(const Protocol& protocol, double hours) {
  static const Band kShort = constantBand("closure.geometry_hours_short");
  static const Band kLong = constantBand("closure.geometry_hours_long");
  static const double kShortLength = constant("closure.geometry_length_short");
  static const double kLongLength = constant("closure.geometry_length_long");
  const double share = std::clamp((protocol.needleLength() - kShortLength) / (kLongLength - kShortLength), 0.0, 1.0);
  return openFraction(
      hours, {kShort.value + share * (kLong.value - kShort.value), kShort.low + share * (kLong.low - kShort.low),
              kShort.high + share * (kLong.high - kShort.high)});
}

}  // namespace needling
