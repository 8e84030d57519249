// The time axis that chart, phase ribbon and scrubber share. It follows the cube root of the day, so that hours, days and
// months can all be read: the first day takes a ninth of it, the first month a third.
#pragma once

#include <algorithm>
#include <cmath>

#include "model/protocol.h"

namespace needling::ui {

struct TimeAxis {
  float left_px = 0.0F;
  float width_px = 1.0F;

  float toPx(double day) const { return left_px + width_px * static_cast<float>(std::cbrt(day / kLastDay)); }
  double exactDay(double x_px) const {
    const double share = std::clamp((x_px - left_px) / width_px, 0.0, 1.0);
    return share * share * share * kLastDay;
  }
  // As fine as the pointer can tell: whole days, quarters in the first three, and twentieths in the first.
  double toDay(float x_px) const {
    const double day = exactDay(x_px), parts = day < 1.0 ? 20.0 : day < 3.0 ? 4.0 : 1.0;
    return std::round(day * parts) / parts;
  }
};

}  // namespace needling::ui
