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

FieldValues valuesOf(const DrawnLanes& state, std::size_t lane, double baseline) {
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

}  // namespace

HealingField::Moments HealingField::compute(double first_day, double last_day) const {
  NEEDLING_CHECK(run_.exposures.size() == run_.treatment_days.size());
  StepPlan plan(run_.treatment_days, run_.factors, run_.last_day, 1, Accuracy::kPicture);
  const TissueFactors<Lanes> factors = lanesOf(run_.factors);
  const std::size_t cells = run_.grid.size();
  Moments moments{.days = {}, .values = nullptr, .first_day = first_day, .last_day = last_day};
  const std::vector<std::size_t> kept = keepMoments(plan, first_day, last_day, moments.days);
  auto values = std::make_shared<std::vector<FieldValues>>(moments.days.size() * cells);
  std::vector<Lanes> exposures(run_.exposures.size());
  for (std::size_t first = 0; first < cells; first += kLanes) {
    const std::size_t count = std::min(kLanes, cells - first);
    for (std::size_t k = 0; k < exposures.size(); ++k) {
      for (std::size_t lane = 0; lane < count; ++lane) exposures[k][lane] = run_.exposures[k][first + lane];
    }
    healLanes<kDrawnCount>(plan, factors, exposures.data(), [&](std::size_t node, const DrawnLanes& state) {
      if (kept[node] == kNotKept) return;
      for (std::size_t lane = 0; lane < count; ++lane) {
        (*values)[kept[node] * cells + first + lane] = valuesOf(state, lane, run_.factors.mature_collagen);
      }
    });
  }
  moments.values = std::move(values);
  return moments;
}

std::vector<std::size_t> HealingField::keepMoments(StepPlan& plan, double first_day, double last_day,
                                                   std::vector<double>& days) const {
  const std::vector<StepNode>& nodes = plan.nodes();
  std::size_t first = 0;  // the last half day that is not after the first day
  for (std::size_t i = 0; i < nodes.size() && nodes[i].day <= first_day; ++i) {
    if (isHalfDay(nodes[i].day)) first = i;
  }
  std::vector<std::size_t> places(first, kNotKept);
  for (std::size_t i = first; i < nodes.size(); ++i) {
    const bool keep = isHalfDay(nodes[i].day);
    places.push_back(keep ? days.size() : kNotKept);
    if (keep) days.push_back(nodes[i].day);
    if (keep && nodes[i].day > last_day) {
      plan.endAt(i);
      break;
    }
  }
  return places;
}

FieldMoment HealingField::at(double day) const {
  const double asked = std::clamp(day, 0.0, run_.last_day);
  if (moments_.values == nullptr) {
    moments_ = compute(asked, asked);
  } else if (asked < moments_.first_day || asked > moments_.last_day) {
    moments_ = compute(0.0, run_.last_day);
  }
  const MomentPlace place = placeAmong(moments_.days, asked);
  FieldMoment moment;
  moment.grid_ = run_.grid;
  moment.values_ = moments_.values;
  moment.before_ = place.before * run_.grid.size();
  moment.after_ = place.after * run_.grid.size();
  moment.share_ = static_cast<float>(place.share);
  return moment;
}

FieldMoment HealingField::before() const {
  if (before_ == nullptr) {
    const FieldValues normal =
        valuesOf(normalLanes<kDrawnCount>(lanesOf(run_.factors)), 0, run_.factors.mature_collagen);
    before_ = std::make_shared<const std::vector<FieldValues>>(run_.grid.size(), normal);
  }
  FieldMoment moment;
  moment.grid_ = run_.grid;
  moment.values_ = before_;
  return moment;
}

FieldPlace FieldMoment::placeOf(double x_mm, double z_mm) const {
  const double u = std::clamp((x_mm + grid_.half_width_mm) / grid_.stepX(), 0.0, grid_.columns - 1.001);
  const double v = std::clamp(z_mm / grid_.stepZ(), 0.0, grid_.rows - 1.001);
  const auto column = static_cast<std::size_t>(u), row = static_cast<std::size_t>(v);
  return {.cell = row * static_cast<std::size_t>(grid_.columns) + column,
          .right = static_cast<float>(u - static_cast<double>(column)),
          .down = static_cast<float>(v - static_cast<double>(row))};
}

float FieldMoment::at(const FieldPlace& place, FieldPool pool) const {
  NEEDLING_CHECK(values_ != nullptr);
  const FieldValues *before = values_->data() + before_, *after = values_->data() + after_;
  const auto now = [&](std::size_t cell) { return mix(poolOf(before[cell], pool), poolOf(after[cell], pool), share_); };
  const auto across = [&](std::size_t cell) { return mix(now(cell), now(cell + 1), place.right); };
  return mix(across(place.cell), across(place.cell + static_cast<std::size_t>(grid_.columns)), place.down);
}

FieldValues FieldMoment::sample(double x_mm, double z_mm) const {
  const FieldPlace place = placeOf(x_mm, z_mm);
  FieldValues values{};
  for (std::size_t i = 0; i < kFieldPoolCount; ++i) values[i] = at(place, static_cast<FieldPool>(i));
  return values;
}

}  // namespace needling
