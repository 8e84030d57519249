#include "model/closure.h"

#include <algorithm>
#include <cmath>

#include "core/mix.h"

namespace needling {
namespace {

// Position of `value` between two ends, 0 to 1.
double shareBetween(double value, double low, double high) {
  return std::clamp((value - low) / (high - low), 0.0, 1.0);
}

double openAfter(double hours, double closing_hours, double shape) {
  static const double kLogLeft = std::log(constant("closure.left_at_closure"));
  const double way = std::max(0.0, hours) / closing_hours;
  return std::exp(kLogLeft * (shape == 1.0 ? way : std::pow(way, shape)));
}

Band openFraction(double hours, const Band& closing_hours, double shape) {
  return {openAfter(hours, closing_hours.value, shape), openAfter(hours, closing_hours.low, shape),
          openAfter(hours, closing_hours.high, shape)};
}

// A cover never makes a hole close sooner, also where the two curves would cross.
Band slower(const Band& a, const Band& b) {
  return {std::max(a.value, b.value), std::max(a.low, b.low), std::max(a.high, b.high)};
}

Band widenedByAge(const Protocol& protocol, Band closing_hours) {
  static const double kOld = constant("factor.old_closure_age");
  static const double kDelayHours = 24.0 * constant("factor.old_closure_delay");
  if (protocol.get(ParameterId::kAge) > kOld) closing_hours.high += kDelayHours;
  return closing_hours;
}

Band barrierHours(const Protocol& protocol) {
  static const Band kHours = constantBand("closure.barrier_hours");
  static const double kLongest = constant("closure.barrier_hours_longest");
  static const double kShortLength = constant("closure.barrier_length_short");
  static const double kLongLength = constant("closure.barrier_length_long");
  const double share = shareBetween(protocol.needleLength(), kShortLength, kLongLength);
  return {kHours.value, kHours.low, mix(kHours.high, kLongest, share)};
}

Band geometryHours(const Protocol& protocol) {
  static const double kShort = constant("closure.geometry_hours_short");
  static const double kLong = constant("closure.geometry_hours_long");
  static const double kShortLength = constant("closure.geometry_length_short");
  static const double kLongLength = constant("closure.geometry_length_long");
  const double hours = mix(kShort, kLong, shareBetween(protocol.needleLength(), kShortLength, kLongLength));
  return {hours, hours, barrierHours(protocol).high};
}

Band coveredHours(const Protocol& protocol) {
  static const Band kLightest = constantBand("closure.covered_hours_lightest");
  static const Band kDarkest = constantBand("closure.covered_hours_darkest");
  const ParameterRow& tone = parameterRow(ParameterId::kSkinTone);
  const double share = shareBetween(protocol.get(ParameterId::kSkinTone), tone.min, tone.max);
  return {mix(kLightest.value, kDarkest.value, share), mix(kLightest.low, kDarkest.low, share),
          mix(kLightest.high, kDarkest.high, share)};
}

Band withCover(const Protocol& protocol, double hours, const Band& open_air_hours) {
  static const double kShape = constant("closure.covered_shape");
  const Band open_air = openFraction(hours, widenedByAge(protocol, open_air_hours), 1.0);
  if (!protocol.covered()) return open_air;
  return slower(open_air, openFraction(hours, widenedByAge(protocol, coveredHours(protocol)), kShape));
}

}  // namespace

Band barrierOpenFraction(const Protocol& protocol, double hours) {
  return withCover(protocol, hours, barrierHours(protocol));
}

Band geometricOpenFraction(const Protocol& protocol, double hours) {
  return withCover(protocol, hours, geometryHours(protocol));
}

}  // namespace needling
