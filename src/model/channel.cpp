#include "model/channel.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "model/roller.h"

namespace needling {
namespace {

using std::numbers::pi;

Band exactly(double value) { return {value, value, value}; }

double discAreaCm2(double width_mm) { return 0.25 * pi * width_mm * width_mm / kMm2PerCm2; }

double rollerDensity(double passes, double needles) {
  return passes * needles * kMm2PerCm2 / rollerDrum().rolledAreaMm2();
}

Band usualPenDensity(double passes, double needles) {
  static const Band kTarget = constantBand("channel.target_density");
  static const Band kPasses = constantBand("channel.pen_usual_passes");
  static const double kNeedles = constant("channel.pen_usual_needles");
  const double work = passes * needles / kNeedles;
  return {work * kTarget.value / kPasses.value, work * kTarget.low / kPasses.high, work * kTarget.high / kPasses.low};
}

// Where a slow hand strikes the same spot again, a needle that comes down within its own width goes down the hole that
// is there: no more channels are counted than needles fit side by side.
Band glidingPenDensity(const Protocol& protocol, double needle_strokes_per_s) {
  static const Band kWidth = constantBand("channel.pen_cartridge_width");
  const double most = 1.0 / discAreaCm2(protocol.get(ParameterId::kNeedleDiameter));
  const double strikes = needle_strokes_per_s / protocol.get(ParameterId::kGlideSpeed);
  const auto over = [&](double width_mm) { return std::min(most, kMm2PerCm2 * strikes / width_mm); };
  return {over(kWidth.value), over(kWidth.high), over(kWidth.low)};
}

}  // namespace

Band channelDensityPerCm2(const Protocol& protocol) {
  static const double kStampArea = constant("channel.stamp_area");
  const double given = protocol.get(ParameterId::kChannelDensity);
  if (given > 0.0) return exactly(given);
  const double passes = protocol.get(ParameterId::kPasses);
  const double needles = protocol.get(ParameterId::kNeedleCount);
  switch (protocol.device()) {
    case Device::kRoller:
      return exactly(rollerDensity(passes, needles));
    case Device::kStamp:
      return exactly(passes * needles / kStampArea);
    case Device::kPen:
      break;
  }
  if (protocol.get(ParameterId::kGlideSpeed) <= 0.0) return usualPenDensity(passes, needles);
  return glidingPenDensity(protocol, passes * needles * protocol.get(ParameterId::kStrokesPerSecond));
}

Band openingWidthMm(const Protocol& protocol) {
  static const Band kRatio = constantBand("channel.opening_ratio");
  const double base_mm = protocol.get(ParameterId::kNeedleDiameter);
  return {kRatio.value * base_mm, kRatio.low * base_mm, kRatio.high * base_mm};
}

double openAreaPercent(double density_per_cm2, double opening_mm) {
  return -100.0 * std::expm1(-density_per_cm2 * discAreaCm2(opening_mm));
}

double openAreaPercent(const Protocol& protocol) {
  return openAreaPercent(channelDensityPerCm2(protocol).value, openingWidthMm(protocol).value);
}

}  // namespace needling
