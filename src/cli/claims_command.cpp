#include "cli/commands.h"
#include "cli/input.h"
#include "cli/table.h"
#include "core/text.h"
#include "model/claims.h"
#include "model/claims_json.h"

namespace needling::cli {
namespace {

// "texts/en.csv: warning.home, warning.ask; assets/parameters.csv: setting"
std::string shownText(const std::vector<ShownRow>& rows) {
  std::string text;
  std::string table;
  for (const ShownRow& row : rows) {
    if (row.table == table) {
      text += ", " + row.id;
    } else {
      text += (text.empty() ? "" : "; ") + row.table + ": " + row.id;
      table = row.table;
    }
  }
  return text;
}

void printClaims(bool only_shown, const std::string& format) {
  Table table({"id", "statement", "kind", "grade", "confidence", "source", "population", "n", "date", "checked",
               "evidence", "shown in"});
  for (const Claim& claim : claims()) {
    const std::vector<ShownRow> shown = shownIn(claim);
    if (only_shown && shown.empty()) continue;
    table.add({claim.id, claim.statement, claim.kind, claim.grade, claim.confidence, claim.source, claim.population,
               claim.n, claim.date, claim.checked, joined(claim.evidence, ";"), shownText(shown)});
  }
  table.print(format);
}

}  // namespace

int claimsCommand(const Arguments& arguments) {
  if (Status status = arguments.check({"shown", "format"}, 0); !status.ok()) return refuse(status);
  const std::string format = arguments.option("format", "md");
  if (Status status = checkFormat(format, {"md", "csv", "json"}); !status.ok()) return refuse(status);
  if (format == "json") {
    print(claimsJson(arguments.has("shown")));
  } else {
    printClaims(arguments.has("shown"), format);
  }
  return kDone;
}

}  // namespace needling::cli
