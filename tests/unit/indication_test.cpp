#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "core/text.h"
#include "model/claims.h"
#include "model/describe.h"
#include "model/evidence.h"
#include "model/indication.h"
#include "model/results_json.h"

// What each indication's studies support, and that nothing else is read out.

using namespace needling;

namespace {

Sim treatedFor(const std::string& preset, double day = 0.0) {
  Sim sim;
  REQUIRE(sim.apply({"preset", preset}).ok());
  REQUIRE(sim.apply({"day", formatNumber(day)}).ok());
  return sim;
}

Readout readoutOf(const Sim& sim, double day) { return readoutOn(sim.state().protocol, sim.outcome(), day); }

nlohmann::json outcomeJson(const Sim& sim, double day) {
  return nlohmann::json::parse(resultsJson(sim.derived(), day))["outcome"];
}

constexpr double kWeek12 = 84.0;
constexpr double kWeek24 = 168.0;

// The preset beside minoxidil, needled every four weeks until week 24.
Sim needledTo24() {
  Sim sim = treatedFor("hairLoss");
  REQUIRE(sim.apply({"sessions", "7"}).ok());
  REQUIRE(sim.apply({"intervalWeeks", "4"}).ok());
  return sim;
}

}  // namespace

TEST_SUITE("indication") {
  TEST_CASE("every indication that can be chosen, and pores, has a grade, a sentence for it, a course and a text") {
    std::set<std::string> ids;
    for (const IndicationRow& row : indicationTable()) {
      CAPTURE(row.id);
      CHECK(ids.insert(row.id).second);
      CHECK(std::string("ABCDE").find(row.grade.substr(0, 1)) != std::string::npos);
      CHECK_FALSE(row.gradeText().empty());
      CHECK_FALSE(row.courseText().empty());
      CHECK(row.courseText().find('{') == std::string::npos);
      CHECK_FALSE(row.outcomeText().empty());
      CHECK(row.unit.empty() == (row.law == ReadoutLaw::kNone));
    }
    for (const Choice& choice : parameterRow(ParameterId::kIndication).choices) CHECK(ids.contains(choice.id));
    CHECK(ids.contains("pores"));
  }

  TEST_CASE("a row with a law names its parameters and what they were fitted to; nothing held out was used") {
    const CsvTable& table = embeddedTable("evidence/indications.csv");
    for (std::size_t i = 0; i < table.rowCount(); ++i) {
      CAPTURE(table.at(i, "id"));
      const bool has_law = table.at(i, "law") != "none" && !table.at(i, "law").empty();
      CHECK(table.at(i, "fitted_to").empty() != has_law);
      CHECK(table.at(i, "parameters").empty() != has_law);
      if (!has_law) continue;
      for (const std::string_view id : split(table.at(i, "parameters"), ';')) CHECK(constant(id) > 0.0);
      for (const std::string_view id : split(table.at(i, "held_out"), ';')) {
        CHECK(table.at(i, "fitted_to").find(id) == std::string::npos);
        CHECK(table.at(i, "band_from").find(id) == std::string::npos);
      }
    }
  }

  TEST_CASE("without published support no number is given anywhere, and the text says so") {
    for (const char* preset : {"wrinkles", "texture", "pigmentation", "laxity", "stretchMarks", "homeRoller"}) {
      CAPTURE(preset);
      const Sim sim = treatedFor(preset);
      for (const double day : {0.0, 90.0, 730.0}) {
        const Readout readout = readoutOf(sim, day);
        CHECK_FALSE(readout.known());
        CHECK_FALSE(readout.untreated.has_value());
        CHECK(readout.text.find("No number is shown") == 0);
        const nlohmann::json json = outcomeJson(sim, day);
        CHECK(json["known"] == false);
        for (const char* key : {"value", "low", "high", "untreated"}) CHECK(json[key].is_null());
      }
    }
  }

  TEST_CASE("untreated is no change on every day, bands are ordered and start at zero") {
    const Sim scars = treatedFor("acneScars"), hair = needledTo24();
    for (const Sim* each : {&scars, &hair}) {
      const Sim& sim = *each;
      CHECK(readoutOf(sim, 0.0).value->high == 0.0);
      for (double day = 0.0; day <= kWeek24; day += 0.5) {
        const Readout readout = readoutOf(sim, day);
        REQUIRE(readout.known());
        REQUIRE(readout.untreated->value == 0.0);
        REQUIRE(readout.untreated->low == 0.0);
        REQUIRE(readout.untreated->high == 0.0);
        REQUIRE(readout.value->low <= readout.value->value);
        REQUIRE(readout.value->value <= readout.value->high);
      }
    }
  }

  TEST_CASE("the acne-scar read-out is the series improvement, in per cent") {
    const Sim sim = treatedFor("acneScars");
    const Band share = sim.outcome().at(SeriesId::kImprovement, 144.0);
    const Band percent = *readoutOf(sim, 144.0).value;
    CHECK(percent.value == doctest::Approx(100.0 * share.value));
    CHECK(percent.low == doctest::Approx(100.0 * share.low));
    CHECK(percent.high == doctest::Approx(100.0 * share.high));
    CHECK(outcomeJson(sim, 144.0)["unit"] == "%");
  }

  TEST_CASE("needling beside minoxidil: 10 to 17 more hairs per cm2 at week 24 (H-T2-30), never Dhurat's 69") {
    const Sim sim = needledTo24();
    const Band week24 = *readoutOf(sim, kWeek24).value;
    CHECK(week24.value > 10.0);
    CHECK(week24.value < 17.0);
    for (double day = 0.0; day <= kWeek24; day += 7.0) CHECK(readoutOf(sim, day).value->high < 69.2);
    CHECK(readoutOf(sim, kWeek24).untreated_text == "Minoxidil alone");
  }

  TEST_CASE("hairs are told while the needling goes on, and not once a treatment is left out") {
    const Sim preset = treatedFor("hairLoss");  // on days 0 to 70, the next one would be due on day 84
    CHECK(readoutOf(preset, kWeek12).known());
    const Readout after = readoutOf(preset, kWeek12 + 1.0);
    CHECK_FALSE(after.known());
    CHECK_FALSE(after.untreated.has_value());
    CHECK(after.text.find("No number is shown here: this course has ended") == 0);
    Sim three = treatedFor("hairLoss");
    REQUIRE(three.apply({"sessions", "3"}).ok());
    CHECK(readoutOf(three, 42.0).known());
    CHECK_FALSE(readoutOf(three, kWeek24).known());
    CHECK(outcomeJson(three, kWeek24)["value"].is_null());
  }

  TEST_CASE("deeper needles give no more hair: 1.2 and 2.5 mm as 0.6 mm (H-T2-33)") {
    Sim sim = treatedFor("hairLoss");
    const double at_06 = readoutOf(sim, kWeek12).value->value;
    for (const char* length : {"1.2", "2.5"}) {
      REQUIRE(sim.apply({"needleLength", length}).ok());
      CHECK(readoutOf(sim, kWeek12).value->value <= at_06);
    }
  }

  TEST_CASE("hair courses and days that no trial had show no number") {
    CHECK_FALSE(readoutOf(needledTo24(), kWeek24 + 1.0).known());
    for (const Command& command : {Command{"site", "cheek"}, Command{"needleLength", "0.25"}, Command{"sessions", "1"},
                                   Command{"intervalWeeks", "8"}}) {
      CAPTURE(command.key);
      Sim sim = treatedFor("hairLoss");
      REQUIRE(sim.apply(command).ok());
      const Readout readout = readoutOf(sim, 84.0);
      CHECK_FALSE(readout.known());
      CHECK(readout.text.find("No number is shown here") == 0);
    }
  }

  TEST_CASE("the time to see a change is a published follow-up: 12 weeks for acne scars and hair, none for pores") {
    CHECK(indicationOf(treatedFor("acneScars").state().protocol).first_change_weeks == 12.0);
    CHECK(indicationOf(treatedFor("hairLoss").state().protocol).first_change_weeks == 12.0);
    CHECK_FALSE(indicationTable().back().first_change_weeks.has_value());
    CHECK(outcomeJson(treatedFor("hairLoss"), 84.0)["first_change_weeks"] == 12.0);
  }
}
