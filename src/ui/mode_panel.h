// The panel's tab that belongs to the mode: what a patient takes home, a lecturer asks, a student learns.
#pragma once

#include "ui/ui.h"

namespace needling::ui {

// In the panel's window, below its tabs.
void drawMode(const Sim& sim, const UiState& state, UiActions& actions);

}  // namespace needling::ui
