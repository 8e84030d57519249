#include <cmath>

#include "cli/commands.h"
#include "cli/input.h"
#include "cli/table.h"
#include "core/text.h"
#include "model/validation.h"

namespace needling::cli {
namespace {

std::string errorText(const ValidationResult& result) {
  if (!result.relative_error_percent.has_value()) return "";
  const double percent = std::round(*result.relative_error_percent);
  return (percent > 0.0 ? "+" : "") + formatFixed(percent, 0) + " %";
}

void printTable(const std::vector<ValidationResult>& results, const std::string& format) {
  Table table({"id", "published result", "sources", "role", "published", "model (band)", "unit", "error", "verdict",
               "why it misses", "taken for granted"});
  for (const ValidationResult& result : results) {
    const ValidationRow& row = *result.row;
    table.add({row.id, row.what, joined(row.ledger, ", "), std::string(roleName(row.role)), result.publishedText(),
               result.predictedText(), row.unit, errorText(result),
               std::string(verdictName(result.verdict)) + " (" + row.species + ")", row.comment, row.note});
  }
  table.print(format);
}

void printSummary(const std::vector<ValidationResult>& results) {
  const VerdictCounts counts = countVerdicts(results);
  for (std::size_t role = 0; role < counts.size(); ++role) {
    print("");
    print(verdictSummary(counts, static_cast<ValidationRole>(role)));
  }
}

}  // namespace

int validateCommand(const Arguments& arguments) {
  if (Status status = arguments.check({"format"}, 0); !status.ok()) return refuse(status);
  const std::string format = arguments.option("format", "md");
  if (Status status = checkFormat(format, {"md", "csv", "json"}); !status.ok()) return refuse(status);
  const std::vector<ValidationResult> results = validateAll();
  if (format == "json") {
    print(validationJson(results));
    return kDone;
  }
  printTable(results, format);
  if (format == "md") printSummary(results);
  return kDone;
}

}  // namespace needling::cli
