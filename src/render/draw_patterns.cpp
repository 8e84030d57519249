// Dots, hatches and crosses over the layers, for eyes and printers that do not tell their colours: as wide apart on the
// screen at every magnification.
#include <cmath>

#include "render/drawing.h"

namespace needling::render {
namespace {

constexpr double kApartPx = 13.0;  // CSS pixels

// For each place of an even grid in the window between two depths, every second row shifted by half.
template <class Draw>
void forEachPlace(const Drawing& drawing, double top, double bottom, Draw draw) {
  const double apart = drawing.cssPxMm(kApartPx);
  const double from = std::max(top, drawing.topMm()), to = std::min(bottom, drawing.bottomMm());
  for (double row = std::ceil(from / apart); row * apart < to; row += 1.0) {
    const double shift = std::fmod(std::abs(row), 2.0) * 0.5;
    for (double i = std::floor(drawing.leftMm() / apart) - 1.0; i * apart < drawing.rightMm() + apart; i += 1.0)
      draw(Point{(i + shift) * apart, row * apart});
  }
}

void stroke(Ink& ink, const Drawing& drawing, const Point& at, double run_px, double fall_px) {
  const double run = drawing.cssPxMm(0.5 * run_px), fall = drawing.cssPxMm(0.5 * fall_px);
  const Point line[] = {{at.x_mm - run, at.z_mm - fall}, {at.x_mm + run, at.z_mm + fall}};
  ink.line(line, drawing.cssPxMm(1.1), drawing.palette.ink, 0.8);
}

}  // namespace

void drawPatterns(Ink& ink, const Drawing& drawing) {
  if (!drawing.palette.patterned) return;
  const Skin& skin = drawing.scene.skin;
  ink.begin("papillary-dermis");
  forEachPlace(drawing, 0.0, skin.papillaryBottom() - drawing.cssPxMm(2.0),
               [&](const Point& at) { ink.dot(at, drawing.cssPxMm(1.8), drawing.palette.ink, 0.85); });
  ink.end();
  ink.begin("reticular-dermis");
  forEachPlace(drawing, skin.papillaryBottom() + drawing.cssPxMm(5.0), skin.dermisBottom() - drawing.cssPxMm(5.0),
               [&](const Point& at) { stroke(ink, drawing, at, 9.0, -9.0); });
  ink.end();
  ink.begin("fat");
  forEachPlace(drawing, skin.dermisBottom() + 0.08, drawing.bottomMm(), [&](const Point& at) {
    stroke(ink, drawing, at, 6.0, 0.0);
    stroke(ink, drawing, at, 0.0, 6.0);
  });
  ink.end();
}

}  // namespace needling::render
