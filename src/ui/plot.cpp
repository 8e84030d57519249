#include "ui/plot.h"

#include <algorithm>
#include <cmath>

#include "core/thin_path.h"
#include "model/texts.h"
#include "ui/theme.h"

namespace needling::ui {
namespace {

constexpr float kMark = 5.0F;  // half a mark's height, pixels

// The highest and lowest value that a plot must hold.
struct Extent {
  double low = 0.0, high = 0.0;

  void hold(double value) {
    low = std::min(low, value);
    high = std::max(high, value);
  }
};

Extent extentOf(Chart chart, const std::vector<Course>& courses) {
  const ChartUnit unit = chartRow(chart).unit;
  Extent extent;
  const auto hold_all = [&](const std::vector<double>& values) {
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    extent.hold(charted(unit, *least));
    extent.hold(charted(unit, *most));
  };
  for (const Course& course : courses) {
    const BandSeries& series = course.of->outcome().series(chartRow(chart).main);
    hold_all(series.low);
    hold_all(series.high);
    if (const auto beside = besideOf(chart, courses)) hold_all(course.of->outcome().series(*beside).values);
  }
  for (const ChartedPoint* point : chartedPoints(chart)) {
    for (const auto& value : {point->value, point->low, point->high}) {
      if (value) extent.hold(*value);
    }
  }
  return extent;
}

// The least readable number that is not below `value`: its half is readable too.
double roundedUp(double value, double least) {
  if (value <= least) return least;
  const double power = std::pow(10.0, std::floor(std::log10(value)));
  for (const double step : {1.0, 1.2, 1.6, 2.0, 3.0, 4.0, 6.0, 8.0}) {
    if (value <= step * power * (1.0 + 1e-9)) return step * power;
  }
  return 10.0 * power;
}

void drawGrid(ImDrawList* list, const Plot& plot) {
  for (const double value : {plot.low, 0.0, 0.5 * plot.high, plot.high}) {
    const float y = plot.at(0.0, value).y;
    // Below nothing there is room for a second line only where it is not too near.
    if (value < 0.0 && y - plot.at(0.0, 0.0).y < ImGui::GetFontSize()) continue;
    list->AddLine({plot.area.left, y}, {plot.area.left + plot.area.width, y}, colours().line);
    const std::string label = axisText(plot.row().unit, value);
    const ImVec2 size = ImGui::CalcTextSize(label.c_str());
    list->AddText({plot.area.left - size.x - 6.0F, y - 0.5F * size.y}, colours().text_soft, label.c_str());
  }
}

// Days at which lines are sampled: every second pixel column, and both sides of each treatment, where a curve may jump.
std::vector<double> sampleDays(const Plot& plot, const Protocol& protocol) {
  std::vector<double> days;
  const int columns = std::max(2, static_cast<int>(plot.area.width / 2.0F));
  for (int i = 0; i <= columns; ++i)
    days.push_back(plot.axis.exactDay(plot.area.left + static_cast<double>(plot.area.width) * i / columns));
  constexpr double kJustBefore = 1e-3;
  for (const double day : protocol.treatmentDays()) {
    if (day > 0.0) days.push_back(day - kJustBefore);
    days.push_back(day);
  }
  std::sort(days.begin(), days.end());
  return days;
}

// Whether a point of a line lies off the straight way between two others by what could be seen.
bool strays(ImVec2 point, ImVec2 from, ImVec2 to) {
  constexpr float kSeenPx = 0.05F;
  if (to.x <= from.x) return true;
  const float share = (point.x - from.x) / (to.x - from.x);
  return std::abs(point.y - from.y - share * (to.y - from.y)) > kSeenPx;
}

struct PlottedBand {
  std::vector<ImVec2> low, high;
};

// Its corners, of which a quiet course needs few.
PlottedBand plottedBand(const Plot& plot, const Outcome& outcome, const std::vector<double>& days) {
  PlottedBand all, seen;
  for (const double day : days) {
    const Band band = outcome.at(plot.row().main, day);
    all.low.push_back(plot.at(day, charted(plot.row().unit, band.low)));
    all.high.push_back(plot.at(day, charted(plot.row().unit, band.high)));
  }
  const auto either_strays = [&](std::size_t i, std::size_t from, std::size_t to) {
    return strays(all.low[i], all.low[from], all.low[to]) || strays(all.high[i], all.high[from], all.high[to]);
  };
  thinPath(days.size(), either_strays, [&](std::size_t i) {
    seen.low.push_back(all.low[i]);
    seen.high.push_back(all.high[i]);
  });
  return seen;
}

void drawBand(ImDrawList* list, const Plot& plot, const Course& course, const std::vector<double>& days) {
  const PlottedBand band = plottedBand(plot, course.of->outcome(), days);
  // Without antialiased edges, or the seams between the pieces would show.
  const ImDrawListFlags flags = list->Flags;
  list->Flags &= ~ImDrawListFlags_AntiAliasedFill;
  for (std::size_t i = 0; i + 1 < band.low.size(); ++i)
    list->AddQuadFilled(band.low[i], band.high[i], band.high[i + 1], band.low[i + 1], course.fill);
  list->Flags = flags;
  for (const std::vector<ImVec2>* border : {&band.low, &band.high})
    list->AddPolyline(border->data(), static_cast<int>(border->size()), course.fill, 0, 1.5F);
}

void drawLine(ImDrawList* list, const Plot& plot, const Outcome& outcome, SeriesId id, const std::vector<double>& days,
              ImU32 colour, float width) {
  std::vector<ImVec2> all;
  for (const double day : days) all.push_back(plot.at(day, charted(plot.row().unit, outcome.at(id, day).value)));
  thinPath(
      all.size(), [&](std::size_t i, std::size_t from, std::size_t to) { return strays(all[i], all[from], all[to]); },
      [&](std::size_t i) { list->PathLineTo(all[i]); });
  list->PathStroke(colour, 0, width);
}

// A diamond, with the published spread through it; where only a bound was published, an arrow to its open side.
void drawMark(ImDrawList* list, const Plot& plot, const ChartedPoint& point) {
  const ImVec2 at = plot.at(point.day, point.height());
  const auto whisker = [&](float to) { list->AddLine(at, {at.x, to}, colours().text, 1.5F); };
  if (point.low && point.value) whisker(plot.at(point.day, *point.low).y);
  if (point.high && point.value) whisker(plot.at(point.day, *point.high).y);
  if (!point.value) {
    const float away = point.low ? -1.0F : 1.0F, tip = at.y + away * 4.0F * kMark;
    whisker(tip);
    list->AddTriangleFilled({at.x, tip}, {at.x - kMark, tip - away * kMark}, {at.x + kMark, tip - away * kMark},
                            colours().text);
  }
  drawDiamond(list, at);
}

}  // namespace

void drawDiamond(ImDrawList* list, ImVec2 at) {
  const ImVec2 corners[] = {{at.x, at.y - kMark}, {at.x + kMark, at.y}, {at.x, at.y + kMark}, {at.x - kMark, at.y}};
  list->AddQuadFilled(corners[0], corners[1], corners[2], corners[3], colours().card);
  list->AddQuad(corners[0], corners[1], corners[2], corners[3], colours().text, 1.5F);
}

ImVec2 Plot::at(double day, double charted_value) const {
  const double share = (charted_value - low) / (high - low);
  return {axis.toPx(day), area.top + area.height * static_cast<float>(1.0 - share)};
}

std::vector<Course> coursesOf(const Sim& sim) {
  const Chart chart = sim.state().look.chart;
  const bool compares = sim.state().split == Split::kProtocol;
  const bool total = chart == Chart::kCollagen;
  const auto name = [&](const char* letter) { return formatText(total ? "chart.totalOf" : "chart.valueOf", {letter}); };
  std::vector<Course> courses = {
      {&sim.derived(), colours().reach, colours().band_fill, compares ? name("A") : chartMainName(chart)}};
  if (compares) courses.push_back({&sim.otherDerived(), colours().other, colours().other_fill, name("B")});
  std::erase_if(courses, [&](const Course& course) { return !hasSeries(course.of->protocol(), chartRow(chart).main); });
  return courses;
}

std::optional<SeriesId> besideOf(Chart chart, const std::vector<Course>& courses) {
  return courses.size() == 1 ? chartRow(chart).beside : std::nullopt;
}

Plot plotFor(Chart chart, const std::vector<Course>& courses, const Box& area) {
  const Extent extent = extentOf(chart, courses);
  constexpr double kFlattest = 4.0;  // per cent: what is less is not blown up to the whole height
  Plot plot{.chart = chart, .area = area, .axis = {area.left, area.width}};
  const double flattest = chartRow(chart).unit == ChartUnit::kNumber ? 0.01 * kFlattest : kFlattest;
  plot.high = roundedUp(extent.high, flattest);
  if (extent.low < -1e-9) plot.low = -roundedUp(-extent.low, flattest);
  return plot;
}

void drawCurves(ImDrawList* list, const Plot& plot, const std::vector<Course>& courses) {
  drawGrid(list, plot);
  std::vector<std::vector<double>> days;
  for (const Course& course : courses) days.push_back(sampleDays(plot, course.of->protocol()));
  // The first lies on top.
  for (std::size_t i = courses.size(); i-- > 0;) drawBand(list, plot, courses[i], days[i]);
  if (const auto beside = besideOf(plot.chart, courses))
    drawLine(list, plot, courses[0].of->outcome(), *beside, days[0], colours().type_3, 1.8F);
  for (std::size_t i = courses.size(); i-- > 0;)
    drawLine(list, plot, courses[i].of->outcome(), plot.row().main, days[i], courses[i].line, 2.6F);
  for (const ChartedPoint* point : chartedPoints(plot.chart)) drawMark(list, plot, *point);
}

const ChartedPoint* pointAt(const Plot& plot, ImVec2 pointer) {
  constexpr float kNear = 10.0F;
  const ChartedPoint* nearest = nullptr;
  float least = kNear * kNear;
  for (const ChartedPoint* point : chartedPoints(plot.chart)) {
    const ImVec2 at = plot.at(point->day, point->height());
    const float dx = at.x - pointer.x, dy = at.y - pointer.y, away = dx * dx + dy * dy;
    if (away > least) continue;
    least = away;
    nearest = point;
  }
  return nearest;
}

}  // namespace needling::ui
