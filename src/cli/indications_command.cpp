#include "cli/commands.h"
#include "cli/input.h"
#include "cli/table.h"
#include "core/text.h"
#include "model/indication.h"
#include "model/shown.h"
#include "model/texts.h"

namespace needling::cli {

int indicationsCommand(const Arguments& arguments) {
  if (Status status = arguments.check({"format"}, 0); !status.ok()) return refuse(status);
  const std::string format = arguments.option("format", "md");
  if (Status status = checkFormat(format, {"md", "csv"}); !status.ok()) return refuse(status);
  Table table({text("cli.indication"), text("cli.grade"), text("cli.why"), text("cli.course"), text("cli.firstChange"),
               text("cli.unit"), text("cli.outcome")});
  for (const IndicationRow& row : indicationTable()) {
    const std::string week = row.first_change_weeks.has_value() ? formatNumber(*row.first_change_weeks) : "";
    table.add({row.id, row.grade, row.gradeText(), row.courseText(), week, shownUnit(row.unit), row.outcomeText()});
  }
  table.print(format);
  return kDone;
}

}  // namespace needling::cli
