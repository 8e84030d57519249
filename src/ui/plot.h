// The curves of a chart: what the outcome gives over time with its band, for one protocol or two, and what studies measured.
#pragma once

#include <string>
#include <vector>

#include "model/chart.h"
#include "ui/layout.h"
#include "ui/time_axis.h"
#include "ui/ui.h"

namespace needling::ui {

// One protocol's curve and how it is drawn.
struct Course {
  const Derived* of;
  ImU32 line, fill;
  std::string name;  // of its main line
};

// What the chart shows: the protocol, or where two are compared A and B. A protocol that the chart knows nothing of is left
// out.
std::vector<Course> coursesOf(const Sim& sim);

struct Plot {
  Chart chart = Chart::kCollagen;
  Box area;
  TimeAxis axis;
  double low = 0.0;   // at the bottom, in the chart's unit
  double high = 1.0;  // and at the top

  const ChartRow& row() const { return chartRow(chart); }
  ImVec2 at(double day, double charted_value) const;
};

// The line beside the main one; none where two protocols are compared, which are told apart by their main lines alone.
std::optional<SeriesId> besideOf(Chart chart, const std::vector<Course>& courses);

Plot plotFor(Chart chart, const std::vector<Course>& courses, const Box& area);

// Grid, bands, lines and the marks of what was measured.
void drawCurves(ImDrawList* list, const Plot& plot, const std::vector<Course>& courses);

// What stands for a measured value, around `at`.
void drawDiamond(ImDrawList* list, ImVec2 at);

// The mark under the pointer; null where there is none.
const ChartedPoint* pointAt(const Plot& plot, ImVec2 pointer);

}  // namespace needling::ui
