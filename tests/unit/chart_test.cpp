#include "model/chart.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/csv.h"
#include "model/claims.h"
#include "model/sim.h"
#include "model/texts.h"

using namespace needling;

TEST_SUITE("chart") {
  TEST_CASE("what is marked in a chart is what the validation table says was measured") {
    const CsvTable validation(embeddedTable("evidence/validation.csv"));
    int compared = 0;
    for (int i = 0; i < static_cast<int>(Chart::kCount); ++i) {
      for (const ChartedPoint* point : chartedPoints(static_cast<Chart>(i))) {
        CAPTURE(point->id);
        for (std::size_t row = 0; row < validation.rowCount(); ++row) {
          if (validation.at(row, "id") != point->id) continue;
          ++compared;
          const auto same = [&](const std::optional<double>& value, const char* column) {
            CHECK(value.has_value() == !validation.at(row, column).empty());
            if (value) CHECK(*value == validation.number(row, column));
          };
          same(point->value, "observed");
          same(point->low, "observed_low");
          same(point->high, "observed_high");
          CHECK(validation.at(row, "species") == "human");
          CHECK(validation.at(row, "evidence") == point->evidence);
          CHECK(validation.at(row, "quantity").ends_with("_percent@" + std::to_string(static_cast<int>(point->day))));
        }
        CHECK(chartedPointText(*point).find(point->evidence) != std::string::npos);
      }
    }
    CHECK(compared == 14);
  }

  TEST_CASE("a chart is chosen by name, stands in links and files, and a wrong name is told") {
    Sim sim;
    REQUIRE(sim.apply({"chart", "capillaries"}).ok());
    CHECK(sim.state().look.chart == Chart::kCapillaries);
    const Status refused = sim.apply({"chart", "happiness"});
    CHECK_FALSE(refused.ok());
    CHECK(refused.message.find("happiness") != std::string::npos);
    CHECK(refused.message.find("fibroblasts") != std::string::npos);
    CHECK(sim.state().look.chart == Chart::kCapillaries);
  }

  TEST_CASE("values are told in the unit of the chart") {
    CHECK(chartedText(ChartUnit::kGain, {1.38, 1.2, 1.6}) == "+38 % (+20 to +60)");
    CHECK(chartedText(ChartUnit::kShare, {0.32, 0.2, 0.4}) == "32 % (20–40)");
    CHECK(axisText(ChartUnit::kGain, 40.0) == "+40 %");
    CHECK(axisText(ChartUnit::kShare, 40.0) == "40 %");
    CHECK(axisText(ChartUnit::kNumber, 0.5) == "0.5");
    CHECK(charted(ChartUnit::kGain, 0.8) == doctest::Approx(-20.0));
  }

  TEST_CASE("the table behind a chart holds the present day once, in order") {
    for (const double today : {0.0, 0.05, 1.0, 41.0, 730.0}) {
      const std::vector<double> days = chartTableDays(today);
      CHECK(std::is_sorted(days.begin(), days.end()));
      CHECK(std::count(days.begin(), days.end(), today) == 1);
    }
    CHECK(chartDayText(0.0) == "0");
    CHECK(chartDayText(0.25) == "6 h");
    CHECK(chartDayText(41.0) == "41 d");
  }
}
