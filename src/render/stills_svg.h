// The days that a course is told by where it cannot be played: in print, in a saved picture.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "render/section_svg.h"

namespace needling::render {

inline constexpr std::array<double, 5> kStillDays = {0.0, 7.0, 30.0, 90.0, 180.0};

// Rows of SVG documents: the days beside each other; before them the untreated skin where the state compares with it, and
// below them those of protocol B where it compares with that. In the state's colours and light, the whole section.
std::vector<std::vector<std::string>> stillRows(const Sim& sim, const SvgOptions& options);

}  // namespace needling::render
