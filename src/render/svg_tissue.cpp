#include <algorithm>
#include <array>
#include <glm/common.hpp>
#include <utility>
#include <vector>

#include "render/svg_borders.h"
#include "render/svg_drawing.h"

namespace needling::render {
namespace {

struct Point {
  double x, y;
};

// What is left of a convex polygon on the side of `a` of the middle line between a and b.
std::vector<Point> nearerTo(const std::vector<Point>& polygon, Point a, Point b) {
  const auto excess = [&](Point p) {
    return (p.x - 0.5 * (a.x + b.x)) * (b.x - a.x) + (p.y - 0.5 * (a.y + b.y)) * (b.y - a.y);
  };
  std::vector<Point> kept;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const Point p = polygon[i], q = polygon[(i + 1) % polygon.size()];
    const double at_p = excess(p), at_q = excess(q);
    if (at_p <= 0.0) kept.push_back(p);
    if ((at_p <= 0.0) == (at_q <= 0.0)) continue;
    const double share = at_p / (at_p - at_q);
    kept.push_back({blend(p.x, q.x, share), blend(p.y, q.y, share)});
  }
  return kept;
}

// A tile of cells that joins itself on every side.
struct CellTile {
  std::string_view name;
  int columns, rows;
  double cell_mm;
  glm::vec3 wall, body;
};

Point cellCentre(const CellTile& tile, int column, int row) {
  const double i = (column + tile.columns) % tile.columns, j = (row + tile.rows) % tile.rows;
  return {column + 0.5 + 0.36 * (2.0 * hash(i, j) - 1.0), row + 0.5 + 0.36 * (2.0 * hash(i, j + 57.0) - 1.0)};
}

// One cell with rounded corners: curves from edge to edge with the corners as control points.
void addCell(SvgPath& path, const CellTile& tile, int column, int row) {
  const Point centre = cellCentre(tile, column, row);
  std::vector<Point> outline = {{centre.x - 2, centre.y - 2},
                                {centre.x + 2, centre.y - 2},
                                {centre.x + 2, centre.y + 2},
                                {centre.x - 2, centre.y + 2}};
  for (int dy = -2; dy <= 2; ++dy) {
    for (int dx = -2; dx <= 2; ++dx) {
      if (dx != 0 || dy != 0) outline = nearerTo(outline, centre, cellCentre(tile, column + dx, row + dy));
    }
  }
  constexpr double kShrink = 0.93;
  for (Point& point : outline) {
    point = {tile.cell_mm * blend(centre.x, point.x, kShrink), tile.cell_mm * blend(centre.y, point.y, kShrink)};
  }
  const auto middle = [&](std::size_t i) {
    const Point p = outline[i], q = outline[(i + 1) % outline.size()];
    return Point{0.5 * (p.x + q.x), 0.5 * (p.y + q.y)};
  };
  path.moveTo(middle(0).x, middle(0).y);
  for (std::size_t i = 1; i <= outline.size(); ++i) {
    const Point corner = outline[i % outline.size()], next = middle(i % outline.size());
    path.quadTo(corner.x, corner.y, next.x, next.y);
  }
  path.close();
}

void defineTile(SvgWriter& svg, const SvgDrawing& drawing, const CellTile& tile) {
  const std::string width = drawing.um(tile.columns * tile.cell_mm), height = drawing.um(tile.rows * tile.cell_mm);
  svg.open("pattern",
           {{"id", drawing.id(tile.name)}, {"patternUnits", "userSpaceOnUse"}, {"width", width}, {"height", height}});
  svg.leaf("rect", {{"width", width}, {"height", height}, {"fill", svgColour(tile.wall)}});
  constexpr std::size_t kTints = 3;
  std::array<SvgPath, kTints> cells = {drawing.path(), drawing.path(), drawing.path()};
  for (int row = -1; row <= tile.rows; ++row) {
    for (int column = -1; column <= tile.columns; ++column) {
      const double pick = hash((column + tile.columns) % tile.columns, (row + tile.rows) % tile.rows + 23);
      addCell(cells[static_cast<std::size_t>(pick * kTints)], tile, column, row);
    }
  }
  for (std::size_t i = 0; i < kTints; ++i) {
    svg.leaf("path",
             {{"d", cells[i].data()}, {"fill", svgColour(tile.body * (0.95F + 0.05F * static_cast<float>(i)))}});
  }
  svg.close();
}

struct Stop {
  double offset;
  glm::vec3 tint;
  double opacity;
};

// Downwards between two depths.
void defineDepthGradient(SvgWriter& svg, const SvgDrawing& drawing, std::string_view name, double top, double bottom,
                         std::initializer_list<Stop> stops) {
  svg.open("linearGradient", {{"id", drawing.id(name)},
                              {"gradientUnits", "userSpaceOnUse"},
                              {"x1", "0"},
                              {"x2", "0"},
                              {"y1", drawing.um(top)},
                              {"y2", drawing.um(bottom)}});
  for (const Stop& stop : stops) {
    svg.leaf("stop", {{"offset", svgNumber(stop.offset, 3)},
                      {"stop-color", svgColour(stop.tint)},
                      {"stop-opacity", svgNumber(stop.opacity)}});
  }
  svg.close();
}

}  // namespace

void defineTissue(SvgWriter& svg, const SvgDrawing& drawing) {
  const Palette& palette = drawing.palette;
  const glm::vec3 sebum = glm::mix(palette.fat, palette.paper, 0.25F);
  defineTile(svg, drawing, {"lobules", 9, 7, 0.085, palette.fat_wall, palette.fat});
  defineTile(svg, drawing, {"sebocytes", 7, 7, 0.026, glm::mix(palette.fat_wall, palette.fat, 0.2F), sebum});
  const double border = drawing.scene.skin.papillaryBottom();
  defineDepthGradient(svg, drawing, "papillary-fade", border - 0.05, border + 0.05,
                      {{0.0, palette.papillary, 1.0}, {1.0, palette.papillary, 0.0}});
  // Living cells flatten and grow pale upwards; pigment gathers downwards.
  const glm::vec3 upper = palette.epidermis * 1.10F, lower = palette.epidermis * 0.88F;
  defineDepthGradient(svg, drawing, "epidermis-depth", drawing.scene.skin.stratum_corneum.value,
                      1.2 * drawing.epidermisMm(),
                      {{0.0, upper, 1.0},
                       {0.5, glm::mix(0.5F * (upper + lower), palette.basal, 0.20F * palette.melanin), 1.0},
                       {1.0, glm::mix(lower, palette.basal, 0.55F * palette.melanin), 1.0}});
}

}  // namespace needling::render
