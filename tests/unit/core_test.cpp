#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "core/csv.h"
#include "core/moments.h"
#include "core/quantile.h"
#include "core/rng.h"
#include "core/text.h"

using namespace needling;

TEST_SUITE("core") {
  TEST_CASE("numbers are read only where the whole text is one finite decimal number") {
    double value = -1.0;
    CHECK(parseNumber("1.5", value));
    CHECK(value == 1.5);
    CHECK(parseNumber("-2e3", value));
    CHECK(value == -2000.0);
    for (const char* bad : {"", " 1", "1 ", "1.5mm", "nan", "NaN", "inf", "Infinity", "0x10", "1e999", "--1", "1,5",
                            ".", "e", "+", "1e", "١"}) {
      CAPTURE(bad);
      double untouched = 7.0;
      CHECK_FALSE(parseNumber(bad, untouched));
      CHECK(untouched == 7.0);
    }
    CHECK_FALSE(parseNumber(std::string(10'000, '1'), value));
  }

  TEST_CASE("numbers are written short and read back the same") {
    CHECK(formatNumber(1.5) == "1.5");
    CHECK(formatNumber(4.0) == "4");
    CHECK(formatNumber(0.25) == "0.25");
    for (const double number : {1.0 / 3.0, 123.456789012345, 1e-9, 729.999999999}) {
      double back = 0.0;
      REQUIRE(parseNumber(formatNumber(number), back));
      CHECK(back == number);
    }
  }

  TEST_CASE("a stranger's text is shortened and stripped of control characters in a message") {
    CHECK(quoteForMessage("abc") == "\"abc\"");
    CHECK(quoteForMessage("a\nb\x01") == "\"a?b?\"");
    CHECK(quoteForMessage(std::string(500, 'x')).size() == 45);
  }

  TEST_CASE("tables: quotes, doubled quotes, commas, line ends and short rows") {
    const CsvTable table("id,text\r\na,\"one, \"\"two\"\"\nthree\"\nb\n\nc,last");
    REQUIRE(table.rowCount() == 3);
    CHECK(table.at(0, "text") == "one, \"two\"\nthree");
    CHECK(table.at(1, "text").empty());
    CHECK(table.at(2, "text") == "last");
  }

  TEST_CASE("a table's rows are made into values in order") {
    const CsvTable table("id,value\na,1\nb,2.5");
    const auto values = rowsOf(table, [](const CsvTable& rows, std::size_t row) { return rows.number(row, "value"); });
    CHECK(values == std::vector<double>{1.0, 2.5});
    CHECK(rowsOf(CsvTable("id,value"), [](const CsvTable&, std::size_t row) { return row; }).empty());
  }

  TEST_CASE("words are joined with the separator between them alone") {
    CHECK(joined({}, ", ").empty());
    CHECK(joined({"one"}, ", ") == "one");
    CHECK(joined({"one", "", "one"}, ", ") == "one, , one");
  }

  TEST_CASE("a day's place among moments: between two, on one, on one that stands twice, before and past all") {
    const std::vector<double> days = {0.0, 1.0, 1.0, 3.0};
    const auto place = [&](double day) {
      const MomentPlace found = placeAmong(days, day);
      return std::vector<double>{static_cast<double>(found.before), static_cast<double>(found.after), found.share};
    };
    CHECK(place(0.25) == std::vector<double>{0, 1, 0.25});
    CHECK(place(1.0) == std::vector<double>{2, 3, 0});
    CHECK(place(2.0) == std::vector<double>{2, 3, 0.5});
    CHECK(place(-5.0) == std::vector<double>{0, 1, 0});
    CHECK(place(99.0) == std::vector<double>{3, 3, 0});
    CHECK(placeAmong({4.0}, 7.0).between(1.0, 2.0) == 1.0);
    CHECK(placeAmong(days, 2.0).between(10.0, 30.0) == 20.0);
  }

  TEST_CASE("the generator is the published SplitMix64 and uniform in [0, 1)") {
    Rng rng(1234567);
    CHECK(rng.next() == 6457827717110365317ULL);
    CHECK(rng.next() == 3203168211198807973ULL);
    double sum = 0.0;
    for (int i = 0; i < 10000; ++i) {
      const double u = rng.uniform();
      REQUIRE(u >= 0.0);
      REQUIRE(u < 1.0);
      sum += u;
    }
    CHECK(sum / 10000 == doctest::Approx(0.5).epsilon(0.02));
  }

  TEST_CASE("the normal quantile inverts the normal distribution") {
    for (const double p : {1e-6, 0.01, 0.02425, 0.3, 0.5, 0.9, 0.975, 0.999999}) {
      CAPTURE(p);
      CHECK(0.5 * std::erfc(-normalQuantile(p) / std::sqrt(2.0)) == doctest::Approx(p).epsilon(1e-12));
    }
    CHECK(normalQuantile(0.975) == doctest::Approx(1.959963984540054).epsilon(1e-12));
  }
}

TEST_SUITE("quantile") {
  TEST_CASE("linear between neighbours, the same for sorted and unsorted values") {
    std::vector<double> values = {4.0, 1.0, 3.0, 2.0};
    const std::vector<double> sorted = {1.0, 2.0, 3.0, 4.0};
    for (const double share : {0.0, 0.05, 0.5, 0.95, 1.0}) {
      CHECK(quantileOfSorted(sorted, share) == doctest::Approx(1.0 + 3.0 * share));
      CHECK(quantileOf(values, share) == quantileOfSorted(sorted, share));
    }
  }

  TEST_CASE("two at once are the same as one after the other") {
    Rng rng(5);
    for (const unsigned count : {1U, 2U, 3U, 20U, 200U}) {
      std::vector<double> values;
      for (unsigned i = 0; i < count; ++i) values.push_back(std::floor(50.0 * rng.uniform()));
      std::vector<double> sorted = values;
      std::sort(sorted.begin(), sorted.end());
      for (const auto& [low, high] : {std::pair{0.05, 0.95}, std::pair{0.0, 1.0}, std::pair{0.3, 0.31}}) {
        std::vector<double> shuffled = values;
        const Quantiles both = quantilesOf(shuffled, low, high);
        CHECK(both.low == quantileOfSorted(sorted, low));
        CHECK(both.high == quantileOfSorted(sorted, high));
      }
    }
  }
}
