#include "model/protocol.h"

#include "core/check.h"
#include "core/csv.h"
#include "core/text.h"
#include "model/texts.h"
#include "model_assets.h"

namespace needling {
namespace {

struct DeviceRow {
  std::string device;
  std::string key;
  double value;
  Range range;
};

const std::vector<DeviceRow>& deviceTable() {
  static const std::vector<DeviceRow> rows =
      rowsOf(CsvTable(assets::kDevicesCsv), [](const CsvTable& table, std::size_t row) {
        return DeviceRow{table.at(row, "device"),
                         table.at(row, "key"),
                         table.number(row, "value"),
                         {table.number(row, "min"), table.number(row, "max")}};
      });
  return rows;
}

const DeviceRow* findDeviceRow(const Protocol& protocol, ParameterId parameter) {
  const std::string& key = parameterRow(parameter).id;
  for (const DeviceRow& row : deviceTable()) {
    if (row.device == protocol.choice(ParameterId::kDevice) && row.key == key) return &row;
  }
  return nullptr;
}

void takeUsualNeedles(Protocol& protocol) {
  for (const ParameterId parameter : {ParameterId::kNeedleCount, ParameterId::kNeedleDiameter}) {
    protocol.set(parameter, usualValue(protocol, parameter));
  }
}

std::vector<Preset> loadPresets() {
  const CsvTable table(assets::kPresetsCsv);
  std::vector<Preset> result;
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    const std::string& name = table.at(row, "preset");
    if (result.empty() || result.back().id != name) result.push_back({.id = name, .protocol = {}});
    if (table.at(row, "key") == "label") continue;  // a text
    [[maybe_unused]] const Status status =
        setParameter(result.back().protocol, table.at(row, "key"), table.at(row, "value"));
    NEEDLING_CHECK(status.ok());
  }
  return result;
}

}  // namespace

Protocol::Protocol() {
  for (const ParameterRow& row : parameterTable()) set(row.parameter, row.default_value);
}

const std::string& Protocol::choice(ParameterId parameter) const {
  const ParameterRow& row = parameterRow(parameter);
  NEEDLING_CHECK(row.kind == ParameterKind::kChoice);
  return row.choices[static_cast<std::size_t>(get(parameter))].id;
}

std::vector<double> Protocol::treatmentDays() const {
  std::vector<double> days;
  const int sessions = static_cast<int>(get(ParameterId::kSessions));
  for (int k = 0; k < sessions; ++k) days.push_back(k * 7.0 * get(ParameterId::kIntervalWeeks));
  return days;
}

double usualValue(const Protocol& protocol, ParameterId parameter) {
  const DeviceRow* row = findDeviceRow(protocol, parameter);
  NEEDLING_CHECK(row != nullptr);
  return row != nullptr ? row->value : protocol.get(parameter);
}

Range rangeFor(const Protocol& protocol, ParameterId parameter) {
  if (const DeviceRow* row = findDeviceRow(protocol, parameter)) return row->range;
  return {parameterRow(parameter).min, parameterRow(parameter).max};
}

bool hasEffect(const Protocol& protocol, ParameterId parameter) {
  const bool pen = protocol.device() == Device::kPen;
  const bool density_given = protocol.get(ParameterId::kChannelDensity) > 0.0;
  switch (parameter) {
    case ParameterId::kPasses:
      return pen || !density_given;
    case ParameterId::kGlideSpeed:
      return pen && !density_given;
    case ParameterId::kStrokesPerSecond:
      return pen && !density_given && protocol.get(ParameterId::kGlideSpeed) > 0.0;
    case ParameterId::kIntervalWeeks:
      return protocol.get(ParameterId::kSessions) > 1.0;
    case ParameterId::kMenopauseYears:
      return protocol.sex() != Sex::kMale;
    default:
      return true;
  }
}

Status setParameter(Protocol& protocol, std::string_view id, std::string_view input, std::string_view key) {
  const ParameterRow* row = findParameter(id);
  if (row == nullptr) {
    return Status::fail(StatusCode::kUnknownKey, formatText("refused.key", {quoteForMessage(id)}));
  }
  double value = 0.0;
  Status status = parseParameter(*row, rangeFor(protocol, row->parameter), key.empty() ? id : key, input, value);
  if (!status.ok()) return status;
  const bool new_device = row->parameter == ParameterId::kDevice && value != protocol.get(row->parameter);
  protocol.set(row->parameter, value);
  if (new_device) takeUsualNeedles(protocol);
  return {};
}

const std::string& Preset::label() const { return text("preset." + id); }

const std::vector<Preset>& presets() {
  static const std::vector<Preset> list = loadPresets();
  return list;
}

const Preset* findPreset(std::string_view id) {
  for (const Preset& preset : presets()) {
    if (preset.id == id) return &preset;
  }
  return nullptr;
}

}  // namespace needling
