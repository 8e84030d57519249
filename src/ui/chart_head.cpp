#include "ui/chart_head.h"

#include "model/texts.h"
#include "ui/chart_table.h"
#include "ui/choice_button.h"
#include "ui/theme.h"
#include "ui/words.h"

namespace needling::ui {
namespace {

// Which chart: a list of all that there are.
void drawChartChoice(Chart chart, float width, float height, UiActions& actions) {
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {8.0F, 0.5F * (height - ImGui::GetFontSize())});
  ImGui::SetNextItemWidth(width);
  const bool open = ImGui::BeginCombo("##chart", chartTitle(chart).c_str(), ImGuiComboFlags_HeightLargest);
  notePlace(actions, "key", "chart");
  if (open) {
    for (std::size_t i = 0; i < static_cast<std::size_t>(Chart::kCount); ++i) {
      const auto each = static_cast<Chart>(i);
      if (ImGui::Selectable(chartTitle(each).c_str(), each == chart, 0, {0.0F, touchHeight() * 0.8F})) {
        actions.commands.push_back({"chart", std::string(chartRow(each).id)});
      }
      if (each == chart) ImGui::SetItemDefaultFocus();
    }
    ImGui::EndCombo();
  }
  ImGui::PopStyleVar();
}

// Puts the legend's entries in as many lines as they need; those that can be missed only where a line is begun or left over.
class LegendLines {
 public:
  explicit LegendLines(ImDrawList* list)
      : list_(list),
        size_(ImGui::GetFontSize()),
        start_(ImGui::GetCursorScreenPos()),
        right_(start_.x + ImGui::GetContentRegionAvail().x),
        at_(start_) {}

  void add(const LegendEntry& entry) {
    const ImVec2 from = next(entry.words, false);
    list_->AddRectFilled({from.x, from.y + size_ * 0.3F}, {from.x + size_, from.y + size_ * 0.7F}, entry.colour, 2.0F);
  }
  void addMark(const std::string& words, bool may_be_missed) {
    if (may_be_missed && at_.x + widthOf(words) > right_) return;
    const ImVec2 from = next(words, may_be_missed);
    drawDiamond(list_, {from.x + 0.5F * size_, from.y + 0.5F * size_});
  }
  void finish() { ImGui::Dummy({1.0F, at_.y + tall_ - start_.y}); }

 private:
  float widthOf(const std::string& words) const { return size_ * 1.25F + ImGui::CalcTextSize(words.c_str()).x; }
  // Where the entry begins; its words are written, in several lines where one is too short.
  ImVec2 next(const std::string& words, bool stays) {
    const float width = widthOf(words);
    if (!stays && at_.x > start_.x && at_.x + width > right_) at_ = {start_.x, at_.y + tall_ + 4.0F};
    const ImVec2 from = at_;
    const std::string lines = inLines(words, right_ - from.x - size_ * 1.25F);
    tall_ = ImGui::CalcTextSize(lines.c_str()).y;
    list_->AddText({from.x + size_ * 1.25F, from.y}, colours().text, lines.c_str());
    at_.x += width + size_ * 0.65F;
    return from;
  }

  ImDrawList* list_;
  float size_;
  float tall_ = size_;  // of the line that is written
  ImVec2 start_;
  float right_;
  ImVec2 at_;
};

void drawLegend(ImDrawList* list, Chart chart, const std::vector<Course>& courses, double day, bool stacked) {
  LegendLines lines(list);
  for (const LegendEntry& entry : valuesOn(chart, courses, day)) lines.add(entry);
  if (stacked && !courses.empty()) lines.add({courses[0].fill | IM_COL32(0, 0, 0, 90), text("chart.band")});
  if (!chartedPoints(chart).empty()) lines.addMark(text("chart.published"), !stacked);
  lines.finish();
}

}  // namespace

std::vector<LegendEntry> valuesOn(Chart chart, const std::vector<Course>& courses, double day) {
  const ChartUnit unit = chartRow(chart).unit;
  const auto valued = [&](const std::string& name, const Course& course, SeriesId id) {
    return name + ": " + chartedText(unit, course.of->outcome().at(id, day));
  };
  std::vector<LegendEntry> entries;
  for (const Course& course : courses)
    entries.push_back({course.line, valued(course.name, course, chartRow(chart).main)});
  if (const auto beside = besideOf(chart, courses))
    entries.push_back({colours().type_3, valued(chartBesideName(chart), courses[0], *beside)});
  return entries;
}

void drawChartHead(const Sim& sim, const std::vector<Course>& courses, bool stacked, UiActions& actions) {
  const Chart chart = sim.state().look.chart;
  const float font = ImGui::GetFontSize(), height = stacked ? touchHeight() : font + 10.0F;
  const float table = buttonWidth(text("chart.table"));
  const float beside = table + 2.0F * ImGui::GetStyle().FramePadding.x;
  const float room = ImGui::GetContentRegionAvail().x;
  const float title = ImGui::CalcTextSize(chartTitle(chart).c_str()).x + height + 16.0F;
  drawChartChoice(chart, !stacked ? font * 17.0F : title > room - beside ? room : room - beside, height, actions);
  sameLineIfFits(table);
  drawChartTable(sim, courses, height, actions);
  if (!stacked) ImGui::SameLine();
  if (!stacked) ImGui::SetCursorPosY(ImGui::GetCursorPosY() + 0.5F * (height - font));
  drawLegend(ImGui::GetWindowDrawList(), chart, courses, sim.state().day, stacked);
  if (courses.empty()) drawWords(text("chart.none"));
}

}  // namespace needling::ui
