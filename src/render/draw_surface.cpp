// The skin from above: furrows, the channels of each pass in its colour with a stroke along its way, the ground around
// them that the wound signal reaches, and the gaps between. Furrows are illustration.
#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <vector>

#include "render/borders.h"
#include "render/cell_tiling.h"
#include "render/drawing.h"

namespace needling::render {
namespace {

struct Mark {
  glm::vec3 tint;
  double run, fall;  // of the way, a unit vector
};

Mark markOf(const Palette& palette, int pass) {
  constexpr double kDiagonal = 0.70710678;
  switch (wayOfPass(pass)) {
    case PassWay::kAcross:
      return {palette.passes[0], 1.0, 0.0};
    case PassWay::kDown:
      return {palette.passes[1], 0.0, 1.0};
    case PassWay::kDiagonal:
      return {palette.passes[2], kDiagonal, kDiagonal};
    case PassWay::kOtherDiagonal:
      break;
  }
  return {palette.passes[2], -kDiagonal, kDiagonal};
}

constexpr CellTiling kFields{0.38, 0.34, 12.0};
constexpr double kFieldShare = 0.96;

// Fields of skin between furrows, each a little lighter in its middle.
void drawFields(Ink& ink, const Drawing& drawing) {
  const Palette& palette = drawing.palette;
  const Column ground[] = {{drawing.leftMm() - 1.0, drawing.topMm() - 1.0, drawing.bottomMm() + 1.0},
                           {drawing.rightMm() + 1.0, drawing.topMm() - 1.0, drawing.bottomMm() + 1.0}};
  const Stop stops[] = {{0.0, palette.furrow}, {1.0, palette.furrow}};
  ink.area(ground, stops);
  kFields.forEach(
      drawing.leftMm(), drawing.topMm(), drawing.rightMm(), drawing.bottomMm(), [&](const TiledCell& field) {
        const auto tone = static_cast<float>(0.96 + 0.05 * field.chance);
        ink.blob(field.rounded(kFieldShare, 3), {palette.corneum * tone * 1.01F, palette.corneum * tone * 0.98F});
      });
}

// The furrows once more, thin, over what was laid on the skin.
void drawFurrows(Ink& ink, const Drawing& drawing) {
  kFields.forEach(drawing.leftMm(), drawing.topMm(), drawing.rightMm(), drawing.bottomMm(),
                  [&](const TiledCell& field) {
                    std::vector<Point> outline = field.rounded(kFieldShare, 3);
                    if (outline.empty()) return;
                    outline.push_back(outline.front());
                    ink.line(outline, 0.016, drawing.palette.furrow, 0.45);
                  });
}

bool isNear(const Drawing& drawing, const ChannelPosition& channel, double margin_mm) {
  return channel.x_mm > drawing.leftMm() - margin_mm && channel.x_mm < drawing.rightMm() + margin_mm &&
         channel.y_mm > drawing.topMm() - margin_mm && channel.y_mm < drawing.bottomMm() + margin_mm;
}

double openingRadius(const Drawing& drawing, double opening_mm) {
  return std::max(0.5 * opening_mm, drawing.cssPxMm(2.2));
}

void drawRim(Ink& ink, const Drawing& drawing, const ChannelPosition& channel, double opening_mm) {
  const Mark mark = markOf(drawing.palette, channel.pass);
  const Point middle{channel.x_mm, channel.y_mm};
  const double radius = openingRadius(drawing, opening_mm);
  const double stroke = radius + drawing.cssPxMm(4.5);
  const Point line[] = {{middle.x_mm - stroke * mark.run, middle.z_mm - stroke * mark.fall},
                        {middle.x_mm + stroke * mark.run, middle.z_mm + stroke * mark.fall}};
  ink.line(line, drawing.cssPxMm(2.0), mark.tint, 1.0);
  ink.dot(middle, radius + drawing.cssPxMm(1.1), mark.tint, 1.0);
}

}  // namespace

void drawSurface(Ink& ink, const Drawing& drawing, const SurfaceView& surface, int passes) {
  std::vector<ChannelPosition> shown;
  for (const ChannelPosition& channel : surface.channels) {
    if (channel.pass < passes && isNear(drawing, channel, surface.reached_mm + 0.3)) shown.push_back(channel);
  }
  ink.begin("surface");
  drawFields(ink, drawing);
  ink.end();
  ink.begin("reached");
  for (const ChannelPosition& channel : shown) {
    if (surface.reached_mm > 0.0)
      ink.dot({channel.x_mm, channel.y_mm}, surface.reached_mm, drawing.palette.reached, 1.0);
  }
  ink.end();
  ink.begin("furrows");
  drawFurrows(ink, drawing);
  ink.end();
  ink.begin("openings");
  for (const ChannelPosition& channel : shown) drawRim(ink, drawing, channel, surface.opening_mm);
  ink.end();
  ink.begin("openings");
  const double radius = openingRadius(drawing, surface.opening_mm) - drawing.cssPxMm(0.6);
  for (const ChannelPosition& channel : shown) ink.dot({channel.x_mm, channel.y_mm}, radius, drawing.palette.hole, 1.0);
  ink.end();
}

}  // namespace needling::render
