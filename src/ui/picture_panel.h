// Everything over the picture that is words or lines: ruler, layer names, depth labels, legend, the permanent line.
#pragma once

#include "ui/layout.h"
#include "ui/ui.h"

namespace needling::ui {

// Also decides which window of the section is shown and fills `actions.window`, `moment` and `channels`.
void drawPicturePanel(const Sim& sim, const UiState& state, const Layout& layout, UiActions& actions);

}  // namespace needling::ui
