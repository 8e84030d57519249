// The device as the section cuts it: a row of needles with the labelled one among them, at the device's own spacing, and
// the body that carries them. Pressed in, the body rests on untouched skin. How needles stand on a pen's cartridge is not
// published, so a row has the spacing of that many needles spread evenly over a disc.
#pragma once

#include <vector>

#include "model/protocol.h"

namespace needling {

// A needle from its root on the body to its tip, as pressed in.
struct DeviceNeedle {
  double root_x_mm;
  double root_z_mm;  // 0 or less: on the body's face
  double tip_x_mm;
  double tip_z_mm;
};

struct DeviceView {
  Device device = Device::kPen;
  double needle_diameter_mm = 0.0;
  double middle_x_mm = 0.0;                // of the body: a drum's axis stands over it
  double half_width_mm = 0.0;              // of the field of needles; of a roller the drum's radius
  std::vector<DeviceNeedle> needles = {};  // the labelled one first

  // Where the needles enter, the labelled one first.
  std::vector<double> places() const;
};

// The device whose labelled needle stands at `x_mm`.
DeviceView deviceView(const Protocol& protocol, double x_mm);

}  // namespace needling
