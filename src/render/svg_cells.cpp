#include <algorithm>
#include <glm/vec3.hpp>
#include <numbers>

#include "render/svg_drawing.h"

namespace needling::render {
namespace {

// Sizes of the symbols below are in hundredths of this, as the shader draws cells at about twice their size.
double cellSizeMm(const SvgDrawing& drawing) { return std::max(0.016, drawing.pxMm(3.2)); }

glm::vec3 cellTint(const Palette& palette, CellKind kind) {
  switch (kind) {
    case CellKind::kPlatelet:
      return palette.platelet;
    case CellKind::kNeutrophil:
      return palette.neutrophil;
    case CellKind::kMacrophage:
      return palette.macrophage;
    case CellKind::kFibroblast:
      return palette.fibroblast;
    case CellKind::kCapillary:
      break;
  }
  return palette.capillary;
}

// Shapes in hundredths of the cell size: a small disc; small with a lobed nucleus; large and uneven; a spindle; a curved tube.
void defineCell(SvgWriter& svg, const SvgDrawing& drawing, CellKind kind) {
  const glm::vec3 tint = cellTint(drawing.palette, kind);
  const std::string dark = svgColour(tint * 0.45F);
  const std::string scale = "scale(" + svgNumber(10.0 * cellSizeMm(drawing), 4) + ")";
  svg.open("g", {{"id", drawing.id(cellSymbol(kind))}, {"fill", svgColour(tint)}, {"transform", scale}});
  switch (kind) {
    case CellKind::kPlatelet:
      svg.leaf("ellipse", {{"rx", "42"}, {"ry", "28"}, {"stroke", dark}, {"stroke-width", "8"}});
      break;
    case CellKind::kNeutrophil:
      svg.leaf("circle", {{"r", "52"}});
      svg.leaf(
          "path",
          {{"d", "M18 10h0M-20-8h0M2-24h0"}, {"stroke", dark}, {"stroke-width", "38"}, {"stroke-linecap", "round"}});
      break;
    case CellKind::kMacrophage:
      svg.leaf(
          "path",
          {{"d",
            "M86 0q-8 34 2 52-34 8-52 30-30-18-56-2-6-34-48-40 14-28-8-52 40-4 52-62 34 22 62-2 8 38 48 36-8 22 0 40z"},
           {"stroke", dark},
           {"stroke-width", "9"}});
      svg.leaf("circle", {{"cx", "12"}, {"cy", "8"}, {"r", "31"}, {"fill", dark}});
      break;
    case CellKind::kFibroblast:
      svg.leaf("path", {{"d", "M-126 0q126-68 252 0-126 68-252 0z"}});
      svg.leaf("ellipse", {{"rx", "34"}, {"ry", "18"}, {"fill", dark}});
      break;
    case CellKind::kCapillary:
      svg.leaf("path", {{"d", "M-185 0c46-58 92-58 138-22s92 80 138 44 74-44 94-22"},
                        {"fill", "none"},
                        {"stroke", svgColour(tint * 0.8F)},
                        {"stroke-width", "56"},
                        {"stroke-linecap", "round"}});
      svg.leaf("path", {{"d", "M-185 0c46-58 92-58 138-22s92 80 138 44 74-44 94-22"},
                        {"fill", "none"},
                        {"stroke", svgColour(tint)},
                        {"stroke-width", "34"},
                        {"stroke-linecap", "round"}});
      break;
  }
  svg.close();
}

}  // namespace

std::string_view cellSymbol(CellKind kind) {
  constexpr std::string_view kNames[kCellKindCount] = {"platelet", "neutrophil", "macrophage", "fibroblast",
                                                       "capillary"};
  return kNames[static_cast<std::size_t>(kind)];
}

void defineCells(SvgWriter& svg, const SvgDrawing& drawing) {
  for (std::size_t kind = 0; kind < kCellKindCount; ++kind) defineCell(svg, drawing, static_cast<CellKind>(kind));
}

void drawCells(SvgWriter& svg, const SvgDrawing& drawing) {
  svg.open("g", {{"id", drawing.id("cells")}});
  const double margin = 3.0 * cellSizeMm(drawing);
  for (const CellMark& mark : visibleCells(drawing.scene, drawing.moment)) {
    if (mark.x_mm < drawing.leftMm() - margin || mark.x_mm > drawing.rightMm() + margin) continue;
    const std::string place = "translate(" + drawing.um(mark.x_mm) + " " + drawing.um(mark.z_mm) + ")";
    const double degrees = mark.angle * 180.0 / std::numbers::pi;
    svg.leaf("use", {{"xlink:href", drawing.link(cellSymbol(mark.kind))},
                     {"transform", place + "rotate(" + svgNumber(degrees, 0) + ")"},
                     {"opacity", mark.strength < 0.95 ? svgNumber(mark.strength, 1) : ""}});
  }
  svg.close();
}

}  // namespace needling::render
