#include "model/describe.h"

#include <cmath>

#include "model/shown.h"
#include "model/texts.h"
#include "model/timeline.h"

namespace needling {
namespace {

std::string signedPercent(double fold) {
  const double percent = std::round(100.0 * (fold - 1.0));
  if (percent == 0.0) return "0";
  // U+2212, the minus sign, is as wide as the plus.
  return (percent < 0.0 ? "\u2212" : "+") + shownFixed(std::abs(percent), 0);
}

std::string wholeDays(double days) { return shownFixed(std::floor(days), 0); }

std::string lowerFirst(std::string word) {
  if (!word.empty() && word[0] >= 'A' && word[0] <= 'Z') word[0] = static_cast<char>(word[0] - 'A' + 'a');
  return word;
}

std::string chosen(const Protocol& protocol, ParameterId parameter) {
  return lowerFirst(parameterLabel(parameterRow(parameter), protocol.get(parameter)));
}

// "8.3", "15": no more digits than a fitted number carries.
std::string foldText(double fold) { return shownFixed(fold, fold < 9.95 ? 1 : 0); }

}  // namespace

std::string bandText(const Band& band, int decimals, const std::string& unit) {
  std::string value = shownFixed(band.value, decimals) + (unit.empty() ? "" : " " + unit);
  if (band.low == band.high) return value;
  return value + " (" + shownFixed(band.low, decimals) + "–" + shownFixed(band.high, decimals) + ")";
}

std::string gainText(const Band& fold) {
  return formatText("unit.gain", {signedPercent(fold.value), signedPercent(fold.low), signedPercent(fold.high)});
}

std::string deliverySentence(const Protocol& protocol) {
  const Molecule* molecule = moleculeOf(protocol);
  return molecule == nullptr ? "" : deliverySentence(*molecule, deliveryOf(protocol, *molecule));
}

std::string deliverySentence(const Molecule& molecule, const Delivery& delivery) {
  if (delivery.centre_exceeds_measured) return formatText("delivery.beyond", {molecule.label()});
  const Band& gain = delivery.gain;
  const std::string sentence =
      formatText("delivery.uptake", {foldText(gain.value), foldText(gain.low), foldText(gain.high), molecule.label()});
  return delivery.exceeds_measured ? sentence + " " + text("delivery.cut") : sentence;
}

const std::string& layerName(Layer layer) { return text("layer." + std::string(layerId(layer))); }

const std::string& phaseName(const Phase& phase) { return text("phase." + phase.id); }

const std::string& phaseNote(const Protocol& protocol, double day) { return text(phaseNoteId(protocol, day)); }

std::string phaseNoteId(const Protocol& protocol, double day) {
  const Phase& phase = phaseOn(protocol, day);
  // After the first treatment there is no new collagen yet; after a later one there is.
  const bool again = phase.id == phases().front().id && latestTreatment(protocol.treatmentDays(), day).index > 0;
  return "phase." + phase.id + (again ? ".again" : ".note");
}

std::string dayText(const Protocol& protocol, double day) {
  const Treatment treatment = latestTreatment(protocol.treatmentDays(), day);
  const double since = day - treatment.day;
  return formatText(since < 1.0   ? "day.treatment"
                    : since < 2.0 ? "day.after"
                                  : "day.since",
                    {wholeDays(day), wholeDays(since), std::to_string(treatment.index + 1),
                     shownNumber(protocol.get(ParameterId::kSessions))});
}

std::string dayTexts(const Sim& sim) {
  const State& state = sim.state();
  std::string own = dayText(state.protocol, state.day);
  if (state.split != Split::kProtocol) return own;
  const std::string other = dayText(state.otherProtocol(), state.day);
  return own == other ? own : formatText("split.days", {own, other});
}

std::string menopauseText(const Outcome& outcome) {
  const Band before = outcome.at(SeriesId::kCollagenTotal, 0.0);
  return before.value < 1.0 ? formatText("collagen.menopause", {gainText(before)}) : "";
}

std::string describeProtocol(const Protocol& protocol) {
  const double sessions = protocol.get(ParameterId::kSessions);
  const bool weekly = protocol.get(ParameterId::kIntervalWeeks) == 1.0;
  return formatText(sessions == 1.0 ? "describe.protocolOne"
                    : weekly        ? "describe.protocolWeekly"
                                    : "describe.protocol",
                    {parameterLabel(parameterRow(ParameterId::kSite), protocol.get(ParameterId::kSite)),
                     chosen(protocol, ParameterId::kDevice), shownNumber(protocol.needleLength()),
                     shownNumber(sessions), shownNumber(protocol.get(ParameterId::kIntervalWeeks))});
}

std::string describeDepth(const Protocol& protocol) {
  const NeedleDepth depth = needleDepth(protocol, protocol.needleLength());
  const std::string length = shownNumber(protocol.needleLength());
  if (depth.reach_mm.low <= 0.0) return formatText("describe.mayDent", {length, shownFixed(depth.reach_mm.high, 2)});
  return formatText("describe.depth", {length, bandText(depth.reach_mm, 2, "mm"), layerName(depth.deepest_layer),
                                       bandText(depth.residual_mm, 2, "mm")});
}

std::string describeOther(const Sim& sim) {
  if (sim.state().split != Split::kProtocol) return "";
  const Derived& other = sim.otherDerived();
  const Protocol& protocol = other.protocol();
  const double day = sim.state().day;
  const Band collagen = other.outcome().at(SeriesId::kCollagenTotal, day);
  return formatText("describe.other", {describeProtocol(protocol), describeDepth(protocol), dayText(protocol, day),
                                       lowerFirst(phaseName(phaseOn(protocol, day))), gainText(collagen)});
}

std::string describeCompared(const Sim& sim) {
  if (sim.state().split != Split::kProtocol) return "";
  const double day = sim.state().day;
  const Band a = sim.outcome().at(SeriesId::kCollagenTotal, day);
  const Band b = sim.otherDerived().outcome().at(SeriesId::kCollagenTotal, day);
  const bool overlap = a.low <= b.high && b.low <= a.high;
  return formatText("describe.compared", {shownNumber(std::floor(day)), gainText(a), gainText(b)}) +
         (overlap ? " " + text("describe.overlap") : "");
}

std::string valueWords(const Protocol& protocol, const ParameterRow& row) {
  const double value = protocol.get(row.parameter);
  if (row.parameter != ParameterId::kNeedleLength) return parameterLabel(row, value);
  const NeedleDepth depth = needleDepth(protocol, value);
  if (depth.reach_mm.low <= 0.0) return formatText("value.mayDent", {shownNumber(value)});
  return formatText("value.needleLength",
                    {shownNumber(value), shownFixed(depth.reach_mm.value, 2), shownFixed(depth.reach_mm.low, 2),
                     shownFixed(depth.reach_mm.high, 2), layerName(depth.deepest_layer)});
}

std::string rangeWords(const Protocol& protocol, const ParameterRow& row) {
  if (row.kind == ParameterKind::kChoice) return "";
  const Range range = rangeFor(protocol, row.parameter);
  return formatText("panel.whyRange", {parameterLabel(row, range.min), parameterLabel(row, range.max),
                                       parameterLabel(row, protocol.get(row.parameter))});
}

std::vector<DescribedPart> describeParts(const Sim& sim) {
  const Protocol& protocol = sim.state().protocol;
  const double day = sim.state().day;
  const Band collagen = sim.outcome().at(SeriesId::kCollagenTotal, day);
  const std::string menopause = menopauseText(sim.outcome());
  const std::string today =
      formatText(menopause.empty() ? "describe.day" : "describe.dayMenopause",
                 {dayText(protocol, day), lowerFirst(phaseName(phaseOn(protocol, day))), gainText(collagen)});
  return {{"protocol", describeProtocol(protocol)},
          {"depth", describeDepth(protocol)},
          {"day", today},
          {"menopause", menopause},
          {"other", describeOther(sim)}};
}

std::string describe(const Sim& sim) {
  std::string words;
  for (const DescribedPart& part : describeParts(sim)) words += part.words.empty() ? "" : part.words + " ";
  return words + text("app.disclaimer") + ".";
}

}  // namespace needling
