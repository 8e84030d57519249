// What stands before the words of a legend: drawn as in the picture, so that shape tells as much as colour.
#pragma once

#include <string_view>

#include "render/drawing.h"

namespace needling::render {

// A sample is kSampleWidth by kSampleHeight pixels from (0, 0); each pixel is a micrometre to the ink.
inline constexpr double kSamplePixelMm = 0.001;
inline constexpr double kSampleWidth = 22.0;
inline constexpr double kSampleHeight = 11.0;

// `entry`: one of legendEntries().
void drawLegendSample(Ink& ink, const Palette& palette, std::string_view entry);

}  // namespace needling::render
