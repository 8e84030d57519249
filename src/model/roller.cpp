#include "model/roller.h"

#include <cmath>
#include <numbers>

#include "model/evidence.h"

namespace needling {
namespace {

using std::numbers::pi;

}  // namespace

double RollerDrum::rolledAreaMm2() const { return 2.0 * pi * radius_mm * width_mm; }

const RollerDrum& rollerDrum() {
  static const RollerDrum kDrum{.radius_mm = constant("channel.roller_drum_diameter") / 2.0,
                                .width_mm = constant("channel.roller_drum_width"),
                                .rows = constant("channel.roller_rows"),
                                .row_needles = 360.0 / constant("channel.roller_radial_angle")};
  return kDrum;
}

HoleSpacing rollerHoleSpacing(double needles) {
  const RollerDrum& drum = rollerDrum();
  const double scale = std::sqrt(drum.rows * drum.row_needles / needles);
  return {.along_mm = scale * 2.0 * pi * drum.radius_mm / drum.row_needles,
          .across_mm = scale * drum.width_mm / drum.rows};
}

double rollerEntryAngle(double length_mm) {
  const double radius_mm = rollerDrum().radius_mm;
  return std::acos(radius_mm / (radius_mm + length_mm));
}

double rollerSlotMm(double length_mm) {
  const double angle = rollerEntryAngle(length_mm);
  return 2.0 * rollerDrum().radius_mm * (std::tan(angle) - angle);
}

double entryTilt(const Protocol& protocol) {
  if (protocol.device() != Device::kRoller) return 0.0;
  return std::tan(rollerEntryAngle(protocol.needleLength()));
}

}  // namespace needling
