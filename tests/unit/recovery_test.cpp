#include "model/recovery.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "model/evidence.h"
#include "model/results_json.h"
#include "model/texts.h"

using namespace needling;

namespace {

Protocol courseOf(const char* sessions, const char* interval_weeks) {
  Protocol protocol;
  REQUIRE(setParameter(protocol, "sessions", sessions).ok());
  REQUIRE(setParameter(protocol, "intervalWeeks", interval_weeks).ok());
  return protocol;
}

std::set<std::string> ids(const std::vector<const RecoveryItem*>& items) {
  std::set<std::string> result;
  for (const RecoveryItem* item : items) result.insert(item->id);
  return result;
}

const Wait* waitFor(const RecoveryNow& now, const std::string& id) {
  for (const Wait& wait : now.avoid) {
    if (wait.item->id == id) return &wait;
  }
  return nullptr;
}

}  // namespace

TEST_SUITE("recovery") {
  TEST_CASE("every row has its texts, its order of hours and a known strength") {
    std::set<std::string> seen;
    for (const RecoveryItem& item : recoveryItems()) {
      CAPTURE(item.id);
      CHECK(seen.insert(item.id).second);
      CHECK(item.text_id == "recovery." + item.id);
      CHECK_FALSE(text(item.text_id).empty());
      CHECK_FALSE(strengthName(item).empty());
      CHECK_FALSE(item.evidence.empty());
      CHECK(item.from_hours < item.to_hours_low);
      CHECK(item.to_hours_low <= item.to_hours_high);
      CHECK((item.kind == RecoveryKind::kBefore) == (item.to_hours_high == 0.0));
      CHECK((item.cover.empty() || item.cover == "open" || item.cover == "covered"));
      if (isDatedByEnd(item)) CHECK(std::isfinite(item.to_hours_high));
      if (isDatedByEnd(item)) CHECK_FALSE(text(item.text_id + ".name").empty());
    }
  }

  TEST_CASE("the four windows: up to 6 hours, up to 48, up to 7 days, and nothing after") {
    const Protocol protocol = courseOf("1", "4");
    CHECK(ids(recoveryOn(protocol, 0.0).expected) == std::set<std::string>{"redness", "chart"});
    CHECK(ids(recoveryOn(protocol, 0.25).expected) == std::set<std::string>{"fading", "chart"});
    CHECK(ids(recoveryOn(protocol, 2.0).expected) == std::set<std::string>{"flaking", "chart"});
    CHECK(ids(recoveryOn(protocol, 6.9).expected) == std::set<std::string>{"flaking", "chart"});
    CHECK(ids(recoveryOn(protocol, 7.0).expected) == std::set<std::string>{"settled"});
    CHECK(ids(recoveryOn(protocol, 600.0).expected) == std::set<std::string>{"settled"});
  }

  TEST_CASE("redness after a week is a red flag, before that it is not (S-232)") {
    const Protocol protocol = courseOf("1", "4");
    CHECK_FALSE(ids(recoveryOn(protocol, 6.9).red_flags).contains("flagLate"));
    CHECK(ids(recoveryOn(protocol, 7.0).red_flags).contains("flagLate"));
    for (const double day : {0.0, 3.0, 30.0}) {
      CHECK(ids(recoveryOn(protocol, day).red_flags).contains("flagInfection"));
      CHECK(ids(recoveryOn(protocol, day).red_flags).contains("flagColdSore"));
    }
  }

  TEST_CASE("what to avoid tells the days between which clinics let it end, from the latest treatment") {
    const Protocol protocol = courseOf("4", "4");
    const RecoveryNow now = recoveryOn(protocol, 29.0);  // a day after treatment 2
    const Wait* pool = waitFor(now, "pool");             // 2 to 3 days by label, 4 to 5 by clinic: S-219
    REQUIRE(pool != nullptr);
    CHECK(pool->until_day_low == 30.0);
    CHECK(pool->until_day_high == 33.0);
    CHECK(waitFor(now, "makeup") != nullptr);
    CHECK(waitFor(now, "alcohol") == nullptr);  // 24 hours are over
    CHECK(waitFor(recoveryOn(protocol, 30.0), "makeup") == nullptr);
    CHECK(recoveryOn(protocol, 38.0).avoid.empty());  // the longest is ten days, S-220
  }

  TEST_CASE("what to do before comes up as the next treatment comes near, and never after the last") {
    const Protocol protocol = courseOf("2", "4");
    CHECK(ids(recoveryOn(protocol, 13.9).before).empty());
    CHECK(ids(recoveryOn(protocol, 14.0).before) == std::set<std::string>{"sunBefore", "medicines"});
    CHECK(ids(recoveryOn(protocol, 21.0).before).contains("retinoidsBefore"));
    CHECK(ids(recoveryOn(protocol, 27.95).before).contains("numbing"));
    CHECK(ids(recoveryOn(protocol, 28.0).before).empty());
    CHECK(ids(recoveryOn(protocol, 300.0).before).empty());
  }

  TEST_CASE("the timeline is in order and holds every treatment once") {
    const Protocol protocol = courseOf("8", "12");
    const auto events = recoveryTimeline(protocol);
    CHECK(std::is_sorted(events.begin(), events.end(),
                         [](const RecoveryEvent& a, const RecoveryEvent& b) { return a.day < b.day; }));
    CHECK(std::count_if(events.begin(), events.end(), [](const RecoveryEvent& e) { return e.item == nullptr; }) == 8);
    for (const RecoveryEvent& event : events) CHECK(event.day_low <= event.day);
    CHECK(events.front().day == -14.0);  // no tan for two weeks before: S-163
  }

  // P-T6-16 and P-T6-12: covered holes closed after 44.1 to 66.5 hours on average, the latter with a spread of 19.5.
  TEST_CASE("covered skin stays open for longer, so products wait for longer") {
    Protocol protocol = courseOf("1", "4");
    REQUIRE(waitFor(recoveryOn(protocol, 0.5), "products") != nullptr);
    CHECK(waitFor(recoveryOn(protocol, 0.5), "products")->until_day_low == 1.0);
    CHECK(waitFor(recoveryOn(protocol, 0.5), "productsCovered") == nullptr);
    REQUIRE(setParameter(protocol, "cover", "covered").ok());
    const RecoveryNow now = recoveryOn(protocol, 0.5);
    CHECK(waitFor(now, "products") == nullptr);
    const Wait* covered = waitFor(now, "productsCovered");
    REQUIRE(covered != nullptr);
    CHECK(covered->until_day_low == doctest::Approx(constant("closure.covered_hours_lightest") / 24.0));
    CHECK(covered->until_day_high == doctest::Approx(constantBand("closure.covered_hours_darkest").high / 24.0));
    CHECK(text(covered->item->text_id).find("24 hours") == std::string::npos);
  }

  TEST_CASE("nothing tells a day on which to stop what is kept up") {
    for (const RecoveryEvent& event : recoveryTimeline(courseOf("2", "4"))) {
      if (event.item == nullptr || event.item->kind != RecoveryKind::kCare) continue;
      CHECK(event.day == 28.0 * event.treatment);
    }
  }

  TEST_CASE("in a weekly course no wait ends on a day that the next treatment has begun anew") {
    const Protocol protocol = courseOf("3", "1");
    for (const RecoveryEvent& event : recoveryTimeline(protocol)) {
      if (event.item == nullptr || event.treatment == 2) continue;
      CAPTURE(event.item->id);
      CHECK(event.day < 7.0 * (event.treatment + 1));
      CHECK(event.item->id != "actives");
    }
  }

  TEST_CASE("results hold what is expected, what to avoid and until when, and the comfort") {
    Sim sim;
    const std::string json = resultsJson(sim.derived(), 1.0);
    for (const char* part :
         {"\"recovery\":{\"expected\":[\"Redness fades", "\"until_day_low\":2.0,\"until_day_high\":5.0",
          "\"red_flags\":[\"", "\"comfort\":{\"relative_pain\":2.04", "\"extrapolated\":true",
          "\"numbing_depth_low_mm\":0.0,\"numbing_depth_high_mm\":2.9"}) {
      CAPTURE(part);
      CHECK(json.find(part) != std::string::npos);
    }
    REQUIRE(sim.apply({"numbingMinutes", "0"}).ok());
    CHECK(resultsJson(sim.derived(), 1.0).find("\"numbing_depth_low_mm\":null") != std::string::npos);
  }

  TEST_CASE("what is seen of redness and flaking begins, is full and is gone when the sources say") {
    CHECK(rednessAfter(-1.0) == 0.0);
    CHECK(rednessAfter(0.0) == 1.0);
    CHECK(rednessAfter(3.0) == 1.0);
    CHECK(rednessAfter(24.0) > 0.0);
    CHECK(rednessAfter(48.0) == 0.0);
    CHECK(flakingAfter(47.0) == 0.0);
    CHECK(flakingAfter(72.0) == 1.0);
    CHECK(flakingAfter(120.0) > 0.0);
    CHECK(flakingAfter(168.0) == 0.0);
    for (double hours = 3.0; hours < 200.0; hours += 1.0) CHECK(rednessAfter(hours) <= rednessAfter(hours - 1.0));
  }
}
