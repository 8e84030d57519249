#include <doctest/doctest.h>

#include <algorithm>

#include "model/results_json.h"
#include "model/safety.h"
#include "model/tearing.h"

using namespace needling;

namespace {

Protocol with(std::initializer_list<std::pair<const char*, const char*>> settings) {
  Protocol protocol;
  for (const auto& [key, value] : settings) REQUIRE(setParameter(protocol, key, value).ok());
  return protocol;
}

bool warns(const Protocol& protocol, const std::string& id) {
  const auto warnings = warningsFor(protocol);
  return std::any_of(warnings.begin(), warnings.end(), [&](const Warning& warning) { return warning.id == id; });
}

}  // namespace

TEST_SUITE("tearing") {
  TEST_CASE("a pen with new needles, lifted and not pressed hard, scores nothing") {
    for (const char* device : {"pen", "stamp"}) {
      const Tearing tearing = tearingOf(with({{"device", device}, {"needleLength", "3"}}));
      CHECK(tearing.score() == 0.0);
      CHECK(tearing.level == TearingLevel::kLow);
    }
  }

  TEST_CASE("each reason adds one and raises the level, two make it high; a warning says so") {
    const std::pair<const char*, const char*> reasons[] = {
        {"technique", "dragged"}, {"needleCondition", "bent"}, {"needleCondition", "dull"}, {"pressure", "firm"}};
    for (const auto& reason : reasons) {
      CAPTURE(reason.second);
      const Protocol one = with({reason});
      CHECK(tearingOf(one).score() == 1.0);
      CHECK(tearingOf(one).level == TearingLevel::kRaised);
      CHECK(warns(one, "tearingRaised"));
      CHECK_FALSE(warns(one, "tearingHigh"));
    }
    const Protocol two = with({{"technique", "dragged"}, {"needleCondition", "bent"}});
    CHECK(tearingOf(two).level == TearingLevel::kHigh);
    CHECK(warns(two, "tearingHigh"));
    CHECK_FALSE(warns(two, "tearingRaised"));
    CHECK_FALSE(warns(with({}), "tearingRaised"));
  }

  TEST_CASE("a roller tilts more the longer its needles: up to one whole reason at the longest") {
    double before = -1.0;
    for (const char* length : {"0.25", "0.5", "1", "1.5", "2", "2.5", "3"}) {
      const double tilt = tearingOf(with({{"device", "roller"}, {"needleLength", length}})).part(TearingReason::kTilt);
      CHECK(tilt > before);
      before = tilt;
    }
    CHECK(before == doctest::Approx(1.0));
    // P-T3-19 over P-T3-21.
    CHECK(tearingOf(with({{"device", "roller"}})).score() == doctest::Approx(1.028 / 2.75).epsilon(0.001));
    CHECK(tearingOf(with({{"device", "roller"}})).level == TearingLevel::kLow);
  }

  TEST_CASE("no text makes a percentage or a promise of the score") {
    for (const TearingLevel level : {TearingLevel::kLow, TearingLevel::kRaised, TearingLevel::kHigh}) {
      CHECK(tearingText(level).find('%') == std::string::npos);
      CHECK(tearingText(level).find("does not say how likely") != std::string::npos);
    }
  }

  TEST_CASE("more holes than any published goal are told") {
    CHECK_FALSE(warns(with({{"channelDensity", "300"}}), "crowded"));
    CHECK(warns(with({{"channelDensity", "310"}}), "crowded"));
    CHECK(warns(with({{"glideSpeed", "20"}}), "crowded"));
    CHECK_FALSE(warns(with({}), "crowded"));
  }

  TEST_CASE("the results tell gaps and tearing") {
    Sim sim;
    REQUIRE(sim.apply({"technique", "dragged"}).ok());
    const std::string json = resultsJson(sim.derived(), 0.0);
    for (const char* key : {"spacing_mm", "gap_median_mm", "gap_high_mm", "untreated_fraction"}) {
      CHECK(json.find("\"" + std::string(key) + "\":0.") != std::string::npos);
    }
    CHECK(json.find(R"("tearing":{"score":1.0,"level":"raised","text":")") != std::string::npos);
    const double spacing = sim.coverage().spacing_mm;
    REQUIRE(sim.apply({"passes", "20"}).ok());
    CHECK(sim.coverage().spacing_mm < spacing);
  }
}
