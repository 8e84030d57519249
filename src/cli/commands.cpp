#include "cli/commands.h"

#include <cstdio>
#include <string>
#include <vector>

#include "core/text.h"
#include "model/describe.h"
#include "model/results_json.h"
#include "model/state_text.h"

namespace needling::cli {
namespace {

int refuse(const Status& status) {
  std::fprintf(stderr, "needling: %s\n", status.message.c_str());
  return kBadInput;
}

void print(const std::string& line) { std::printf("%s\n", line.c_str()); }

// Reads a whole file; protocols are small, so anything past a megabyte is not one.
bool readFile(const std::string& path, std::string& content) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return false;
  constexpr std::size_t kLongest = 1'000'000;
  content.resize(kLongest);
  content.resize(std::fread(content.data(), 1, content.size(), file));
  const bool read = std::ferror(file) == 0;
  std::fclose(file);
  return read;
}

Status parseList(const std::string& key, const std::string& list, Range range, const std::string& unit,
                 std::vector<double>& values) {
  for (const std::string_view part : split(list, ',')) {
    double value = 0.0;
    if (!parseNumber(part, value) || value < range.min || value > range.max) {
      return Status::fail(StatusCode::kOutOfRange, key + " cannot hold " + quoteForMessage(part) +
                                                       ": each must be a number from " + formatNumber(range.min) +
                                                       " to " + formatNumber(range.max) + " " + unit + ".");
    }
    values.push_back(value);
  }
  return {};
}

Status checkFormat(const std::string& format, const std::vector<std::string>& allowed) {
  std::string list;
  for (const std::string& each : allowed) {
    if (each == format) return {};
    list += (list.empty() ? "" : ", ") + each;
  }
  return Status::fail(StatusCode::kWrongType,
                      "format cannot be " + quoteForMessage(format) + ": it must be one of " + list + ".");
}

// A table as Markdown or CSV.
class Table {
 public:
  explicit Table(std::vector<std::string> header) { rows_.push_back(std::move(header)); }
  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
  void print(const std::string& format) const {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      cli::print(format == "md" ? markdownRow(rows_[i]) : csvRow(rows_[i]));
      if (format == "md" && i == 0) cli::print(markdownRow(std::vector<std::string>(rows_[0].size(), "---")));
    }
  }

 private:
  static std::string markdownRow(const std::vector<std::string>& row) {
    std::string line = "|";
    for (const std::string& field : row) line += " " + field + " |";
    return line;
  }
  static std::string csvRow(const std::vector<std::string>& row) {
    std::string line;
    for (const std::string& field : row) {
      const bool quote = field.find_first_of(",\"\n") != std::string::npos;
      std::string escaped;
      for (const char c : field) escaped += c == '"' ? std::string("\"\"") : std::string(1, c);
      line += (line.empty() ? "" : ",") + (quote ? "\"" + escaped + "\"" : field);
    }
    return line;
  }

  std::vector<std::vector<std::string>> rows_;
};

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

std::string bandColumn(const Band& band) {
  return formatFixed(band.value, 2) + " (" + formatFixed(band.low, 2) + "-" + formatFixed(band.high, 2) + ")";
}

void printDepthTable(const Protocol& protocol, const std::vector<double>& lengths, const std::string& format) {
  Table table({"needle length mm", "reach mm (band)", "residual channel mm (band)", "deepest layer"});
  for (const double length : lengths) {
    const NeedleDepth depth = needleDepth(protocol, length);
    table.add({formatNumber(length), bandColumn(depth.reach_mm), bandColumn(depth.residual_mm),
               layerName(depth.deepest_layer) + (depth.extrapolated ? ", extrapolated" : "")});
  }
  table.print(format);
}

std::string valuesText(const ParameterRow& row) {
  if (row.kind != ParameterKind::kChoice) return formatNumber(row.min) + " to " + formatNumber(row.max);
  std::string list;
  for (const Choice& choice : row.choices) list += (list.empty() ? "" : ", ") + choice.id;
  return list;
}

}  // namespace

const char* usageText() {
  return "usage: needling run PROTOCOL.json|PRESET [--days 0,30,90] [--format csv|json]\n"
         "       needling depth [--device pen] [--site cheek] [--sex female] [--pressure normal]\n"
         "                      [--lengths 0.25,0.5,1.0] [--format md|csv|json]\n"
         "       needling params [--format md|csv|json]\n";
}

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
  const std::string& source = arguments.words()[0];
  if (findPreset(source) != nullptr) {
    if (Status status = sim.apply({"preset", source}); !status.ok()) return refuse(status);
  } else {
    std::string content;
    if (!readFile(source, content)) {
      std::fprintf(stderr, "needling: %s can be read neither as a file nor as the name of a preset.\n",
                   quoteForMessage(source).c_str());
      return kCannotRead;
    }
    if (Status status = stateFromJson(sim, content); !status.ok()) return refuse(status);
  }
  format == "csv" ? printRunCsv(sim, days) : printRunJson(sim, days);
  return kDone;
}

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

int paramsCommand(const Arguments& arguments) {
  if (Status status = arguments.check({"format"}, 0); !status.ok()) return refuse(status);
  const std::string format = arguments.option("format", "md");
  if (Status status = checkFormat(format, {"md", "csv", "json"}); !status.ok()) return refuse(status);
  if (format == "json") {
    print(parametersJson());
    return kDone;
  }
  Table table({"id", "values", "default", "unit", "meaning", "evidence"});
  for (const ParameterRow& row : parameterTable()) {
    table.add({row.id, valuesText(row), parameterText(row, row.default_value), row.unit, row.meaning, row.evidence});
  }
  table.print(format);
  return kDone;
}

}  // namespace needling::cli
