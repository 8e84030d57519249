#include "model/validation_catalogue.h"

#include <algorithm>
#include <cmath>

#include "core/check.h"
#include "model/channel.h"
#include "model/closure.h"
#include "model/comfort.h"
#include "model/delivery.h"
#include "model/healing_equations.h"
#include "model/indication.h"

namespace needling {
namespace {

// --- of a protocol -----------------------------------------------------------------------------------------------------

NeedleDepth depthOf(const Protocol& protocol) { return needleDepth(protocol, protocol.needleLength()); }

Band scaled(const Band& band, double factor) { return {factor * band.value, factor * band.low, factor * band.high}; }

Band reach(const Protocol& protocol, const Times&) { return depthOf(protocol).reach_mm; }
Band residual(const Protocol& protocol, const Times&) { return depthOf(protocol).residual_mm; }
Band reachShare(const Protocol& protocol, const Times&) {
  return scaled(depthOf(protocol).reach_mm, 1.0 / protocol.needleLength());
}
Band deepestLayer(const Protocol& protocol, const Times&) {
  const Skin skin = skinOf(protocol);
  const Band depth = depthOf(protocol).reach_mm;
  const auto index = [&](double depth_mm) { return static_cast<double>(layerAt(skin, depth_mm)); };
  return {index(depth.value), index(depth.low), index(depth.high)};
}
Band opening(const Protocol& protocol, const Times&) { return scaled(openingWidthMm(protocol), 1000.0); }
Band density(const Protocol& protocol, const Times&) { return channelDensityPerCm2(protocol); }

using OpenCurve = Band (*)(const Protocol& protocol, double hours);

// When a falling curve leaves `left` open, by halving.
double hoursUntil(OpenCurve curve, const Protocol& protocol, double Band::* end, double left) {
  double open = 0.0, closed = 24.0 * kLastDay;
  for (int i = 0; i < 60; ++i) {
    const double middle = 0.5 * (open + closed);
    (curve(protocol, middle).*end > left ? open : closed) = middle;
  }
  return closed;
}

template <OpenCurve Curve>
Band closedHours(const Protocol& protocol, const Times&) {
  static const double kLeft = constant("closure.left_at_closure");
  return {hoursUntil(Curve, protocol, &Band::value, kLeft), hoursUntil(Curve, protocol, &Band::low, kLeft),
          hoursUntil(Curve, protocol, &Band::high, kLeft)};
}

Band hairDifferenceOn(const Protocol& protocol, const Times& weeks) {
  const Readout readout = readoutOn(protocol, Outcome(protocol), 7.0 * weeks[0]);
  NEEDLING_CHECK(readout.known());
  return readout.value.value_or(Band{});
}

template <double HealingFactors::* Synthesis>
Band synthesisOf(const Protocol& protocol, const Times&) {
  return {healingFactors(protocol).*Synthesis, healingFactors(protocol, {.age = 1.0, .sun_damage = 0.0}).*Synthesis,
          healingFactors(protocol, {.age = 0.0, .sun_damage = 1.0}).*Synthesis};
}

Band relativePain(const Protocol& protocol, const Times&) { return comfortOf(protocol).relative_pain; }

Band deliveryGain(const Protocol& protocol, const Times&) {
  const Molecule* molecule = moleculeOf(protocol);
  NEEDLING_CHECK(molecule != nullptr);
  return molecule == nullptr ? Band{} : deliveryOf(protocol, *molecule).model_gain;
}

// --- of one person's healing -------------------------------------------------------------------------------------------

double neutrophils(const TissueState& state) { return valueOf(state, Tissue::kNeutrophils); }
double macrophages(const TissueState& state) { return valueOf(state, Tissue::kMacrophages); }
double inflammation(const TissueState& state) { return neutrophils(state) + macrophages(state); }
double capillaries(const TissueState& state) { return valueOf(state, Tissue::kCapillaries); }
double growthFactor(const TissueState& state) { return valueOf(state, Tissue::kGrowthFactor); }
double proteinase(const TissueState& state) { return valueOf(state, Tissue::kProteinase); }
double activation(const TissueState& state) { return valueOf(state, Tissue::kActivation); }
double epidermis(const TissueState& state) { return valueOf(state, Tissue::kEpidermis); }
double allElastin(const TissueState& state) {
  const ElastinPools pools = elastinPools(state);
  return pools.elastin + pools.elastotic;
}
double elastin(const TissueState& state) { return elastinPools(state).elastin; }

template <TissueReading Reading>
double peakDay(const MemberCourse& course, const Times&) {
  return peakOf(course, Reading).day;
}
template <TissueReading Reading>
double peakFold(const MemberCourse& course, const Times&) {
  return peakOf(course, Reading).value;
}
template <TissueReading Reading>
double backOn(const MemberCourse& course, const Times&) {
  return backDay(course, Reading);
}
template <TissueReading Reading>
double gainPercent(const MemberCourse& course, const Times& days) {
  return 100.0 * (Reading(course.at(days[0])) / Reading(course.onMoment(0)) - 1.0);
}
double activationShare(const MemberCourse& course, const Times& days) {
  return activation(course.at(days[0])) / peakOf(course, activation).value;
}
double activationRatio(const MemberCourse& course, const Times& days) {
  return activation(course.at(days[0])) / activation(course.at(days[1]));
}
double collagenGainRatio(const MemberCourse& course, const Times& days) {
  return gainPercent<totalCollagen>(course, days) / gainPercent<totalCollagen>(course, {days[1]});
}
double newCollagen3Share(const MemberCourse& course, const Times& days) {
  const TissueState state = course.at(days[0]);
  const double type_3 = valueOf(state, Tissue::kNewCollagen3);
  return 100.0 * type_3 / (type_3 + valueOf(state, Tissue::kNewCollagen1));
}
double tropoelastin(const MemberCourse& course, const Times& days) {
  return elastinPools(course.at(days[0])).tropoelastin;
}
double closureHalfLife(const MemberCourse& course, const Times&) {
  return 24.0 * std::log(2.0) / closureRate(course.member().factors);
}
double closedShare(const MemberCourse& course, const Times& days) {
  return valueOf(course.at(days[0]), Tissue::kClosure);
}
double improvementPercent(const MemberCourse& course, const Times& days) {
  return 100.0 * valueOf(course.at(days[0]), Tissue::kImprovement);
}
double woundRatio(const MemberCourse& course, const Times& days) {
  const TissueState state = excisedWound(course.member().factors, days[0]);
  return collagen3(state) / collagen1(state);
}
double woundRatioCourse(const MemberCourse& course, const Times& days) {
  return woundRatio(course, days) / woundRatio(course, {days[1]});
}
double woundCrossLinks(const MemberCourse& course, const Times& days) {
  const TissueState state = excisedWound(course.member().factors, days[0]);
  return valueOf(state, Tissue::kMatureCollagen) / totalCollagen(state);
}

// --- the closed set ----------------------------------------------------------------------------------------------------

constexpr Quantity kQuantities[] = {
    {"reach_mm", reach, nullptr},
    {"residual_mm", residual, nullptr},
    {"reach_share", reachShare, nullptr},
    {"deepest_layer", deepestLayer, nullptr},
    {"opening_um", opening, nullptr},
    {"density_per_cm2", density, nullptr},
    {"barrier_closed_hours", closedHours<barrierOpenFraction>, nullptr},
    {"hole_closed_hours", closedHours<geometricOpenFraction>, nullptr},
    {"hair_difference", hairDifferenceOn, nullptr},
    {"relative_pain", relativePain, nullptr},
    {"delivery_gain", deliveryGain, nullptr},
    {"synthesis_1", synthesisOf<&HealingFactors::synthesis_1>, nullptr},
    {"synthesis_3", synthesisOf<&HealingFactors::synthesis_3>, nullptr},
    {"closure_half_life_hours", nullptr, closureHalfLife},
    {"epidermis_closed_share", nullptr, closedShare},
    {"neutrophil_peak_day", nullptr, peakDay<neutrophils>},
    {"macrophage_peak_day", nullptr, peakDay<macrophages>},
    {"capillary_peak_day", nullptr, peakDay<capillaries>},
    {"capillary_peak_fold", nullptr, peakFold<capillaries>},
    {"inflammation_back_day", nullptr, backOn<inflammation>},
    {"growth_factor_back_day", nullptr, backOn<growthFactor>},
    {"proteinase_back_day", nullptr, backOn<proteinase>},
    {"activation_share", nullptr, activationShare},
    {"activation_ratio", nullptr, activationRatio},
    {"collagen_total_gain_percent", nullptr, gainPercent<totalCollagen>},
    {"collagen_1_gain_percent", nullptr, gainPercent<collagen1>},
    {"collagen_3_gain_percent", nullptr, gainPercent<collagen3>},
    {"epidermis_gain_percent", nullptr, gainPercent<epidermis>},
    {"capillaries_gain_percent", nullptr, gainPercent<capillaries>},
    {"elastin_gain_percent", nullptr, gainPercent<elastin>},
    {"total_elastin_gain_percent", nullptr, gainPercent<allElastin>},
    {"tropoelastin", nullptr, tropoelastin},
    {"collagen_gain_ratio", nullptr, collagenGainRatio},
    {"new_collagen_3_share_percent", nullptr, newCollagen3Share},
    {"wound_ratio_3_to_1", nullptr, woundRatio},
    {"wound_ratio_course", nullptr, woundRatioCourse},
    {"wound_cross_link_share", nullptr, woundCrossLinks},
    {"improvement_percent", nullptr, improvementPercent},
};

}  // namespace

const Quantity* findQuantity(std::string_view quantity) {
  const std::string_view name = quantity.substr(0, quantity.find('@'));
  const auto* found = std::find_if(std::begin(kQuantities), std::end(kQuantities),
                                   [name](const Quantity& each) { return each.name == name; });
  return found == std::end(kQuantities) ? nullptr : found;
}

}  // namespace needling
