// What the picture's colours mean, along its lower edge; entries wrap like words.
#pragma once

#include "model/sim.h"
#include "ui/layout.h"
#include "ui/ui.h"

namespace needling::ui {

// What a legend tells of: the needle lengths of the strip, the skin from above, the section, or that in polarised light.
enum class LegendKind { kStrip, kSurface, kSection, kPolarised };
LegendKind legendOf(const State& state);

// Height that the legend takes at this width, pixels.
float legendHeight(float width, LegendKind kind);
void drawLegend(ImDrawList* list, const Box& picture, LegendKind kind, const PictureColours& painted);

}  // namespace needling::ui
