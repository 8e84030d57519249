#include "model/safety.h"

#include <algorithm>

#include "model/channel.h"
#include "model/danger_zones.h"
#include "model/needle.h"
#include "model/shown.h"
#include "model/tearing.h"
#include "model/texts.h"

namespace needling {
namespace {

struct Rule {
  const char* id;
  Severity severity;
  std::optional<ParameterId> about;
  bool (*applies)(const Protocol& protocol);
};

bool entersFat(const Protocol& protocol) {
  return needleDepth(protocol, protocol.needleLength()).deepest_layer == Layer::kFat;
}

// The centre stays in the dermis, yet the thin end of the published dermis would be crossed.
bool mayEnterFat(const Protocol& protocol) {
  const Skin skin = skinOf(protocol);
  const double reach = needleDepth(protocol, protocol.needleLength()).reach_mm.value;
  return !entersFat(protocol) && reach > skin.epidermisBottom() + skin.dermis.low;
}

bool barelyEnters(const Protocol& protocol) {
  const NeedleDepth depth = needleDepth(protocol, protocol.needleLength());
  return depth.deepest_layer < Layer::kPapillaryDermis;
}

// Above every published goal for the number of channels.
bool crowded(const Protocol& protocol) {
  static const double kMost = constantBand("channel.target_density").high;
  return channelDensityPerCm2(protocol).value > kMost;
}

bool closerThanUsual(const Protocol& protocol) {
  static const double kUsualWeeks = parameterRow(ParameterId::kIntervalWeeks).default_value;
  return protocol.get(ParameterId::kIntervalWeeks) < kUsualWeeks && protocol.get(ParameterId::kSessions) > 1.0;
}

const Rule kRules[] = {
    {"home", Severity::kWarning, ParameterId::kSetting,
     [](const Protocol& p) { return p.setting() == Setting::kHome; }},
    {"throughDermis", Severity::kWarning, ParameterId::kNeedleLength, entersFat},
    {"vitaminC", Severity::kWarning, ParameterId::kTopical,
     [](const Protocol& p) { return p.topical() == Topical::kVitaminC; }},
    {"tearingHigh", Severity::kWarning, ParameterId::kTechnique,
     [](const Protocol& p) { return tearingOf(p).level == TearingLevel::kHigh; }},
    {"tearingRaised", Severity::kCaution, ParameterId::kTechnique,
     [](const Protocol& p) { return tearingOf(p).level == TearingLevel::kRaised; }},
    {"growthFactors", Severity::kCaution, ParameterId::kTopical,
     [](const Protocol& p) { return p.topical() == Topical::kGrowthFactors; }},
    {"retinoid", Severity::kCaution, ParameterId::kTopical,
     [](const Protocol& p) { return p.topical() == Topical::kRetinoid; }},
    {"hyaluronic", Severity::kCaution, ParameterId::kTopical,
     [](const Protocol& p) { return p.topical() == Topical::kHyaluronic; }},
    {"mayReachFat", Severity::kCaution, ParameterId::kNeedleLength, mayEnterFat},
    {"extrapolated", Severity::kCaution, ParameterId::kNeedleLength,
     [](const Protocol& p) { return needleDepth(p, p.needleLength()).extrapolated; }},
    {"skinTone", Severity::kCaution, ParameterId::kSkinTone,
     [](const Protocol& p) { return p.get(ParameterId::kSkinTone) >= constant("tone.pigment_warning"); }},
    {"crowded", Severity::kCaution, ParameterId::kPasses, crowded},
    {"shallow", Severity::kNote, ParameterId::kNeedleLength, barelyEnters},
    {"laxity", Severity::kNote, ParameterId::kIndication,
     [](const Protocol& p) { return p.choice(ParameterId::kIndication) == "laxity"; }},
    {"hairLoss", Severity::kNote, ParameterId::kIndication,
     [](const Protocol& p) { return p.choice(ParameterId::kIndication) == "hairLoss"; }},
    {"interval", Severity::kNote, ParameterId::kIntervalWeeks, closerThanUsual},
    {"numbing", Severity::kNote, ParameterId::kNumbingMinutes,
     [](const Protocol& p) { return p.get(ParameterId::kNumbingMinutes) > 0.0; }},
    {"wait", Severity::kNote, {}, [](const Protocol&) { return true; }},
    {"ask", Severity::kNote, {}, [](const Protocol&) { return true; }},
};

}  // namespace

std::vector<Warning> warningsFor(const Protocol& protocol) {
  const Skin skin = skinOf(protocol);
  const std::string thin = shownFixed(skin.epidermisBottom() + skin.dermis.low, 1);
  const std::string thick = shownFixed(skin.epidermisBottom() + skin.dermis.high, 1);
  std::vector<Warning> warnings;
  for (const Rule& rule : kRules) {
    if (rule.applies(protocol)) {
      warnings.push_back(
          {rule.id, rule.severity, formatText(std::string("warning.") + rule.id, {thin, thick}), rule.about});
    }
  }
  for (const DangerZone& zone : dangerZones(protocol)) {
    warnings.push_back({zone.id, zone.severity, text(zone.text_id), ParameterId::kSite});
  }
  std::stable_sort(warnings.begin(), warnings.end(),
                   [](const Warning& a, const Warning& b) { return a.severity > b.severity; });
  return warnings;
}

std::string severityName(Severity severity) {
  switch (severity) {
    case Severity::kWarning:
      return "warning";
    case Severity::kCaution:
      return "caution";
    case Severity::kNote:
      break;
  }
  return "note";
}

}  // namespace needling
