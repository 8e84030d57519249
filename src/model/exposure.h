// How much wound signal a treatment leaves at a place: each channel is a line source from the surface to its reach
// with Green's function G = exp(-r / lambda) / r, the steady state of a signal that spreads and decays, so that no time
// is stepped. Over a field of n channels per area the plane average at depth z is
//
//   e(z) = 2 pi lambda n * integral from 0 to R of exp(-|z - z'| / lambda) dz'
//
// in closed form. It is normalised so that the papillary mean of the reference treatment (roller, 1.5 mm, 250 channels
// per cm2, cheek) is exactly 1.
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

// A grid over the section plane y = 0: columns from -half_width to half_width, rows from the surface to depth.
struct SectionGrid {
  int columns = 2;  // >= 2
  int rows = 2;     // >= 2
  double half_width_mm = 1.0;
  double depth_mm = 1.0;

  std::size_t size() const { return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows); }
  double stepX() const { return 2.0 * half_width_mm / (columns - 1); }
  double stepZ() const { return depth_mm / (rows - 1); }
};

// The signal of one treatment's channels at each point of the grid, row by row, same units: what makes the picture
// uneven where chance left a gap. Reach and decay length as in `input`; its density is not used.
std::vector<double> exposureField(const ExposureInput& input, const std::vector<ChannelPosition>& channels,
                                  const SectionGrid& grid);
// The same of several treatments, one field each.
std::vector<std::vector<double>> exposureFields(const ExposureInput& input,
                                                const std::vector<std::vector<ChannelPosition>>& treatments,
                                                const SectionGrid& grid);

}  // namespace needling
