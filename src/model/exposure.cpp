#include "model/exposure.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/mix.h"
#include "model/needle.h"

namespace needling {
namespace {

// Antiderivative in z of the integral from 0 to R of exp(-|z - z'| / lambda) dz', on either side of the tip.
double insideAntiderivative(double z, double reach, double lambda) {
  return lambda * (2.0 * z + lambda * std::exp(-z / lambda) - lambda * std::exp(-(reach - z) / lambda));
}
double belowAntiderivative(double z, double reach, double lambda) {
  return lambda * lambda * (std::exp(-z / lambda) - std::exp(-(z - reach) / lambda));
}

double meanOverDepth(double top, double bottom, double reach, double lambda) {
  const double border = std::clamp(reach, top, bottom);
  const double inside = insideAntiderivative(border, reach, lambda) - insideAntiderivative(top, reach, lambda);
  const double below = belowAntiderivative(bottom, reach, lambda) - belowAntiderivative(border, reach, lambda);
  return ((border > top ? inside : 0.0) + (border < bottom ? below : 0.0)) / (bottom - top);
}

// Unnormalised papillary mean; the common factor 2 pi cancels in the ratio and is left out.
double rawMean(const ExposureInput& input, const Skin& skin) {
  if (input.reach_mm <= 0.0) return 0.0;
  return input.density_per_cm2 * input.lambda_mm *
         meanOverDepth(skin.epidermisBottom(), skin.papillaryBottom(), input.reach_mm, input.lambda_mm);
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
  static const double kSmallestDistance = 0.5 * usualValue(Protocol(), ParameterId::kNeedleDiameter);
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

// The signal of a channel by distance, for each row of a grid: many channels then cost a look-up each.
class SignalTable {
 public:
  SignalTable(const ExposureInput& input, const SectionGrid& grid)
      : grid_(grid), farthest_(kFarthest * input.lambda_mm), values_(kSamples * static_cast<std::size_t>(grid.rows)) {
    for (int row = 0; row < grid.rows; ++row) {
      for (int i = 0; i < kSamples; ++i) {
        at(row, i) = channelSignal(i * farthest_ / (kSamples - 1), row * grid.stepZ(), input.reach_mm, input.lambda_mm);
      }
    }
  }

  void addChannel(const ChannelPosition& channel, std::vector<double>& field) const {
    if (std::abs(channel.y_mm) >= farthest_) return;
    const double half = std::sqrt(farthest_ * farthest_ - channel.y_mm * channel.y_mm);
    const double from = (channel.x_mm - half + grid_.half_width_mm) / grid_.stepX();
    const double to = (channel.x_mm + half + grid_.half_width_mm) / grid_.stepX();
    const int first = std::max(0, static_cast<int>(std::ceil(from)));
    const int last = std::min(grid_.columns - 1, static_cast<int>(std::floor(to)));
    for (int column = first; column <= last; ++column) {
      const double dx = column * grid_.stepX() - grid_.half_width_mm - channel.x_mm;
      addColumn(column, std::sqrt(dx * dx + channel.y_mm * channel.y_mm), field);
    }
  }

 private:
  static constexpr int kSamples = 128;
  static constexpr double kFarthest = 4.0;  // decay lengths; farther off a channel adds under 2 % of its signal

  double& at(int row, int sample) { return values_[static_cast<std::size_t>(row * kSamples + sample)]; }

  void addColumn(int column, double distance_mm, std::vector<double>& field) const {
    const double place = std::min(distance_mm / farthest_ * (kSamples - 1), kSamples - 1.001);
    const auto sample = static_cast<std::size_t>(place);
    const double share = place - static_cast<double>(sample);
    for (std::size_t row = 0; row < static_cast<std::size_t>(grid_.rows); ++row) {
      const double* values = &values_[row * kSamples + sample];
      field[row * static_cast<std::size_t>(grid_.columns) + static_cast<std::size_t>(column)] +=
          mix(values[0], values[1], share);
    }
  }

  SectionGrid grid_;
  double farthest_;
  std::vector<double> values_;
};

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

std::vector<double> exposureField(const ExposureInput& input, const std::vector<ChannelPosition>& channels,
                                  const SectionGrid& grid) {
  return exposureFields(input, {channels}, grid).front();
}

std::vector<std::vector<double>> exposureFields(const ExposureInput& input,
                                                const std::vector<std::vector<ChannelPosition>>& treatments,
                                                const SectionGrid& grid) {
  std::vector<std::vector<double>> fields(treatments.size(), std::vector<double>(grid.size(), 0.0));
  if (input.reach_mm <= 0.0) return fields;
  const SignalTable table(input, grid);
  const double scale = kMm2PerCm2 / (2.0 * std::numbers::pi) / referenceMean(input.lambda_mm);
  for (std::size_t k = 0; k < treatments.size(); ++k) {
    for (const ChannelPosition& channel : treatments[k]) table.addChannel(channel, fields[k]);
    for (double& value : fields[k]) value *= scale;
  }
  return fields;
}

}  // namespace needling
