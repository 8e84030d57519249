// The roller's drum: 192 needles as 8 rows across and 15 degrees apart around a drum of 2 x 2 cm (Schwarz and Laaff
// 2011, P-T3-06 to P-T3-12), and how its needles enter. A needle on a rolling drum touches the skin tilted by
// theta = acos(R / (R + L)) and would cut a slot of 2 (R tan theta - R theta) in skin that did not move with it
// (P-T3-17 to P-T3-21). That slot is an upper bound: openings seen are round or slightly oval (Fernandes).
#pragma once

#include "model/protocol.h"

namespace needling {

struct RollerDrum {
  double radius_mm;
  double width_mm;
  double rows;         // of needles across
  double row_needles;  // around the drum in one row

  // Area that one turn rolls over, pi D W.
  double rolledAreaMm2() const;
};

const RollerDrum& rollerDrum();

// Spacing of the holes of one pass, mm: along the track and across it.
struct HoleSpacing {
  double along_mm;
  double across_mm;
};

// 2.6 mm along and 2.5 mm across for the drum's own 192 needles; another number (> 0) scales both alike, as its rows
// are not known.
HoleSpacing rollerHoleSpacing(double needles);

// Angle to the upright at which a roller's needle of a length in mm (>= 0) touches the skin, radians.
double rollerEntryAngle(double length_mm);

// Longest slot that such a needle could cut at the surface, mm: an upper bound, as skin moves along.
double rollerSlotMm(double length_mm);

// Tangent of the angle to the upright at which the protocol's needles enter; 0 for pen and stamp.
double entryTilt(const Protocol& protocol);

}  // namespace needling
