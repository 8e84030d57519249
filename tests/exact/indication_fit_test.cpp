#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "core/text.h"
#include "model/claims.h"
#include "model/evidence.h"
#include "model/healing.h"
#include "model/indication.h"

// The parameters of each clinical read-out, fitted anew by least squares to the rows that indications.csv names.

using namespace needling;

namespace {

struct Point {
  double day;
  double value;
};

// The rows of the ledger that the indication was fitted to, each a plain number on a day.
std::vector<Point> fittedPoints(const std::string& indication) {
  const CsvTable& table = embeddedTable("evidence/indications.csv");
  const CsvTable& ledger = embeddedTable("evidence/healing.csv");
  std::vector<Point> points;
  for (std::size_t i = 0; i < table.rowCount(); ++i) {
    if (table.at(i, "id") != indication) continue;
    for (const std::string_view id : split(table.at(i, "fitted_to"), ';')) {
      for (std::size_t row = 0; row < ledger.rowCount(); ++row) {
        if (ledger.at(row, "id") == id)
          points.push_back({ledger.number(row, "time_days"), ledger.number(row, "value")});
      }
    }
  }
  return points;
}

// Least of `error` over two parameters by pattern search (Hooke and Jeeves 1961), until steps of 1e-6 gain nothing.
template <class Error>
std::array<double, 2> leastSquares(std::array<double, 2> at, const Error& error) {
  double least = error(at);
  for (double share = 0.5; share > 1e-6;) {
    bool better = false;
    for (const std::size_t i : {0U, 1U}) {
      for (const double factor : {1.0 + share, 1.0 / (1.0 + share)}) {
        std::array<double, 2> tried = at;
        tried[i] *= factor;
        const double squares = error(tried);
        if (squares >= least) continue;
        least = squares;
        at = tried;
        better = true;
      }
    }
    if (!better) share *= 0.5;
  }
  return at;
}

// Acne scars: twelve weekly reference treatments, the collagen gain in steps of a quarter of a day.
std::vector<double> weeklyGain() {
  std::vector<double> days;
  for (int week = 0; week < 12; ++week) days.push_back(7.0 * week);
  const HealingSeries series({.treatment_days = days,
                              .exposure = 1.0,
                              .factors = {.new_collagen_loss = constant("heal.dn")},
                              .last_day = 150});
  std::vector<double> gain;
  for (int i = 0; i <= 600; ++i) gain.push_back(std::max(0.0, totalCollagen(series.at(0.25 * i)) - 1.0));
  return gain;
}

// The improvement I of healing.cpp on a day, for one half-gain and one lag.
double improvementOn(const std::vector<double>& gain, double half_gain, double lag_days, double day) {
  double improvement = 0.0;
  for (std::size_t i = 0; 0.25 * static_cast<double>(i) < day; ++i) {
    const double middle = 0.5 * (gain[i] + gain[i + 1]);
    const double target = constant("heal.Imax") * middle / (half_gain + middle);
    improvement += (target - improvement) * (1.0 - std::exp(-0.25 / lag_days));
  }
  return improvement;
}

}  // namespace

TEST_SUITE("exact") {
  TEST_CASE("hair: least squares over H-T2-30, H-T2-38 and H-T2-39 give the table's plateau and rise") {
    const std::vector<Point> points = fittedPoints("hairLoss");
    REQUIRE(points.size() == 3);
    const auto error = [&](const std::array<double, 2>& p) {
      double sum = 0.0;
      for (const Point& point : points) {
        const double model = p[0] * (1.0 - std::exp(-point.day / 7.0 / p[1]));
        sum += (model - point.value) * (model - point.value);
      }
      return sum;
    };
    const auto fit = leastSquares(std::array<double, 2>{20.0, 10.0}, error);
    CHECK(constant("outcome.hair_plateau") == doctest::Approx(fit[0]).epsilon(0.002));
    CHECK(constant("outcome.hair_rise") == doctest::Approx(fit[1]).epsilon(0.002));
  }

  TEST_CASE("hair: the band's corners are what the constants' notes say") {
    // Low: the pooled interval's lower end (H-T2-40) passes through Kumar's 1.65 at week 12 (H-T2-38).
    CHECK(hairDifference(12.0).low == doctest::Approx(1.65).epsilon(0.005));
    // High: all but 5 % of the upper end is there at week 12.
    CHECK(hairDifference(12.0).high == doctest::Approx(0.95 * 18.16).epsilon(0.002));
  }

  TEST_CASE(
      "hair: another pooled difference of a fitted paper (H-T2-41) holds the plateau; Dhurat's 69 stays outside") {
    CHECK(hairDifference(24.0).value > 12.34);
    CHECK(hairDifference(24.0).value < 19.31);
    CHECK(hairDifference(12.0).high < 91.4 - 22.2);
  }

  TEST_CASE("acne scars: least squares over H-T2-01 to H-T2-04 give the table's half gain and lag") {
    const std::vector<Point> grades = fittedPoints("acneScars");
    REQUIRE(grades.size() == 4);
    REQUIRE(grades[0].day == 0.0);
    const std::vector<double> gain = weeklyGain();
    const auto error = [&](const std::array<double, 2>& p) {
      double sum = 0.0;
      for (const Point& grade : grades) {
        const double miss = improvementOn(gain, p[0], p[1], grade.day) - (1.0 - grade.value / grades[0].value);
        sum += miss * miss;
      }
      return sum;
    };
    const auto fit = leastSquares(std::array<double, 2>{1.0, 40.0}, error);
    CHECK(constant("heal.KI") == doctest::Approx(fit[0]).epsilon(0.02));
    CHECK(constant("heal.tI") == doctest::Approx(fit[1]).epsilon(0.02));
  }
}
