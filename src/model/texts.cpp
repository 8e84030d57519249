#include "model/texts.h"

#include <map>

#include "core/check.h"
#include "core/csv.h"
#include "model_assets.h"

namespace needling {
namespace {

struct Entry {
  std::string text;
  std::string evidence;
};
using Catalogue = std::map<std::string, Entry, std::less<>>;

Catalogue load() {
  const CsvTable table(assets::kEnCsv);
  Catalogue catalogue;
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    catalogue.emplace(table.at(row, "id"), Entry{table.at(row, "text"), table.at(row, "evidence")});
  }
  return catalogue;
}

Catalogue& catalogue() {
  static Catalogue loaded = load();
  return loaded;
}

const Entry& entry(std::string_view id) {
  const auto found = catalogue().find(id);
  NEEDLING_CHECK(found != catalogue().end());
  if (found != catalogue().end()) return found->second;
  return catalogue().emplace(id, Entry{std::string(id), ""}).first->second;
}

}  // namespace

const std::string& text(std::string_view id) { return entry(id).text; }
const std::string& textEvidence(std::string_view id) { return entry(id).evidence; }
bool hasText(std::string_view id) { return catalogue().contains(id); }

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
