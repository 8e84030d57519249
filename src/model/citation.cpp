#include "model/citation.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "core/csv.h"
#include "core/text.h"
#include "model/language.h"
#include "model/texts.h"
#include "model_assets.h"

namespace needling {
namespace {

struct Cited {
  std::string citation, spanish;  // the second is empty where the first has no English words
  bool from_memory = false;       // nobody has looked up who wrote it, or when
  std::string people, grade;      // empty where nobody was counted, and where there is nothing to grade
};
using CitedTable = std::map<std::string, Cited, std::less<>>;

CitedTable load() {
  const CsvTable table(assets::kCitedCsv);
  CitedTable cited;
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    cited.emplace(table.at(row, "id"), Cited{.citation = table.at(row, "citation"),
                                             .spanish = table.at(row, "es"),
                                             .from_memory = table.at(row, "memory") == "yes",
                                             .people = table.at(row, "n"),
                                             .grade = table.at(row, "grade")});
  }
  return cited;
}

std::string worded(const Cited& cited) {
  std::vector<std::string> notes;
  if (!cited.people.empty())
    notes.push_back(formatText(cited.people == "1" ? "source.person" : "source.people", {cited.people}));
  if (cited.grade.size() == 1) notes.push_back(formatText("source.grade", {cited.grade}));
  if (cited.from_memory) notes.push_back(text("source.memory"));
  const std::string& name = language() == Language::kSpanish && !cited.spanish.empty() ? cited.spanish : cited.citation;
  return notes.empty() ? name : name + " (" + joined(notes, ", ") + ")";
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
