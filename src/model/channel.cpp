#include "model/channel.h"

#include <algorithm>
#include <cmath>

#include "core/rng.h"

namespace needling {
namespace {

constexpr double kPi = 3.14159265358979323846;

Band exactly(double value) { return {value, value, value}; }

Band rollerDensity(double passes, double needles) {
  static const double kDiameterCm = constant("channel.roller_drum_diameter") / 10.0;
  static const double kWidthCm = constant("channel.roller_drum_width") / 10.0;
  return exactly(passes * needles / (kPi * kDiameterCm * kWidthCm));
}

Band penDensity(double passes, double needles) {
  static const Band kTarget = constantBand("channel.target_density");
  static const Band kPasses = constantBand("channel.pen_usual_passes");
  static const double kNeedles = constant("channel.pen_usual_needles");
  const double work = passes * needles / kNeedles;
  return {work * kTarget.value / kPasses.value, work * kTarget.low / kPasses.high, work * kTarget.high / kPasses.low};
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
      return rollerDensity(passes, needles);
    case Device::kStamp:
      return exactly(passes * needles / kStampArea);
    case Device::kPen:
      break;
  }
  return penDensity(passes, needles);
}

Band openingWidthMm(const Protocol& protocol) {
  static const Band kRatio = constantBand("channel.opening_ratio");
  const double base_mm = protocol.get(ParameterId::kNeedleDiameter);
  return {kRatio.value * base_mm, kRatio.low * base_mm, kRatio.high * base_mm};
}

double openAreaPercent(const Protocol& protocol) {
  const double radius_cm = 0.05 * openingWidthMm(protocol).value;
  return std::min(100.0, 100.0 * channelDensityPerCm2(protocol).value * kPi * radius_cm * radius_cm);
}

std::vector<ChannelPosition> channelPattern(const Protocol& protocol, int treatment, double half_width_mm,
                                            double half_depth_mm) {
  const double area_cm2 = 4.0 * half_width_mm * half_depth_mm / 100.0;
  const int count = std::max(1, static_cast<int>(std::lround(channelDensityPerCm2(protocol).value * area_cm2)));
  Rng rng(static_cast<std::uint64_t>(protocol.get(ParameterId::kRandomSeed)) * 1024 +
          static_cast<std::uint64_t>(treatment));
  std::vector<ChannelPosition> channels;
  for (int i = 0; i < count; ++i) {
    const double x_mm = rng.uniform(-half_width_mm, half_width_mm);
    channels.push_back({x_mm, rng.uniform(-half_depth_mm, half_depth_mm)});
  }
  return channels;
}

}  // namespace needling
