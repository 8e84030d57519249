#include "model/claims.h"

#include <algorithm>
#include <map>

#include "claims_assets.h"
#include "core/check.h"
#include "core/text.h"

namespace needling {
namespace {

constexpr std::string_view kLedgerName = "evidence/claims.csv";

std::vector<NamedTable> loadTables() {
  std::vector<NamedTable> tables;
  for (const auto& [name, content] : claims_assets::kTables) tables.push_back({std::string(name), CsvTable(content)});
  return tables;
}

std::vector<Claim> loadClaims() { return readClaims(embeddedTable(kLedgerName)); }

using ClaimByRow = std::map<std::string, const Claim*, std::less<>>;

ClaimByRow indexClaims() {
  ClaimByRow index;
  for (const Claim& claim : claims()) {
    for (const std::string& id : claim.evidence) index.emplace(id, &claim);
  }
  return index;
}

// All ledger ids of a row.
std::string evidenceOf(const CsvTable& table, std::size_t row) {
  std::string ids;
  for (const std::string& column : evidenceColumns(table)) ids += table.at(row, column) + ";";
  return ids;
}

using ShownByClaim = std::map<std::string, std::vector<ShownRow>>;

ShownByClaim indexShown() {
  ShownByClaim index;
  for (const auto& [name, table] : assetTables()) {
    if (name == kLedgerName || evidenceColumns(table).empty()) continue;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
      for (const Claim* claim : claimsFor(evidenceOf(table, row))) {
        index[claim->id].push_back({name, rowName(table, row)});
      }
    }
  }
  return index;
}

}  // namespace

std::vector<Claim> readClaims(const CsvTable& table) {
  return rowsOf(table, [](const CsvTable& ledger, std::size_t row) {
    const auto field = [&](std::string_view column) { return ledger.at(row, column); };
    Claim claim = {.id = field("id"),
                   .statement = field("statement"),
                   .kind = field("kind"),
                   .evidence = {},
                   .source = field("source"),
                   .population = field("population"),
                   .n = field("n"),
                   .grade = field("grade"),
                   .confidence = field("confidence"),
                   .date = field("date"),
                   .checked = field("checked")};
    for (const std::string_view id : split(ledger.at(row, "evidence"), ';')) claim.evidence.emplace_back(id);
    return claim;
  });
}

std::string rowName(const CsvTable& table, std::size_t row) {
  if (table.hasColumn("id")) return table.at(row, "id");
  NEEDLING_CHECK(table.columns().size() >= 2);
  return table.at(row, table.columns()[0]) + " " + table.at(row, table.columns()[1]);
}

std::vector<std::string> evidenceColumns(const CsvTable& table) {
  std::vector<std::string> columns;
  for (const std::string& column : table.columns()) {
    if (column == "evidence" || column.ends_with("_evidence")) columns.push_back(column);
  }
  return columns;
}

const std::vector<NamedTable>& assetTables() {
  static const std::vector<NamedTable> tables = loadTables();
  return tables;
}

const CsvTable& embeddedTable(std::string_view name) {
  const std::vector<NamedTable>& tables = assetTables();
  const auto found =
      std::find_if(tables.begin(), tables.end(), [name](const NamedTable& table) { return table.name == name; });
  NEEDLING_CHECK(found != tables.end());
  return found->table;
}

const std::vector<Claim>& claims() {
  static const std::vector<Claim> list = loadClaims();
  return list;
}

std::vector<const Claim*> claimsFor(std::string_view evidence_ids) {
  static const ClaimByRow index = indexClaims();
  std::vector<const Claim*> found;
  for (const std::string_view id : split(evidence_ids, ';')) {
    const auto claim = index.find(id);
    if (claim == index.end()) continue;
    if (std::find(found.begin(), found.end(), claim->second) == found.end()) found.push_back(claim->second);
  }
  return found;
}

std::vector<ShownRow> shownIn(const Claim& claim) {
  static const ShownByClaim index = indexShown();
  const auto found = index.find(claim.id);
  return found == index.end() ? std::vector<ShownRow>{} : found->second;
}

}  // namespace needling
