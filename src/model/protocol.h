// One protocol: who is treated, with what, how often. A plain value; everything computed is a function of it.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "model/parameters.h"

namespace needling {

// Enumerators stand in the order of the choices in assets/parameters.csv.
enum class Device { kPen, kRoller, kStamp };
enum class Pressure { kLight, kNormal, kFirm };
enum class Technique { kLifted, kDragged };
enum class NeedleCondition { kFresh, kDull, kBent };
enum class Sex { kUnspecified, kFemale, kMale };
enum class Photodamage { kNone, kMild, kMarked };
enum class Setting { kClinic, kHome };
enum class Topical { kNone, kHyaluronic, kVitaminC, kGrowthFactors, kRetinoid };

inline constexpr double kLastDay = 730.0;  // the timeline's end, days after the first treatment

struct Protocol {
  std::array<double, kParameterCount> values{};

  Protocol();  // the defaults of the table: acne scars, cheek, pen, 1.5 mm, 4 treatments 4 weeks apart, age 35

  double get(ParameterId parameter) const { return values[static_cast<std::size_t>(parameter)]; }
  void set(ParameterId parameter, double value) { values[static_cast<std::size_t>(parameter)] = value; }
  // Id of the chosen choice: "cheek".
  const std::string& choice(ParameterId parameter) const;

  Device device() const { return static_cast<Device>(get(ParameterId::kDevice)); }
  Pressure pressure() const { return static_cast<Pressure>(get(ParameterId::kPressure)); }
  Technique technique() const { return static_cast<Technique>(get(ParameterId::kTechnique)); }
  NeedleCondition needleCondition() const { return static_cast<NeedleCondition>(get(ParameterId::kNeedleCondition)); }
  Sex sex() const { return static_cast<Sex>(get(ParameterId::kSex)); }
  Photodamage photodamage() const { return static_cast<Photodamage>(get(ParameterId::kPhotodamage)); }
  Setting setting() const { return static_cast<Setting>(get(ParameterId::kSetting)); }
  Topical topical() const { return static_cast<Topical>(get(ParameterId::kTopical)); }
  bool covered() const { return get(ParameterId::kCover) != 0.0; }
  bool smokes() const { return get(ParameterId::kSmoking) != 0.0; }
  double needleLength() const { return get(ParameterId::kNeedleLength); }

  // Day of each treatment: 0, 7*interval, ... All lie inside the timeline, as 7 intervals of 12 weeks are 588 days.
  std::vector<double> treatmentDays() const;

  bool operator==(const Protocol&) const = default;
};

// What the protocol's device usually has (assets/evidence/devices.csv): needle count or diameter.
double usualValue(const Protocol& protocol, ParameterId parameter);

// The range of a parameter for this protocol's device (assets/evidence/devices.csv), else the row's own.
Range rangeFor(const Protocol& protocol, ParameterId parameter);

// False where the parameter has no effect in this protocol, so that nobody need be asked: stroke rate and glide speed
// without a pen or where the density is given, the stroke rate while the glide speed is not known, the passes of roller
// and stamp where the density is given (a pen's set its strokes apart), the interval of one treatment, years since
// menopause in men.
bool hasEffect(const Protocol& protocol, ParameterId parameter);

// Sets one parameter from text. Changing the device also sets needle count and diameter to that device's usual ones.
// On failure the protocol is unchanged and the status says what was wrong.
// It names the parameter by `key` where one is given.
Status setParameter(Protocol& protocol, std::string_view id, std::string_view input, std::string_view key = {});

struct Preset {
  std::string id;
  Protocol protocol;

  // In the language chosen.
  const std::string& label() const;
};

// The published and model protocols of assets/presets.csv.
const std::vector<Preset>& presets();
// Null where there is none of that name.
const Preset* findPreset(std::string_view id);

}  // namespace needling
