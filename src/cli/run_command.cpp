#include "cli/commands.h"

#include "cli/input.h"
#include "cli/table.h"
#include "core/text.h"
#include "model/results_json.h"

namespace needling::cli {
namespace {

std::string numberText(double value) { return formatFixed(value, 6); }

void printRunCsv(const Sim& sim, const std::vector<double>& days) {
  std::vector<std::string> header = {"day"};
  for (std::size_t s = 0; s < kSeriesCount; ++s) {
    const std::string name(seriesName(static_cast<SeriesId>(s)));
    for (const char* suffix : {"", "_low", "_high"}) header.push_back(name + suffix);
  }
  Table table(std::move(header));
  for (const double day : days) {
    std::vector<std::string> row = {formatNumber(day)};
    for (std::size_t s = 0; s < kSeriesCount; ++s) {
      const Band band = sim.outcome().at(static_cast<SeriesId>(s), day);
      const bool known = hasSeries(sim.state().protocol, static_cast<SeriesId>(s));
      for (const double value : {band.value, band.low, band.high}) row.push_back(known ? numberText(value) : "");
    }
    table.add(std::move(row));
  }
  table.print("csv");
}

void printRunJson(const Sim& sim, const std::vector<double>& days) {
  std::string line = "[";
  for (const double day : days) line += (line.size() > 1 ? "," : "") + resultsJson(sim, day);
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
  format == "csv" ? printRunCsv(sim, days) : printRunJson(sim, days);
  return kDone;
}

}  // namespace needling::cli
