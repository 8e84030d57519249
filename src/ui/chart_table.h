// The numbers behind a chart, as a list that opens over the page.
#pragma once

#include "ui/plot.h"

namespace needling::ui {

// A button that opens it, `height` high; while it is open, the list itself. Press elsewhere or Escape closes it.
void drawChartTable(const Sim& sim, const std::vector<Course>& courses, float height);

}  // namespace needling::ui
