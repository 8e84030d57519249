// Fat lobules: cells filled by one droplet, their nucleus at the edge; walls of connective tissue between the lobules.
#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <vector>

#include "render/borders.h"
#include "render/cell_tiling.h"
#include "render/drawing.h"

namespace needling::render {
namespace {

constexpr double kSeptaApart = 0.62;  // mm, of the walls between lobules
constexpr double kCell = 0.085;       // mm

void drawFatCells(Ink& ink, const Drawing& drawing, double top, double bottom) {
  const Palette& palette = drawing.palette;
  const glm::vec3 light = glm::mix(palette.fat, palette.highlight, 0.30F);
  const auto for_each = [&](auto draw) {
    CellTiling{kCell, kCell * 0.9, 41.0}.forEach(
        drawing.leftMm(), top, drawing.rightMm(), bottom, [&](const TiledCell& cell) {
          const double border = dermisBottomAt(cell.middle.x_mm, drawing.scene.skin.dermisBottom());
          if (cell.middle.z_mm > border) draw(cell);
        });
  };
  // Packed so that only thin walls stay between them.
  const auto outline = [&](const TiledCell& cell) { return cell.rounded(0.96, drawing.pieces(kCell, 2, 8), 0.6); };
  for_each([&](const TiledCell& cell) {
    const auto tone = static_cast<float>(0.96 + 0.03 * std::floor(3.0 * cell.chance));
    ink.blob(outline(cell), {light * tone, palette.fat * tone});
  });
  if (drawing.px(kCell) < 26.0) return;
  for_each([&](const TiledCell& cell) {
    // The drop of fat presses the nucleus flat against the wall.
    const std::vector<Point> wall = outline(cell);
    if (wall.size() < 3) return;
    const auto i =
        static_cast<std::size_t>(hash(cell.middle.x_mm, cell.middle.z_mm) * static_cast<double>(wall.size()));
    const Point &here = wall[i % wall.size()], &next = wall[(i + 1) % wall.size()];
    const Point at{blend(cell.middle.x_mm, here.x_mm, 0.92), blend(cell.middle.z_mm, here.z_mm, 0.92)};
    const double along = std::atan2(next.z_mm - here.z_mm, next.x_mm - here.x_mm);
    ink.blob(ellipse(at, 0.0058, 0.0018, along, drawing.pieces(0.02, 12, 26)), {palette.nucleus, palette.nucleus, 0.8});
  });
}

// From the dermis down to a point.
void drawSeptum(Ink& ink, const Drawing& drawing, double i) {
  const double mean = drawing.scene.skin.dermisBottom();
  const double x = (i + 0.7 * hash(i, 71.0)) * kSeptaApart, lean = 0.8 * (hash(i, 72.0) - 0.5);
  const double top = dermisBottomAt(x, mean) - 0.02, length = blend(0.8, 1.6, hash(i, 73.0));
  std::vector<RibbonPoint> line;
  constexpr int kPieces = 20;
  for (int k = 0; k <= kPieces; ++k) {
    const double t = static_cast<double>(k) / kPieces;
    line.push_back({x + lean * t * t + 0.02 * std::sin(9.0 * t + i), top + length * t,
                    0.020 * (1.0 - t) * (1.0 - t) + 0.008 * (1.0 - t)});
  }
  const Palette& palette = drawing.palette;
  ink.ribbon(line, {glm::mix(palette.bundle_shade, palette.bundle, 0.7F), palette.bundle_shade});
}

}  // namespace

void drawFat(Ink& ink, const Drawing& drawing) {
  const double mean = drawing.scene.skin.dermisBottom(), bottom = drawing.bottomMm() + 0.02;
  if (mean - 0.08 > bottom) return;
  const auto border = [mean](double x) { return dermisBottomAt(x, mean); };
  const Palette& palette = drawing.palette;
  ink.begin("fat");
  const glm::vec3 wall = glm::mix(palette.fat_wall, palette.bundle_shade, 0.25F);
  const Stop ground[] = {{0.0, wall}, {1.0, wall}};
  ink.area(columnsBetween(drawing, std::max(0.02, 4.0 * drawing.pixel_mm), border,
                          [&](double x) { return std::max(bottom, border(x)); }),
           ground);
  drawFatCells(ink, drawing, std::max(mean - 0.1, drawing.topMm()), bottom);
  ink.begin("septa");
  for (double i = std::floor(drawing.leftMm() / kSeptaApart) - 2.0; i * kSeptaApart < drawing.rightMm() + kSeptaApart;
       i += 1.0) {
    drawSeptum(ink, drawing, i);
  }
  ink.end();
  ink.end();
}

}  // namespace needling::render
