#include "model/exposure.h"

#include <algorithm>
#include <cmath>

#include "model/needle.h"

namespace needling {
namespace {

constexpr double kTwoPi = 6.28318530717958647692;

// integral from 0 to R of exp(-|z - z'| / lambda) dz'
double lineIntegral(double z, double reach, double lambda) {
  if (z <= reach) return lambda * (2.0 - std::exp(-z / lambda) - std::exp(-(reach - z) / lambda));
  return lambda * (std::exp(-(z - reach) / lambda) - std::exp(-z / lambda));
}

// Antiderivative of lineIntegral in z on either side of the tip.
double insideAntiderivative(double z, double reach, double lambda) {
  return lambda * (2.0 * z + lambda * std::exp(-z / lambda) - lambda * std::exp(-(reach - z) / lambda));
}
double belowAntiderivative(double z, double reach, double lambda) {
  return lambda * lambda * (std::exp(-z / lambda) - std::exp(-(z - reach) / lambda));
}

double meanLineIntegral(double top, double bottom, double reach, double lambda) {
  const double border = std::clamp(reach, top, bottom);
  const double inside = insideAntiderivative(border, reach, lambda) - insideAntiderivative(top, reach, lambda);
  const double below = belowAntiderivative(bottom, reach, lambda) - belowAntiderivative(border, reach, lambda);
  return ((border > top ? inside : 0.0) + (border < bottom ? below : 0.0)) / (bottom - top);
}

// Unnormalised papillary mean; the common factor 2 pi cancels in the ratio and is left out.
double rawMean(const ExposureInput& input, const Skin& skin) {
  if (input.reach_mm <= 0.0) return 0.0;
  return input.density_per_cm2 * input.lambda_mm *
         meanLineIntegral(skin.epidermisBottom(), skin.papillaryBottom(), input.reach_mm, input.lambda_mm);
}

double referenceMean(double lambda_mm) {
  static const Protocol kProtocol = [] {
    Protocol reference;
    [[maybe_unused]] const Status device = setParameter(reference, "device", "roller");
    return reference;
  }();
  static const Skin kSkin = skinOf(kProtocol);
  static const double kReach = needleDepth(kProtocol, constant("reference.needle_length")).reach_mm.value;
  static const double kDensity = constant("reference.density");
  return rawMean({.density_per_cm2 = kDensity, .reach_mm = kReach, .lambda_mm = lambda_mm}, kSkin);
}

// integral over the channel of exp(-r / lambda) / r at a horizontal distance, by the midpoint rule. The distance is kept
// above half of a usual needle's width, inside which a line source has no meaning, and pieces are no longer than it.
double channelSignal(double distance_mm, double depth_mm, double reach_mm, double lambda_mm) {
  constexpr double kSmallestDistance = 0.125;
  const double d = std::max(distance_mm, kSmallestDistance);
  const int pieces = static_cast<int>(std::ceil(reach_mm / kSmallestDistance));
  const double piece = reach_mm / pieces;
  double sum = 0.0;
  for (int i = 0; i < pieces; ++i) {
    const double dz = depth_mm - (i + 0.5) * piece;
    const double r = std::sqrt(d * d + dz * dz);
    sum += std::exp(-r / lambda_mm) / r;
  }
  return sum * piece;
}

}  // namespace

ExposureInput exposureInput(const Protocol& protocol) {
  static const double kLambda = constant("exposure.lambda");
  return {.density_per_cm2 = channelDensityPerCm2(protocol).value,
          .reach_mm = needleDepth(protocol, protocol.needleLength()).reach_mm.value,
          .lambda_mm = kLambda};
}

double papillaryExposure(const ExposureInput& input, const Skin& skin) {
  return rawMean(input, skin) / referenceMean(input.lambda_mm);
}

double exposureAtDepth(const ExposureInput& input, double depth_mm) {
  if (input.reach_mm <= 0.0) return 0.0;
  return input.density_per_cm2 * input.lambda_mm * lineIntegral(depth_mm, input.reach_mm, input.lambda_mm) /
         referenceMean(input.lambda_mm);
}

double exposureAtPoint(const ExposureInput& input, const std::vector<ChannelPosition>& channels, double x_mm,
                       double depth_mm) {
  if (input.reach_mm <= 0.0) return 0.0;
  constexpr double kMmPerCmSquared = 100.0;
  const double farthest = 4.0 * input.lambda_mm;
  double sum = 0.0;
  for (const ChannelPosition& channel : channels) {
    const double dx = x_mm - channel.x_mm;
    if (std::abs(dx) > farthest || std::abs(channel.y_mm) > farthest) continue;
    sum += channelSignal(std::sqrt(dx * dx + channel.y_mm * channel.y_mm), depth_mm, input.reach_mm, input.lambda_mm);
  }
  return sum * kMmPerCmSquared / kTwoPi / referenceMean(input.lambda_mm);
}

}  // namespace needling
