// The one parameter table. Panel, URL, JSON, JavaScript interface, command line, validation messages and README all
// read it, so a new parameter is one row of assets/parameters.csv and one enumerator here, in the same order.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"

namespace needling {

enum class ParameterId : std::size_t {
  kDevice,
  kNeedleLength,
  kNeedleCount,
  kNeedleDiameter,
  kPasses,
  kPressure,
  kChannelDensity,
  kTechnique,
  kNeedleCondition,
  kGlideSpeed,
  kStrokesPerSecond,
  kSite,
  kAge,
  kSex,
  kSkinTone,
  kSmoking,
  kPhotodamage,
  kMenopauseYears,
  kIndication,
  kSetting,
  kSessions,
  kIntervalWeeks,
  kNumbingMinutes,
  kTopical,
  kCover,
  kRandomSeed,
  kCount
};
inline constexpr std::size_t kParameterCount = static_cast<std::size_t>(ParameterId::kCount);

enum class ParameterKind { kNumber, kInteger, kChoice };

struct Choice {
  std::string id;  // "pen"
};

struct ParameterRow {
  ParameterId parameter;
  std::string id;     // key in URLs and JSON
  std::string group;  // tab of the panel: needle, skin, course
  std::string unit;   // for people: shownUnit of model/shown.h
  ParameterKind kind;
  double default_value;  // for a choice: its index
  double min;            // for a choice: 0
  double max;            // for a choice: count - 1
  double step;
  std::vector<Choice> choices;  // empty unless kind is kChoice
  bool names_zero;              // 0 means something in words
  std::string evidence;         // ids, separated by semicolons

  // In the language chosen.
  const std::string& label() const;
  const std::string& meaning() const;
  const std::string& choiceLabel(std::size_t choice) const;  // "Motor pen"
};

const std::vector<ParameterRow>& parameterTable();
const ParameterRow& parameterRow(ParameterId parameter);
// Null where there is no such id.
const ParameterRow* findParameter(std::string_view id);

// The index of a choice; none where there is no such.
std::optional<std::size_t> findChoice(const ParameterRow& row, std::string_view id);

struct Range {
  double min;
  double max;
};

// Reads `input` as a value of this row. On success `value` is set (for a choice to its index); otherwise the status
// names the key, what came and what is allowed, with the decimal point that an input needs. `range` is the row's own, or
// a narrower one of the chosen device; `key` is what the one who asked calls the row.
Status parseParameter(const ParameterRow& row, Range range, std::string_view key, std::string_view input,
                      double& value);

// Ids of the choices: "pen, roller, stamp".
std::string choiceList(const ParameterRow& row);

// The value as it stands in URLs and JSON: "1.5", "pen".
std::string parameterText(const ParameterRow& row, double value);
// The value for people, with its unit: "1.5 mm", "Motor pen".
std::string parameterLabel(const ParameterRow& row, double value);

}  // namespace needling
