// How much wound signal a treatment leaves at a depth: each channel is a line source from the surface to its reach
// with Green's function G = exp(-r / lambda) / r. Over a field of n channels per area the plane average at depth z is
//
//   e(z) = 2 pi lambda n * integral from 0 to R of exp(-|z - z'| / lambda) dz'
//
// in closed form, so that no time is stepped and no sum is cut off. It is normalised so that the papillary mean of the
// reference treatment (roller, 1.5 mm, 250 channels per cm2, cheek) is exactly 1.
#pragma once

#include <vector>

#include "model/channel.h"
#include "model/skin.h"

namespace needling {

struct ExposureInput {
  double density_per_cm2 = 0.0;
  double reach_mm = 0.0;   // 0: the needles do not enter, no exposure
  double lambda_mm = 0.3;  // decay length, > 0
};

// Central values of a protocol.
ExposureInput exposureInput(const Protocol& protocol);

// Mean over the papillary dermis of `skin`, in units of the reference treatment. >= 0, linear in density, never
// falling with reach.
double papillaryExposure(const ExposureInput& input, const Skin& skin);

// The plane average at one depth, same units.
double exposureAtDepth(const ExposureInput& input, double depth_mm);

// The signal at a point of the section plane y = 0 from given channels alone, same units: what makes the picture
// uneven where chance left a gap. Reach and decay length as in `input`.
double exposureAtPoint(const ExposureInput& input, const std::vector<ChannelPosition>& channels, double x_mm,
                       double depth_mm);

}  // namespace needling
