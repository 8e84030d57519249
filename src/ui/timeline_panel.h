// Transport buttons, chart of collagen with its band, phase ribbon and treatment marks; the chart is the scrubber.
#pragma once

#include "ui/layout.h"
#include "ui/ui.h"

namespace needling::ui {

void drawTimeline(const Sim& sim, const UiState& state, const Layout& layout, UiActions& actions);

}  // namespace needling::ui
