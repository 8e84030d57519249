// Upright strokes, dots, hatches and crosses over the layers, for eyes and printers that do not tell their colours: as wide apart on the
// screen at every magnification.
#include <algorithm>
#include <cmath>
#include <vector>

#include "render/borders.h"
#include "render/drawing.h"

namespace needling::render {
namespace {

constexpr double kApartPx = 13.0;  // CSS pixels
constexpr double kStrokesApartPx = 6.0;

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

void drawStrokes(Ink& ink, const Drawing& drawing, const std::vector<Column>& columns) {
  if (!drawing.palette.patterned || columns.size() < 2) return;
  const double apart = drawing.cssPxMm(kStrokesApartPx), gap = drawing.cssPxMm(1.5);
  std::size_t after = 1;
  for (double i = std::ceil(columns.front().x_mm / apart); i * apart < columns.back().x_mm; i += 1.0) {
    const double x = i * apart;
    while (after + 1 < columns.size() && columns[after].x_mm < x) ++after;
    const Column &left = columns[after - 1], &right = columns[after];
    const double way = (x - left.x_mm) / std::max(right.x_mm - left.x_mm, 1e-12);
    const Point line[] = {{x, std::lerp(left.top_mm, right.top_mm, way) + gap},
                          {x, std::lerp(left.bottom_mm, right.bottom_mm, way) - gap}};
    if (line[1].z_mm > line[0].z_mm) ink.line(line, drawing.cssPxMm(1.0), drawing.palette.ink, 0.7);
  }
}

void drawEpidermisPattern(Ink& ink, const Drawing& drawing) {
  const double epidermis = drawing.epidermisMm(), corneum = drawing.scene.skin.stratum_corneum.value;
  if (!drawing.palette.patterned || drawing.topMm() > 2.0 * epidermis) return;
  ink.begin("viable-epidermis");
  drawStrokes(ink, drawing,
              columnsBetween(
                  drawing, drawing.cssPxMm(2.0), [&](double x) { return surfaceAt(x) + corneum; },
                  [&](double x) { return junctionAt(x, epidermis); }));
  ink.end();
}

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
