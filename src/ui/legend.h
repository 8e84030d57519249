// What the picture's colours mean, along its lower edge; entries wrap like words.
#pragma once

#include "ui/layout.h"

namespace needling::ui {

// Height that the legend takes at this width, pixels. `strip`: that of the needle lengths, else of the section.
float legendHeight(float width, bool strip);
void drawLegend(ImDrawList* list, const Box& picture, bool strip);

}  // namespace needling::ui
