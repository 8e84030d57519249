#include <doctest/doctest.h>

#include <algorithm>

#include "model/danger_zones.h"
#include "model/texts.h"

using namespace needling;

namespace {

Protocol at(const std::string& site) {
  Protocol protocol;
  REQUIRE(setParameter(protocol, "site", site).ok());
  return protocol;
}

bool hasZone(const std::string& site, const std::string& id) {
  const auto zones = dangerZones(at(site));
  return std::any_of(zones.begin(), zones.end(), [&](const DangerZone& zone) { return zone.id == id; });
}

}  // namespace

TEST_SUITE("danger zones") {
  TEST_CASE("every zone of every site warns, with its own sentence and evidence") {
    for (const Choice& site : parameterRow(ParameterId::kSite).choices) {
      const auto warnings = warningsFor(at(site.id));
      for (const DangerZone& zone : dangerZones(at(site.id))) {
        CAPTURE(site.id);
        CAPTURE(zone.id);
        const auto found = std::find_if(warnings.begin(), warnings.end(),
                                        [&](const Warning& warning) { return warning.id == zone.id; });
        REQUIRE(found != warnings.end());
        CHECK(found->text == text(zone.text_id));
        CHECK(found->severity == zone.severity);
        CHECK_FALSE(zone.evidence.empty());
      }
    }
  }

  TEST_CASE("thin lid, close bone, arteries and thin neck stand where they belong, and the cheek has none") {
    CHECK(hasZone("periorbital", "eyelid"));
    CHECK_FALSE(hasZone("forehead", "eyelid"));
    for (const char* site : {"forehead", "periorbital", "scalp", "hand", "chin"}) CHECK(hasZone(site, "boneClose"));
    CHECK_FALSE(hasZone("abdomen", "boneClose"));
    CHECK(hasZone("forehead", "arteries"));
    CHECK(hasZone("neck", "thinNeck"));
    CHECK(dangerZones(at("cheek")).empty());
  }

  TEST_CASE("zones and warnings come gravest first") {
    const auto zones = dangerZones(at("periorbital"));
    REQUIRE(zones.size() == 3);
    CHECK(zones.front().id == "eyelid");
    CHECK(zones.front().severity == Severity::kWarning);
    for (const Choice& site : parameterRow(ParameterId::kSite).choices) {
      const auto warnings = warningsFor(at(site.id));
      CHECK(std::is_sorted(warnings.begin(), warnings.end(),
                           [](const Warning& a, const Warning& b) { return a.severity > b.severity; }));
    }
  }
}
