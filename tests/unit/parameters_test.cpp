#include <doctest/doctest.h>

#include <set>

#include "model/protocol.h"

using namespace needling;

TEST_SUITE("parameters") {
  TEST_CASE("the enumerators stand in the order of the table") {
    CHECK(parameterRow(ParameterId::kDevice).id == "device");
    CHECK(parameterRow(ParameterId::kNeedleLength).id == "needleLength");
    CHECK(parameterRow(ParameterId::kNeedleCount).id == "needleCount");
    CHECK(parameterRow(ParameterId::kNeedleDiameter).id == "needleDiameter");
    CHECK(parameterRow(ParameterId::kPasses).id == "passes");
    CHECK(parameterRow(ParameterId::kPressure).id == "pressure");
    CHECK(parameterRow(ParameterId::kChannelDensity).id == "channelDensity");
    CHECK(parameterRow(ParameterId::kSite).id == "site");
    CHECK(parameterRow(ParameterId::kAge).id == "age");
    CHECK(parameterRow(ParameterId::kSex).id == "sex");
    CHECK(parameterRow(ParameterId::kSkinTone).id == "skinTone");
    CHECK(parameterRow(ParameterId::kSmoking).id == "smoking");
    CHECK(parameterRow(ParameterId::kIndication).id == "indication");
    CHECK(parameterRow(ParameterId::kSetting).id == "setting");
    CHECK(parameterRow(ParameterId::kSessions).id == "sessions");
    CHECK(parameterRow(ParameterId::kIntervalWeeks).id == "intervalWeeks");
    CHECK(parameterRow(ParameterId::kNumbingMinutes).id == "numbingMinutes");
    CHECK(parameterRow(ParameterId::kTopical).id == "topical");
    CHECK(parameterRow(ParameterId::kRandomSeed).id == "randomSeed");
  }

  TEST_CASE("choices stand in the order of their enumerators") {
    Protocol protocol;
    const auto chosen = [&](const char* id, const char* value) {
      REQUIRE(setParameter(protocol, id, value).ok());
      return &protocol;
    };
    CHECK(chosen("device", "roller")->device() == Device::kRoller);
    CHECK(chosen("device", "stamp")->device() == Device::kStamp);
    CHECK(chosen("device", "pen")->device() == Device::kPen);
    CHECK(chosen("pressure", "light")->pressure() == Pressure::kLight);
    CHECK(chosen("pressure", "firm")->pressure() == Pressure::kFirm);
    CHECK(chosen("sex", "female")->sex() == Sex::kFemale);
    CHECK(chosen("sex", "male")->sex() == Sex::kMale);
    CHECK(chosen("setting", "home")->setting() == Setting::kHome);
    CHECK(chosen("topical", "vitaminC")->topical() == Topical::kVitaminC);
    CHECK(chosen("topical", "retinoid")->topical() == Topical::kRetinoid);
    CHECK(chosen("smoking", "yes")->smokes());
  }

  TEST_CASE("every default lies in its range, ids are unique, every row but the seed names its evidence") {
    std::set<std::string> ids;
    for (const ParameterRow& row : parameterTable()) {
      CAPTURE(row.id);
      CHECK(ids.insert(row.id).second);
      CHECK(row.default_value >= row.min);
      CHECK(row.default_value <= row.max);
      CHECK(row.step > 0.0);
      CHECK_FALSE(row.meaning.empty());
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

  TEST_CASE("the contract's presets are there and lie in range") {
    for (const char* id : {"reference", "acneScars", "lotfi2013", "hairLoss", "homeRoller", "wrinkles", "texture",
                           "pigmentation", "laxity", "stretchMarks"}) {
      CAPTURE(id);
      const Preset* preset = findPreset(id);
      REQUIRE(preset != nullptr);
      CHECK_FALSE(preset->label.empty());
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
