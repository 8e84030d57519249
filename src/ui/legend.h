// What the picture's shapes and colours mean, along its lower edge; entries wrap like words.
#pragma once

#include "model/section_labels.h"
#include "model/sim.h"
#include "ui/layout.h"
#include "ui/ui.h"

namespace needling::ui {

LegendKind legendOf(const State& state);

// Height that the legend takes at this width, pixels.
float legendHeight(float width, LegendKind kind);
// `painter`: null where nothing draws, and then the words stand alone.
void drawLegend(ImDrawList* list, const Box& picture, LegendKind kind, const LegendPainter* painter);

}  // namespace needling::ui
