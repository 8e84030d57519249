// The time axis that chart, phase ribbon and scrubber share. It follows the square root of the day, so that the first
// weeks, in which most happens, are not squeezed into a few pixels.
#pragma once

#include <cmath>

#include "model/protocol.h"

namespace needling::ui {

struct TimeAxis {
  float left_px = 0.0F;
  float width_px = 1.0F;

  float toPx(double day) const { return left_px + width_px * static_cast<float>(std::sqrt(day / kLastDay)); }
  // Whole days, as the pointer cannot tell finer.
  double toDay(float x_px) const {
    const double share = std::fmin(1.0, std::fmax(0.0, static_cast<double>((x_px - left_px) / width_px)));
    return std::round(share * share * kLastDay);
  }
};

}  // namespace needling::ui
