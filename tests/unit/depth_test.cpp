#include <doctest/doctest.h>

#include <cmath>

#include "model/citation.h"
#include "model/needle.h"
#include "model/section_view.h"

using namespace needling;

namespace {

Protocol withDevice(const char* device) {
  Protocol protocol;
  REQUIRE(setParameter(protocol, "device", device).ok());
  return protocol;
}

}  // namespace

TEST_SUITE("depth") {
  TEST_CASE("what is said of depth names the sources of the chosen device and no other's") {
    const auto sources = [](const char* device) { return citations(depthEvidence(withDevice(device))); };
    const auto names = [](const std::string& list, const char* name) { return list.find(name) != std::string::npos; };
    CHECK(names(sources("pen"), "Sasaki 2019"));
    CHECK_FALSE(names(sources("roller"), "Sasaki"));
    CHECK_FALSE(names(sources("stamp"), "Sasaki"));
    CHECK(names(sources("roller"), "Lima 2013"));
    CHECK_FALSE(names(sources("pen"), "Lima"));
    CHECK(names(sources("stamp"), "Donnelly 2014"));
    // The hole that is left is a share of the reach, the same for all.
    for (const char* device : {"pen", "roller", "stamp"}) CHECK(names(sources(device), "Kalluri 2011"));
  }

  // The published table of reach: central, low, high, in mm.
  TEST_CASE("reach of roller and pen, with bands") {
    struct Row {
      double length, roller[3], pen[3];
    };
    const Row rows[] = {{0.25, {0.03, 0.00, 0.10}, {0.19, 0.11, 0.25}}, {0.5, {0.18, 0.10, 0.28}, {0.43, 0.30, 0.50}},
                        {1.0, {0.48, 0.35, 0.63}, {0.90, 0.68, 1.00}},  {1.5, {0.78, 0.60, 0.98}, {1.38, 1.05, 1.50}},
                        {2.0, {1.08, 0.85, 1.33}, {1.85, 1.43, 2.00}},  {2.5, {1.38, 1.10, 1.68}, {2.33, 1.80, 2.50}},
                        {3.0, {1.68, 1.35, 2.03}, {2.80, 2.18, 3.00}}};
    const Protocol roller = withDevice("roller"), pen = withDevice("pen");
    // The table is rounded to 0.01 mm, half up.
    const auto near = [](double value, double published) { return std::abs(value - published) <= 0.0050001; };
    for (const Row& row : rows) {
      CAPTURE(row.length);
      const Band r = needleDepth(roller, row.length).reach_mm, p = needleDepth(pen, row.length).reach_mm;
      CHECK(near(r.value, row.roller[0]));
      CHECK(near(r.low, row.roller[1]));
      CHECK(near(r.high, row.roller[2]));
      CHECK(near(p.value, row.pen[0]));
      CHECK(near(p.low, row.pen[1]));
      CHECK(near(p.high, row.pen[2]));
    }
  }

  TEST_CASE(
      "residual <= reach <= protrusion, bands are ordered, and all grow with length, for every device and pressure") {
    for (const char* device : {"pen", "roller", "stamp"}) {
      for (const char* pressure : {"light", "normal", "firm"}) {
        Protocol protocol = withDevice(device);
        REQUIRE(setParameter(protocol, "pressure", pressure).ok());
        NeedleDepth shorter = needleDepth(protocol, 0.01);
        for (double length = 0.02; length <= 3.0; length += 0.01) {
          const NeedleDepth depth = needleDepth(protocol, length);
          REQUIRE(depth.residual_mm.value <= depth.reach_mm.value);
          REQUIRE(depth.reach_mm.low <= depth.reach_mm.value);
          REQUIRE(depth.reach_mm.value <= depth.reach_mm.high);
          REQUIRE(depth.reach_mm.high <= depth.protrusion_mm);
          REQUIRE(depth.residual_mm.low <= depth.residual_mm.value);
          REQUIRE(depth.residual_mm.value <= depth.residual_mm.high);
          REQUIRE(depth.reach_mm.value >= shorter.reach_mm.value);
          REQUIRE(depth.residual_mm.value >= shorter.residual_mm.value);
          REQUIRE(depth.deepest_layer >= shorter.deepest_layer);
          shorter = depth;
        }
      }
    }
  }

  TEST_CASE("firmer pressure reaches deeper inside an unchanged band") {
    Protocol protocol = withDevice("stamp");
    const Band normal = needleDepth(protocol, 1.0).reach_mm;
    REQUIRE(setParameter(protocol, "pressure", "firm").ok());
    const Band firm = needleDepth(protocol, 1.0).reach_mm;
    CHECK(firm.value > normal.value);
    CHECK(firm.low == normal.low);
    CHECK(firm.high == normal.high);
  }

  TEST_CASE(
      "a dull needle reaches less deep inside an unchanged band, as light pressure does; firm pressure makes up for "
      "it") {
    for (const char* device : {"pen", "roller", "stamp"}) {
      CAPTURE(device);
      Protocol protocol = withDevice(device);
      const Band fresh = needleDepth(protocol, 1.5).reach_mm;
      REQUIRE(setParameter(protocol, "needleCondition", "dull").ok());
      const Band dull = needleDepth(protocol, 1.5).reach_mm;
      CHECK(dull.value < fresh.value);
      CHECK(dull.low == fresh.low);
      CHECK(dull.high == fresh.high);
      REQUIRE(setParameter(protocol, "pressure", "firm").ok());
      CHECK(needleDepth(protocol, 1.5).reach_mm.value == doctest::Approx(fresh.value));
      // Light and dull together end at the low edge, not below it.
      REQUIRE(setParameter(protocol, "pressure", "light").ok());
      CHECK(needleDepth(protocol, 1.5).reach_mm.value == doctest::Approx(fresh.low));
      // Nothing published says that a bent needle reaches less.
      REQUIRE(setParameter(protocol, "pressure", "normal").ok());
      REQUIRE(setParameter(protocol, "needleCondition", "bent").ok());
      CHECK(needleDepth(protocol, 1.5).reach_mm.value == fresh.value);
    }
  }

  TEST_CASE("a pen above 1.5 mm is told to be extrapolated, a roller is not") {
    CHECK(needleDepth(withDevice("pen"), 1.55).extrapolated);
    CHECK_FALSE(needleDepth(withDevice("pen"), 1.5).extrapolated);
    CHECK_FALSE(needleDepth(withDevice("roller"), 3.0).extrapolated);
  }

  TEST_CASE("every site has ordered layers with bands, and depth names them from top to bottom") {
    for (const Choice& site : parameterRow(ParameterId::kSite).choices) {
      for (const char* sex : {"unspecified", "female", "male"}) {
        CAPTURE(site.id);
        CAPTURE(sex);
        Protocol protocol;
        REQUIRE(setParameter(protocol, "site", site.id).ok());
        REQUIRE(setParameter(protocol, "sex", sex).ok());
        const Skin skin = skinOf(protocol);
        for (const Band& band : {skin.stratum_corneum, skin.viable_epidermis, skin.papillary_dermis, skin.dermis}) {
          CHECK(band.low > 0.0);
          CHECK(band.low <= band.value);
          CHECK(band.value <= band.high);
        }
        CHECK(skin.papillaryBottom() < skin.dermisBottom());
        CHECK(layerAt(skin, 0.0) == Layer::kStratumCorneum);
        CHECK(layerAt(skin, skin.epidermisBottom()) == Layer::kViableEpidermis);
        CHECK(layerAt(skin, skin.papillaryBottom()) == Layer::kPapillaryDermis);
        CHECK(layerAt(skin, skin.dermisBottom()) == Layer::kReticularDermis);
        CHECK(layerAt(skin, skin.dermisBottom() + 0.01) == Layer::kFat);
      }
    }
  }
}
