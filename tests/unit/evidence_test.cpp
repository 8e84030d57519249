#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

#include "core/text.h"
#include "model/claims.h"
#include "model/evidence.h"
#include "unit/claim_checks.h"

// What the tables of evidence promise beyond what claims_test.cpp asks of every table.

using namespace needling;

TEST_SUITE("evidence") {
  TEST_CASE("no sentence shown to people and no layer thickness rests on a number nobody read") {
    const claim_checks::Ledger ledger = claim_checks::readLedger(assetTables());
    for (const char* path : {"texts/en.csv", "evidence/sites.csv", "evidence/ageing.csv", "evidence/danger_zones.csv",
                             "evidence/recovery.csv", "evidence/advice.csv", "assets/parameters.csv"}) {
      const CsvTable& table = embeddedTable(path);
      for (std::size_t row = 0; row < table.rowCount(); ++row) {
        if (table.at(row, "evidence").empty()) continue;
        for (const std::string_view id : split(table.at(row, "evidence"), ';')) {
          CAPTURE(std::string(id));
          const auto found = ledger.find(id);
          CHECK((found != ledger.end() && found->second != "unread"));
        }
      }
    }
  }

  TEST_CASE("a row of recovery or advice and its sentence name the same evidence, and no sentence is without its row") {
    std::map<std::string, std::string> evidence;
    for (const char* path : {"evidence/recovery.csv", "evidence/advice.csv"}) {
      const CsvTable& table = embeddedTable(path);
      for (std::size_t row = 0; row < table.rowCount(); ++row) {
        evidence[table.at(row, "text")] = table.at(row, "evidence");
      }
    }
    const CsvTable& texts = embeddedTable("texts/en.csv");
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
    const CsvTable& texts = embeddedTable("texts/en.csv");
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
