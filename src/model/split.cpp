#include "model/split.h"

#include <algorithm>

#include "model/shown.h"
#include "model/texts.h"

namespace needling {
namespace {

std::string protocolTitle(const std::string& name, const Protocol& protocol, bool brief) {
  const std::string length = shownNumber(protocol.needleLength()),
                    sessions = shownNumber(protocol.get(ParameterId::kSessions)),
                    weeks = shownNumber(protocol.get(ParameterId::kIntervalWeeks));
  if (brief) return formatText("split.protocolShort", {name, length, sessions});
  const std::string device = parameterLabel(parameterRow(ParameterId::kDevice), protocol.get(ParameterId::kDevice));
  if (sessions == "1") return formatText("split.protocolOne", {name, device, length});
  return formatText("split.protocol", {name, device, length, sessions, weeks});
}

}  // namespace

std::size_t splitCount(const State& state) {
  return state.picture == Picture::kSection && state.split != Split::kNone ? 2 : 1;
}

SplitSide splitSide(const State& state, std::size_t number) {
  if (splitCount(state) == 1) return {};
  return {.untreated = state.split == Split::kBefore && number == 0,
          .other = state.split == Split::kProtocol && number == 1};
}

const Derived& derivedOf(const Sim& sim, const SplitSide& side) {
  return side.other ? sim.otherDerived() : sim.derived();
}

SectionMoment momentOf(const Sim& sim, const SplitSide& side, double day) {
  const Derived& of = derivedOf(sim, side);
  return side.untreated ? untreatedMoment(of.scene(), of.outcome())
                        : sectionMoment(of.scene(), of.protocol(), of.outcome(), day);
}

double longestNeedle(const State& state) {
  const double own = state.protocol.needleLength();
  return state.split == Split::kProtocol ? std::max(own, state.otherProtocol().needleLength()) : own;
}

std::string splitTitle(const State& state, const SplitSide& side, double day, bool brief) {
  if (state.split == Split::kProtocol) {
    return protocolTitle(side.other ? "B" : "A", side.other ? state.otherProtocol() : state.protocol, brief);
  }
  return side.untreated ? text("split.before") : formatText("split.after", {shownFixed(day, 0)});
}

}  // namespace needling
