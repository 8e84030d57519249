#include "model/evidence.h"

#include "core/check.h"
#include "model_assets.h"

namespace needling {

const CsvTable& constantsTable() {
  static const CsvTable table(assets::kConstantsCsv);
  return table;
}

Band constantBand(std::string_view id) {
  const CsvTable& table = constantsTable();
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    if (table.at(row, "id") == id) {
      return {table.number(row, "value"), table.number(row, "low"), table.number(row, "high")};
    }
  }
  NEEDLING_CHECK(!"unknown constant");
  return {};
}

double constant(std::string_view id) { return constantBand(id).value; }

}  // namespace needling
