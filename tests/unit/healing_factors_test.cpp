#include <doctest/doctest.h>

#include "model/describe.h"
#include "model/healing.h"

using namespace needling;

namespace {

Protocol with(std::initializer_list<Command> commands) {
  Protocol protocol;
  for (const Command& command : commands) REQUIRE(setParameter(protocol, command.key, command.value).ok());
  return protocol;
}

}  // namespace

TEST_SUITE("healing factors") {
  // H-T5-07: 2.1 % a year, followed for 15 years; P-T1-120: 30 % in 5 years, then 2 % a year.
  TEST_CASE("menopause lowers the mature collagen by the published course, and no further than it was followed") {
    CHECK(matureCollagen(with({})).value == 1.0);
    CHECK(matureCollagen(with({{"menopauseYears", "10"}})).value == doctest::Approx(0.79));
    const Band five = matureCollagen(with({{"menopauseYears", "5"}, {"sex", "female"}}));
    CHECK(five.value == doctest::Approx(0.895));
    CHECK(five.low == doctest::Approx(0.70));
    CHECK(five.high == 1.0);
    const Band fifteen = matureCollagen(with({{"menopauseYears", "15"}}));
    CHECK(fifteen.value == doctest::Approx(0.685));
    CHECK(fifteen.low == doctest::Approx(0.50));
    CHECK(matureCollagen(with({{"menopauseYears", "40"}})).value == fifteen.value);
  }

  TEST_CASE("menopause is for women and for people who did not tell their sex") {
    CHECK(matureCollagen(with({{"menopauseYears", "10"}, {"sex", "male"}})).value == 1.0);
    CHECK(matureCollagen(with({{"menopauseYears", "10"}, {"sex", "female"}})).value < 1.0);
    CHECK(matureCollagen(with({{"menopauseYears", "10"}})).value < 1.0);
  }

  TEST_CASE("after menopause the series start below 1, gain as much, and the words tell what they count against") {
    const Outcome before(with({})), after(with({{"menopauseYears", "10"}}));
    const auto gain = [](const Outcome& outcome) {
      return outcome.at(SeriesId::kCollagenTotal, 120).value - outcome.at(SeriesId::kCollagenTotal, 0).value;
    };
    CHECK(after.at(SeriesId::kCollagenTotal, 0).value == doctest::Approx(0.79));
    CHECK(gain(after) == doctest::Approx(gain(before)).epsilon(1e-9));
    CHECK(after.at(SeriesId::kImprovement, 120).value ==
          doctest::Approx(before.at(SeriesId::kImprovement, 120).value).epsilon(1e-9));
    Sim sim;
    CHECK(menopauseText(sim.outcome()).empty());
    REQUIRE(sim.apply({"menopauseYears", "10"}).ok());
    CHECK(menopauseText(sim.outcome()).find("before menopause; without treatment this skin stands at \u221221 %") !=
          std::string::npos);
    CHECK(describe(sim).find(menopauseText(sim.outcome())) != std::string::npos);
    CHECK(describe(sim).find("against skin without treatment") == std::string::npos);
  }

  TEST_CASE("sun damage leaves the centre, lowers the low end of the band and keeps its high end") {
    const Outcome none(with({})), mild(with({{"photodamage", "mild"}})), marked(with({{"photodamage", "marked"}}));
    CHECK(marked.series(SeriesId::kCollagenTotal).values == none.series(SeriesId::kCollagenTotal).values);
    for (const double day : {60.0, 120.0, 365.0}) {
      const auto band = [day](const Outcome& outcome) { return outcome.at(SeriesId::kCollagenTotal, day); };
      CHECK(band(marked).low < band(mild).low);
      CHECK(band(mild).low < band(none).low);
      CHECK(band(marked).high == doctest::Approx(band(none).high).epsilon(0.01));
    }
  }

  TEST_CASE("sun damage starts with elastotic elastin that treatment only clears; without damage there is none") {
    const auto pools = [](const char* damage, double day) {
      return elastinPools(Outcome(with({{"photodamage", damage}})).tissueAt(day));
    };
    CHECK(pools("none", 0).elastotic == 0.0);
    CHECK(pools("none", 365).elastotic == 0.0);
    CHECK(pools("mild", 0).elastotic == 0.5);
    CHECK(pools("marked", 0).elastotic == 1.0);
    CHECK(pools("marked", 365).elastotic < 1.0);
    CHECK(pools("marked", 0).elastin == 1.0);
    CHECK(pools("marked", 30).tropoelastin > 0.0);
  }

  TEST_CASE("skin tone is pigment and no factor of healing") {
    const HealingFactors first = healingFactors(with({{"skinTone", "1"}, {"photodamage", "mild"}}));
    for (const char* tone : {"2", "3", "4", "5", "6"}) {
      const HealingFactors other = healingFactors(with({{"skinTone", tone}, {"photodamage", "mild"}}));
      CHECK(other.synthesis_1 == first.synthesis_1);
      CHECK(other.synthesis_3 == first.synthesis_3);
      CHECK(other.proteinase == first.proteinase);
      CHECK(other.mature_collagen == first.mature_collagen);
      CHECK(other.closure_delay_days == first.closure_delay_days);
    }
    const BandSeries light = Outcome(with({{"skinTone", "1"}})).series(SeriesId::kCollagenTotal);
    const BandSeries dark = Outcome(with({{"skinTone", "6"}})).series(SeriesId::kCollagenTotal);
    CHECK(light.low == dark.low);
    CHECK(light.high == dark.high);
  }
}
