// What the picture's colours mean, along its lower edge; entries wrap like words.
#pragma once

#include "model/sim.h"
#include "ui/layout.h"

namespace needling::ui {

// Height that the legend takes at this width, pixels.
float legendHeight(float width, Picture shown);
void drawLegend(ImDrawList* list, const Box& picture, Picture shown);

}  // namespace needling::ui
