// Everything over the picture that is words or lines: ruler, layer names, depth labels, legend, the permanent line.
#pragma once

#include "ui/layout.h"
#include "ui/ui.h"

namespace needling::ui {

// Height of the controls that a phone has between picture and legend, pixels; wide screens have them in the picture, which
// is `width` wide.
float toolsBelow(bool stacked, const Sim& sim, const UiState& state, float width);

// Also decides what is shown of the skin and fills `actions.views`.
void drawPicturePanel(const Sim& sim, const UiState& state, const Layout& layout, UiActions& actions);

// What a phone has under the picture: its buttons and its legend.
void drawUnderPicture(const Sim& sim, const UiState& state, const Layout& layout, UiActions& actions);

}  // namespace needling::ui
