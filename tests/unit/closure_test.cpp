#include "model/closure.h"

#include <doctest/doctest.h>

using namespace needling;

namespace {

Protocol with(ParameterId parameter, double value, Protocol protocol = {}) {
  protocol.set(parameter, value);
  return protocol;
}

Protocol withLength(double length_mm) { return with(ParameterId::kNeedleLength, length_mm); }
Protocol covered(double tone) { return with(ParameterId::kCover, 1.0, with(ParameterId::kSkinTone, tone)); }

// Hours until the share falls to `open`, by bisection.
template <typename Curve>
double hoursUntil(double open, const Curve& curve) {
  double low = 0.0, high = 1000.0;
  for (int i = 0; i < 60; ++i) {
    const double middle = 0.5 * (low + high);
    (curve(middle) > open ? low : high) = middle;
  }
  return low;
}

double coveredLifetime(double tone) {
  return hoursUntil(0.05, [&](double hours) { return barrierOpenFraction(covered(tone), hours).value; });
}

bool neverLess(const Band& more, const Band& less) {
  return more.value >= less.value && more.low >= less.low && more.high >= less.high;
}

}  // namespace

TEST_SUITE("closure") {
  TEST_CASE("open air: open at first, closed at the published hours, longer needles close later, bands are ordered") {
    CHECK(barrierOpenFraction({}, 0.0).value == 1.0);
    CHECK(barrierOpenFraction({}, 4.5).value == doctest::Approx(0.05));
    CHECK(geometricOpenFraction(withLength(0.37), 12.0).value == doctest::Approx(0.05));
    CHECK(geometricOpenFraction(withLength(0.77), 18.0).value == doctest::Approx(0.05));
    CHECK(geometricOpenFraction(withLength(3.0), 18.0).value == doctest::Approx(0.05));
    double before = 1.0;
    for (double hour = 0.5; hour < 100.0; hour += 0.5) {
      const Band open = geometricOpenFraction(withLength(0.5), hour);
      CHECK(open.low <= open.value);
      CHECK(open.value <= open.high);
      CHECK(open.value < before);
      CHECK(neverLess(geometricOpenFraction(withLength(0.7), hour), open));
      CHECK(neverLess(open, barrierOpenFraction(withLength(0.5), hour)));
      before = open.value;
    }
  }

  TEST_CASE("open air: under 2 h by impedance (Gupta 2011), near baseline at 48 h after 0.5 mm, later after 1.5 mm") {
    CHECK(barrierOpenFraction(withLength(0.5), 2.0).low == doctest::Approx(0.05));
    CHECK(barrierOpenFraction(withLength(0.5), 48.0).high == doctest::Approx(0.05));  // Sasaki 2019
    CHECK(barrierOpenFraction(withLength(1.5), 72.0).high == doctest::Approx(0.05));  // Han 2012
    CHECK(barrierOpenFraction(withLength(1.0), 60.0).high == doctest::Approx(0.05));
  }

  TEST_CASE("open air: pores can still be seen at 24 h (Donnelly 2014), inside the band") {
    CHECK(geometricOpenFraction(withLength(0.5), 24.0).high > 0.05);
  }

  TEST_CASE("covered: the published lifetimes at both ends of skin tone, and between them in between") {
    CHECK(coveredLifetime(1.0) == doctest::Approx(44.1));  // Ogunjimi 2020, shortest group
    CHECK(coveredLifetime(6.0) == doctest::Approx(66.5));  // longest group
    for (double tone = 2.0; tone <= 6.0; ++tone) CHECK(coveredLifetime(tone) > coveredLifetime(tone - 1.0));
    const Band dark = geometricOpenFraction(covered(6.0), 86.0);  // mean and one standard deviation: 47 to 86 h
    CHECK(dark.high == doctest::Approx(0.05));
    CHECK(geometricOpenFraction(covered(6.0), 47.0).low == doctest::Approx(0.05));
  }

  TEST_CASE("covered: half open after the published 20 to 26 h in the middle of the tones") {
    for (const double tone : {3.0, 4.0}) {
      const double half =
          hoursUntil(0.5, [&](double hours) { return barrierOpenFraction(covered(tone), hours).value; });
      CHECK(half > 20.0);
      CHECK(half < 26.0);
    }
  }

  TEST_CASE("a cover never makes channels close sooner") {
    for (double hour = 0.0; hour < 200.0; hour += 1.0) {
      for (const double tone : {1.0, 6.0}) {
        const Protocol open_air = with(ParameterId::kSkinTone, tone);
        CHECK(neverLess(barrierOpenFraction(covered(tone), hour), barrierOpenFraction(open_air, hour)));
        CHECK(neverLess(geometricOpenFraction(covered(tone), hour), geometricOpenFraction(open_air, hour)));
      }
    }
  }

  TEST_CASE("in the open air skin tone changes nothing, as no study tells it") {
    CHECK(geometricOpenFraction(with(ParameterId::kSkinTone, 6.0), 10.0).high ==
          geometricOpenFraction(with(ParameterId::kSkinTone, 1.0), 10.0).high);
  }

  TEST_CASE("over 65 only the upper end moves, by the 1.9 days of Holt 1992") {
    for (const Protocol& protocol : {Protocol{}, covered(3.0)}) {
      const Band young = geometricOpenFraction(with(ParameterId::kAge, 65.0, protocol), 30.0);
      const Band old = geometricOpenFraction(with(ParameterId::kAge, 66.0, protocol), 30.0);
      CHECK(old.value == young.value);
      CHECK(old.low == young.low);
      CHECK(old.high > young.high);
    }
    CHECK(barrierOpenFraction(with(ParameterId::kAge, 80.0), 72.0 + 45.6).high == doctest::Approx(0.05));
  }
}
