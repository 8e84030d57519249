#include "model/device_view.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "model/evidence.h"
#include "model/roller.h"

namespace needling {
namespace {

using std::numbers::pi;

// As many needles side by side as a field's row holds; the labelled one left of the middle.
void addRow(DeviceView& view, double spacing_mm, double width_mm, double length_mm, double x_mm) {
  const int count = std::max(1, static_cast<int>(std::lround(width_mm / spacing_mm)));
  const int labelled = (count - 1) / 2;
  view.half_width_mm = 0.5 * width_mm;
  view.middle_x_mm = x_mm + (0.5 * (count - 1) - labelled) * spacing_mm;
  for (int i = 0; i < count; ++i) {
    const double x = x_mm + (i - labelled) * spacing_mm;
    view.needles.push_back({x, 0.0, x, length_mm});
  }
  std::swap(view.needles.front(), view.needles[static_cast<std::size_t>(labelled)]);
}

// Needles around the drum that stands on the labelled one.
void addDrum(DeviceView& view, double spacing_mm, double length_mm, double x_mm) {
  const double radius = rollerDrum().radius_mm, step = spacing_mm / radius;
  view.half_width_mm = radius;
  view.middle_x_mm = x_mm;
  const auto add = [&](double turn) {
    const double s = std::sin(turn), k = std::cos(turn);
    view.needles.push_back(
        {x_mm + radius * s, radius * (k - 1.0), x_mm + (radius + length_mm) * s, (radius + length_mm) * k - radius});
  };
  add(0.0);
  for (double turn = step; turn < 0.4 * pi; turn += step) {
    add(-turn);
    add(turn);
  }
}

}  // namespace

std::vector<double> DeviceView::places() const {
  std::vector<double> places;
  for (const DeviceNeedle& needle : needles) {
    if (needle.tip_z_mm > 0.0) places.push_back(needle.tip_x_mm);
  }
  return places;
}

DeviceView deviceView(const Protocol& protocol, double x_mm) {
  static const double kPenWidth = constant("channel.pen_cartridge_width");
  static const double kStampSide = 10.0 * std::sqrt(constant("channel.stamp_area"));
  const double count = protocol.get(ParameterId::kNeedleCount), length = protocol.needleLength();
  DeviceView view{.device = protocol.device(), .needle_diameter_mm = protocol.get(ParameterId::kNeedleDiameter)};
  switch (view.device) {
    case Device::kRoller:
      addDrum(view, rollerHoleSpacing(count).along_mm, length, x_mm);
      break;
    case Device::kStamp:
      addRow(view, kStampSide / std::sqrt(count), kStampSide, length, x_mm);
      break;
    case Device::kPen:
      addRow(view, kPenWidth * std::sqrt(0.25 * pi / count), kPenWidth, length, x_mm);
      break;
  }
  return view;
}

}  // namespace needling
