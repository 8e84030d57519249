#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "core/csv.h"
#include "core/text.h"
#include "golden_file.h"
#include "model/sim.h"

// Golden series: the numbers of real protocols, kept in data/*.csv. After a change of the model that is meant,
// NEEDLING_UPDATE_GOLDEN=1 writes them anew; the diff then shows what moved.

using namespace needling;

namespace {

constexpr double kDays[] = {0, 1, 2, 7, 14, 28, 60, 90, 120, 176, 365, 730};
constexpr SeriesId kSeries[] = {SeriesId::kInflammation, SeriesId::kFibroblasts, SeriesId::kCapillaries,
                                SeriesId::kCollagen1,    SeriesId::kCollagen3,   SeriesId::kCollagenTotal,
                                SeriesId::kElastin,      SeriesId::kEpidermis,   SeriesId::kImprovement,
                                SeriesId::kGeometricOpen};

std::string pathOf(const std::string& preset) {
  return std::string(NEEDLING_TESTS_DIR) + "/golden/data/" + preset + ".csv";
}

std::string goldenText(const Sim& sim) {
  std::string lines = "series,day,value,low,high\n";
  for (const SeriesId id : kSeries) {
    for (const double day : kDays) {
      const Band band = sim.outcome().at(id, day);
      lines += std::string(seriesName(id)) + "," + formatNumber(day) + "," + formatNumber(band.value) + "," +
               formatNumber(band.low) + "," + formatNumber(band.high) + "\n";
    }
  }
  return lines;
}

bool near(double value, double golden) { return std::abs(value - golden) <= 1e-9 * std::max(1.0, std::abs(golden)); }

void compare(const std::string& preset) {
  Sim sim;
  REQUIRE(sim.apply({"preset", preset}).ok());
  const CsvTable table(goldenFile(pathOf(preset), goldenText(sim)));
  REQUIRE(table.rowCount() == std::size(kSeries) * std::size(kDays));
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    const SeriesId id = findSeries(table.at(row, "series"));
    REQUIRE(id != SeriesId::kCount);
    const Band band = sim.outcome().at(id, table.number(row, "day"));
    CAPTURE(table.at(row, "series"));
    CAPTURE(table.at(row, "day"));
    CHECK(near(band.value, table.number(row, "value")));
    CHECK(near(band.low, table.number(row, "low")));
    CHECK(near(band.high, table.number(row, "high")));
  }
}

double gainPercent(const Sim& sim, double day) {
  return 100.0 * (sim.outcome().at(SeriesId::kCollagenTotal, day).value - 1.0);
}

}  // namespace

TEST_SUITE("golden") {
  TEST_CASE("acne scars, cheek, pen, 1.5 mm, 4 treatments 4 weeks apart, age 35") { compare("acneScars"); }
  TEST_CASE("Lotfi 2013: roller, 1.5 mm, 5 monthly") { compare("lotfi2013"); }
  TEST_CASE("hair loss: scalp, 0.6 mm, 6 treatments 2 weeks apart") { compare("hairLoss"); }
  TEST_CASE("home roller, 0.25 mm") { compare("homeRoller"); }
  TEST_CASE("model reference") { compare("reference"); }

  TEST_CASE("one reference treatment: total collagen on the published days, to 0.1 point") {
    Sim sim;
    REQUIRE(sim.apply({"preset", "reference"}).ok());
    const double days[] = {14, 28, 60, 120, 365}, percent[] = {2.3, 6.7, 12.4, 14.6, 10.2};
    for (std::size_t i = 0; i < 5; ++i) {
      CAPTURE(days[i]);
      CHECK(std::abs(gainPercent(sim, days[i]) - percent[i]) < 0.1);
    }
  }

  TEST_CASE("one reference treatment: fibroblasts peak at 2.2 near day 11, capillaries at 1.7 near day 13") {
    Sim sim;
    REQUIRE(sim.apply({"preset", "reference"}).ok());
    const auto peakDay = [&](SeriesId id) {
      const auto& values = sim.outcome().series(id).values;
      return static_cast<double>(std::max_element(values.begin(), values.end()) - values.begin());
    };
    CHECK(std::abs(peakDay(SeriesId::kFibroblasts) - 11.0) <= 1.0);
    CHECK(std::abs(peakDay(SeriesId::kCapillaries) - 13.0) <= 1.0);
    CHECK(sim.outcome().at(SeriesId::kFibroblasts, 11.0).value == doctest::Approx(2.2).epsilon(0.03));
    CHECK(sim.outcome().at(SeriesId::kCapillaries, 13.0).value == doctest::Approx(1.7).epsilon(0.03));
  }

  TEST_CASE("monthly series at exposure 1, 60 days after the last: 12, 26, 37, 46, 53, 59, 63, 66 %") {
    const double percent[] = {12, 26, 37, 46, 53, 59, 63, 66};
    std::vector<double> treatments;
    for (int n = 1; n <= 8; ++n) {
      treatments.push_back(30.0 * (n - 1));
      const HealingSeries series(
          {.treatment_days = treatments, .exposure = 1.0, .factors = {.new_collagen_loss = 1.0 / 365.0}});
      CAPTURE(n);
      CHECK(std::abs(100.0 * (totalCollagen(series.at(treatments.back() + 60.0)) - 1.0) - percent[n - 1]) < 0.6);
    }
  }

  TEST_CASE("Lotfi 2013 found +53.2 % eight weeks after the fifth treatment: inside the band") {
    Sim sim;
    REQUIRE(sim.apply({"preset", "lotfi2013"}).ok());
    const Band band = sim.outcome().at(SeriesId::kCollagenTotal, 112.0 + 56.0);
    CHECK(band.low < 1.532);
    CHECK(band.high > 1.532);
  }
}
