#include "model/outcome.h"

#include <doctest/doctest.h>

using namespace needling;

namespace {

Outcome outcomeOf(std::initializer_list<std::pair<const char*, const char*>> settings) {
  Protocol protocol;
  for (const auto& [key, value] : settings) REQUIRE(setParameter(protocol, key, value).ok());
  return Outcome(protocol);
}

bool ordered(const Band& band) { return band.low <= band.value && band.value <= band.high; }

}  // namespace

TEST_SUITE("outcome") {
  TEST_CASE("the ensemble's band of depth holds its centre, wherever pressure and dull needles put it") {
    for (const char* device : {"pen", "roller", "stamp"}) {
      for (const char* pressure : {"light", "normal", "firm"}) {
        for (const char* condition : {"fresh", "dull", "bent"}) {
          CAPTURE(device);
          CAPTURE(pressure);
          CAPTURE(condition);
          const Outcome outcome =
              outcomeOf({{"device", device}, {"pressure", pressure}, {"needleCondition", condition}});
          CHECK(ordered(outcome.reachMm()));
          CHECK(ordered(outcome.residualMm()));
        }
      }
    }
  }

  TEST_CASE("where a needle may enter or not, holes are open at the high end of the band and not at the low one") {
    // Reach 0 mm (0 to 0.10).
    const Outcome barely =
        outcomeOf({{"device", "roller"}, {"needleLength", "0.25"}, {"pressure", "light"}, {"needleCondition", "dull"}});
    CHECK(barely.exposure() == 0.0);
    // Reach 0.03 mm (0 to 0.10).
    const Outcome usual = outcomeOf({{"device", "roller"}, {"needleLength", "0.25"}});
    for (const SeriesId id : {SeriesId::kBarrierOpen, SeriesId::kGeometricOpen}) {
      CHECK(barely.at(id, 0.0).value == 0.0);
      CHECK(barely.at(id, 0.0).high == 1.0);
      CHECK(barely.at(id, 1.0).high > 0.0);
      CHECK(usual.at(id, 0.0).value == 1.0);
      CHECK(usual.at(id, 0.0).low == 0.0);
      CHECK(ordered(barely.at(id, 0.5)));
      CHECK(ordered(usual.at(id, 0.5)));
    }
  }
}
