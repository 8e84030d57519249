#include "model/parameters.h"

#include <cmath>

#include "core/check.h"
#include "core/csv.h"
#include "core/text.h"
#include "model/shown.h"
#include "model/texts.h"
#include "model_assets.h"

namespace needling {
namespace {

ParameterKind kindFromText(std::string_view kind) {
  if (kind == "choice") return ParameterKind::kChoice;
  return kind == "integer" ? ParameterKind::kInteger : ParameterKind::kNumber;
}

std::vector<Choice> choicesFromText(std::string_view list) {
  std::vector<Choice> choices;
  for (const std::string_view entry : split(list, '|')) {
    const std::size_t colon = entry.find(':');
    NEEDLING_CHECK(colon != std::string_view::npos);
    choices.push_back({std::string(entry.substr(0, colon))});
  }
  return choices;
}

int choiceIndex(const std::vector<Choice>& choices, std::string_view id) {
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (choices[i].id == id) return static_cast<int>(i);
  }
  return -1;
}

ParameterRow readRow(const CsvTable& table, std::size_t row) {
  ParameterRow result{.parameter = static_cast<ParameterId>(row),
                      .id = table.at(row, "id"),
                      .group = table.at(row, "group"),
                      .unit = table.at(row, "unit"),
                      .kind = kindFromText(table.at(row, "kind")),
                      .default_value = 0.0,
                      .min = 0.0,
                      .max = 0.0,
                      .step = 1.0,
                      .choices = {},
                      .names_zero = !table.at(row, "zero_label").empty(),
                      .evidence = table.at(row, "evidence")};
  if (result.kind == ParameterKind::kChoice) {
    result.choices = choicesFromText(table.at(row, "choices"));
    result.max = static_cast<double>(result.choices.size()) - 1.0;
    result.default_value = choiceIndex(result.choices, table.at(row, "default"));
    return result;
  }
  result.default_value = table.number(row, "default");
  result.min = table.number(row, "min");
  result.max = table.number(row, "max");
  result.step = table.number(row, "step");
  return result;
}

std::vector<ParameterRow> load() {
  const CsvTable table(assets::kParametersCsv);
  NEEDLING_CHECK(table.rowCount() == kParameterCount);
  std::vector<ParameterRow> rows;
  for (std::size_t row = 0; row < table.rowCount(); ++row) rows.push_back(readRow(table, row));
  return rows;
}

// "{0} cannot be {1}: it must be ... {2} to {3}."
Status outside(StatusCode code, const char* id, const ParameterRow& row, std::string_view key, Range range,
               const std::string& what) {
  const std::string unit = row.unit.empty() ? "" : " " + shownUnit(row.unit);
  return Status::fail(code, formatText(id, {key, what, formatNumber(range.min), formatNumber(range.max) + unit}));
}

}  // namespace

const std::vector<ParameterRow>& parameterTable() {
  static const std::vector<ParameterRow> table = load();
  return table;
}

const ParameterRow& parameterRow(ParameterId parameter) {
  return parameterTable()[static_cast<std::size_t>(parameter)];
}

const ParameterRow* findParameter(std::string_view id) {
  for (const ParameterRow& row : parameterTable()) {
    if (row.id == id) return &row;
  }
  return nullptr;
}

const std::string& ParameterRow::label() const { return text("parameter." + id + ".label"); }
const std::string& ParameterRow::meaning() const { return text("parameter." + id + ".meaning"); }
const std::string& ParameterRow::choiceLabel(std::size_t choice) const {
  return text("choice." + id + "." + choices[choice].id);
}

Status parseParameter(const ParameterRow& row, Range range, std::string_view key, std::string_view input,
                      double& value) {
  if (row.kind == ParameterKind::kChoice) {
    const int index = choiceIndex(row.choices, input);
    if (index < 0) {
      return Status::fail(StatusCode::kWrongType,
                          formatText("refused.choice", {key, quoteForMessage(input), choiceList(row)}));
    }
    value = index;
    return {};
  }
  double number = 0.0;
  if (!parseNumber(input, number)) {
    return outside(StatusCode::kWrongType, "refused.number", row, key, range, quoteForMessage(input));
  }
  if (row.kind == ParameterKind::kInteger && number != std::floor(number)) {
    return outside(StatusCode::kWrongType, "refused.whole", row, key, range, formatNumber(number));
  }
  if (number < range.min || number > range.max) {
    return outside(StatusCode::kOutOfRange, "refused.range", row, key, range, formatNumber(number));
  }
  value = number;
  return {};
}

std::optional<std::size_t> findChoice(const ParameterRow& row, std::string_view id) {
  const int index = choiceIndex(row.choices, id);
  if (index < 0) return {};
  return static_cast<std::size_t>(index);
}

std::string choiceList(const ParameterRow& row) {
  std::vector<std::string> ids;
  ids.reserve(row.choices.size());
  for (const Choice& choice : row.choices) ids.push_back(choice.id);
  return joined(ids, ", ");
}

std::string parameterText(const ParameterRow& row, double value) {
  if (row.kind == ParameterKind::kChoice) return row.choices[static_cast<std::size_t>(value)].id;
  return formatNumber(value);
}

std::string parameterLabel(const ParameterRow& row, double value) {
  if (row.kind == ParameterKind::kChoice) return row.choiceLabel(static_cast<std::size_t>(value));
  if (value == 0.0 && row.names_zero) return text("parameter." + row.id + ".zero");
  return row.unit.empty() ? shownNumber(value) : shownCount(value, row.unit);
}

}  // namespace needling
