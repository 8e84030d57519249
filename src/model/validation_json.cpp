#include <nlohmann/json.hpp>

#include "model/validation.h"

namespace needling {
namespace {

using Json = nlohmann::ordered_json;

Json orNull(const std::optional<double>& number) { return number.has_value() ? Json(*number) : Json(); }

Json rowJson(const ValidationResult& result) {
  const ValidationRow& row = *result.row;
  return {{"id", row.id},
          {"topic", row.topic},
          {"ledger", row.ledger},
          {"what", row.what},
          {"protocol", row.protocol},
          {"against", row.against},
          {"course", row.course},
          {"quantity", row.quantity},
          {"unit", row.unit},
          {"role", roleName(row.role)},
          {"species", row.species},
          {"published", orNull(row.published.value)},
          {"published_low", orNull(row.published.low)},
          {"published_high", orNull(row.published.high)},
          {"published_text", result.publishedText()},
          {"predicted", result.predicted.value},
          {"predicted_low", result.predicted.low},
          {"predicted_high", result.predicted.high},
          {"predicted_text", result.predictedText()},
          {"error", orNull(result.error)},
          {"relative_error_percent", orNull(result.relative_error_percent)},
          {"verdict", verdictName(result.verdict)},
          {"note", row.note},
          {"comment", row.comment}};
}

}  // namespace

std::string validationJson(const std::vector<ValidationResult>& results) {
  Json json = {{"rows", Json::array()}, {"summary", Json::array()}};
  for (const ValidationResult& result : results) json["rows"].push_back(rowJson(result));
  const VerdictCounts counts = countVerdicts(results);
  for (std::size_t role = 0; role < counts.size(); ++role) {
    json["summary"].push_back(verdictSummary(counts, static_cast<ValidationRole>(role)));
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace needling
