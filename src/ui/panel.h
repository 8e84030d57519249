// The protocol panel: one control for each row of the parameter table, in tabs, and what the protocol means: depth,
// collagen, warnings.
#pragma once

#include "ui/layout.h"
#include "ui/ui.h"

namespace needling::ui {

// Returns the height that the panel's content takes.
float drawPanel(const Sim& sim, const UiState& state, const Layout& layout, UiActions& actions);

// Whether a step of tour, quiz or lecture is open and seen.
bool inLesson(const ViewSettings& view);

}  // namespace needling::ui
