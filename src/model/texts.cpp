#include "model/texts.h"

#include <array>
#include <map>
#include <optional>

#include "core/check.h"
#include "core/csv.h"
#include "core/text.h"
#include "model/pseudo.h"
#include "model_assets.h"

namespace needling {
namespace {

struct Entry {
  std::string text;
  std::string evidence;
};
using Catalogue = std::map<std::string, Entry, std::less<>>;

void addTexts(Catalogue& catalogue, const CsvTable& table) {
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    const bool is_new = catalogue
                            .emplace(table.at(row, "id"),
                                     Entry{table.at(row, "text"),
                                           table.hasColumn("evidence") ? table.at(row, "evidence") : std::string()})
                            .second;
    NEEDLING_CHECK(is_new);
  }
}

// "pen:Motor pen|roller:Hand roller".
void addChoices(Catalogue& catalogue, const std::string& parameter, std::string_view list) {
  for (const std::string_view entry : split(list, '|')) {
    const std::size_t colon = entry.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string id = "choice." + parameter + "." + std::string(entry.substr(0, colon));
    catalogue.emplace(id, Entry{std::string(entry.substr(colon + 1)), ""});
  }
}

// A unit is a word, not a symbol, where it has another form after a one.
void addUnit(Catalogue& catalogue, const std::string& unit) {
  if (catalogue.contains("unit." + unit + ".one")) catalogue.emplace("unit." + unit, Entry{unit, ""});
}

void addParameters(Catalogue& catalogue) {
  const CsvTable table(assets::kParametersCsv);
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    const std::string& id = table.at(row, "id");
    const std::string place = "parameter." + id;
    catalogue.emplace(place + ".label", Entry{table.at(row, "label"), ""});
    catalogue.emplace(place + ".meaning", Entry{table.at(row, "meaning"), table.at(row, "evidence")});
    if (const std::string& zero = table.at(row, "zero_label"); !zero.empty())
      catalogue.emplace(place + ".zero", Entry{zero, ""});
    addChoices(catalogue, id, table.at(row, "choices"));
    addUnit(catalogue, table.at(row, "unit"));
  }
}

void addNames(Catalogue& catalogue) {
  const CsvTable presets(assets::kPresetsCsv);
  for (std::size_t row = 0; row < presets.rowCount(); ++row) {
    if (presets.at(row, "key") != "label") continue;
    catalogue.emplace("preset." + presets.at(row, "preset"),
                      Entry{presets.at(row, "value"), presets.at(row, "evidence")});
  }
  const CsvTable molecules(assets::kMoleculesCsv);
  for (std::size_t row = 0; row < molecules.rowCount(); ++row) {
    catalogue.emplace("molecule." + molecules.at(row, "id"), Entry{molecules.at(row, "label"), ""});
  }
  const CsvTable indications(assets::kIndicationsCsv);
  for (std::size_t row = 0; row < indications.rowCount(); ++row) addUnit(catalogue, indications.at(row, "unit"));
}

Catalogue loadEnglish() {
  Catalogue catalogue;
  addTexts(catalogue, CsvTable(assets::kEnCsv));
  addParameters(catalogue);
  addNames(catalogue);
  return catalogue;
}

Catalogue& english() {
  static Catalogue loaded = loadEnglish();
  return loaded;
}

Catalogue load(Language language) {
  Catalogue catalogue;
  if (language == Language::kSpanish) addTexts(catalogue, CsvTable(assets::kEsCsv));
  if (language != Language::kPseudo) return catalogue;
  for (const auto& [id, entry] : english()) catalogue.emplace(id, Entry{pseudoText(entry.text), ""});
  return catalogue;
}

// Read when the language is first used, and kept from then on.
const Catalogue& catalogueOf(Language language) {
  if (language == Language::kEnglish) return english();
  static std::array<std::optional<Catalogue>, kLanguageCount> catalogues;
  std::optional<Catalogue>& catalogue = catalogues[static_cast<std::size_t>(language)];
  if (!catalogue.has_value()) catalogue = load(language);
  return *catalogue;
}

const Entry& englishEntry(std::string_view id) {
  const auto found = english().find(id);
  NEEDLING_CHECK(found != english().end());
  if (found != english().end()) return found->second;
  return english().emplace(id, Entry{std::string(id), ""}).first->second;
}

}  // namespace

const std::string& text(std::string_view id) {
  const Catalogue& catalogue = catalogueOf(language());
  const auto found = catalogue.find(id);
  return found != catalogue.end() ? found->second.text : englishEntry(id).text;
}

const std::string& textEvidence(std::string_view id) { return englishEntry(id).evidence; }

bool hasText(std::string_view id) { return english().contains(id); }

std::string formatText(std::string_view id, std::initializer_list<std::string_view> arguments) {
  const std::string& pattern = text(id);
  std::string result;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    // One pass, so that an argument that looks like a placeholder stays what it is.
    const bool mark = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}';
    const std::size_t index = mark ? static_cast<std::size_t>(pattern[at + 1] - '0') : arguments.size();
    if (index < arguments.size()) {
      result += arguments.begin()[index];
      at += 2;
    } else {
      result += pattern[at];
    }
  }
  return result;
}

std::vector<std::string> textIds() {
  std::vector<std::string> ids;
  for (const auto& [id, entry] : english()) ids.push_back(id);
  return ids;
}

std::vector<std::string> textsAmiss(Language language) {
  std::vector<std::string> amiss;
  const Catalogue& catalogue = catalogueOf(language);
  for (const auto& [id, entry] : english()) {
    if (!catalogue.contains(id)) amiss.push_back(id);
  }
  for (const auto& [id, entry] : catalogue) {
    if (!english().contains(id)) amiss.push_back(id);
  }
  return amiss;
}

}  // namespace needling
