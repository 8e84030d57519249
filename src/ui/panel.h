// The protocol panel: one control for each row of the parameter table, in tabs, and what the protocol means: depth,
// collagen, warnings.
#pragma once

#include "ui/layout.h"
#include "ui/ui.h"

namespace needling::ui {

// Returns the height that the panel's content takes.
float drawPanel(const Sim& sim, const UiState& state, const Layout& layout, UiActions& actions);

}  // namespace needling::ui
