#include "model/closure.h"

#include <doctest/doctest.h>

using namespace needling;

namespace {

Protocol withLength(double length_mm) {
  Protocol protocol;
  protocol.set(ParameterId::kNeedleLength, length_mm);
  return protocol;
}

}  // namespace

TEST_SUITE("closure") {
  TEST_CASE("open at first, closed at the published hours, longer needles close later, bands are ordered") {
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
      CHECK(open.value <= geometricOpenFraction(withLength(0.7), hour).value);
      CHECK(barrierOpenFraction({}, hour).value <= open.value);
      before = open.value;
    }
  }
}
