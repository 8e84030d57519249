// What is this? A card with the name of a structure, a sentence about it and where that is from; while one walks through
// the structures, a ring marks the place and a line leads to the card.
#pragma once

#include "ui/layout.h"
#include "ui/ui.h"

namespace needling::ui {

// Inside `room`, pixels, and clear of the place. `protocol`: of the section that it lies in.
void drawStructureCard(ImDrawList* list, const ViewWindow& window, const Pointed& pointed, const Protocol& protocol,
                       const Box& room);

}  // namespace needling::ui
