// The numbers behind a chart, as a list that opens over the page.
#pragma once

#include "ui/plot.h"

namespace needling::ui {

// A number of it, and what its numbers are.
std::string chartCell(ChartUnit unit, double value);
const std::string& chartUnitText(ChartUnit unit);

// A button that opens it, `height` high; while it is open, the list itself. Press elsewhere or Escape closes it.
void drawChartTable(const Sim& sim, const std::vector<Course>& courses, float height, UiActions& actions);

}  // namespace needling::ui
