// The channels of one treatment: how many, where, and how wide.
#pragma once

#include <vector>

#include "model/evidence.h"
#include "model/protocol.h"

namespace needling {

inline constexpr double kMm2PerCm2 = 100.0;

// Channels per cm2 after one treatment.
//   Roller  passes * N / (pi D W), drum of diameter D and width W (Schwarz and Laaff 2011; 15 passes of 192 needles
//           make 229, published about 250).
//   Stamp   passes * N over its field.
//   Pen     passes * N f / (w v) with f strokes a second, glide speed v and a cartridge w wide, whose width nobody
//           tells; never more than needles fit side by side. Without a glide speed, which nobody reports either, tied
//           to the published target of 250-300. So both have a band.
Band channelDensityPerCm2(const Protocol& protocol);

// Width of the open hole at the surface in mm: about half the needle's base (Kalluri 2011).
Band openingWidthMm(const Protocol& protocol);

// Surface opened, percent, where holes of area a fall at random and may overlap: 100 (1 - exp(-n a)) (Boolean model).
double openAreaPercent(double density_per_cm2, double opening_mm);
double openAreaPercent(const Protocol& protocol);

struct ChannelPosition {
  double x_mm;
  double y_mm;
  int pass = 0;  // that made it, from 0
};

// Where the channels of one treatment lie over [-half_width, half_width] x [-half_depth, half_depth] around the section
// plane y = 0: round(density * area) of them, at least one. Passes run horizontal, vertical and along both diagonals
// in turn, each from a place of its own: a roller leaves the lattice of its drum, shaken a little; a pen the needles of
// its cartridge at every stroke along its way, by hand and so unevenly; a stamp its field. Same seed and treatment,
// same pattern.
std::vector<ChannelPosition> channelPattern(const Protocol& protocol, int treatment, double half_width_mm,
                                            double half_depth_mm);

}  // namespace needling
