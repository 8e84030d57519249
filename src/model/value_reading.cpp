#include "model/value_reading.h"

#include <cmath>
#include <string>

#include "core/text.h"
#include "model/texts.h"

namespace needling {

Status notOneOf(StatusCode code, std::string_view key, std::span<const std::string_view> names,
                std::string_view value) {
  return Status::fail(
      code, formatText("refused.choice", {key, quoteForMessage(value), joined({names.begin(), names.end()}, ", ")}));
}

Status readNumber(double& field, std::string_view key, double min, double max, std::string_view unit,
                  std::string_view value) {
  double read = 0.0;
  const bool good = parseNumber(value, read);
  if (good && read >= min && read <= max) {
    field = read + 0.0;  // "-0" is 0
    return {};
  }
  return Status::fail(good ? StatusCode::kOutOfRange : StatusCode::kWrongType,
                      formatText("refused.number", {key, good ? formatNumber(read) : quoteForMessage(value),
                                                    formatNumber(min), formatNumber(max) + std::string(unit)}));
}

Status readWhole(int& field, std::string_view key, int min, int max, std::string_view value) {
  double read = 0.0;
  const bool good = parseNumber(value, read);
  if (good && read >= min && read <= max && read == std::floor(read)) {
    field = static_cast<int>(read);
    return {};
  }
  return Status::fail(good ? StatusCode::kOutOfRange : StatusCode::kWrongType,
                      formatText("refused.whole", {key, good ? formatNumber(read) : quoteForMessage(value),
                                                   formatNumber(min), formatNumber(max)}));
}

}  // namespace needling
