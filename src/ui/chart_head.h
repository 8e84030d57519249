// What stands over a chart: which one it is, the table behind it, and its lines with their values on the day.
#pragma once

#include "ui/plot.h"

namespace needling::ui {

struct LegendEntry {
  ImU32 colour;
  std::string words;
};

// Every line with its value on the day.
std::vector<LegendEntry> valuesOn(Chart chart, const std::vector<Course>& courses, double day);

void drawChartHead(const Sim& sim, const std::vector<Course>& courses, bool stacked, UiActions& actions);

}  // namespace needling::ui
