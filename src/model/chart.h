// The charts that stand over the time axis: each one quantity of the outcome over two years, with its band, in the unit that
// people read, and what studies measured of it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/outcome.h"

namespace needling {

enum class Chart {
  kCollagen,
  kCollagen1,
  kCollagen3,
  kRatio,
  kElastin,
  kInflammation,
  kFibroblasts,
  kCapillaries,
  kEpidermis,
  kBarrier,
  kImprovement,
  kCount
};

// Gain: per cent more than normal skin, of a fold. Share: per cent of a whole, of a share. Number: as it is.
enum class ChartUnit { kGain, kShare, kNumber };

struct ChartRow {
  std::string_view id;  // "collagen", as it stands in an address
  SeriesId main;        // with its band
  std::optional<SeriesId> beside;
  ChartUnit unit;
};

const ChartRow& chartRow(Chart chart);
// Ids in the order of the enumerators.
std::span<const std::string_view> chartNames();

// In the language chosen: of the chart, of its main line, and of the line beside it.
const std::string& chartTitle(Chart chart);
const std::string& chartMainName(Chart chart);
const std::string& chartBesideName(Chart chart);

// A value of a series in the chart's unit: a fold of 1.38 is 38 per cent more.
double charted(ChartUnit unit, double value);
// "+38 % (+20 to +60)", "32 % (20–40)", "0.8 (0.3–1.2)".
std::string chartedText(ChartUnit unit, const Band& band);
// "+40 %", "0.5": a mark of the value axis.
std::string axisText(ChartUnit unit, double charted_value);

// What a study of people measured, in the chart's unit. Its course was another than the one shown.
struct ChartedPoint {
  std::string id;  // of the row of validation.csv that it is
  Chart chart;
  double day;                   // after the first treatment
  std::optional<double> value;  // none where only a bound was published
  std::optional<double> low, high;
  std::string text_id;
  std::string evidence;  // ids, separated by semicolons

  // Where its mark stands.
  double height() const { return value ? *value : low ? *low : *high; }
};

// Rows of assets/evidence/charted.csv.
std::vector<const ChartedPoint*> chartedPoints(Chart chart);
// "176 d: +53.2 %. More collagen in biopsies ... [H-T1-04]".
std::string chartedPointText(const ChartedPoint& point);

// The days of the table behind a chart, `today` among them, rising: the first hours finely, then as months are told.
std::vector<double> chartTableDays(double today);
// "0", "6 h", "3 d", "day 41".
std::string chartDayText(double day);

}  // namespace needling
