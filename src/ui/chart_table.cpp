#include "ui/chart_table.h"

#include "model/describe.h"
#include "model/shown.h"
#include "model/texts.h"
#include "ui/choice_button.h"
#include "ui/sheet.h"
#include "ui/theme.h"
#include "ui/words.h"

namespace needling::ui {
namespace {

constexpr const char* kUnitTexts[] = {"chart.unit.gain", "chart.unit.share", "chart.unit.number"};

// Words in columns of one width, the first to the left and the others to the right.
void drawRow(const std::vector<std::string>& words, ImU32 ink) {
  const float start = ImGui::GetCursorPosX(), whole = ImGui::GetContentRegionAvail().x;
  const float width = whole / static_cast<float>(words.size());
  ImGui::PushStyleColor(ImGuiCol_Text, ink);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) {
      const float left = start + width * static_cast<float>(i + 1) - ImGui::CalcTextSize(words[i].c_str()).x;
      ImGui::SameLine(left);
    }
    ImGui::TextUnformatted(words[i].c_str());
  }
  ImGui::PopStyleColor();
}

void drawCourse(const Course& course, const ChartRow& row, double today) {
  drawHeading(course.name);
  drawRow({text("chart.day"), text("chart.low"), text("chart.middle"), text("chart.high")}, colours().text_soft);
  for (const double day : chartTableDays(today)) {
    const Band band = course.of->outcome().at(row.main, day);
    drawRow({chartDayText(day), chartCell(row.unit, band.low), chartCell(row.unit, band.value),
             chartCell(row.unit, band.high)},
            day == today ? colours().accent : colours().text);
  }
}

void drawMeasured(Chart chart) {
  drawHeading(text("chart.measured"));
  const std::vector<const ChartedPoint*> points = chartedPoints(chart);
  if (points.empty()) drawWords(text("chart.none.measured"));
  for (const ChartedPoint* point : points) drawWords(chartedPointText(*point));
  if (!points.empty()) drawWords(text("chart.notYours"));
}

}  // namespace

std::string chartCell(ChartUnit unit, double value) {
  return shownFixed(charted(unit, value), unit == ChartUnit::kNumber ? 2 : 1);
}

const std::string& chartUnitText(ChartUnit unit) { return text(kUnitTexts[static_cast<std::size_t>(unit)]); }

void drawChartTable(const Sim& sim, const std::vector<Course>& courses, float height, UiActions& actions) {
  const Chart chart = sim.state().look.chart;
  const ChartRow& row = chartRow(chart);
  const bool pressed = ImGui::Button(text("chart.table").c_str(), {0.0F, height});
  notePlace(actions, "chart", "table");
  if (const Sheet sheet("chart", "table", pressed, chartTitle(chart), 30.0F, actions); sheet) {
    drawWords(chartUnitText(row.unit));
    for (const Course& course : courses) drawCourse(course, row, sim.state().day);
    if (courses.empty()) drawWords(text("chart.none"));
    drawMeasured(chart);
  }
}

}  // namespace needling::ui
