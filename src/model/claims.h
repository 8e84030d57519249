// The claim ledger: what is shown to people, finding by finding (assets/evidence/claims.csv).
//
// A claim says in one sentence what some rows of the ledgers penetration.csv, healing.csv and safety.csv (P-, H-, S-)
// found, in whom, in how many, and how far that can be trusted. Tables that are shown name ledger rows in a column
// "evidence"; the claims that hold those rows are what they rest on. `grade` follows this rule:
//   A  meta-analyses of randomised trials that agree
//   B  randomised trials, or a meta-analysis with limits
//   C  small (under 30 people an arm) or mixed controlled studies, or groups of people compared side by side
//   D  no control group: series, descriptive measurements in people, case reports
//   E  opinion, label, clinic or teaching page, animal, bench or computer model
//   -  nothing to grade: definition, geometry, device description, law, or a number that nobody here has read
// A plus stands where the evidence is better than its letter and below the next. `confidence` is the worst of the
// claim's rows: read, derived, fitted, assumed, unread.
//
// None of this is in the web program: the tables come in with this file's object, which only the command line links.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/csv.h"

namespace needling {

struct Claim {
  std::string id;         // "C-001"; stays with its finding, is never given to another
  std::string statement;  // one sentence
  std::string kind;       // fact; model: a number only the model uses; convention: custom or label; gap: not known
  std::vector<std::string> evidence;  // rows of the ledgers
  std::string source;                 // short citation
  std::string population;
  std::string n;           // people, samples or studies, as the source counts them
  std::string grade;       // A to E as above, or "-"
  std::string confidence;  // worst of `evidence`
  std::string date;        // year or years of the source, or "undated"
  std::string checked;     // day on which the ledger rows were taken over, ISO 8601
};

// A row of a shown table, "texts/en.csv" and "warning.home"; without an id column its first two fields ("cheek
// dermis").
struct ShownRow {
  std::string table;
  std::string id;
};

struct NamedTable {
  std::string name;  // "folder/file.csv"
  CsvTable table;
};

std::vector<Claim> readClaims(const CsvTable& table);
std::string rowName(const CsvTable& table, std::size_t row);

// Columns of a table that name ledger rows: "evidence" and those that end in "_evidence".
std::vector<std::string> evidenceColumns(const CsvTable& table);

// The ledger, in the order of its ids.
const std::vector<Claim>& claims();

// Claims behind a list of ledger ids ("S-187;S-188"), each once, in the order of the list. Unknown ids give none.
std::vector<const Claim*> claimsFor(std::string_view evidence_ids);

// Every row of every table of assets/ that rests on the claim.
std::vector<ShownRow> shownIn(const Claim& claim);

// Every table of assets/, ledgers included, by folder and name.
const std::vector<NamedTable>& assetTables();
// The one of that name: "evidence/claims.csv". There must be one.
const CsvTable& embeddedTable(std::string_view name);

}  // namespace needling
