#include <algorithm>

#include "model/texts.h"
#include "render/svg_words.h"

namespace needling::render {
namespace {

// What stands before the words: drawn as in the picture, so that shape tells as much as colour. Twenty by ten pixels.
void drawFibreSample(SvgWriter& svg, const glm::vec3& edge, const glm::vec3& tint, double width) {
  for (const auto& [colour, share] : {std::pair{edge, 1.0}, std::pair{tint, 0.62}}) {
    svg.leaf("path", {{"d", "M2 7c5-9 9 6 18-3"},
                      {"fill", "none"},
                      {"stroke", svgColour(colour)},
                      {"stroke-width", svgNumber(width * share)},
                      {"stroke-linecap", "round"}});
  }
}

void drawVesselSample(SvgWriter& svg, const Palette& palette) {
  for (const auto& [tint, y] : {std::pair{palette.artery, "2.5"}, std::pair{palette.vein, "7.5"}}) {
    svg.leaf("path", {{"d", std::string("M0 ") + y + "h21"}, {"stroke", svgColour(tint)}, {"stroke-width", "3.6"}});
  }
}

void drawOldCollagenSample(SvgWriter& svg, const Palette& palette) {
  svg.leaf("rect", {{"width", "21"}, {"height", "10"}, {"fill", svgColour(palette.reticular)}});
  svg.leaf("path", {{"d", "M1 3q9-3 18 0M2 8q9-3 17-1"},
                    {"fill", "none"},
                    {"stroke", svgColour(palette.bundle)},
                    {"stroke-width", "3"},
                    {"stroke-linecap", "round"}});
}

// In the picture's own scale, which the pattern is made for.
void drawTrackSample(SvgWriter& svg, const SvgDrawing& drawing) {
  svg.leaf("rect", {{"width", drawing.um(drawing.pxMm(21.0))},
                    {"height", drawing.um(drawing.pxMm(10.0))},
                    {"fill", drawing.paint("track-lines")},
                    {"stroke", svgColour(drawing.palette.track)},
                    {"stroke-width", drawing.um(drawing.pxMm(0.8))},
                    {"transform", "scale(" + svgNumber(0.001 / drawing.window.mm_per_px, 6) + ")"}});
}

void drawCellSample(SvgWriter& svg, const SvgDrawing& drawing, CellKind kind) {
  // As large as the row allows: platelets and neutrophils are the smallest, sprouts the longest.
  const double size_um = 1000.0 * std::max(0.016, drawing.pxMm(3.2));
  const bool small = kind == CellKind::kPlatelet || kind == CellKind::kNeutrophil;
  const double pixels = small ? 10.0 : kind == CellKind::kCapillary ? 5.0 : 7.5;
  svg.leaf("use", {{"xlink:href", drawing.link(cellSymbol(kind))},
                   {"transform", "translate(10.5 5)scale(" + svgNumber(pixels / size_um, 4) + ")"}});
}

constexpr const char* kEntries[] = {
    "picture.newType3",  "picture.newType1",    "picture.oldCollagen", "picture.track",       "picture.vessels",
    "picture.platelets", "picture.neutrophils", "picture.macrophages", "picture.fibroblasts", "picture.capillaries"};
constexpr std::size_t kCellEntries = std::size(kEntries) - kCellKindCount;  // the first that is a cell, in their order

void drawSample(SvgWriter& svg, const SvgDrawing& drawing, std::size_t entry) {
  const Palette& palette = drawing.palette;
  switch (entry) {
    case 0:
      return drawFibreSample(svg, palette.type_3, palette.type_3, 1.8);
    case 1:
      return drawFibreSample(svg, palette.type_1_edge * 0.8F, palette.type_1, 5.4);
    case 2:
      return drawOldCollagenSample(svg, palette);
    case 3:
      return drawTrackSample(svg, drawing);
    case 4:
      return drawVesselSample(svg, palette);
    default:
      return drawCellSample(svg, drawing, static_cast<CellKind>(entry - kCellEntries));
  }
}

}  // namespace

double drawLegend(SvgWriter& svg, const SvgPage& page, const SvgDrawing& drawing, double top) {
  const double row = 1.7 * page.font_px, sample = 28.0;
  double x = page.margin_px, y = top;
  svg.open("g", {{"id", drawing.id("legend")}});
  for (std::size_t i = 0; i < std::size(kEntries); ++i) {
    const std::string& words = text(kEntries[i]);
    const double width = sample + wordsWidth(words, page.font_px) + 1.2 * page.font_px;
    if (x > page.margin_px && x + width > page.width_px) {
      x = page.margin_px;
      y += row;
    }
    svg.open("g", {{"transform", "translate(" + svgNumber(x) + " " + svgNumber(y + 0.72 * page.font_px - 5.0) + ")"}});
    drawSample(svg, drawing, i);
    svg.close();
    svg.words("text", {{"x", svgNumber(x + sample)}, {"y", svgNumber(y + 1.07 * page.font_px)}}, words);
    x += width;
  }
  svg.close();
  return y + row;
}

}  // namespace needling::render
