#include "unit/claim_checks.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <set>
#include <string_view>

#include "core/text.h"

namespace needling::claim_checks {
namespace {

constexpr std::string_view kConfidences[] = {"read", "derived", "fitted", "assumed", "unread"};
constexpr std::string_view kKinds[] = {"fact", "model", "convention", "gap"};
constexpr std::string_view kGrades[] = {"A", "B+", "B", "C+", "C", "D+", "D", "E", "-"};
// Texts under these ids tell something about the world whatever they look like.
constexpr std::string_view kFactual[] = {"warning.", "describe.", "advice.", "recovery.", "outcome.",
                                         "comfort.", "tearing.",  "zone.",   "delivery."};

template <std::size_t N>
std::size_t rankIn(const std::string_view (&list)[N], std::string_view word) {
  return static_cast<std::size_t>(std::find(std::begin(list), std::end(list), word) - std::begin(list));
}

bool isDigits(std::string_view text, std::size_t count) {
  return text.size() == count && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isYears(std::string_view date) {
  if (date == "undated" || isDigits(date, 4)) return true;
  return date.size() == 9 && date[4] == '-' && isDigits(date.substr(0, 4), 4) && isDigits(date.substr(5), 4);
}

bool isDay(std::string_view date) {
  return date.size() == 10 && isYears(date.substr(0, 4)) && date[4] == '-' && isDigits(date.substr(5, 2), 2) &&
         date[7] == '-' && isDigits(date.substr(8), 2);
}

// The worst confidence of the claim's rows; complains of rows that no ledger has.
std::string_view worstConfidence(const Claim& claim, const Ledger& ledger, Complaints& complaints) {
  std::size_t worst = 0;
  for (const std::string& id : claim.evidence) {
    const auto row = ledger.find(id);
    if (row == ledger.end()) {
      complaints.push_back(claim.id + " names " + id + ", which is in no ledger");
    } else {
      worst = std::max(worst, rankIn(kConfidences, row->second));
    }
  }
  return worst < std::size(kConfidences) ? kConfidences[worst] : "unknown";
}

void checkForm(const Claim& claim, Complaints& complaints) {
  const auto expect = [&](bool good, const char* what) {
    if (!good) complaints.push_back(claim.id + ": " + what);
  };
  expect(claim.id.starts_with("C-") && isDigits(std::string_view(claim.id).substr(2), 3),
         "an id is C- and three digits");
  expect(claim.statement.ends_with('.'), "a statement is a sentence");
  expect(rankIn(kKinds, claim.kind) < std::size(kKinds), "no such kind");
  expect(rankIn(kGrades, claim.grade) < std::size(kGrades), "no such grade");
  expect(!claim.source.empty() && !claim.population.empty() && !claim.n.empty(), "source, population or n is missing");
  expect(isYears(claim.date), "the date is a year, two years or undated");
  expect(isDay(claim.checked), "the day of checking is missing");
}

// What the tables say about one id, seen from the claims.
struct ClaimIndex {
  explicit ClaimIndex(const std::vector<Claim>& claims) {
    for (const Claim& claim : claims) {
      for (const std::string& id : claim.evidence) by_row[id].push_back(&claim);
    }
  }
  std::map<std::string, std::vector<const Claim*>, std::less<>> by_row;
};

bool hasBand(const CsvTable& table, std::size_t row) {
  for (const std::string& low : table.columns()) {
    if (low != "low" && !low.ends_with("_low")) continue;
    const std::string high = low.substr(0, low.size() - 3) + "high";
    double low_value = 0.0;
    double high_value = 0.0;
    if (table.hasColumn(high) && parseNumber(table.at(row, low), low_value) &&
        parseNumber(table.at(row, high), high_value) && low_value < high_value) {
      return true;
    }
  }
  return false;
}

bool isMarked(const CsvTable& table, std::size_t row) {
  if (!table.hasColumn("kind")) return false;
  const std::string& kind = table.at(row, "kind");
  return kind == "unread" || kind == "assumed" || hasBand(table, row);
}

// What is wrong with a shown row that rests on `id`; nothing if all is well.
std::string referenceComplaint(const std::string& id, bool marked, const ClaimIndex& index, const Ledger& ledger) {
  if (!ledger.contains(id)) return "names " + id + ", which is in no ledger";
  const auto found = index.by_row.find(id);
  if (found == index.by_row.end()) return "rests on " + id + ", which belongs to no claim";
  for (const Claim* claim : found->second) {
    if (claim->confidence == "unread" && !(claim->kind == "model" && marked)) {
      return "shows " + claim->id + " as a fact, which nobody read";
    }
  }
  return "";
}

std::string digitsOutsidePlaceholders(std::string_view text) {
  std::string digits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{') i = std::min(text.find('}', i), text.size() - 1);
    if (text[i] >= '0' && text[i] <= '9') digits += text[i];
  }
  return digits;
}

bool isFactual(std::string_view id) {
  if (id.starts_with("phase.") && id.ends_with(".note")) return true;
  return std::any_of(std::begin(kFactual), std::end(kFactual),
                     [&](std::string_view first) { return id.starts_with(first); });
}

bool isListed(const CsvTable& interface, std::string_view id) {
  for (std::size_t row = 0; row < interface.rowCount(); ++row) {
    if (interface.at(row, "id") == id) return true;
  }
  return false;
}

bool isUnderPrefix(const CsvTable& interface, std::string_view id) {
  for (std::size_t row = 0; row < interface.rowCount(); ++row) {
    const std::string& prefix = interface.at(row, "id");
    if (prefix.ends_with('.') && id.starts_with(prefix)) return true;
  }
  return false;
}

}  // namespace

Ledger readLedger(const std::vector<NamedTable>& tables) {
  Ledger ledger;
  for (const NamedTable& named : tables) {
    if (!named.table.hasColumn("citation") || !named.table.hasColumn("confidence")) continue;
    for (std::size_t row = 0; row < named.table.rowCount(); ++row) {
      ledger.emplace(named.table.at(row, "id"), named.table.at(row, "confidence"));
    }
  }
  return ledger;
}

Complaints checkClaims(const std::vector<Claim>& claims, const Ledger& ledger) {
  Complaints complaints;
  std::set<std::string> ids;
  for (const Claim& claim : claims) {
    if (!ids.insert(claim.id).second) complaints.push_back(claim.id + " stands twice");
    checkForm(claim, complaints);
    const std::string_view worst = worstConfidence(claim, ledger, complaints);
    if (claim.confidence != worst) {
      complaints.push_back(claim.id + " says " + claim.confidence + ", its rows say " + std::string(worst));
    }
    if (worst == "unread" && claim.kind != "model" && claim.kind != "gap") {
      complaints.push_back(claim.id + " is a " + claim.kind + " that nobody read");
    }
  }
  return complaints;
}

Complaints checkCoverage(const std::vector<Claim>& claims, const Ledger& ledger) {
  const ClaimIndex index(claims);
  Complaints complaints;
  for (const auto& [id, confidence] : ledger) {
    const auto found = index.by_row.find(id);
    if (found == index.by_row.end()) complaints.push_back(id + " belongs to no claim");
    if (found != index.by_row.end() && found->second.size() > 1)
      complaints.push_back(id + " belongs to several claims");
  }
  return complaints;
}

Complaints checkReferences(const NamedTable& shown, const std::vector<Claim>& claims, const Ledger& ledger) {
  const ClaimIndex index(claims);
  Complaints complaints;
  for (std::size_t row = 0; row < shown.table.rowCount(); ++row) {
    const std::string place = shown.name + " " + rowName(shown.table, row);
    const bool marked = isMarked(shown.table, row);
    for (const std::string& column : evidenceColumns(shown.table)) {
      const std::string& list = shown.table.at(row, column);
      if (list.empty()) continue;
      for (const std::string_view id : split(list, ';')) {
        const std::string complaint = referenceComplaint(std::string(id), marked, index, ledger);
        if (!complaint.empty()) complaints.push_back(place + " " + complaint);
      }
    }
  }
  return complaints;
}

Complaints checkTexts(const NamedTable& texts, const CsvTable& interface) {
  Complaints complaints;
  for (std::size_t row = 0; row < texts.table.rowCount(); ++row) {
    const std::string& id = texts.table.at(row, "id");
    if (!texts.table.at(row, "evidence").empty() || isListed(interface, id)) continue;
    const std::string& text = texts.table.at(row, "text");
    const std::string place = texts.name + " " + id;
    if (isFactual(id)) {
      complaints.push_back(place + " tells a fact without evidence");
    } else if (!isUnderPrefix(interface, id)) {
      complaints.push_back(place + " has no evidence and is no interface word");
    } else if (!digitsOutsidePlaceholders(text).empty()) {
      complaints.push_back(place + " tells a number without evidence");
    } else if (text.ends_with('.')) {
      complaints.push_back(place + " is a sentence without evidence");
    }
  }
  return complaints;
}

Complaints checkSourced(const NamedTable& shown, const CsvTable& interface, const std::string& prefix) {
  Complaints complaints;
  for (std::size_t row = 0; row < shown.table.rowCount(); ++row) {
    if (!shown.table.at(row, "evidence").empty()) continue;
    const std::string name = rowName(shown.table, row);
    if (shown.table.hasColumn("kind") && shown.table.at(row, "kind") == "assumed") continue;
    if (!isListed(interface, prefix + "." + name)) complaints.push_back(shown.name + " " + name + " has no evidence");
  }
  return complaints;
}

}  // namespace needling::claim_checks
