// The channels of one treatment: how many, where, and how wide.
#pragma once

#include <cstdint>
#include <vector>

#include "model/evidence.h"
#include "model/protocol.h"

namespace needling {

// Channels per cm2 after one treatment. Roller: passes * N / (pi D W), drum of diameter D and width W (Schwarz and
// Laaff 2011; 15 passes of 192 needles make 229, published about 250). Stamp: passes * N over its field. Pen: tied to
// the published target of 250-300, as its own density depends on a glide speed nobody reports; so it has a band.
Band channelDensityPerCm2(const Protocol& protocol);

// Width of the open hole at the surface in mm: about half the needle's base (Kalluri 2011).
Band openingWidthMm(const Protocol& protocol);

// Surface opened, percent: density times the area of a round opening.
double openAreaPercent(const Protocol& protocol);

struct ChannelPosition {
  double x_mm;
  double y_mm;
};

// Channels of one treatment at random over [-half_width, half_width] x [-half_depth, half_depth] around the section
// plane y = 0: passes in several directions leave no order, so gaps vary by chance. Same seed, same pattern; at least one channel.
std::vector<ChannelPosition> channelPattern(const Protocol& protocol, int treatment, double half_width_mm,
                                            double half_depth_mm);

}  // namespace needling
