// On a phone whose picture keeps its place: a row of buttons at the lower edge that leads to what lies further down.
#pragma once

#include "ui/layout.h"
#include "ui/ui.h"

namespace needling::ui {

float jumpBarHeight();

// `below`: layout as scrolled. Fills `actions.jump_px` where one is pressed. Call after all that it leads to.
void drawJumpBar(const ViewSettings& view, const Layout& below, UiActions& actions);

}  // namespace needling::ui
