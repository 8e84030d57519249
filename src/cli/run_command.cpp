#include "cli/commands.h"

#include "cli/input.h"
#include "cli/table.h"
#include "model/results_json.h"
#include "model/series_csv.h"

namespace needling::cli {
namespace {

void printRunJson(const Sim& sim, const std::vector<double>& days) {
  std::string line = "[";
  for (const double day : days) line += (line.size() > 1 ? "," : "") + resultsJson(sim.derived(), day);
  print(line + "]");
}

}  // namespace

int runCommand(const Arguments& arguments) {
  if (Status status = arguments.check({"days", "format"}, 1); !status.ok()) return refuse(status);
  if (arguments.words().empty()) {
    return refuse(Status::fail(StatusCode::kMalformed, "run needs a protocol file or the name of a preset."));
  }
  const std::string format = arguments.option("format", "csv");
  if (Status status = checkFormat(format, {"csv", "json"}); !status.ok()) return refuse(status);
  std::vector<double> days;
  if (Status status =
          parseList("days", arguments.option("days", "0,14,28,60,90,120,180,365,730"), {0.0, kLastDay}, "days", days);
      !status.ok()) {
    return refuse(status);
  }
  Sim sim;
  if (const int status = readProtocol(arguments.words()[0], sim); status != kDone) return status;
  if (format == "csv") {
    write(seriesCsv(sim, days));
  } else {
    printRunJson(sim, days);
  }
  return kDone;
}

}  // namespace needling::cli
