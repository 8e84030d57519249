#include "model/evidence.h"

#include "core/check.h"
#include "model_assets.h"

namespace needling {

const CsvTable& constantsTable() {
  static const CsvTable table(assets::kConstantsCsv);
  return table;
}

namespace {

std::size_t rowOf(std::string_view id) {
  const CsvTable& table = constantsTable();
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    if (table.at(row, "id") == id) return row;
  }
  NEEDLING_CHECK(!"unknown constant");
  return 0;
}

}  // namespace

Band constantBand(std::string_view id) {
  const CsvTable& table = constantsTable();
  const std::size_t row = rowOf(id);
  return {table.number(row, "value"), table.number(row, "low"), table.number(row, "high")};
}

double constant(std::string_view id) { return constantBand(id).value; }

const std::string& constantEvidence(std::string_view id) { return constantsTable().at(rowOf(id), "evidence"); }

}  // namespace needling
