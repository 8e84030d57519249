#include "render/drawing.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace needling::render {

// The epidermis thickens by half at most; in steps of a twentieth the skin is redrawn a few times a course only.
Drawing Drawing::onPage(const SectionScene& scene, const SectionMoment& moment, const ViewWindow& window,
                        double pixels_per_css_px, const Look& look) {
  return {.scene = scene,
          .moment = moment,
          .window = window,
          .palette = paletteFor(scene.skin_tone, look.light, look.colours),
          .pixel_mm = window.mm_per_px / pixels_per_css_px,
          .epidermis_growth = std::round(moment.epidermis * 20.0) / 20.0};
}

int Drawing::pieces(double length_mm, int least, int most) const {
  return std::clamp(static_cast<int>(px(length_mm) / 9.0), least, most);
}

std::vector<Point> ellipse(const Point& middle, double long_mm, double short_mm, double angle, int corners) {
  const double s = std::sin(angle), k = std::cos(angle);
  std::vector<Point> outline;
  outline.reserve(static_cast<std::size_t>(corners));
  for (int i = 0; i < corners; ++i) {
    const double turn = 2.0 * std::numbers::pi * i / corners;
    const double u = long_mm * std::cos(turn), v = short_mm * std::sin(turn);
    outline.push_back({middle.x_mm + k * u - s * v, middle.z_mm + s * u + k * v});
  }
  return outline;
}

void drawSkin(Ink& ink, const Drawing& drawing) {
  for (const auto draw : {drawDermis, drawFat, drawPatterns, drawVessels, drawSweatGland, drawEpidermis, drawFollicles,
                          drawAir, drawCorneum, drawHairs}) {
    draw(ink, drawing);
  }
}

}  // namespace needling::render
