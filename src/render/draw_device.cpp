// The device that stands on the skin, to scale where it meets it: a pen's cartridge cut open, a roller's drum, a stamp's
// plate. Widths and spacings come from the model; walls, how deep a pen's needle carrier lies and corners are
// illustration.
#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <vector>

#include "render/borders.h"
#include "render/drawing.h"

namespace needling::render {
namespace {

constexpr double kGap = 0.014;    // mm between body and skin, so that the surface shows
constexpr double kWall = 0.55;    // mm: a cartridge's wall
constexpr double kRecess = 0.15;  // mm from a cartridge's rim to its needle carrier when the needles are out
constexpr double kRound = 0.12;   // mm: corners

class DevicePen {
 public:
  DevicePen(Ink& ink, const Drawing& drawing, const DeviceDrawing& device)
      : ink_(ink),
        drawing_(drawing),
        palette_(drawing.palette),
        view_(drawing.scene.device),
        device_(device),
        top_mm_(std::min(drawing.topMm(), 0.0) - 0.1),
        lift_mm_(drawing.scene.depth.protrusion_mm - device.tip_mm) {}

  void draw() {
    switch (view_.device) {
      case Device::kPen:
        ink_.begin("cartridge");
        drawLumen();
        drawCarrier();
        drawNeedles(-kRecess - lift_mm_);
        drawWall(-1.0);
        drawWall(1.0);
        break;
      case Device::kStamp:
        ink_.begin("stamp");
        drawNeedles(-lift_mm_);
        drawPlate();
        break;
      case Device::kRoller:
        ink_.begin("drum");
        drawNeedles(-lift_mm_);
        drawDrum();
        break;
    }
    ink_.end();
  }

 private:
  // A body between two sides whose lower corners are round, from its face up and out of the picture.
  void drawBody(double left, double right, double face, const Stop& upper, const Stop& lower) {
    if (face <= top_mm_ || right < drawing_.leftMm() || left > drawing_.rightMm()) return;
    std::vector<Column> columns;
    const double round = std::min(kRound, 0.5 * (right - left));
    constexpr int kCorner = 8;
    const auto corner = [&](double side, double turn) {
      const double middle = side < 0.0 ? left + round : right - round;
      columns.push_back({middle + side * round * std::sin(turn), top_mm_, face - round * (1.0 - std::cos(turn))});
    };
    for (int i = kCorner; i >= 0; --i) corner(-1.0, 1.5707963 * i / kCorner);
    for (int i = 0; i <= kCorner; ++i) corner(1.0, 1.5707963 * i / kCorner);
    const Stop stops[] = {upper, {0.7, glm::mix(upper.tint, lower.tint, 0.35F), upper.opacity}, lower};
    ink_.area(columns, stops);
    std::vector<Point> outline;
    outline.push_back({columns.front().x_mm, top_mm_});
    for (const Column& column : columns) outline.push_back({column.x_mm, column.bottom_mm});
    outline.push_back({columns.back().x_mm, top_mm_});
    ink_.line(outline, drawing_.cssPxMm(1.2), palette_.polymer_edge * 0.8F, 1.0);
  }

  // The far wall, seen through the cut.
  void drawLumen() {
    const double half = view_.half_width_mm + 0.5 * kWall, face = -2.2 * kGap;
    const Column columns[] = {{view_.middle_x_mm - half, top_mm_, face}, {view_.middle_x_mm + half, top_mm_, face}};
    const glm::vec3 far = glm::mix(palette_.air, palette_.polymer_edge, 0.22F);
    const Stop stops[] = {{0.0, far * 0.95F}, {0.75, far}, {1.0, glm::mix(far, palette_.highlight, 0.5F)}};
    ink_.area(columns, stops);
    const Point rim[] = {{view_.middle_x_mm - half, face}, {view_.middle_x_mm + half, face}};
    ink_.line(rim, drawing_.cssPxMm(1.0), palette_.polymer_edge, 0.8);
  }

  void drawCarrier() {
    const double half = view_.half_width_mm - 0.06;
    drawBody(view_.middle_x_mm - half, view_.middle_x_mm + half, -kRecess - lift_mm_,
             {0.0, glm::mix(palette_.polymer_edge, palette_.polymer, 0.25F)},
             {1.0, glm::mix(palette_.polymer_edge, palette_.polymer, 0.6F)});
  }

  void drawWall(double side) {
    const double inner = view_.middle_x_mm + side * view_.half_width_mm, outer = inner + side * kWall;
    drawBody(std::min(inner, outer), std::max(inner, outer), -kGap, {0.0, palette_.polymer},
             {1.0, glm::mix(palette_.polymer, palette_.polymer_edge, 0.45F)});
  }

  void drawPlate() {
    const double half = view_.half_width_mm + 0.5;
    drawBody(view_.middle_x_mm - half, view_.middle_x_mm + half, -kGap - lift_mm_, {0.0, palette_.polymer},
             {1.0, glm::mix(palette_.polymer, palette_.polymer_edge, 0.5F)});
  }

  // The lower part of the drum, with a darker rim where the light does not reach.
  void drawDrum() {
    const double radius = view_.half_width_mm, axis = -kGap - lift_mm_ - radius;
    const auto circle = [&](double share) {
      return [=, this](double x) {
        const double off = x - view_.middle_x_mm, r = share * radius;
        return std::abs(off) < r ? axis + std::sqrt(r * r - off * off) : top_mm_;
      };
    };
    const double step = std::max(0.02, 3.0 * drawing_.pixel_mm);
    const auto top = [this](double) { return top_mm_; };
    const Stop body[] = {{0.0, palette_.polymer},
                         {0.6, glm::mix(palette_.polymer, palette_.polymer_edge, 0.18F)},
                         {1.0, glm::mix(palette_.polymer, palette_.polymer_edge, 0.55F)}};
    std::vector<Column> columns = columnsBetween(drawing_, step, top, circle(1.0));
    for (Column& column : columns) column.bottom_mm = std::max(column.bottom_mm, top_mm_);
    ink_.area(columns, body);
    std::vector<Point> edge;
    for (const Column& column : columns) {
      if (column.bottom_mm > top_mm_) edge.push_back({column.x_mm, column.bottom_mm});
    }
    ink_.line(edge, drawing_.cssPxMm(1.2), palette_.polymer_edge * 0.8F, 1.0);
  }

  // Those that stand beside the labelled needle first.
  void drawNeedles(double root_z) {
    ink_.begin("needle");
    for (std::size_t i = view_.needles.size(); i-- > 0;) drawNeedle(view_.needles[i], root_z, i == 0);
    ink_.end();
  }

  void drawNeedle(const DeviceNeedle& needle, double root_z, bool labelled) {
    // From a little inside the body.
    const Point root{needle.root_x_mm, needle.root_z_mm + root_z - (view_.device == Device::kPen ? 0.0 : kGap)};
    const Point tip{needle.tip_x_mm, needle.tip_z_mm - lift_mm_};
    if (std::max(root.x_mm, tip.x_mm) < drawing_.leftMm() || std::min(root.x_mm, tip.x_mm) > drawing_.rightMm()) return;
    const double length = std::hypot(tip.x_mm - root.x_mm, tip.z_mm - root.z_mm);
    const auto at = [&](double along) {
      const double t = along / length;
      return Point{blend(root.x_mm, tip.x_mm, t), blend(root.z_mm, tip.z_mm, t)};
    };
    const double meets = alongToSkin(at, length);
    if (device_.in_tissue) {
      drawSteel(at, length, meets, length, labelled ? 0.96 : 0.30);
    } else if (!labelled && meets < length) {
      drawDashedNeedle(ink_, drawing_, at(meets), tip, view_.needle_diameter_mm, 0.42);
    }
    drawSteel(at, length, 0.0, meets, 1.0);
  }

  // How far along a needle the skin begins, as it lies under the device now.
  template <class At>
  double alongToSkin(At at, double length) const {
    constexpr int kSteps = 64;
    for (int i = 0; i <= kSteps; ++i) {
      const Point point = at(length * i / kSteps);
      if (point.z_mm > surfaceAt(point.x_mm) + device_.dent.downAt(point.x_mm, 0.0)) return length * i / kSteps;
    }
    return length;
  }

  template <class At>
  void drawSteel(At at, double length, double from, double to, double opacity) {
    if (to <= from) return;
    constexpr int kPieces = 28;
    std::vector<RibbonPoint> shaft;
    for (int i = 0; i <= kPieces; ++i) {
      const double along = blend(from, to, static_cast<double>(i) / kPieces);
      const Point point = at(along);
      shaft.push_back({point.x_mm, point.z_mm, needleHalfMm(view_.needle_diameter_mm, length - along)});
    }
    const auto layer = [&](double share, double more_mm, const glm::vec3& tint) {
      std::vector<RibbonPoint> ribbon = shaft;
      for (RibbonPoint& point : ribbon) point.half_mm = share * point.half_mm + more_mm;
      ink_.ribbon(ribbon, {tint, tint, opacity});
    };
    layer(1.0, drawing_.cssPxMm(0.9), palette_.steel_edge);
    const glm::vec3 dark = palette_.steel * 0.74F,
                    lit = glm::mix(palette_.steel, palette_.highlight, palette_.polarised ? 0.2F : 0.75F);
    // What shines through is one tone; else round, in steps, so that print shows it too.
    const int steps = opacity < 0.5 ? 1 : 7;
    for (int i = 0; i < steps; ++i) {
      const double t = static_cast<double>(i) / steps;
      layer(std::sqrt(1.0 - t), 0.0, glm::mix(dark, lit, static_cast<float>(t)));
    }
  }

  Ink& ink_;
  const Drawing& drawing_;
  const Palette& palette_;
  const DeviceView& view_;
  const DeviceDrawing& device_;
  double top_mm_;
  double lift_mm_;  // of the needles, from where they are pressed in
};

}  // namespace

void drawDevice(Ink& ink, const Drawing& drawing, const DeviceDrawing& device) {
  if (!device.shown || drawing.topMm() > 0.0) return;
  DevicePen(ink, drawing, device).draw();
}

}  // namespace needling::render
