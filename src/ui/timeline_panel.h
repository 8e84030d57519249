// Transport buttons, what happens and what to do on the day, a chart with its band, phase ribbon and treatment marks; the
// chart is the scrubber.
#pragma once

#include "ui/layout.h"
#include "ui/ui.h"

namespace needling::ui {

// Seeks a day; one outside the timeline is its end.
void sendDay(double day, UiActions& actions);

void drawTimeline(const Sim& sim, const UiState& state, const Layout& layout, UiActions& actions);

}  // namespace needling::ui
