#include <doctest/doctest.h>

#include <algorithm>

#include "core/csv.h"
#include "model/claims.h"
#include "unit/claim_checks.h"

// Whatever is shown rests on a claim, and no claim says more than its rows. The tables come from all of assets/, so a
// new table with a column "evidence" is looked through without being named here.

using namespace needling;
using namespace needling::claim_checks;

namespace {

bool isShown(const NamedTable& each) {
  return !evidenceColumns(each.table).empty() && !each.table.hasColumn("statement");
}

std::string listed(const Complaints& complaints) {
  std::string text;
  for (const std::string& each : complaints) text += each + "\n";
  return text;
}

// A ledger of two rows and the claims on them, to break.
const Ledger kLedger = {{"X-1", "read"}, {"X-2", "unread"}};

Claim madeUpClaim(const std::string& id, const std::string& kind, const std::string& row,
                  const std::string& confidence) {
  return {.id = id,
          .statement = "Something was found.",
          .kind = kind,
          .evidence = {row},
          .source = "Nobody 2020",
          .population = "adults",
          .n = "10",
          .grade = "D",
          .confidence = confidence,
          .date = "2020",
          .checked = "2026-11-22"};
}

const std::vector<Claim> kClaims = {madeUpClaim("C-001", "fact", "X-1", "read"),
                                    madeUpClaim("C-002", "model", "X-2", "unread")};

const CsvTable kInterface("id,reason\npanel.,labels\n");

NamedTable texts(const std::string& rows) { return {"texts/xx.csv", CsvTable("id,text,evidence\n" + rows)}; }
NamedTable constants(const std::string& rows) {
  return {"evidence/made_up.csv", CsvTable("id,value,low,high,kind,evidence\n" + rows)};
}

}  // namespace

TEST_SUITE("claims") {
  TEST_CASE("the ledger keeps its form, names rows that exist and tells their confidence") {
    CHECK(claims().size() > 250);
    CHECK_EQ(listed(checkClaims(claims(), readLedger(assetTables()))), "");
  }

  TEST_CASE("every row of the ledgers of measurements belongs to one claim") {
    const Ledger ledger = readLedger(assetTables());
    CHECK(ledger.size() > 600);
    CHECK_EQ(listed(checkCoverage(claims(), ledger)), "");
  }

  TEST_CASE("every table that is shown rests on claims, and nothing unread is shown as a fact") {
    const Ledger ledger = readLedger(assetTables());
    int tables = 0;
    for (const NamedTable& shown : assetTables()) {
      if (!isShown(shown)) continue;
      ++tables;
      CHECK_EQ(listed(checkReferences(shown, claims(), ledger)), "");
    }
    CHECK(tables >= 7);
  }

  TEST_CASE("every text has evidence or is an interface word; every parameter and every number has evidence") {
    const CsvTable& interface = embeddedTable("texts/interface.csv");
    for (const NamedTable& shown : assetTables()) {
      if (!isShown(shown)) continue;
      if (shown.name.starts_with("texts/")) CHECK_EQ(listed(checkTexts(shown, interface)), "");
      if (shown.name.starts_with("evidence/") && shown.table.hasColumn("evidence"))
        CHECK_EQ(listed(checkSourced(shown, interface, "number")), "");
      if (shown.name == "assets/parameters.csv") CHECK_EQ(listed(checkSourced(shown, interface, "parameter")), "");
    }
  }

  TEST_CASE("the claims behind a text can be asked for, and where a claim is shown") {
    // warning.home rests on Health Canada 2021 (S-187) and TGA 2019 (S-188).
    const auto found = claimsFor("S-187;S-188;S-187;none");
    REQUIRE_EQ(found.size(), 2);
    CHECK_EQ(found[0]->date, "2021");
    const auto rows = shownIn(*found[0]);
    CHECK(std::any_of(rows.begin(), rows.end(),
                      [](const ShownRow& row) { return row.table == "texts/en.csv" && row.id == "warning.home"; }));
  }
}

TEST_SUITE("claim checks find") {
  TEST_CASE("nothing in good tables") {
    CHECK_EQ(listed(checkClaims(kClaims, kLedger)), "");
    CHECK_EQ(listed(checkCoverage(kClaims, kLedger)), "");
    CHECK_EQ(listed(checkTexts(texts("warning.a,Needles hurt.,X-1\npanel.a,Needle {0},\n"), kInterface)), "");
    CHECK_EQ(listed(checkReferences(texts("warning.a,Needles hurt.,X-1\n"), kClaims, kLedger)), "");
  }

  TEST_CASE("an unsourced text: a fact, a number, a sentence, an unknown kind of text") {
    const auto complaint = [](const std::string& row) { return listed(checkTexts(texts(row), kInterface)); };
    CHECK_EQ(complaint("warning.a,Needles hurt,\n"), "texts/xx.csv warning.a tells a fact without evidence\n");
    CHECK_EQ(complaint("phase.a.note,New skin,\n"), "texts/xx.csv phase.a.note tells a fact without evidence\n");
    CHECK_EQ(complaint("panel.a,400 % more collagen,\n"), "texts/xx.csv panel.a tells a number without evidence\n");
    CHECK_EQ(complaint("panel.a,Pores shrink.,\n"), "texts/xx.csv panel.a is a sentence without evidence\n");
    CHECK_EQ(complaint("other.a,Pores,\n"), "texts/xx.csv other.a has no evidence and is no interface word\n");
  }

  TEST_CASE("a text on an unread row, on an unknown row and on a row without a claim") {
    const auto complaint = [](const std::string& row) { return listed(checkReferences(texts(row), kClaims, kLedger)); };
    CHECK_EQ(complaint("a,b,X-2\n"), "texts/xx.csv a shows C-002 as a fact, which nobody read\n");
    CHECK_EQ(complaint("a,b,X-1;X-9\n"), "texts/xx.csv a names X-9, which is in no ledger\n");
    CHECK_EQ(listed(checkReferences(texts("a,b,X-1\n"), {kClaims[1]}, kLedger)),
             "texts/xx.csv a rests on X-1, which belongs to no claim\n");
    CHECK_EQ(listed(checkCoverage({kClaims[1]}, kLedger)), "X-1 belongs to no claim\n");
  }

  TEST_CASE("an unread number of the model without a band or a mark, and a number without evidence") {
    const auto complaint = [](const std::string& row) {
      return listed(checkReferences(constants(row), kClaims, kLedger));
    };
    CHECK_EQ(complaint("k,1,1,1,read,X-2\n"), "evidence/made_up.csv k shows C-002 as a fact, which nobody read\n");
    CHECK_EQ(complaint("k,1,0,2,read,X-2\n"), "");
    CHECK_EQ(complaint("k,1,1,1,unread,X-2\n"), "");
    const NamedTable other{"evidence/other.csv",
                           CsvTable("id,kind,speed_low,speed_high,grade_evidence\nk,read,1,1,X-2\n")};
    CHECK_EQ(listed(checkReferences(other, kClaims, kLedger)),
             "evidence/other.csv k shows C-002 as a fact, which nobody read\n");
    CHECK_EQ(listed(checkSourced(constants("k,1,1,1,read,\n"), kInterface, "number")),
             "evidence/made_up.csv k has no evidence\n");
    CHECK_EQ(listed(checkSourced(constants("k,1,1,1,assumed,\n"), kInterface, "number")), "");
  }

  TEST_CASE("a claim that is an unread fact, better than its rows, or of a bad form") {
    const auto complaint = [](const Claim& claim) { return listed(checkClaims({claim}, kLedger)); };
    CHECK_EQ(complaint(madeUpClaim("C-003", "fact", "X-2", "unread")), "C-003 is a fact that nobody read\n");
    CHECK_EQ(complaint(madeUpClaim("C-003", "model", "X-2", "read")), "C-003 says read, its rows say unread\n");
    CHECK_EQ(complaint(madeUpClaim("C-003", "fact", "X-9", "read")), "C-003 names X-9, which is in no ledger\n");
    Claim claim = kClaims[0];
    claim.grade = "excellent";
    claim.date = "last year";
    CHECK_EQ(complaint(claim), "C-001: no such grade\nC-001: the date is a year, two years or undated\n");
    CHECK_EQ(listed(checkClaims({kClaims[0], kClaims[0]}, kLedger)), "C-001 stands twice\n");
  }
}
