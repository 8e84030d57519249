#include <doctest/doctest.h>

#include <cmath>
#include <set>

#include "core/csv.h"
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
}
