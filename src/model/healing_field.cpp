#include "model/healing_field.h"

#include <algorithm>
#include <cmath>

#include "core/check.h"
#include "core/mix.h"
#include "core/moments.h"
#include "model/healing_lanes.h"

namespace needling {
namespace {

constexpr std::size_t kNotKept = ~std::size_t{0};

FieldValues valuesOf(const LaneState& state, std::size_t lane, double baseline) {
  const auto slow = [&](Slow which) { return state.slow(which)[lane]; };
  const auto signal = [&](Signal which) { return static_cast<float>(state.signal(which)[lane]); };
  const double matured = atLeast(slow(Slow::kCm) - baseline, 0.0);
  return {static_cast<float>(slow(Slow::kC3)),
          static_cast<float>(slow(Slow::kC1) + matured),
          static_cast<float>(dispersionOf(slow(Slow::kK3), slow(Slow::kC3))),
          static_cast<float>(dispersionOf(slow(Slow::kK1), slow(Slow::kC1))),
          signal(Signal::kA),
          signal(Signal::kN),
          signal(Signal::kM),
          static_cast<float>(slow(Slow::kF)),
          static_cast<float>(slow(Slow::kV))};
}

// What the picture can tell apart.
bool isHalfDay(double day) { return 2.0 * day == std::floor(2.0 * day); }

// Whether a node is the last on or before one of `days`, or the first after a day that lies between two nodes.
bool isAround(const std::vector<StepNode>& nodes, std::size_t i, const std::vector<double>& days) {
  return std::any_of(days.begin(), days.end(), [&](double day) {
    if (nodes[i].day > day) return i > 0 && nodes[i - 1].day < day;
    return i + 1 == nodes.size() || nodes[i + 1].day > day;
  });
}

FieldValues between(const FieldValues& a, const FieldValues& b, float share) {
  FieldValues result;
  for (std::size_t i = 0; i < kFieldPoolCount; ++i) result[i] = mix(a[i], b[i], share);
  return result;
}

}  // namespace

HealingField::HealingField(const FieldRun& run) : grid_(run.grid) {
  NEEDLING_CHECK(run.exposures.size() == run.treatment_days.size());
  const StepPlan plan(run.treatment_days, run.factors, run.last_day);
  const TissueFactors<Lanes> factors = lanesOf(run.factors);
  before_ = valuesOf(normalLanes(factors), 0, run.factors.mature_collagen);
  const std::size_t cells = grid_.size();
  const std::vector<std::size_t> kept = keepMoments(plan, run.keep_days);
  values_.resize(days_.size() * cells);
  std::vector<Lanes> exposures(run.exposures.size());
  for (std::size_t first = 0; first < cells; first += kLanes) {
    const std::size_t count = std::min(kLanes, cells - first);
    for (std::size_t k = 0; k < exposures.size(); ++k) {
      for (std::size_t lane = 0; lane < count; ++lane) exposures[k][lane] = run.exposures[k][first + lane];
    }
    healLanes(plan, factors, exposures.data(), [&](std::size_t node, const LaneState& state) {
      if (kept[node] == kNotKept) return;
      for (std::size_t lane = 0; lane < count; ++lane) {
        values_[kept[node] * cells + first + lane] = valuesOf(state, lane, run.factors.mature_collagen);
      }
    });
  }
}

std::vector<std::size_t> HealingField::keepMoments(const StepPlan& plan, const std::vector<double>& keep_days) {
  const std::vector<StepNode>& nodes = plan.nodes();
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const bool keep = keep_days.empty() ? isHalfDay(nodes[i].day) : isAround(nodes, i, keep_days);
    places.push_back(keep ? days_.size() : kNotKept);
    if (keep) days_.push_back(nodes[i].day);
  }
  return places;
}

FieldMoment HealingField::at(double day) const {
  NEEDLING_CHECK(!days_.empty());
  const std::size_t cells = grid_.size();
  const MomentPlace place = placeAmong(days_, day);
  const auto share = static_cast<float>(place.share);
  std::vector<FieldValues> now(cells);
  for (std::size_t i = 0; i < cells; ++i) {
    now[i] = between(values_[place.before * cells + i], values_[place.after * cells + i], share);
  }
  return {grid_, std::move(now)};
}

FieldMoment HealingField::before() const { return {grid_, std::vector<FieldValues>(grid_.size(), before_)}; }

FieldValues FieldMoment::sample(double x_mm, double z_mm) const {
  const double u = std::clamp((x_mm + grid_.half_width_mm) / grid_.stepX(), 0.0, grid_.columns - 1.001);
  const double v = std::clamp(z_mm / grid_.stepZ(), 0.0, grid_.rows - 1.001);
  const auto column = static_cast<std::size_t>(u), row = static_cast<std::size_t>(v);
  const auto a = static_cast<float>(u - static_cast<double>(column)),
             b = static_cast<float>(v - static_cast<double>(row));
  const auto columns = static_cast<std::size_t>(grid_.columns);
  const FieldValues* corner = &cells_[row * columns + column];
  return between(between(corner[0], corner[1], a), between(corner[columns], corner[columns + 1], a), b);
}

}  // namespace needling
