// Where the channels lie. Drum: Schwarz and Laaff 2011; passes in crossing directions: P-T4-23 and S-103. How needles
// stand on a cartridge is not published (one is "circular"), so they are spread evenly over a disc (Vogel H.
// 1979, Math Biosci 44:179).
#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/rng.h"
#include "model/channel.h"
#include "model/roller.h"

namespace needling {
namespace {

using std::numbers::pi;

// The window that is filled, and the way of one pass: a unit vector along it, and a place of its own in [0, 1)^2.
struct Pass {
  int number;
  double half_width_mm;
  double half_depth_mm;
  double along_x, along_y;
  double offset_along, offset_across;

  // Half the length that covers the window in every direction.
  double halfExtent() const { return std::sqrt(half_width_mm * half_width_mm + half_depth_mm * half_depth_mm); }

  // Adds the point that lies `along` and `across` the way, if it is inside the window.
  void add(double along_mm, double across_mm, std::vector<ChannelPosition>& channels) const {
    const double x_mm = along_mm * along_x - across_mm * along_y;
    const double y_mm = along_mm * along_y + across_mm * along_x;
    if (std::abs(x_mm) <= half_width_mm && std::abs(y_mm) <= half_depth_mm) channels.push_back({x_mm, y_mm, number});
  }
};

Pass makePass(Rng& rng, int number, double half_width_mm, double half_depth_mm) {
  constexpr double kDiagonal = 0.70710678118654752440;
  // Horizontal, vertical, and the diagonals at 45 and 135 degrees.
  constexpr double kWays[][2] = {{1.0, 0.0}, {0.0, 1.0}, {kDiagonal, kDiagonal}, {-kDiagonal, kDiagonal}};
  const auto& way = kWays[static_cast<std::size_t>(number) % std::size(kWays)];
  const double along = rng.uniform();
  return {number, half_width_mm, half_depth_mm, way[0], way[1], along, rng.uniform()};
}

// A lattice over the whole window, each point moved by up to `jitter` of the spacing either way.
void addLattice(const Pass& pass, const HoleSpacing& spacing, double jitter, Rng& rng,
                std::vector<ChannelPosition>& channels) {
  const double extent = pass.halfExtent();
  for (double row = -extent + (pass.offset_across - 1.0) * spacing.across_mm; row <= extent + spacing.across_mm;
       row += spacing.across_mm) {
    for (double hole = -extent + (pass.offset_along - 1.0) * spacing.along_mm; hole <= extent + spacing.along_mm;
         hole += spacing.along_mm) {
      const double along = hole + jitter * spacing.along_mm * rng.uniform(-1.0, 1.0);
      pass.add(along, row + jitter * spacing.across_mm * rng.uniform(-1.0, 1.0), channels);
    }
  }
}

// The needles of a cartridge, evenly over a disc and turned by an angle, as offsets from its middle.
std::vector<ChannelPosition> cartridge(int needles, double diameter_mm, double turned) {
  constexpr double kGoldenAngle = 2.39996322972865332223;
  std::vector<ChannelPosition> places;
  for (int i = 0; i < needles; ++i) {
    const double radius_mm = 0.5 * diameter_mm * std::sqrt((i + 0.5) / needles);
    const double angle = turned + i * kGoldenAngle;
    places.push_back({radius_mm * std::cos(angle), radius_mm * std::sin(angle)});
  }
  return places;
}

// Tracks side by side, a cartridge wide; in each, strokes one mean step apart, each up to `jitter` steps early or late.
void addStrokes(const Pass& pass, int needles, double step_mm, Rng& rng, std::vector<ChannelPosition>& channels) {
  static const double kWidth = constant("channel.pen_cartridge_width");
  static const double kJitter = constant("channel.pen_stroke_jitter");
  const auto places = cartridge(needles, kWidth, rng.uniform(0.0, 2.0 * pi));
  const double extent = pass.halfExtent() + kWidth;
  for (double track = -extent + pass.offset_across * kWidth; track <= extent; track += kWidth) {
    for (double stroke = -extent + rng.uniform() * step_mm; stroke <= extent; stroke += step_mm) {
      const double along = stroke + kJitter * step_mm * rng.uniform(-1.0, 1.0);
      for (const ChannelPosition& place : places) pass.add(along + place.x_mm, track + place.y_mm, channels);
    }
  }
}

void addPass(const Protocol& protocol, const Pass& pass, Rng& rng, std::vector<ChannelPosition>& channels) {
  static const double kRollerJitter = constant("channel.roller_jitter");
  static const double kStampSide = 10.0 * std::sqrt(constant("channel.stamp_area"));
  static const double kWidth = constant("channel.pen_cartridge_width");
  const double needles = protocol.get(ParameterId::kNeedleCount);
  switch (protocol.device()) {
    case Device::kRoller:
      return addLattice(pass, rollerHoleSpacing(needles), kRollerJitter, rng, channels);
    case Device::kStamp: {
      const double pitch_mm = kStampSide / std::sqrt(needles);
      return addLattice(pass, {.along_mm = pitch_mm, .across_mm = pitch_mm}, 0.0, rng, channels);
    }
    case Device::kPen:
      break;
  }
  const double per_mm2 = channelDensityPerCm2(protocol).value / protocol.get(ParameterId::kPasses) / kMm2PerCm2;
  // However few channels were asked for, every pass strikes the window: what is too much is thinned away.
  const double step_mm = std::min(needles / (kWidth * per_mm2), pass.halfExtent());
  addStrokes(pass, static_cast<int>(needles), step_mm, rng, channels);
}

// Leaves `count` of the channels: those from `first` on lose some at random, the ones before stay.
void thin(Rng& rng, std::size_t first, std::size_t count, std::vector<ChannelPosition>& channels) {
  while (channels.size() > count) {
    channels[first + rng.below(channels.size() - first)] = channels.back();
    channels.pop_back();
  }
}

}  // namespace

std::vector<ChannelPosition> channelPattern(const Protocol& protocol, int treatment, double half_width_mm,
                                            double half_depth_mm) {
  const double area_cm2 = 4.0 * half_width_mm * half_depth_mm / kMm2PerCm2;
  const auto count =
      static_cast<std::size_t>(std::max(1L, std::lround(channelDensityPerCm2(protocol).value * area_cm2)));
  Rng rng(static_cast<std::uint64_t>(protocol.get(ParameterId::kRandomSeed)) * 1024 +
          static_cast<std::uint64_t>(treatment));
  std::vector<ChannelPosition> channels;
  // Where chance left the window short, or a density was given, further passes follow; the last is thinned.
  std::size_t last_pass = 0;
  for (int pass = 0; channels.size() < count; ++pass) {
    last_pass = channels.size();
    addPass(protocol, makePass(rng, pass, half_width_mm, half_depth_mm), rng, channels);
  }
  thin(rng, last_pass, count, channels);
  return channels;
}

}  // namespace needling
