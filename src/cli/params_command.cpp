#include "cli/commands.h"

#include "cli/input.h"
#include "cli/table.h"
#include "core/text.h"
#include "model/results_json.h"
#include "model/shown.h"
#include "model/texts.h"

namespace needling::cli {
namespace {

std::string valuesText(const ParameterRow& row) {
  if (row.kind != ParameterKind::kChoice)
    return formatText("cli.range", {formatNumber(row.min), formatNumber(row.max)});
  return choiceList(row);
}

}  // namespace

int paramsCommand(const Arguments& arguments) {
  if (Status status = arguments.check({"format"}, 0); !status.ok()) return refuse(status);
  const std::string format = arguments.option("format", "md");
  if (Status status = checkFormat(format, {"md", "csv", "json"}); !status.ok()) return refuse(status);
  if (format == "json") {
    print(parametersJson());
    return kDone;
  }
  Table table({text("cli.id"), text("cli.values"), text("cli.default"), text("cli.unit"), text("cli.meaning"),
               text("cli.evidence")});
  for (const ParameterRow& row : parameterTable()) {
    table.add({row.id, valuesText(row), parameterText(row, row.default_value), shownUnit(row.unit), row.meaning(),
               row.evidence});
  }
  table.print(format);
  return kDone;
}

}  // namespace needling::cli
