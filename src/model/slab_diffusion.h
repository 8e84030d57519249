// Diffusion from the surface of the skin down to where blood takes a substance away, in one dimension: finite volumes
// in depth, backward Euler in time (unconditionally stable, never negative, keeps mass). After Crank 1975, The
// Mathematics of Diffusion, chapters 4 and 8.
//
//   dc/dt = d/dz ( o(t) D(z) dc/dz ),  c = 1 at the surface while the topical is on, then no flux;  c = 0 at the sink
//
// o(t) is the share of holes still open: with an even D this is Crank's slab in the time scale of the integral of o.
#pragma once

#include <vector>

namespace needling {

struct Slab {
  double depth_cm = 0.0;          // surface to sink, > 0
  double open_depth_cm = 0.0;     // part of it that the hole bridges, 0 to depth_cm
  double diffusion_open = 0.0;    // cm2/h in the hole, > 0
  double diffusion_tissue = 0.0;  // cm2/h below the hole, > 0
  double contact_hours = 0.0;     // from hour 0
  double step_hours = 1.0 / 6.0;  // > 0
  int cells = 24;                 // >= 1
};

// Amounts per cm2 of hole and unit of concentration, hence in cm; entered = delivered + stored.
struct SlabAmounts {
  double entered_cm = 0.0;
  double delivered_cm = 0.0;  // into the sink
  double stored_cm = 0.0;
};

// After one step for each entry of `open_shares`, the share open (0 to 1) in the middle of that step.
SlabAmounts diffuseThroughSlab(const Slab& slab, const std::vector<double>& open_shares);

}  // namespace needling
