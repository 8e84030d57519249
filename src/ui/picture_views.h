// Which pictures stand beside each other, of what, and which part of the skin each shows.
#pragma once

#include <vector>

#include "ui/layout.h"
#include "ui/ui.h"

namespace needling::ui {

// Whose picture is shown where there is one alone: of two compared protocols the one that the panel changes.
SplitSide chosenSide(const State& state, const UiState& ui);
// The height of what stands in a row under the tools: titles of two pictures, or of one of two protocols; and their number.
float titleRowHeight();
int titleRows(const State& state);

// Fills `actions.views` and `actions.whole`; a wheel or drag over the picture changes the zoom. `bottom`: where the picture ends and tools or
// legend begin, pixels.
void arrangeViews(const Sim& sim, const UiState& state, const Layout& layout, float bottom, UiActions& actions);

// The skin from above.
void arrangeFromAbove(const Sim& sim, const UiState& state, const Layout& layout, float bottom, UiActions& actions);

// What of the zoom is new goes the way of every change.
void sendZoom(const Look& now, const Zoom& zoom, UiActions& actions);

}  // namespace needling::ui
