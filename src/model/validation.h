// The model beside published results: every number and every direction of the ledgers that it can predict, whether it
// was fitted to them or not, and an honest verdict. Rows in assets/evidence/validation.csv.
//
// Numbers: `inside` where the published value or its spread (standard deviation, interval or range) meets the model's
// band; `near` where the central prediction lies within a quarter of the published value; else `off`. Directions and
// orderings, which have bounds and no value: `agrees` where the central prediction lies between the bounds, else
// `disagrees`.
//
// As with the claims, only the command line and the tests link this; the page of validation is made from its JSON.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "model/evidence.h"

namespace needling {

enum class ValidationRole {
  kFit,         // constants were fitted to it
  kRelated,     // it, or another number of its paper, helped to set a constant: no independent test
  kValidation,  // no constant was taken from its paper
  kCount
};
enum class Verdict { kInside, kNear, kOff, kAgrees, kDisagrees, kCount };

// "fit", "related", "validation"; "inside", "near", "off", "agrees", "disagrees".
std::string_view roleName(ValidationRole role);
std::string_view verdictName(Verdict verdict);

// What was published, in the row's unit: a value with its spread if there is one, or bounds alone.
struct Published {
  std::optional<double> value;
  std::optional<double> low;
  std::optional<double> high;

  bool isDirection() const { return !value.has_value(); }
};

Verdict judge(const Band& predicted, const Published& published);

struct ValidationRow {
  std::string id;     // "V-001"
  std::string topic;  // heading that it stands under
  std::vector<std::string> ledger;
  std::string what;      // the result in plain words
  std::string protocol;  // "preset;key=value", over the defaults
  std::string against;   // overrides of the protocol compared with: the prediction is then a ratio; or empty
  std::string course;    // "5x30": five treatments every 30 days, also beyond what the panel allows; or empty
  std::string quantity;  // of validation_quantities.h: "name", "name@day" or "name@day/day"
  Published published;
  std::string unit;
  ValidationRole role = ValidationRole::kValidation;
  std::string species;  // who or what was measured: "human", "rat", "human, radio-frequency needles"
  std::string note;     // what was taken for granted to compare at all
  std::string comment;  // why it misses, in a sentence
};

const std::vector<ValidationRow>& validationTable();

struct ValidationResult {
  const ValidationRow* row = nullptr;
  Band predicted;                                // 5th to 95th percentile, or the corners of the published ranges
  std::optional<double> error;                   // predicted less published; none for a direction
  std::optional<double> relative_error_percent;  // of the published value
  Verdict verdict = Verdict::kOff;

  std::string predictedText() const;  // "0.14 (0.05 to 0.23)"
  std::string publishedText() const;  // "0.15 (0.14 to 0.16)", "less than 2", "papillary dermis"
};

ValidationResult validateRow(const ValidationRow& row);
std::vector<ValidationResult> validateAll();

// How many results of a role got a verdict: counts[role][verdict].
using VerdictCounts = std::array<std::array<int, static_cast<std::size_t>(Verdict::kCount)>,
                                 static_cast<std::size_t>(ValidationRole::kCount)>;
VerdictCounts countVerdicts(const std::vector<ValidationResult>& results);
// One role's counts in words: "validation: 3 inside, 1 near, 2 off; 4 agree, 2 disagree".
std::string verdictSummary(const VerdictCounts& counts, ValidationRole role);

// {"rows":[...],"summary":["fit: ...", ...]}
std::string validationJson(const std::vector<ValidationResult>& results);

}  // namespace needling
