// New collagen as lazy S-curves: type III thin and rose, type I thick and ivory with a darker edge.
#include <array>
#include <cmath>
#include <vector>

#include "render/drawing.h"
#include "render/fibre_curve.h"

namespace needling::render {
namespace {

std::vector<RibbonPoint> curveOf(const Drawing& drawing, const FibreStroke& stroke) {
  const double s = std::sin(stroke.angle), k = std::cos(stroke.angle);
  const int pieces = drawing.pieces(stroke.length_mm, 7, 128);
  std::vector<RibbonPoint> line;
  for (int i = 0; i <= pieces; ++i) {
    const double u = 2.0 * i / pieces - 1.0;
    const double bow = stroke.bend * stroke.length_mm * fibreBow(stroke.pool, u);
    const double run = 0.5 * stroke.length_mm * u, taper = std::sqrt(std::max(0.0, 1.0 - u * u * u * u));
    line.push_back({stroke.x_mm + k * run - s * bow, stroke.z_mm + s * run + k * bow, 0.5 * stroke.width_mm * taper});
  }
  return line;
}

bool isInView(const Drawing& drawing, const FibreStroke& stroke) {
  const double reach = 0.6 * stroke.length_mm;
  return stroke.x_mm > drawing.leftMm() - reach && stroke.x_mm < drawing.rightMm() + reach &&
         stroke.z_mm > drawing.topMm() - reach && stroke.z_mm < drawing.bottomMm() + reach;
}

// Strokes of one strength follow one another, so that an ink may draw them at once.
constexpr int kStrengths = 4;

}  // namespace

void drawFibres(Ink& ink, const Drawing& drawing) {
  const std::vector<FibreStroke> strokes = visibleFibres(drawing.scene, drawing.moment);
  const Palette& palette = drawing.palette;
  for (const FibrePool pool : kFibrePools) {
    const bool type_1 = pool == FibrePool::kType1;
    ink.begin(type_1 ? "type1" : "type3");
    for (int strength = 0; strength < kStrengths; ++strength) {
      const double opacity = fibreOpacity(pool) * (strength + 1.0) / kStrengths;
      for (const FibreStroke& stroke : strokes) {
        const int own =
            std::min(kStrengths - 1, static_cast<int>(stroke.strength * shineAt(palette, stroke.angle) * kStrengths));
        if (stroke.pool != pool || own != strength || !isInView(drawing, stroke)) continue;
        // Few tones, so that print needs few elements.
        const glm::vec3 thick = type1At(palette, std::round(stroke.width_mm / 0.004) * 0.004);
        ink.ribbon(curveOf(drawing, stroke), type_1 ? Shade{thick, palette.type_1_edge, opacity}
                                                    : Shade{palette.type_3, palette.type_3, opacity});
      }
    }
    ink.end();
  }
}

}  // namespace needling::render
