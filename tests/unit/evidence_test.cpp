#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

#include "asset_table.h"
#include "core/text.h"
#include "model/evidence.h"

// Every number and sentence that the program reads names its evidence, and the evidence is there.

using namespace needling;

namespace {

struct Ledger {
  std::set<std::string> ids;
  std::set<std::string> unread;
};

Ledger loadLedger() {
  Ledger ledger;
  for (const char* path : {"evidence/penetration.csv", "evidence/healing.csv", "evidence/safety.csv"}) {
    const CsvTable table = assetTable(path);
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
      CHECK(ledger.ids.insert(table.at(row, "id")).second);
      if (table.at(row, "confidence") == "unread") ledger.unread.insert(table.at(row, "id"));
    }
  }
  return ledger;
}

void checkReferences(const Ledger& ledger, const char* path, const char* column = "evidence") {
  const CsvTable table = assetTable(path);
  REQUIRE(table.rowCount() > 0);
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    const std::string& list = table.at(row, column);
    if (list.empty()) continue;
    for (const std::string_view id : split(list, ';')) {
      CAPTURE(path);
      CAPTURE(list);
      CHECK(ledger.ids.contains(std::string(id)));
    }
  }
}

}  // namespace

TEST_SUITE("evidence") {
  TEST_CASE("every evidence id that a table names stands in a ledger") {
    const Ledger ledger = loadLedger();
    CHECK(ledger.ids.size() > 500);
    for (const char* path :
         {"evidence/constants.csv", "evidence/sites.csv", "evidence/devices.csv", "evidence/phases.csv",
          "evidence/molecules.csv", "evidence/ageing.csv", "evidence/danger_zones.csv", "evidence/recovery.csv",
          "evidence/advice.csv", "parameters.csv", "presets.csv", "texts/en.csv"}) {
      checkReferences(ledger, path);
    }
    for (const char* column :
         {"grade_evidence", "course_evidence", "first_change_evidence", "fitted_to", "band_from", "held_out"}) {
      checkReferences(ledger, "evidence/indications.csv", column);
    }
  }

  TEST_CASE("no sentence shown to people and no layer thickness rests on a number nobody read") {
    const Ledger ledger = loadLedger();
    for (const char* path : {"texts/en.csv", "evidence/sites.csv", "evidence/ageing.csv", "evidence/danger_zones.csv",
                             "evidence/recovery.csv", "evidence/advice.csv", "parameters.csv"}) {
      const CsvTable table = assetTable(path);
      for (std::size_t row = 0; row < table.rowCount(); ++row) {
        for (const std::string_view id : split(table.at(row, "evidence"), ';')) {
          CAPTURE(std::string(id));
          CHECK_FALSE(ledger.unread.contains(std::string(id)));
        }
      }
    }
  }

  TEST_CASE("a row of recovery or advice and its sentence name the same evidence, and no sentence is without its row") {
    std::map<std::string, std::string> evidence;
    for (const char* path : {"evidence/recovery.csv", "evidence/advice.csv"}) {
      const CsvTable table = assetTable(path);
      for (std::size_t row = 0; row < table.rowCount(); ++row) {
        evidence[table.at(row, "text")] = table.at(row, "evidence");
      }
    }
    const CsvTable texts = assetTable("texts/en.csv");
    std::size_t found = 0;
    for (std::size_t row = 0; row < texts.rowCount(); ++row) {
      const std::string& id = texts.at(row, "id");
      CAPTURE(id);
      if (evidence.contains(id)) {
        ++found;
        CHECK(texts.at(row, "evidence") == evidence[id]);
      } else if (id.ends_with(".name")) {
        CHECK(evidence.contains(id.substr(0, id.rfind('.'))));
      } else if (id.starts_with("recovery.")) {
        CHECK(id.starts_with("recovery.strength."));
      } else if (id.starts_with("advice.")) {
        CHECK((id.starts_with("advice.group.") || id == "advice.incomplete"));
      }
    }
    CHECK(found == evidence.size());
  }

  TEST_CASE("every warning and every phase names its evidence") {
    const CsvTable texts = assetTable("texts/en.csv");
    for (std::size_t row = 0; row < texts.rowCount(); ++row) {
      const std::string& id = texts.at(row, "id");
      CAPTURE(id);
      if (id.starts_with("warning.") || id.starts_with("phase.")) CHECK_FALSE(texts.at(row, "evidence").empty());
      CHECK_FALSE(texts.at(row, "text").empty());
    }
  }

  TEST_CASE("every constant lies in its band and tells its kind; only assumed ones may lack a source") {
    const CsvTable& table = constantsTable();
    std::set<std::string> ids;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
      const std::string& id = table.at(row, "id");
      CAPTURE(id);
      CHECK(ids.insert(id).second);
      CHECK(table.number(row, "low") <= table.number(row, "value"));
      CHECK(table.number(row, "value") <= table.number(row, "high"));
      const std::string& kind = table.at(row, "kind");
      CHECK((kind == "read" || kind == "derived" || kind == "fitted" || kind == "assumed" || kind == "unread"));
      if (kind != "assumed") CHECK_FALSE(table.at(row, "evidence").empty());
    }
  }
}
