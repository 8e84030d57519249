#include "model/validation.h"

#include <algorithm>
#include <cmath>

#include "core/check.h"
#include "core/text.h"
#include "model/claims.h"
#include "model/describe.h"
#include "model/validation_quantities.h"

namespace needling {
namespace {

constexpr std::array<std::string_view, 3> kRoles = {"fit", "related", "validation"};
constexpr std::array<std::string_view, 5> kVerdicts = {"inside", "near", "off", "agrees", "disagrees"};

// Of the published value: how far a near miss may be away.
constexpr double kNear = 0.25;

ValidationRole roleNamed(const std::string& name) {
  const auto found = std::find(kRoles.begin(), kRoles.end(), name);
  NEEDLING_CHECK(found != kRoles.end());
  return static_cast<ValidationRole>(found - kRoles.begin());
}

std::optional<double> numberOrNone(const CsvTable& table, std::size_t row, std::string_view column) {
  if (table.at(row, column).empty()) return std::nullopt;
  return table.number(row, column);
}

Published publishedOf(const CsvTable& table, std::size_t row) {
  const std::optional<Layer> layer = layerNamed(table.at(row, "observed"));
  if (layer.has_value()) {
    const auto index = static_cast<double>(*layer);
    return {.value = {}, .low = index - 0.5, .high = index + 0.5};
  }
  return {.value = numberOrNone(table, row, "observed"),
          .low = numberOrNone(table, row, "observed_low"),
          .high = numberOrNone(table, row, "observed_high")};
}

ValidationRow readRow(const CsvTable& table, std::size_t row) {
  ValidationRow result{.id = table.at(row, "id"),
                       .topic = table.at(row, "topic"),
                       .ledger = {},
                       .what = table.at(row, "what"),
                       .protocol = table.at(row, "protocol"),
                       .against = table.at(row, "against"),
                       .course = table.at(row, "course"),
                       .quantity = table.at(row, "quantity"),
                       .published = publishedOf(table, row),
                       .unit = table.at(row, "unit"),
                       .role = roleNamed(table.at(row, "role")),
                       .species = table.at(row, "species"),
                       .note = table.at(row, "note"),
                       .comment = table.at(row, "comment")};
  for (const std::string_view id : split(table.at(row, "evidence"), ';')) result.ledger.emplace_back(id);
  return result;
}

// Two or three figures that mean something.
std::string rounded(double value) {
  const double size = std::abs(value);
  double shorter = 0.0;
  parseNumber(formatFixed(value, size >= 100.0 ? 0 : size >= 10.0 ? 1 : size >= 0.1 ? 2 : 3), shorter);
  return formatNumber(shorter);
}

std::string layerText(double index) { return layerName(static_cast<Layer>(std::lround(index))); }

std::string rangeText(const std::string& middle, double low, double high) {
  return middle + " (" + rounded(low) + " to " + rounded(high) + ")";
}

std::string boundsText(const Published& published) {
  if (!published.low.has_value()) return "less than " + rounded(*published.high);
  if (!published.high.has_value()) return "more than " + rounded(*published.low);
  return rounded(*published.low) + " to " + rounded(*published.high);
}

// The last bits of a number decide nothing.
bool meets(const Band& predicted, double low, double high) {
  constexpr double kRounding = 1e-9;
  return low <= predicted.high + kRounding * std::abs(low) && high >= predicted.low - kRounding * std::abs(high);
}

}  // namespace

std::string_view roleName(ValidationRole role) { return kRoles[static_cast<std::size_t>(role)]; }

std::string_view verdictName(Verdict verdict) { return kVerdicts[static_cast<std::size_t>(verdict)]; }

Verdict judge(const Band& predicted, const Published& published) {
  if (published.isDirection()) {
    const bool high_enough = !published.low.has_value() || predicted.value > *published.low;
    const bool low_enough = !published.high.has_value() || predicted.value < *published.high;
    return high_enough && low_enough ? Verdict::kAgrees : Verdict::kDisagrees;
  }
  const double value = *published.value;
  if (meets(predicted, published.low.value_or(value), published.high.value_or(value))) return Verdict::kInside;
  return std::abs(predicted.value - value) <= kNear * std::abs(value) ? Verdict::kNear : Verdict::kOff;
}

const std::vector<ValidationRow>& validationTable() {
  static const std::vector<ValidationRow> kTable = rowsOf(embeddedTable("evidence/validation.csv"), readRow);
  return kTable;
}

std::string ValidationResult::predictedText() const {
  if (isLayerQuantity(row->quantity)) return layerText(predicted.value);
  if (predicted.low == predicted.high) return rounded(predicted.value);
  return rangeText(rounded(predicted.value), predicted.low, predicted.high);
}

std::string ValidationResult::publishedText() const {
  const Published& published = row->published;
  if (isLayerQuantity(row->quantity)) return layerText(*published.low + 0.5);
  if (published.isDirection()) return boundsText(published);
  if (!published.low.has_value()) return rounded(*published.value);
  return rangeText(rounded(*published.value), *published.low, *published.high);
}

ValidationResult validateRow(const ValidationRow& row) {
  ValidationResult result{.row = &row,
                          .predicted = predictedBand(row.quantity, {row.protocol, row.against, row.course}),
                          .error = {},
                          .relative_error_percent = {}};
  result.verdict = judge(result.predicted, row.published);
  if (row.published.isDirection()) return result;
  result.error = result.predicted.value - *row.published.value;
  if (*row.published.value != 0.0)
    result.relative_error_percent = 100.0 * *result.error / std::abs(*row.published.value);
  return result;
}

std::vector<ValidationResult> validateAll() {
  std::vector<ValidationResult> results;
  for (const ValidationRow& row : validationTable()) results.push_back(validateRow(row));
  return results;
}

VerdictCounts countVerdicts(const std::vector<ValidationResult>& results) {
  VerdictCounts counts{};
  for (const ValidationResult& result : results) {
    ++counts[static_cast<std::size_t>(result.row->role)][static_cast<std::size_t>(result.verdict)];
  }
  return counts;
}

std::string verdictSummary(const VerdictCounts& counts, ValidationRole role) {
  const auto count = [&](Verdict verdict) {
    return std::to_string(counts[static_cast<std::size_t>(role)][static_cast<std::size_t>(verdict)]) + " ";
  };
  return std::string(roleName(role)) + ": " + count(Verdict::kInside) + "inside, " + count(Verdict::kNear) + "near, " +
         count(Verdict::kOff) + "off; " + count(Verdict::kAgrees) + "agree, " + count(Verdict::kDisagrees) + "disagree";
}

}  // namespace needling
