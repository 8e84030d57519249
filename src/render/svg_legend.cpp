#include <cmath>
#include <string>
#include <vector>

#include "model/texts.h"
#include "render/svg_ink.h"
#include "render/svg_words.h"

namespace needling::render {
namespace {

// What stands before the words: drawn as in the picture, so that shape tells as much as colour. Twenty by ten pixels, of
// which each is a micrometre to the ink.
constexpr double kPixel = 0.001;
constexpr int kSampleDecimals = 1;

void drawFibreSample(Ink& ink, const Shade& shade, double width_px) {
  std::vector<RibbonPoint> line;
  for (int i = 0; i <= 16; ++i) {
    const double t = i / 16.0;
    line.push_back({(1.0 + 18.0 * t) * kPixel, (5.0 + 3.0 * std::cos(5.5 * t)) * kPixel, 0.5 * width_px * kPixel});
  }
  ink.ribbon(line, shade);
}

void drawLevel(Ink& ink, double y_px, double width_px, const glm::vec3& tint) {
  const Point line[] = {{2.0 * kPixel, y_px * kPixel}, {19.0 * kPixel, y_px * kPixel}};
  ink.line(line, width_px * kPixel, tint, 1.0);
}

void drawGround(Ink& ink, const glm::vec3& tint, double opacity) {
  const Column columns[] = {{0.0, 0.0, 10.0 * kPixel}, {21.0 * kPixel, 0.0, 10.0 * kPixel}};
  const Stop stops[] = {{0.0, tint, opacity}, {1.0, tint, opacity}};
  ink.area(columns, stops);
}

void drawTrackSample(Ink& ink, const Palette& palette) {
  drawGround(ink, palette.track, 0.34);
  for (double x = 2.0; x < 18.0; x += 5.0) {
    const RibbonPoint bar[] = {{x * kPixel, 10.0 * kPixel, kPixel}, {(x + 4.0) * kPixel, 0.0, kPixel}};
    ink.ribbon(bar, {palette.track, palette.track, 0.5});
  }
}

void drawCellSample(Ink& ink, const Palette& palette, CellKind kind) {
  // As large as the row allows: platelets and neutrophils are the smallest, sprouts the longest.
  const bool small = kind == CellKind::kPlatelet || kind == CellKind::kNeutrophil;
  const double pixels = small ? 10.0 : kind == CellKind::kCapillary ? 5.0 : 7.0;
  drawCell(ink, palette, {10.5 * kPixel, 5.0 * kPixel, 0.0, 1.0, kind}, pixels * kPixel);
}

constexpr const char* kEntries[] = {
    "picture.newType3",  "picture.newType1",    "picture.oldCollagen", "picture.track",       "picture.vessels",
    "picture.platelets", "picture.neutrophils", "picture.macrophages", "picture.fibroblasts", "picture.capillaries"};
// In polarised light: only what shines.
constexpr const char* kShining[] = {"picture.polarised.type3", "picture.polarised.type1", "picture.polarised.old"};
constexpr std::size_t kCellEntries = std::size(kEntries) - kCellKindCount;  // the first that is a cell, in their order

void drawSample(Ink& ink, const Palette& palette, std::size_t entry) {
  switch (entry) {
    case 0:
      return drawFibreSample(ink, {palette.type_3, palette.type_3}, 1.8);
    case 1:
      return drawFibreSample(ink, {type1At(palette, 0.012), palette.type_1_edge}, 5.4);
    case 2:
      drawGround(ink, palette.reticular, 1.0);
      drawLevel(ink, 3.0, 3.0, palette.bundle);
      return drawLevel(ink, 7.5, 3.0, palette.bundle);
    case 3:
      return drawTrackSample(ink, palette);
    case 4:
      drawLevel(ink, 2.5, 3.6, palette.artery);
      return drawLevel(ink, 7.5, 3.6, palette.vein);
    default:
      return drawCellSample(ink, palette, static_cast<CellKind>(entry - kCellEntries));
  }
}

}  // namespace

double drawLegend(SvgWriter& svg, const SvgPage& page, const Drawing& drawing, double top) {
  const double row = 1.7 * page.font_px, sample = 28.0;
  double x = page.margin_px, y = top;
  svg.open("g", {{"id", page.id("legend")}});
  const bool polarised = drawing.palette.polarised;
  for (std::size_t i = 0; i < (polarised ? std::size(kShining) : std::size(kEntries)); ++i) {
    const std::string& words = text(polarised ? kShining[i] : kEntries[i]);
    const double width = sample + wordsWidth(words, page.font_px) + 1.2 * page.font_px;
    if (x > page.margin_px && x + width > page.width_px) {
      x = page.margin_px;
      y += row;
    }
    svg.open("g", {{"transform", "translate(" + svgNumber(x) + " " + svgNumber(y + 0.72 * page.font_px - 5.0) + ")"}});
    SvgInk ink(svg, page.id("sample-" + std::to_string(i) + "-"), kSampleDecimals, 0.1 * kPixel);
    drawSample(ink, drawing.palette, i);
    ink.finish();
    svg.close();
    svg.words("text", {{"x", svgNumber(x + sample)}, {"y", svgNumber(y + 1.07 * page.font_px)}}, words);
    x += width;
  }
  svg.close();
  return y + row;
}

}  // namespace needling::render
