// A lecturer's light on the picture, and the dark that hides all of it for a while.
#pragma once

#include "ui/layout.h"
#include "ui/ui.h"

namespace needling::ui {

// Where the light first falls, as a share of the picture's box.
inline constexpr ImVec2 kSpotlightStart = {0.5F, 0.4F};

// Over everything else. The light follows the pointer over the picture: fills `actions.spotlight`.
void drawStage(const UiState& state, const Layout& layout, UiActions& actions);

}  // namespace needling::ui
