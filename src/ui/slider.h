// A slider for people: what it says in its middle, track and knob along its lower edge.
#pragma once

#include <string>

namespace needling::ui {

// As wide as the next item and as high as its frame padding makes it; answers whether `value` was moved.
bool drawSlider(const char* id, double& value, double least, double most, const std::string& words);

}  // namespace needling::ui
