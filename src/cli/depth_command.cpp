#include "cli/commands.h"

#include "cli/input.h"
#include "cli/table.h"
#include "model/describe.h"
#include "model/results_json.h"
#include "model/shown.h"
#include "model/texts.h"

namespace needling::cli {
namespace {

std::string bandColumn(const Band& band) {
  return shownFixed(band.value, 2) + " (" + shownFixed(band.low, 2) + "-" + shownFixed(band.high, 2) + ")";
}

void printDepthTable(const Protocol& protocol, const std::vector<double>& lengths, const std::string& format) {
  Table table({text("cli.length"), text("cli.reach"), text("cli.residual"), text("cli.deepest")});
  for (const double length : lengths) {
    const NeedleDepth depth = needleDepth(protocol, length);
    table.add({shownNumber(length), bandColumn(depth.reach_mm), bandColumn(depth.residual_mm),
               layerName(depth.deepest_layer) + (depth.extrapolated ? ", " + text("picture.extrapolated") : "")});
  }
  table.print(format);
}

}  // namespace

int depthCommand(const Arguments& arguments) {
  const std::vector<std::string> parameters = {"device", "site", "sex", "pressure"};
  if (Status status = arguments.check({"device", "site", "sex", "pressure", "lengths", "format"}, 0); !status.ok()) {
    return refuse(status);
  }
  const std::string format = arguments.option("format", "md");
  if (Status status = checkFormat(format, {"md", "csv", "json"}); !status.ok()) return refuse(status);
  Protocol protocol;
  for (const std::string& key : parameters) {
    if (!arguments.options().contains(key)) continue;
    if (Status status = setParameter(protocol, key, arguments.option(key, "")); !status.ok()) return refuse(status);
  }
  const ParameterRow& length = parameterRow(ParameterId::kNeedleLength);
  std::vector<double> lengths;
  if (Status status = parseList("lengths", arguments.option("lengths", "0.25,0.5,1.0,1.5,2.0,2.5,3.0"),
                                {length.min, length.max}, length.unit, lengths);
      !status.ok()) {
    return refuse(status);
  }
  if (format == "json") {
    print(depthTableJson(protocol, lengths));
  } else {
    printDepthTable(protocol, lengths, format);
  }
  return kDone;
}

}  // namespace needling::cli
