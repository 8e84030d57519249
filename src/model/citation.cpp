#include "model/citation.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "core/csv.h"
#include "core/text.h"
#include "model/texts.h"
#include "model_assets.h"

namespace needling {
namespace {

struct Cited {
  std::string citation, people, grade;  // empty where nobody was counted, and where there is nothing to grade
};
using CitedTable = std::map<std::string, Cited, std::less<>>;

CitedTable load() {
  const CsvTable table(assets::kCitedCsv);
  CitedTable cited;
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    cited.emplace(
        table.at(row, "id"),
        Cited{.citation = table.at(row, "citation"), .people = table.at(row, "n"), .grade = table.at(row, "grade")});
  }
  return cited;
}

std::string worded(const Cited& cited) {
  std::vector<std::string> notes;
  if (!cited.people.empty())
    notes.push_back(formatText(cited.people == "1" ? "source.person" : "source.people", {cited.people}));
  if (cited.grade.size() == 1) notes.push_back(formatText("source.grade", {cited.grade}));
  return notes.empty() ? cited.citation : cited.citation + " (" + joined(notes, ", ") + ")";
}

}  // namespace

std::string citations(const std::string& evidence) {
  static const CitedTable table = load();
  std::vector<std::string> names;
  for (const std::string_view id : split(evidence, ';')) {
    const auto found = table.find(id);
    const std::string name = found == table.end() ? std::string(id) : worded(found->second);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return joined(names, "; ");
}

}  // namespace needling
