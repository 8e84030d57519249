#include "model/tearing.h"

#include <numeric>

#include "model/evidence.h"
#include "model/roller.h"
#include "model/texts.h"

namespace needling {
namespace {

double whole(bool present) { return present ? 1.0 : 0.0; }

double tiltPart(const Protocol& protocol) {
  static const double kLongestSlot = rollerSlotMm(parameterRow(ParameterId::kNeedleLength).max);
  return protocol.device() == Device::kRoller ? rollerSlotMm(protocol.needleLength()) / kLongestSlot : 0.0;
}

TearingLevel levelOf(double score) {
  static const double kRaised = constant("tearing.raised_from");
  static const double kHigh = constant("tearing.high_from");
  if (score >= kHigh) return TearingLevel::kHigh;
  return score >= kRaised ? TearingLevel::kRaised : TearingLevel::kLow;
}

}  // namespace

double Tearing::score() const { return std::accumulate(parts.begin(), parts.end(), 0.0); }

Tearing tearingOf(const Protocol& protocol) {
  Tearing tearing{.parts = {whole(protocol.technique() == Technique::kDragged),
                            whole(protocol.needleCondition() == NeedleCondition::kBent),
                            whole(protocol.needleCondition() == NeedleCondition::kDull),
                            whole(protocol.pressure() == Pressure::kFirm), tiltPart(protocol)}};
  tearing.level = levelOf(tearing.score());
  return tearing;
}

std::string_view tearingName(TearingLevel level) {
  constexpr std::string_view kNames[] = {"low", "raised", "high"};
  return kNames[static_cast<std::size_t>(level)];
}

const std::string& tearingText(TearingLevel level) {
  constexpr std::string_view kTexts[] = {"tearing.low", "tearing.raised", "tearing.high"};
  return text(kTexts[static_cast<std::size_t>(level)]);
}

}  // namespace needling
