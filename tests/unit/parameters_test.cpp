#include <doctest/doctest.h>

#include <set>

#include "model/results_json.h"

using namespace needling;

namespace {

// Every choice of a parameter, and none besides.
template <typename Value>
void checkChoices(const char* id, Value (Protocol::*chosen)() const,
                  std::initializer_list<std::pair<const char*, Value>> choices) {
  const std::string name = id;
  CAPTURE(name);
  CHECK(findParameter(id)->choices.size() == choices.size());
  for (const auto& [choice, value] : choices) {
    Protocol protocol;
    REQUIRE(setParameter(protocol, id, choice).ok());
    CHECK((protocol.*chosen)() == value);
  }
}

}  // namespace

TEST_SUITE("parameters") {
  TEST_CASE("the enumerators stand in the order of the table") {
    const std::pair<ParameterId, const char*> rows[] = {{ParameterId::kDevice, "device"},
                                                        {ParameterId::kNeedleLength, "needleLength"},
                                                        {ParameterId::kNeedleCount, "needleCount"},
                                                        {ParameterId::kNeedleDiameter, "needleDiameter"},
                                                        {ParameterId::kPasses, "passes"},
                                                        {ParameterId::kPressure, "pressure"},
                                                        {ParameterId::kChannelDensity, "channelDensity"},
                                                        {ParameterId::kTechnique, "technique"},
                                                        {ParameterId::kNeedleCondition, "needleCondition"},
                                                        {ParameterId::kGlideSpeed, "glideSpeed"},
                                                        {ParameterId::kStrokesPerSecond, "strokesPerSecond"},
                                                        {ParameterId::kSite, "site"},
                                                        {ParameterId::kAge, "age"},
                                                        {ParameterId::kSex, "sex"},
                                                        {ParameterId::kSkinTone, "skinTone"},
                                                        {ParameterId::kSmoking, "smoking"},
                                                        {ParameterId::kPhotodamage, "photodamage"},
                                                        {ParameterId::kMenopauseYears, "menopauseYears"},
                                                        {ParameterId::kIndication, "indication"},
                                                        {ParameterId::kSetting, "setting"},
                                                        {ParameterId::kSessions, "sessions"},
                                                        {ParameterId::kIntervalWeeks, "intervalWeeks"},
                                                        {ParameterId::kNumbingMinutes, "numbingMinutes"},
                                                        {ParameterId::kTopical, "topical"},
                                                        {ParameterId::kCover, "cover"},
                                                        {ParameterId::kRandomSeed, "randomSeed"}};
    REQUIRE(std::size(rows) == kParameterCount);
    for (std::size_t i = 0; i < kParameterCount; ++i) {
      CHECK(static_cast<std::size_t>(rows[i].first) == i);
      CHECK(parameterRow(rows[i].first).id == rows[i].second);
    }
  }

  TEST_CASE("choices stand in the order of their enumerators") {
    checkChoices("device", &Protocol::device,
                 {{"pen", Device::kPen}, {"roller", Device::kRoller}, {"stamp", Device::kStamp}});
    checkChoices("pressure", &Protocol::pressure,
                 {{"light", Pressure::kLight}, {"normal", Pressure::kNormal}, {"firm", Pressure::kFirm}});
    checkChoices("technique", &Protocol::technique, {{"lifted", Technique::kLifted}, {"dragged", Technique::kDragged}});
    checkChoices(
        "needleCondition", &Protocol::needleCondition,
        {{"fresh", NeedleCondition::kFresh}, {"dull", NeedleCondition::kDull}, {"bent", NeedleCondition::kBent}});
    checkChoices("sex", &Protocol::sex,
                 {{"unspecified", Sex::kUnspecified}, {"female", Sex::kFemale}, {"male", Sex::kMale}});
    checkChoices("smoking", &Protocol::smokes, {{"no", false}, {"yes", true}});
    checkChoices("photodamage", &Protocol::photodamage,
                 {{"none", Photodamage::kNone}, {"mild", Photodamage::kMild}, {"marked", Photodamage::kMarked}});
    checkChoices("setting", &Protocol::setting, {{"clinic", Setting::kClinic}, {"home", Setting::kHome}});
    checkChoices("topical", &Protocol::topical,
                 {{"none", Topical::kNone},
                  {"hyaluronic", Topical::kHyaluronic},
                  {"vitaminC", Topical::kVitaminC},
                  {"growthFactors", Topical::kGrowthFactors},
                  {"retinoid", Topical::kRetinoid}});
    checkChoices("cover", &Protocol::covered, {{"open", false}, {"covered", true}});
  }

  TEST_CASE("every default lies in its range, ids are unique, every row but the seed names its evidence") {
    std::set<std::string> ids;
    for (const ParameterRow& row : parameterTable()) {
      CAPTURE(row.id);
      CHECK(ids.insert(row.id).second);
      CHECK(row.default_value >= row.min);
      CHECK(row.default_value <= row.max);
      CHECK(row.step > 0.0);
      CHECK_FALSE(row.meaning().empty());
      CHECK(row.evidence.empty() == (row.id == "randomSeed"));
    }
  }

  TEST_CASE("the default is the README's protocol") {
    const Protocol protocol;
    CHECK(protocol.choice(ParameterId::kIndication) == "acneScars");
    CHECK(protocol.choice(ParameterId::kSite) == "cheek");
    CHECK(protocol.device() == Device::kPen);
    CHECK(protocol.needleLength() == 1.5);
    CHECK(protocol.treatmentDays() == std::vector<double>{0, 28, 56, 84});
    CHECK(protocol.get(ParameterId::kAge) == 35);
    CHECK(findPreset("acneScars")->protocol == protocol);
  }

  TEST_CASE("a bad value is refused in one sentence with key, value and range, and nothing changes") {
    Protocol protocol;
    const Protocol before = protocol;
    const auto message = [&](const char* id, const std::string& value) {
      const Status status = setParameter(protocol, id, value);
      CHECK_FALSE(status.ok());
      CHECK(protocol == before);
      return status.message;
    };
    CHECK(message("needleLength", "99") == "needleLength cannot be 99: it must be from 0.25 to 3 mm.");
    CHECK(message("needleLength", "abc") == "needleLength cannot be \"abc\": it must be a number from 0.25 to 3 mm.");
    CHECK(message("needleLength", "NaN").find("must be a number") != std::string::npos);
    CHECK(message("age", "35.5") == "age cannot be 35.5: it must be a whole number from 18 to 90 years.");
    CHECK(message("site", "nose").find("must be one of forehead, periorbital") != std::string::npos);
    CHECK(message("needleCount", "500") == "needleCount cannot be 500: it must be from 1 to 36 needles.");
    CHECK(message("constructor", "1") == "There is no parameter \"constructor\".");
    CHECK(message("needleLength", std::string(100'000, '9')).size() < 200);
  }

  TEST_CASE("one of a thing is not many") {
    const auto label = [](ParameterId parameter, double value) {
      return parameterLabel(parameterRow(parameter), value);
    };
    CHECK_EQ(label(ParameterId::kIntervalWeeks, 1), "1 week");
    CHECK_EQ(label(ParameterId::kIntervalWeeks, 2), "2 weeks");
    CHECK_EQ(label(ParameterId::kSessions, 1), "1 treatment");
    CHECK_EQ(label(ParameterId::kNeedleCount, 1), "1 needle");
    CHECK_EQ(label(ParameterId::kPasses, 1), "1 pass");
    CHECK_EQ(label(ParameterId::kNeedleLength, 1), "1 mm");
  }

  TEST_CASE("a new device brings its usual needles, the same device keeps what was set") {
    Protocol protocol;
    REQUIRE(setParameter(protocol, "needleCount", "20").ok());
    REQUIRE(setParameter(protocol, "device", "pen").ok());
    CHECK(protocol.get(ParameterId::kNeedleCount) == 20);
    REQUIRE(setParameter(protocol, "device", "roller").ok());
    CHECK(protocol.get(ParameterId::kNeedleCount) == 192);
  }

  TEST_CASE("nobody is asked for what has no effect") {
    Protocol protocol;
    CHECK(hasEffect(protocol, ParameterId::kGlideSpeed));
    CHECK_FALSE(hasEffect(protocol, ParameterId::kStrokesPerSecond));
    REQUIRE(setParameter(protocol, "glideSpeed", "20").ok());
    CHECK(hasEffect(protocol, ParameterId::kStrokesPerSecond));
    REQUIRE(setParameter(protocol, "device", "roller").ok());
    CHECK_FALSE(hasEffect(protocol, ParameterId::kGlideSpeed));
    CHECK(hasEffect(protocol, ParameterId::kMenopauseYears));
    REQUIRE(setParameter(protocol, "sex", "male").ok());
    CHECK_FALSE(hasEffect(protocol, ParameterId::kMenopauseYears));
  }

  TEST_CASE("what is said to have no effect changes no result, and the rest of it does") {
    const struct {
      std::vector<Command> settings;
      ParameterId parameter;
      const char* value;
      bool effect;
    } cases[] = {
        {{{"channelDensity", "250"}}, ParameterId::kGlideSpeed, "20", false},
        {{{"channelDensity", "250"}, {"glideSpeed", "20"}}, ParameterId::kStrokesPerSecond, "50", false},
        {{{"device", "roller"}, {"channelDensity", "250"}}, ParameterId::kPasses, "2", false},
        {{{"device", "stamp"}, {"channelDensity", "250"}}, ParameterId::kPasses, "2", false},
        {{{"channelDensity", "250"}}, ParameterId::kPasses, "2", true},
        {{{"device", "roller"}}, ParameterId::kPasses, "2", true},
        {{{"sessions", "1"}}, ParameterId::kIntervalWeeks, "2", false},
        {{{"sessions", "2"}}, ParameterId::kIntervalWeeks, "2", true},
        {{{"sex", "male"}}, ParameterId::kMenopauseYears, "5", false},
    };
    for (const auto& each : cases) {
      const std::string& id = parameterRow(each.parameter).id;
      CAPTURE(id);
      Sim sim;
      REQUIRE(sim.applyAll(each.settings).ok());
      CHECK(hasEffect(sim.state().protocol, each.parameter) == each.effect);
      const std::string before = resultsJson(sim.derived(), 90.0);
      REQUIRE(sim.apply({id, each.value}).ok());
      CHECK((resultsJson(sim.derived(), 90.0) != before) == each.effect);
    }
  }

  TEST_CASE("the contract's presets are there and lie in range") {
    for (const char* id : {"reference", "acneScars", "lotfi2013", "hairLoss", "homeRoller", "wrinkles", "texture",
                           "pigmentation", "laxity", "stretchMarks"}) {
      CAPTURE(id);
      const Preset* preset = findPreset(id);
      REQUIRE(preset != nullptr);
      CHECK_FALSE(preset->label().empty());
      for (const ParameterRow& row : parameterTable()) {
        const Range range = rangeFor(preset->protocol, row.parameter);
        CHECK(preset->protocol.get(row.parameter) >= range.min);
        CHECK(preset->protocol.get(row.parameter) <= range.max);
      }
    }
    CHECK(findPreset("homeRoller")->protocol.setting() == Setting::kHome);
    CHECK(findPreset("hairLoss")->protocol.needleLength() == 0.6);
    CHECK(findPreset("nothing") == nullptr);
  }
}
