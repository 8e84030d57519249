#include "ui/pace.h"

#include <algorithm>

namespace needling::ui {

bool Pace::mayHalve(double css_width, double css_height, double device_width, double device_height) {
  return device_width * device_height > std::min(1.01 * css_width * css_height, kManyPixels);
}

void Pace::moved(double interval_ms) {
  slow_ms_ = interval_ms > kSlowMs ? slow_ms_ + std::min(interval_ms, kLongestMs) : 0.0;
  half_ = half_ || slow_ms_ >= kPatienceMs;
}

void Pace::rested() { *this = {}; }

}  // namespace needling::ui
