#include "model/coverage.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/check.h"
#include "core/quantile.h"
#include "model/needle.h"

namespace needling {
namespace {

constexpr int kPointsAcross = 64;

// Channels sorted into the cells of a square grid, about two to a cell, for nearest-neighbour questions.
class ChannelGrid {
 public:
  ChannelGrid(const std::vector<ChannelPosition>& channels, double half_mm)
      : channels_(channels),
        half_mm_(half_mm),
        across_(std::max(1, static_cast<int>(std::sqrt(0.5 * static_cast<double>(channels.size()))))),
        cells_(static_cast<std::size_t>(across_ * across_)) {
    for (std::size_t i = 0; i < channels.size(); ++i) {
      cells_[cellIndex(cellOf(channels[i].x_mm), cellOf(channels[i].y_mm))].push_back(i);
    }
  }

  // Distance from a point to the nearest channel other than `but` (an index past the end: to any); at most the side of
  // the square.
  double nearest(const ChannelPosition& point, std::size_t but) const {
    const double side_mm = 2.0 * half_mm_, cell_mm = side_mm / across_;
    const int column = cellOf(point.x_mm), row = cellOf(point.y_mm);
    double best = side_mm;
    // Cells `ring` away hold nothing nearer than ring - 1 cells.
    for (int ring = 0; ring < across_ && best > (ring - 1) * cell_mm; ++ring) {
      for (int j = -ring; j <= ring; ++j) {
        const int step = std::abs(j) == ring ? 1 : 2 * ring;
        for (int i = -ring; i <= ring; i += step) {
          best = std::min(best, nearestInCell(column + i, row + j, point, but));
        }
      }
    }
    return best;
  }

 private:
  int cellOf(double place_mm) const {
    return std::clamp(static_cast<int>(0.5 * (place_mm / half_mm_ + 1.0) * across_), 0, across_ - 1);
  }
  std::size_t cellIndex(int column, int row) const { return static_cast<std::size_t>(row * across_ + column); }
  double nearestInCell(int column, int row, const ChannelPosition& point, std::size_t but) const {
    double best = std::numeric_limits<double>::infinity();
    if (column < 0 || column >= across_ || row < 0 || row >= across_) return best;
    for (const std::size_t i : cells_[cellIndex(column, row)]) {
      const double dx = channels_[i].x_mm - point.x_mm, dy = channels_[i].y_mm - point.y_mm;
      if (i != but) best = std::min(best, dx * dx + dy * dy);
    }
    return std::sqrt(best);
  }

  const std::vector<ChannelPosition>& channels_;
  double half_mm_;
  int across_;
  std::vector<std::vector<std::size_t>> cells_;
};

// Mean over the channels inside; over all where chance left none there.
double meanSpacing(const ChannelGrid& grid, const std::vector<ChannelPosition>& channels, double half_mm) {
  double inside = 0.0, all = 0.0;
  int inside_count = 0;
  for (std::size_t i = 0; i < channels.size(); ++i) {
    const double distance = grid.nearest(channels[i], i);
    all += distance;
    if (std::abs(channels[i].x_mm) > half_mm || std::abs(channels[i].y_mm) > half_mm) continue;
    inside += distance;
    ++inside_count;
  }
  return inside_count > 0 ? inside / inside_count : all / static_cast<double>(channels.size());
}

// From each point of the grid inside to the nearest channel's middle, in order of size.
std::vector<double> sortedDistances(const ChannelGrid& grid, double half_mm, std::size_t any) {
  std::vector<double> distances;
  const auto place = [&](int i) { return half_mm * ((2.0 * i + 1.0) / kPointsAcross - 1.0); };
  for (int j = 0; j < kPointsAcross; ++j) {
    for (int i = 0; i < kPointsAcross; ++i) distances.push_back(grid.nearest({place(i), place(j)}, any));
  }
  std::sort(distances.begin(), distances.end());
  return distances;
}

double shareBeyond(const std::vector<double>& sorted, double distance_mm) {
  const auto beyond = sorted.end() - std::upper_bound(sorted.begin(), sorted.end(), distance_mm);
  return static_cast<double>(beyond) / static_cast<double>(sorted.size());
}

}  // namespace

Coverage coverageOf(const std::vector<ChannelPosition>& channels, const CoverageWindow& window, double opening_mm,
                    double decay_mm) {
  NEEDLING_CHECK(!channels.empty());
  const ChannelGrid grid(channels, window.outerHalfMm());
  const std::vector<double> distances = sortedDistances(grid, window.half_mm, channels.size());
  const double radius_mm = 0.5 * opening_mm;
  const auto gap = [&](double share) { return std::max(0.0, quantileOfSorted(distances, share) - radius_mm); };
  return {.spacing_mm = meanSpacing(grid, channels, window.half_mm),
          .gap_median_mm = gap(0.5),
          .gap_high_mm = gap(0.95),
          .gap_largest_mm = gap(1.0),
          .untreated_fraction = shareBeyond(distances, radius_mm + decay_mm)};
}

Coverage coverageOf(const Protocol& protocol) {
  static const double kDecay = constant("exposure.lambda");
  // 2 x 2 cm hold several tracks of any device; many channels need less skin for the same certainty. Two lattice
  // spacings are farther than all but 3 in a million points of random channels lie from one.
  constexpr double kWidestMm = 20.0, kMostChannels = 4000.0, kFewestPerCm2 = 1.0;
  const double per_mm2 = std::max(kFewestPerCm2, channelDensityPerCm2(protocol).value) / kMm2PerCm2;
  const double margin_mm = 2.0 / std::sqrt(per_mm2);
  const double half_mm = std::max(margin_mm, 0.5 * std::min(kWidestMm, std::sqrt(kMostChannels / per_mm2)));
  const CoverageWindow window{.half_mm = half_mm, .margin_mm = margin_mm};
  const auto channels = channelPattern(protocol, 0, window.outerHalfMm(), window.outerHalfMm());
  Coverage coverage = coverageOf(channels, window, openingWidthMm(protocol).value, kDecay);
  if (needleDepth(protocol, protocol.needleLength()).reach_mm.value <= 0.0) coverage.untreated_fraction = 1.0;
  return coverage;
}

}  // namespace needling
