#include "model/texts.h"

#include <map>

#include "core/check.h"
#include "core/csv.h"
#include "model_assets.h"

namespace needling {
namespace {

using Catalogue = std::map<std::string, std::string, std::less<>>;

Catalogue load() {
  const CsvTable table(assets::kEnCsv);
  Catalogue catalogue;
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    catalogue.emplace(table.at(row, "id"), table.at(row, "text"));
  }
  return catalogue;
}

}  // namespace

const std::string& text(std::string_view id) {
  static Catalogue catalogue = load();
  const auto found = catalogue.find(id);
  NEEDLING_CHECK(found != catalogue.end());
  if (found != catalogue.end()) return found->second;
  return catalogue.emplace(id, id).first->second;
}

std::string formatText(std::string_view id, std::initializer_list<std::string_view> arguments) {
  std::string result = text(id);
  int index = 0;
  for (const std::string_view argument : arguments) {
    const std::string mark = "{" + std::to_string(index++) + "}";
    for (std::size_t at = result.find(mark); at != std::string::npos; at = result.find(mark, at)) {
      result.replace(at, mark.size(), argument);
      at += argument.size();
    }
  }
  return result;
}

}  // namespace needling
