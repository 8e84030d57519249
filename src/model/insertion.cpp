#include "model/insertion.h"

#include <algorithm>
#include <cmath>

namespace needling {
namespace {

// Where each phase begins, and where the dent is done.
constexpr double kTouches = 0.14, kDented = 0.37, kBreaks = 0.40, kArrives = 0.60, kLeaves = 0.66, kIsOut = 0.92;
constexpr double kClear = 0.08;        // mm between a needle that is out and the skin
constexpr double kWayInTissue = 0.85;  // share of the way back in which the tip is still in the hole

double eased(double from, double to, double value) {
  const double t = std::clamp((value - from) / (to - from), 0.0, 1.0);
  return t * t * (3.0 - 2.0 * t);
}

InsertionPhase phaseAt(double insertion) {
  constexpr double kBegins[] = {kTouches, kBreaks, kArrives, kLeaves, kIsOut};
  return static_cast<InsertionPhase>(std::upper_bound(std::begin(kBegins), std::end(kBegins), insertion) - kBegins);
}

// Steepest way that the bowl may fade without tissue folding over what lies below it.
constexpr double kMostPerFade = 0.6;

}  // namespace

InsertionState insertionAt(const NeedleDepth& depth, double insertion) {
  const double at = std::clamp(insertion, 0.0, 1.0);
  const double reach = depth.reach_mm.value, residual = depth.residual_mm.value, dent = depth.protrusion_mm - reach;
  const double entered = reach * eased(kBreaks, kArrives, at);
  InsertionState state{.phase = phaseAt(at), .torn_mm = entered};
  if (at < kTouches) {
    state.tip_mm = -kClear * (1.0 - eased(0.0, kTouches, at));
  } else if (at < kLeaves) {
    state.dent_mm = dent * eased(kTouches, kDented, at);
    state.tip_mm = state.dent_mm + entered;
    state.open_mm = entered;
  } else {
    const double back = eased(kLeaves, kIsOut, at), in_hole = std::min(back / kWayInTissue, 1.0);
    state.dent_mm = dent * (1.0 - in_hole);
    const double lifted = kClear * std::max(0.0, back - kWayInTissue) / (1.0 - kWayInTissue);
    state.tip_mm = state.dent_mm + reach * (1.0 - in_hole) - lifted;
    // The channel closes from below behind the tip, and a little after it.
    const double closed = eased(kLeaves + 0.04, 1.0, at);
    state.open_mm = residual + (reach - residual) * (1.0 - closed);
  }
  return state;
}

int nearestStill(double insertion) {
  int best = 0;
  for (int i = 1; i < static_cast<int>(kInsertionStills.size()); ++i) {
    const auto distance = [&](int still) {
      return std::abs(kInsertionStills[static_cast<std::size_t>(still)] - insertion);
    };
    if (distance(i) < distance(best)) best = i;
  }
  return best;
}

double Dent::bowlsAt(double x_mm) const {
  double sum = 0.0;
  for (const double place : places_mm) {
    const double share = (x_mm - place) / half_width_mm, wide = 1.0 + share * share;
    sum += 1.0 / (wide * std::sqrt(wide));
  }
  return sum;
}

double Dent::eachDepthMm() const {
  return depth_mm != 0.0 && !places_mm.empty() ? depth_mm / bowlsAt(places_mm.front()) : 0.0;
}

double Dent::downAt(double x_mm, double z_mm) const {
  return eachDepthMm() * bowlsAt(x_mm) * std::exp(-std::max(z_mm, 0.0) / fade_mm);
}

Dent swollen(double swelling, double papillary_mm) {
  constexpr double kMostMm = 0.035, kSteps = 8.0, kFar = 1e3;
  const double step = std::round(kSteps * swelling) / kSteps;  // in steps: each bends the drawn skin anew
  if (step <= 0.0) return {};
  return {.depth_mm = -kMostMm * step, .half_width_mm = kFar, .fade_mm = 0.5 * papillary_mm, .places_mm = {0.0}};
}

Dent dentOf(const InsertionState& state, double needle_diameter_mm, std::vector<double> places_mm) {
  return {.depth_mm = state.dent_mm,
          .half_width_mm = 0.5 * needle_diameter_mm + 0.35 * state.dent_mm + 0.08,
          .fade_mm = std::max(0.35, state.dent_mm / kMostPerFade),
          .places_mm = std::move(places_mm)};
}

}  // namespace needling
