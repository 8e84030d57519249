// The clot: red cells in a mesh of fibrin, from the bottom of the needle's path to a crust on the surface. It goes as the
// path is healed over.
#include <algorithm>
#include <cmath>
#include <vector>

#include "render/borders.h"
#include "render/drawing.h"

namespace needling::render {
namespace {

class ClotPen {
 public:
  ClotPen(Ink& ink, const Drawing& drawing, const ChannelDrawing& channel)
      : ink_(ink), drawing_(drawing), channel_(channel), left_(channel.track_visible) {}

  void draw() {
    const double depth = channel_.depth.reach_mm.value;
    if (depth <= 0.0 || left_ < 0.02 || channel_.with_needle) return;
    drawCrust();
    if (drawing_.px(0.006) < 2.0) return;
    const int count = static_cast<int>(depth / 0.010);
    for (int i = 0; i < 4 * count; ++i) drawRedCell(depth, i);
    for (int i = 0; i < 2 * count; ++i) drawThread(depth, i);
  }

 private:
  // Half the width of the filled path: wide at the top, a line below.
  double halfAt(double z) const {
    const double reach = std::max(channel_.depth.reach_mm.value, 1e-3);
    return (0.14 + 0.20 * left_) * channel_.opening_mm * std::sqrt(std::max(0.0, 1.0 - z / reach));
  }

  double chance(double i, double column) const { return hash(i + 40.0 * column, channel_.x_mm * 9.0 + column); }

  Point place(double z, double share) const { return {channel_.x_mm + share * halfAt(z), z}; }

  // A dome on the surface, which dries and falls off.
  void drawCrust() {
    const double half = 0.55 * channel_.opening_mm * (0.4 + 0.6 * left_), height = 0.022 * left_;
    std::vector<Column> columns;
    for (int i = 0; i <= 16; ++i) {
      const double u = 2.0 * i / 16.0 - 1.0, x = channel_.x_mm + u * half;
      columns.push_back(
          {x, surfaceAt(x) - height * std::sqrt(1.0 - u * u), surfaceAt(x) + 0.5 * height * (1.0 - u * u)});
    }
    const glm::vec3 dark = drawing_.palette.track;
    const Stop stops[] = {{0.0, dark * 1.25F, 0.9 * left_}, {1.0, dark * 0.8F, 0.9 * left_}};
    ink_.area(columns, stops);
  }

  void drawThread(double depth, int i) {
    const double z = depth * chance(i, 1.0), dz = 0.03 * (chance(i, 2.0) - 0.5);
    const Point thread[] = {place(z, -0.9 * chance(i, 3.0)), place(z + 0.5 * dz, 0.4 * (chance(i, 4.0) - 0.5)),
                            place(z + dz, 0.9 * chance(i, 5.0))};
    ink_.line(thread, 0.0008, drawing_.palette.bundle, 0.8 * left_);
  }

  void drawRedCell(double depth, int i) {
    const double z = depth * std::pow(chance(i, 6.0), 1.4);
    if (halfAt(z) < 0.004) return;
    const Point at = place(z, 1.6 * (chance(i, 7.0) - 0.5));
    const glm::vec3 tint = drawing_.palette.artery;
    ink_.blob(ellipse(at, 0.0037, 0.0024, 3.1 * chance(i, 8.0), 14), {tint * 0.82F, tint * 1.08F, left_});
  }

  Ink& ink_;
  const Drawing& drawing_;
  const ChannelDrawing& channel_;
  double left_;  // of the clot, 1 fresh
};

}  // namespace

void drawClots(Ink& ink, const Drawing& drawing, const std::vector<ChannelDrawing>& channels) {
  ink.begin("clot");
  for (const ChannelDrawing& channel : channels) ClotPen(ink, drawing, channel).draw();
  ink.end();
}

}  // namespace needling::render
