// One needle going in and out in slow motion, by position and not by time: `insertion` runs from 0 (above the skin) to 1
// (withdrawn, the skin as it is left). Where it ends follows the depth law (needle.h): pressed in, the tip stands at
// the needle's length below the level of untouched skin, of which the skin in its way gives `protrusion - reach`, so that
// it is `reach` deep in tissue; after withdrawal `residual` stays open. The course between is illustration: the skin gives
// all of its way before it breaks, and takes it back while the needle leaves.
#pragma once

#include <array>
#include <vector>

#include "model/needle.h"

namespace needling {

enum class InsertionPhase { kAbove, kDent, kEnter, kReach, kWithdraw, kLeft, kCount };

struct InsertionState {
  InsertionPhase phase = InsertionPhase::kLeft;
  double tip_mm = 0.0;   // below the level of untouched skin; negative above it
  double dent_mm = 0.0;  // how far the surface under the needle is pushed down, 0 to protrusion - reach
  double open_mm = 0.0;  // how deep the channel is from the dented surface; the needle fills it while it is in
  double torn_mm = 0.0;  // the deepest that the tip has been in tissue, 0 to reach

  // How deep the tip stands in tissue; negative above the surface.
  double tipInTissue() const { return tip_mm - dent_mm; }
};

// `insertion` is brought into 0 to 1. At 1 no needle is in, nothing is dented, and residual and reach are as in `depth`.
InsertionState insertionAt(const NeedleDepth& depth, double insertion);

// Where those stop who asked for no motion: above the skin, dented, at reach, withdrawn.
inline constexpr std::array<double, 4> kInsertionStills = {0.0, 0.38, 0.62, 1.0};

// The still nearest to a position, as an index.
int nearestStill(double insertion);

// How tissue moves down around needles that press it in: most under them, less with distance and depth. Illustration.
struct Dent {
  double depth_mm = 0.0;               // at the labelled needle's foot; negative where the skin rises
  double half_width_mm = 0.3;          // distance at which the bowl is 0.35 as deep
  double fade_mm = 1.0;                // depth in the skin over which it fades to 1 / e
  std::vector<double> places_mm = {};  // x of the needles that press, the labelled one first

  bool operator==(const Dent&) const = default;

  // How far tissue at (x, z) moves down, mm. z + downAt(x, z) rises with z, so that nothing folds.
  double downAt(double x_mm, double z_mm) const;
  // How deep a needle alone would press: all bowls together are `depth_mm` deep under the labelled one.
  double eachDepthMm() const;

 private:
  // All bowls at a place, each 1 deep.
  double bowlsAt(double x_mm) const;
};

// Swollen skin as a bowl upside down and as wide as the picture. `swelling`: 0 to 1; what rises is the papillary dermis, down
// to `papillary_mm`.
Dent swollen(double swelling, double papillary_mm);

// The bowl of needles of a base width at the given places.
Dent dentOf(const InsertionState& state, double needle_diameter_mm, std::vector<double> places_mm);

}  // namespace needling
