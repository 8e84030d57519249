#include <doctest/doctest.h>

#include <algorithm>

#include "model/describe.h"
#include "model/safety.h"
#include "model/state_text.h"
#include "model/timeline.h"

using namespace needling;

namespace {

Sim simWith(std::initializer_list<Command> commands) {
  Sim sim;
  for (const Command& command : commands) REQUIRE(sim.apply(command).ok());
  return sim;
}

bool hasWarning(const Sim& sim, const char* id) {
  const auto warnings = warningsFor(sim.state().protocol);
  return std::any_of(warnings.begin(), warnings.end(), [id](const Warning& w) { return w.id == id; });
}

}  // namespace

TEST_SUITE("look") {
  TEST_CASE("light, colours and zoom: checked, told, kept by a preset and brought back by JSON and fragment") {
    Sim sim;
    for (const char* key : {"light", "colorProfile", "zoom", "x", "z"}) CHECK(isStateKey(key));
    CHECK_EQ(sim.apply({"light", "green"}).message, "light cannot be \"green\": it must be one of normal, polarised.");
    CHECK_EQ(sim.apply({"colorProfile", ""}).message,
             "colorProfile cannot be \"\": it must be one of default, dark, projector, highContrast.");
    CHECK_EQ(sim.apply({"zoom", "0.5"}).message, "zoom cannot be 0.5: it must be a number from 1 to 100.");
    CHECK_EQ(sim.apply({"x", "left"}).message, "x cannot be \"left\": it must be a number from -5 to 5 mm.");
    CHECK_EQ(sim.apply({"z", "9"}).message, "z cannot be 9: it must be a number from -1 to 5 mm.");
    CHECK(sim.state() == State{});
    const unsigned protocol = sim.protocolRevision();
    for (const Command& command : {Command{"light", "polarised"}, Command{"colorProfile", "projector"},
                                   Command{"zoom", "12.5"}, Command{"x", "-0.25"}, Command{"z", "0.0312"}}) {
      CHECK_EQ(sim.apply(command).message, "");
    }
    CHECK(sim.protocolRevision() == protocol);
    CHECK(sim.apply({"preset", "homeRoller"}).ok());
    CHECK(sim.state().look.zoom == Zoom{12.5, -0.25, 0.0312});
    Sim other;
    CHECK(stateFromJson(other, stateToJson(sim.state())).ok());
    CHECK(other.state() == sim.state());
    Sim third;
    CHECK(stateFromFragment(third, stateToFragment(sim.state())).ok());
    CHECK(third.state() == sim.state());
  }
}

TEST_SUITE("split") {
  TEST_CASE("protocol B is A until it is set apart; from then on only the skin is shared") {
    Sim sim = simWith({{"needleLength", "2"}});
    CHECK(&sim.otherDerived() == &sim.derived());
    CHECK(sim.apply({"b.sessions", "6"}).ok());
    CHECK(sim.state().otherProtocol().needleLength() == 2.0);
    CHECK(sim.state().otherProtocol().get(ParameterId::kSessions) == 6.0);
    CHECK(sim.state().protocol.get(ParameterId::kSessions) == 4.0);
    CHECK(sim.apply({"needleLength", "1"}).ok());
    CHECK(sim.state().otherProtocol().needleLength() == 2.0);
    CHECK(sim.apply({"site", "forehead"}).ok());
    CHECK(sim.state().otherProtocol().choice(ParameterId::kSite) == "forehead");
    CHECK(sim.apply({"preset", "hairLoss"}).ok());
    CHECK(sim.state().otherProtocol().choice(ParameterId::kSite) == "scalp");
    CHECK(sim.state().otherProtocol().get(ParameterId::kSessions) == 6.0);
    CHECK(sim.apply({"b", "same"}).ok());
    CHECK(sim.state().otherProtocol() == sim.state().protocol);
  }

  TEST_CASE("B's device brings its usual needles; a preset for B leaves the skin alone") {
    Sim sim = simWith({{"site", "forehead"}, {"b.device", "roller"}});
    CHECK(sim.state().otherProtocol().get(ParameterId::kNeedleCount) == 192.0);
    CHECK(sim.state().protocol.device() == Device::kPen);
    CHECK(sim.apply({"b.preset", "homeRoller"}).ok());
    CHECK(sim.state().otherProtocol().setting() == Setting::kHome);
    CHECK(sim.state().otherProtocol().choice(ParameterId::kSite) == "forehead");
  }

  TEST_CASE("what B cannot take is told with B's key, and nothing changes") {
    Sim sim;
    CHECK_EQ(sim.apply({"split", "half"}).message,
             "split cannot be \"half\": it must be one of none, before, protocol.");
    CHECK_EQ(sim.apply({"b", "other"}).message, "b cannot be \"other\": it must be one of same, copy.");
    CHECK_EQ(sim.apply({"b.sessions", "9"}).message.find("b.sessions cannot be 9"), 0U);
    CHECK_EQ(sim.apply({"b.site", "scalp"}).message,
             "b.site cannot be set: both protocols are for the same skin, so set site.");
    CHECK_EQ(sim.apply({"b.preset", "none"}).message.find("b.preset cannot be \"none\""), 0U);
    CHECK_FALSE(sim.apply({"b.day", "3"}).ok());
    CHECK(sim.state() == State{});
    for (const char* key : {"split", "b", "b.sessions", "b.preset"}) CHECK(isStateKey(key));
    for (const char* key : {"b.", "b.day", "b.split", "bb"}) CHECK_FALSE(isStateKey(key));
  }

  TEST_CASE("a comparison comes back from JSON and from a link, whatever the order of its keys") {
    Sim sim =
        simWith({{"split", "protocol"}, {"needleLength", "0.5"}, {"b.device", "roller"}, {"b.needleCount", "300"}});
    Sim from_json;
    CHECK(stateFromJson(from_json, stateToJson(sim.state())).ok());
    CHECK(from_json.state() == sim.state());
    Sim from_link;
    CHECK(stateFromFragment(from_link, stateToFragment(sim.state())).ok());
    CHECK(from_link.state() == sim.state());
    Sim in_disorder;
    CHECK(in_disorder
              .applyAll(
                  {{"b.needleCount", "300"}, {"b.device", "roller"}, {"split", "protocol"}, {"needleLength", "0.5"}})
              .ok());
    CHECK(in_disorder.state() == sim.state());
  }

  TEST_CASE("two protocols have results of their own, told in the summary while they are compared") {
    Sim sim = simWith({{"day", "180"}, {"b.needleLength", "0.25"}});
    const auto gain = [](const Derived& of) { return of.outcome().at(SeriesId::kCollagenTotal, 180.0).value; };
    CHECK(gain(sim.otherDerived()) < gain(sim.derived()));
    CHECK(sim.otherDerived().revision() != sim.derived().revision());
    CHECK(describe(sim).find("protocol B") == std::string::npos);
    CHECK(sim.apply({"split", "protocol"}).ok());
    CHECK(describe(sim).find("Compared with protocol B: Cheek, motor pen, 0.25 mm needles") != std::string::npos);
    REQUIRE(sim.apply({"b.intervalWeeks", "6"}).ok());
    REQUIRE(sim.apply({"day", "60"}).ok());
    for (const char* told : {"Day 60, 4 days after treatment 3 of 4", "Day 60, 18 days after treatment 2 of 4"}) {
      CHECK(describe(sim).find(told) != std::string::npos);
      CHECK(dayTexts(sim).find(told) != std::string::npos);
    }
  }
}

TEST_SUITE("sim") {
  TEST_CASE("a refused command changes nothing and is not logged") {
    Sim sim;
    const State before = sim.state();
    CHECK_FALSE(sim.apply({"needleLength", "99"}).ok());
    CHECK_FALSE(sim.apply({"day", "-1"}).ok());
    CHECK_FALSE(sim.apply({"day", "731"}).ok());
    CHECK_FALSE(sim.apply({"picture", "cube"}).ok());
    CHECK_FALSE(sim.apply({"preset", "everything"}).ok());
    CHECK(sim.state() == before);
    CHECK(sim.log().empty());
    CHECK(sim.apply({"day", "731"}).message == "day cannot be 731: it must be a number from 0 to 730 days.");
  }

  TEST_CASE("the log replays to the same state") {
    Sim sim;
    CHECK(sim.apply({"device", "roller"}).ok());
    CHECK(sim.apply({"needleCount", "300"}).ok());
    CHECK(stateFromJson(sim, R"({"preset":"hairLoss","age":50})").ok());
    CHECK(sim.apply({"day", "45.5"}).ok());
    Sim replay;
    for (const Command& command : sim.log()) REQUIRE(replay.apply(command).ok());
    CHECK(replay.state() == sim.state());
  }

  TEST_CASE("moving in time keeps the computed outcome, changing the protocol renews it") {
    Sim sim;
    const Outcome* first = &sim.outcome();
    const unsigned revision = sim.protocolRevision();
    CHECK(sim.apply({"day", "100"}).ok());
    CHECK(&sim.outcome() == first);
    CHECK(sim.protocolRevision() == revision);
    const double before = sim.outcome().exposure();
    CHECK(sim.apply({"needleLength", "0.5"}).ok());
    CHECK(sim.protocolRevision() != revision);
    CHECK(sim.outcome().exposure() < before);
  }

  TEST_CASE("every preset explains itself and orders its band") {
    for (const Preset& preset : presets()) {
      CAPTURE(preset.id);
      Sim sim = simWith({{"preset", preset.id}, {"day", "90"}});
      const std::string words = describe(sim);
      CHECK(words.find(parameterText(parameterRow(ParameterId::kNeedleLength), sim.state().protocol.needleLength())) !=
            std::string::npos);
      CHECK(words.find("Illustration for education, not your result") != std::string::npos);
      CHECK(words.find('{') == std::string::npos);
      for (std::size_t s = 0; s < kSeriesCount; ++s) {
        const BandSeries& series = sim.outcome().series(static_cast<SeriesId>(s));
        REQUIRE(series.values.size() == 731);
        for (std::size_t day = 0; day < 731; ++day) {
          REQUIRE(series.low[day] <= series.values[day]);
          REQUIRE(series.values[day] <= series.high[day]);
        }
      }
    }
  }

  TEST_CASE("the ensemble's depths lie inside the corners of the law, in every preset") {
    for (const Preset& preset : presets()) {
      CAPTURE(preset.id);
      const Outcome outcome(preset.protocol);
      const NeedleDepth law = needleDepth(preset.protocol, preset.protocol.needleLength());
      CHECK(outcome.reachMm().low >= law.reach_mm.low);
      CHECK(outcome.reachMm().high <= law.reach_mm.high);
      CHECK(outcome.residualMm().low >= law.residual_mm.low);
      CHECK(outcome.residualMm().high <= law.residual_mm.high);
      CHECK(outcome.residualMm().low <= outcome.residualMm().high);
    }
  }

  TEST_CASE("the home setting always carries its warning, first") {
    const Sim sim = simWith({{"preset", "homeRoller"}});
    const auto warnings = warningsFor(sim.state().protocol);
    REQUIRE_FALSE(warnings.empty());
    CHECK(warnings[0].id == "home");
    CHECK(warnings[0].severity == Severity::kWarning);
    CHECK(warnings[0].text.find("Not approved for home use by any authority") == 0);
  }

  TEST_CASE("warnings follow their rule") {
    CHECK(hasWarning(simWith({{"topical", "vitaminC"}}), "vitaminC"));
    CHECK(hasWarning(simWith({{"needleLength", "2"}}), "extrapolated"));
    CHECK(hasWarning(simWith({{"site", "periorbital"}}), "eyelid"));
    CHECK(hasWarning(simWith({{"site", "periorbital"}}), "throughDermis"));
    CHECK(hasWarning(simWith({{"skinTone", "4"}}), "skinTone"));
    CHECK_FALSE(hasWarning(simWith({{"skinTone", "3"}}), "skinTone"));
    CHECK(hasWarning(simWith({{"preset", "homeRoller"}}), "shallow"));
    CHECK_FALSE(hasWarning(Sim(), "home"));
    CHECK(hasWarning(Sim(), "ask"));
  }

  TEST_CASE(
      "a needle that may only dent is told so, one treatment and one day are singular, sentences begin with a "
      "capital") {
    CHECK(describe(simWith({{"preset", "homeRoller"}})).find("may only dent") != std::string::npos);
    const std::string one = describe(simWith({{"preset", "reference"}, {"day", "1"}}));
    CHECK(one.find("Cheek, hand roller, 1.5 mm needles, one treatment.") == 0);
    CHECK(one.find("Day 1, one day after treatment 1 of 1") != std::string::npos);
  }

  TEST_CASE("improvement is read out for acne scars alone") {
    CHECK(hasSeries(Sim().state().protocol, SeriesId::kImprovement));
    CHECK_FALSE(hasSeries(simWith({{"indication", "laxity"}}).state().protocol, SeriesId::kImprovement));
    CHECK(hasSeries(simWith({{"indication", "laxity"}}).state().protocol, SeriesId::kCollagenTotal));
  }

  TEST_CASE("skin tone changes no collagen") {
    const Sim light = simWith({{"skinTone", "1"}}), dark = simWith({{"skinTone", "6"}});
    CHECK(light.outcome().series(SeriesId::kCollagenTotal).values ==
          dark.outcome().series(SeriesId::kCollagenTotal).values);
  }

  TEST_CASE("smokers make less new collagen, and more age widens the band downwards") {
    const double plain = Sim().outcome().at(SeriesId::kCollagenTotal, 120).value;
    CHECK(simWith({{"smoking", "yes"}}).outcome().at(SeriesId::kCollagenTotal, 120).value < plain);
    CHECK(simWith({{"age", "80"}}).outcome().at(SeriesId::kCollagenTotal, 120).low <
          Sim().outcome().at(SeriesId::kCollagenTotal, 120).low);
  }

  TEST_CASE("the phase ribbon covers the timeline without gaps and agrees with the phase of each day") {
    const Protocol protocol;
    const auto ribbon = phaseRibbon(protocol);
    CHECK(ribbon.front().from_day == 0.0);
    CHECK(ribbon.back().to_day == 730.0);
    for (std::size_t i = 0; i + 1 < ribbon.size(); ++i) CHECK(ribbon[i].to_day == ribbon[i + 1].from_day);
    for (const PhaseSpan& span : ribbon) {
      CHECK(span.from_day < span.to_day);
      CHECK(phaseOn(protocol, span.from_day).id == span.phase->id);
      CHECK(phaseOn(protocol, 0.5 * (span.from_day + span.to_day)).id == span.phase->id);
      // There is nothing new to measure after the first treatment only.
      const bool nothing_yet = phaseNote(protocol, span.from_day).find("No new collagen") != std::string::npos;
      CHECK(nothing_yet == (span.phase->id == "inflammation" && span.from_day == 0.0));
    }
  }
}

TEST_SUITE("state text") {
  TEST_CASE("JSON and fragment bring back every preset, day and picture") {
    for (const Preset& preset : presets()) {
      CAPTURE(preset.id);
      Sim sim = simWith({{"preset", preset.id}, {"day", "123.25"}, {"picture", "strip"}, {"age", "61"}});
      Sim from_json, from_fragment;
      CHECK(stateFromJson(from_json, stateToJson(sim.state())).ok());
      CHECK(from_json.state() == sim.state());
      const Status status = stateFromFragment(from_fragment, stateToFragment(sim.state()));
      CHECK(status.message == "");
      CHECK(from_fragment.state() == sim.state());
    }
  }

  TEST_CASE("the fragment of the defaults is empty but valid, and safe in any URL") {
    Sim sim;
    CHECK(stateToFragment(sim.state()).starts_with("v1.."));
    Sim other = simWith({{"preset", "lotfi2013"}, {"day", "60"}});
    for (const char c : stateToFragment(other.state())) {
      CHECK((std::isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '_' || c == '~' || c == '-'));
    }
  }

  TEST_CASE("a fragment that was cut off anywhere is refused whole") {
    Sim sim = simWith({{"needleLength", "2"}, {"day", "60"}});
    const std::string whole = stateToFragment(sim.state());
    for (std::size_t length = 0; length < whole.size(); ++length) {
      Sim target;
      CHECK_FALSE(stateFromFragment(target, whole.substr(0, length)).ok());
      CHECK(target.state() == State{});
    }
  }

  TEST_CASE("missing keys take defaults, unknown keys are ignored, a boolean may stand for yes and no") {
    Sim sim = simWith({{"needleLength", "3"}});
    CHECK(stateFromJson(sim, R"({"age":70,"future":{"a":[1]},"smoking":true})").ok());
    CHECK(sim.state().protocol.needleLength() == 1.5);
    CHECK(sim.state().protocol.get(ParameterId::kAge) == 70);
    CHECK(sim.state().protocol.smokes());
  }

  TEST_CASE("a value of the wrong JSON type is told with the parameter's own range") {
    Sim sim;
    CHECK(stateFromJson(sim, R"({"age":[1]})").message ==
          "age cannot be \"array\": it must be a number from 18 to 90 years.");
    CHECK(stateFromJson(sim, R"({"version":{"a":1}})").message ==
          "version cannot be \"object\": this program reads version 1.");
  }

  TEST_CASE("the order of keys does not matter: the device is set before its needles") {
    Sim sim;
    CHECK(stateFromJson(sim, R"({"needleCount":300,"device":"roller","preset":"acneScars"})").ok());
    CHECK(sim.state().protocol.get(ParameterId::kNeedleCount) == 300);
  }

  TEST_CASE("documents that are no protocol are refused with a sentence and change nothing") {
    const std::string deep(50'000, '[');
    for (const std::string& bad : {std::string(""),
                                   std::string("{"),
                                   std::string("[]"),
                                   std::string("null"),
                                   std::string("3"),
                                   std::string("\"x\""),
                                   std::string(R"({"needleLength":99})"),
                                   std::string(R"({"needleLength":"wide"})"),
                                   std::string(R"({"needleLength":null})"),
                                   std::string(R"({"needleLength":[1]})"),
                                   std::string(R"({"needleLength":1e999})"),
                                   std::string(R"({"needleLength":NaN})"),
                                   std::string(R"({"version":2})"),
                                   std::string(R"({"version":"1"})"),
                                   std::string(R"({"day":731})"),
                                   std::string(R"({"preset":"none"})"),
                                   std::string(R"({"age":true})"),
                                   "{\"version\":" + std::string(49'000, '[') + std::string(49'000, ']') + "}",
                                   std::string("{\"age\":30}\0{", 12),
                                   std::string("{\"site\":\"\xff\xfe\"}"),
                                   deep,
                                   std::string(200'000, ' ')}) {
      CAPTURE(bad.substr(0, 60));
      Sim sim = simWith({{"age", "40"}});
      const State before = sim.state();
      const Status status = stateFromJson(sim, bad);
      CHECK_FALSE(status.ok());
      CHECK(status.message.size() > 20);
      CHECK(status.message.size() < 300);
      CHECK(sim.state() == before);
    }
  }
}
