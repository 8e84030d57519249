#include "model/validation_course.h"

#include <cmath>

#include "core/moments.h"
#include "core/rk4.h"

namespace needling {

TissueState MemberCourse::at(double day) const {
  const MomentPlace place = placeAmong(days(), day);
  TissueState state;
  for (std::size_t i = 0; i < kTissueCount; ++i)
    state[i] = place.between(onMoment(place.before)[i], onMoment(place.after)[i]);
  return state;
}

Peak peakOf(const MemberCourse& course, TissueReading signal) {
  Peak peak{0.0, signal(course.onMoment(0))};
  for (std::size_t moment = 1; moment < course.days().size(); ++moment) {
    const double value = signal(course.onMoment(moment));
    if (value > peak.value) peak = {course.days()[moment], value};
  }
  return peak;
}

double backDay(const MemberCourse& course, TissueReading signal) {
  constexpr double kLeft = 0.1, kStepDays = 0.125;
  const Peak peak = peakOf(course, signal);
  double day = peak.day;
  while (day < kLastDay && signal(course.at(day)) > kLeft * peak.value) day += kStepDays;
  return day;
}

TissueState excisedWound(const HealingFactors& factors, double day) {
  constexpr double kStepDays = 0.25;
  TissueState state = normalSkin(factors);
  state[static_cast<std::size_t>(Tissue::kMatureCollagen)] = 0.0;
  state[static_cast<std::size_t>(Tissue::kAlarm)] = 1.0;
  state[static_cast<std::size_t>(Tissue::kClosure)] = 0.0;
  const long steps = std::lround(day / kStepDays);
  for (long i = 0; i < steps; ++i) {
    state = rk4Step(state, kStepDays, [&](const TissueState& y, Rk4Stage) { return healingDerivative(y, factors); });
  }
  return state;
}

}  // namespace needling
