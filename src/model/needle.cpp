#include "model/needle.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace needling {
namespace {

struct ReachLaw {
  ReachLaw(std::string_view eta_id, std::string_view dead_length_id)
      : eta(constantBand(eta_id)),
        dead_length_mm(constantBand(dead_length_id)),
        evidence(constantEvidence(eta_id) + ";" + constantEvidence(dead_length_id)) {}

  Band eta;
  Band dead_length_mm;
  std::string evidence;
};

const ReachLaw& reachLaw(Device device) {
  static const ReachLaw kLaws[] = {
      {"reach.pen.eta", "reach.pen.dead_length"},
      {"reach.roller.eta", "reach.roller.dead_length"},
      {"reach.stamp.eta", "reach.stamp.dead_length"},
  };
  return kLaws[static_cast<std::size_t>(device)];
}

double reachOf(double length_mm, double eta, double dead_length_mm) {
  return std::clamp(eta * (length_mm - dead_length_mm), 0.0, length_mm);
}

// Where pressure and needle condition put the centre: -1 at the low end of the band, 0 at the published centre, 1 at
// the high end. A dull tip needs more force for the same depth, so it acts as lighter pressure does.
double shiftInBand(const Protocol& protocol) {
  static const double kPressure = constant("reach.pressure_share");
  static const double kDull = constant("reach.dull_share");
  double shift = 0.0;
  if (protocol.pressure() == Pressure::kLight) shift -= kPressure;
  if (protocol.pressure() == Pressure::kFirm) shift += kPressure;
  if (protocol.needleCondition() == NeedleCondition::kDull) shift -= kDull;
  return std::clamp(shift, -1.0, 1.0);
}

double movedInBand(const Band& reach, double shift) {
  return reach.value + (shift < 0.0 ? shift * (reach.value - reach.low) : shift * (reach.high - reach.value));
}

}  // namespace

NeedleDepth needleDepth(const Protocol& protocol, double length_mm) {
  static const Band kRho = constantBand("residual.rho");
  static const double kEvaluated = constant("pen.evaluated_length");
  const ReachLaw& law = reachLaw(protocol.device());
  Band reach{reachOf(length_mm, law.eta.value, law.dead_length_mm.value),
             reachOf(length_mm, law.eta.low, law.dead_length_mm.high),
             reachOf(length_mm, law.eta.high, law.dead_length_mm.low)};
  reach.value = movedInBand(reach, shiftInBand(protocol));
  return {.protrusion_mm = length_mm,
          .reach_mm = reach,
          .residual_mm = {kRho.value * reach.value, kRho.low * reach.low, kRho.high * reach.high},
          .deepest_layer = layerAt(skinOf(protocol), reach.value),
          .extrapolated = protocol.device() == Device::kPen && length_mm > kEvaluated};
}

std::string depthEvidence(const Protocol& protocol) {
  return reachLaw(protocol.device()).evidence + ";" + constantEvidence("residual.rho");
}

double reachAtShare(const Protocol& protocol, double length_mm, double share) {
  const Band reach = needleDepth(protocol, length_mm).reach_mm;
  return reach.low + share * (reach.high - reach.low);
}

}  // namespace needling
