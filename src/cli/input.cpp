#include "cli/input.h"

#include <algorithm>
#include <cstdio>

#include "core/text.h"
#include "model/shown.h"
#include "model/state_text.h"
#include "model/texts.h"
#include "model/value_reading.h"

namespace needling::cli {
namespace {

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

}  // namespace

int refuse(const Status& status) {
  std::fprintf(stderr, "needling: %s\n", status.message.c_str());
  return kBadInput;
}

Status parseList(const std::string& key, const std::string& list, Range range, const std::string& unit,
                 std::vector<double>& values) {
  for (const std::string_view part : split(list, ',')) {
    double value = 0.0;
    if (!parseNumber(part, value) || value < range.min || value > range.max) {
      return Status::fail(StatusCode::kOutOfRange,
                          formatText("refused.list", {key, quoteForMessage(part), formatNumber(range.min),
                                                      formatNumber(range.max) + " " + shownUnit(unit)}));
    }
    values.push_back(value);
  }
  return {};
}

Status checkFormat(const std::string& format, const std::vector<std::string>& allowed) {
  if (std::find(allowed.begin(), allowed.end(), format) != allowed.end()) return {};
  const std::vector<std::string_view> names(allowed.begin(), allowed.end());
  return notOneOf(StatusCode::kWrongType, "format", names, format);
}

int readProtocol(const std::string& source, Sim& sim) {
  if (findPreset(source) != nullptr) {
    const Status status = sim.apply({"preset", source});
    return status.ok() ? kDone : refuse(status);
  }
  std::string content;
  if (!readFile(source, content)) {
    std::fprintf(stderr, "needling: %s can be read neither as a file nor as the name of a preset.\n",
                 quoteForMessage(source).c_str());
    return kCannotRead;
  }
  const Status status = stateFromJson(sim, content);
  return status.ok() ? kDone : refuse(status);
}

}  // namespace needling::cli
