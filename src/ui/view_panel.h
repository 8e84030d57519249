// How the page looks to this visitor: size of the words, language, colours of the picture, and whether things move.
#pragma once

#include "ui/ui.h"

namespace needling::ui {

// In the panel's window, below its tabs.
void drawViewSettings(const State& shown, const UiState& state, UiActions& actions);

}  // namespace needling::ui
