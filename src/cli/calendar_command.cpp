#include "cli/commands.h"

#include "cli/input.h"
#include "cli/table.h"
#include "model/calendar.h"

namespace needling::cli {

int calendarCommand(const Arguments& arguments) {
  if (Status status = arguments.check({"date"}, 1); !status.ok()) return refuse(status);
  if (arguments.words().empty() || !arguments.options().contains("date")) {
    return refuse(Status::fail(StatusCode::kMalformed,
                               "calendar needs a protocol file or the name of a preset, and --date with the day of "
                               "the first treatment, such as 2026-12-01."));
  }
  CalendarDate first_treatment;
  if (Status status = parseDate(arguments.option("date", ""), first_treatment); !status.ok()) return refuse(status);
  Sim sim;
  if (const int status = readProtocol(arguments.words()[0], sim); status != kDone) return status;
  // Stamped with the first treatment's own midnight: the same command writes the same file.
  constexpr std::int64_t kSecondsPerDay = 86'400;
  write(calendarText(sim.state().protocol, first_treatment, daysFromCivil(first_treatment) * kSecondsPerDay));
  return kDone;
}

}  // namespace needling::cli
