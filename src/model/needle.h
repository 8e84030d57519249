// How deep a needle goes: protrusion (the dial), reach (the tip while pressed in), residual channel (what stays open).
//
//   reach    = clamp(eta * (L - L0), 0, L)      L needle length, eta slope, L0 length lost to indentation
//   residual = rho * reach
//
// eta and L0 by device from constants.csv; the band takes the corners: low = eta_low (L - L0_high), high = eta_high
// (L - L0_low). Pen: Sasaki 2019; roller: tuned to Kalluri 2011, Lima 2013, Schwarz 2011; stamp: Donnelly 2011, 2014.
//
// Pressure and a dull tip move the centre inside the band and leave the band: a blunter tip needs more force (Romgens
// 2014: 20 mN at 5 um, 167 mN at 37 um), yet nobody has measured what that takes from the reach.
#pragma once

#include <string>

#include "model/skin.h"

namespace needling {

struct NeedleDepth {
  double protrusion_mm = 0.0;
  Band reach_mm;
  Band residual_mm;
  Layer deepest_layer = Layer::kStratumCorneum;  // layer that the central reach ends in
  bool extrapolated = false;                     // pen longer than what was evaluated

  bool operator==(const NeedleDepth&) const = default;
};

// Depth at a needle length in mm (> 0) for the protocol's device, pressure, needle condition and skin; the protocol's
// own needle length is not used. Reach and its band never fall as the length grows.
NeedleDepth needleDepth(const Protocol& protocol, double length_mm);

// What the depth of this device's needles rests on: ids separated by semicolons.
std::string depthEvidence(const Protocol& protocol);

// Reach with the slope at a share of its band: 0 the low end, 1 the high end.
double reachAtShare(const Protocol& protocol, double length_mm, double share);

}  // namespace needling
