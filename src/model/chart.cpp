#include "model/chart.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/check.h"
#include "core/csv.h"
#include "core/text.h"
#include "model/describe.h"
#include "model/shown.h"
#include "model/texts.h"
#include "model_assets.h"

namespace needling {
namespace {

constexpr std::size_t kCharts = static_cast<std::size_t>(Chart::kCount);

constexpr std::array<ChartRow, kCharts> kRows = {{
    {"collagen", SeriesId::kCollagenTotal, SeriesId::kCollagen3, ChartUnit::kGain},
    {"collagen1", SeriesId::kCollagen1, {}, ChartUnit::kGain},
    {"collagen3", SeriesId::kCollagen3, {}, ChartUnit::kGain},
    {"ratio", SeriesId::kRatio3To1, {}, ChartUnit::kGain},
    {"elastin", SeriesId::kElastin, {}, ChartUnit::kGain},
    {"inflammation", SeriesId::kInflammation, {}, ChartUnit::kNumber},
    {"fibroblasts", SeriesId::kFibroblasts, {}, ChartUnit::kGain},
    {"capillaries", SeriesId::kCapillaries, {}, ChartUnit::kGain},
    {"epidermis", SeriesId::kEpidermis, {}, ChartUnit::kGain},
    {"barrier", SeriesId::kBarrierOpen, SeriesId::kGeometricOpen, ChartUnit::kShare},
    {"improvement", SeriesId::kImprovement, {}, ChartUnit::kShare},
}};

constexpr std::array<std::string_view, kCharts> namesOfRows() {
  std::array<std::string_view, kCharts> names;
  for (std::size_t i = 0; i < kCharts; ++i) names[i] = kRows[i].id;
  return names;
}
constexpr std::array<std::string_view, kCharts> kNames = namesOfRows();

constexpr double kHoursPerDay = 24.0;

std::optional<double> optionalNumber(const CsvTable& table, std::size_t row, std::string_view column) {
  if (table.at(row, column).empty()) return {};
  return table.number(row, column);
}

ChartedPoint readPoint(const CsvTable& table, std::size_t row) {
  const auto name = std::find(kNames.begin(), kNames.end(), table.at(row, "chart"));
  NEEDLING_CHECK(name != kNames.end());
  return {.id = table.at(row, "id"),
          .chart = static_cast<Chart>(name == kNames.end() ? 0 : name - kNames.begin()),
          .day = table.number(row, "day"),
          .value = optionalNumber(table, row, "value"),
          .low = optionalNumber(table, row, "low"),
          .high = optionalNumber(table, row, "high"),
          .text_id = table.at(row, "text"),
          .evidence = table.at(row, "evidence")};
}

const std::vector<ChartedPoint>& points() {
  static const std::vector<ChartedPoint> rows = rowsOf(CsvTable(assets::kChartedCsv), readPoint);
  return rows;
}

std::string measured(const ChartedPoint& point) {
  const ChartUnit unit = chartRow(point.chart).unit;
  const std::string range =
      point.low && point.high ? " (" + axisText(unit, *point.low) + " – " + axisText(unit, *point.high) + ")" : "";
  const char* bound = point.value ? "" : point.low ? "≥ " : "≤ ";
  return bound + axisText(unit, point.height()) + range;
}

}  // namespace

const ChartRow& chartRow(Chart chart) { return kRows[static_cast<std::size_t>(chart)]; }
std::span<const std::string_view> chartNames() { return kNames; }

const std::string& chartTitle(Chart chart) { return text("chart.of." + std::string(chartRow(chart).id)); }

const std::string& chartMainName(Chart chart) {
  if (chart == Chart::kCollagen) return text("chart.total");
  return text(chart == Chart::kBarrier ? "chart.barrier" : "chart.value");
}

const std::string& chartBesideName(Chart chart) {
  return text(chart == Chart::kBarrier ? "chart.holes" : "chart.type3");
}

double charted(ChartUnit unit, double value) {
  if (unit == ChartUnit::kNumber) return value;
  return 100.0 * (unit == ChartUnit::kGain ? value - 1.0 : value);
}

std::string chartedText(ChartUnit unit, const Band& band) {
  if (unit == ChartUnit::kGain) return gainText(band);
  if (unit == ChartUnit::kNumber) return bandText(band, 1, "");
  return bandText({100.0 * band.value, 100.0 * band.low, 100.0 * band.high}, 0, "%");
}

std::string axisText(ChartUnit unit, double charted_value) {
  if (unit == ChartUnit::kNumber) return shownNumber(charted_value);
  return (unit == ChartUnit::kGain && charted_value > 0.0 ? "+" : "") + shownNumber(charted_value) + " %";
}

std::vector<const ChartedPoint*> chartedPoints(Chart chart) {
  std::vector<const ChartedPoint*> of_chart;
  for (const ChartedPoint& point : points()) {
    if (point.chart == chart) of_chart.push_back(&point);
  }
  return of_chart;
}

std::string chartedPointText(const ChartedPoint& point) {
  return chartDayText(point.day) + ": " + measured(point) + ". " + text(point.text_id) + " [" + point.evidence + "]";
}

std::vector<double> chartTableDays(double today) {
  std::vector<double> days = {0.0,  0.25, 0.5,  1.0,   2.0,   3.0,   7.0,   14.0,
                              30.0, 60.0, 91.0, 120.0, 182.0, 273.0, 365.0, kLastDay};
  const auto place = std::lower_bound(days.begin(), days.end(), today);
  if (place == days.end() || *place != today) days.insert(place, today);
  return days;
}

std::string chartDayText(double day) {
  if (day == 0.0) return "0";
  if (day < 1.0) return formatText("time.hours", {shownNumber(std::round(kHoursPerDay * day * 10.0) / 10.0)});
  return formatText("time.days", {shownNumber(std::round(day * 100.0) / 100.0)});
}

}  // namespace needling
