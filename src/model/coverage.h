// How evenly a treatment covers the skin: the gaps that chance leaves between channels. Points at the edge would lack
// the neighbours beyond it, so channels are laid over a margin too and only what lies inside is measured. For channels
// at random (Clark PJ, Evans FC. 1954, Ecology 35:445) the mean distance to the nearest is 0.5 / sqrt(n) and the share
// of skin farther than r from any is exp(-n pi r^2); the square lattice of that density has one every 1 / sqrt(n).
#pragma once

#include <vector>

#include "model/channel.h"

namespace needling {

struct Coverage {
  double spacing_mm = 0.0;          // mean distance from a channel to its nearest, middle to middle
  double gap_median_mm = 0.0;       // from a point of skin to the nearest channel's edge: half of the skin lies nearer,
  double gap_high_mm = 0.0;         // and 95 %
  double gap_largest_mm = 0.0;      // the farthest point that was looked at
  double untreated_fraction = 0.0;  // share of the skin farther from any edge than the signal's decay length
};

struct CoverageWindow {
  double half_mm;    // half the side of the square that is measured, > 0
  double margin_mm;  // of channels around it, >= 0
  double outerHalfMm() const { return half_mm + margin_mm; }
};

// Coverage of channels (at least one, all inside the window and its margin) with openings `opening_mm` wide, where the
// signal decays over `decay_mm`, from a grid of 64 x 64 points of skin. A channel alone: the window's width.
Coverage coverageOf(const std::vector<ChannelPosition>& channels, const CoverageWindow& window, double opening_mm,
                    double decay_mm);

// Coverage by the first treatment of a protocol, over 2 x 2 cm, less where channels are many and more where they are
// few. Needles that do not enter treat nothing.
Coverage coverageOf(const Protocol& protocol);

}  // namespace needling
