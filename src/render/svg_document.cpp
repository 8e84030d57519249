#include "render/svg_document.h"

#include <algorithm>

#include "model/texts.h"
#include "render/svg_ink.h"

namespace needling::render {
namespace {

constexpr double kWidestLayout = 1200.0;  // px
// Finer than a pixel by this much is what print shows anyway, in fewer bytes.
constexpr double kSvgCoarser = 1.6;

double widthOf(const SvgOptions& options) { return std::clamp(options.width_px, kSvgWidths.min, kSvgWidths.max); }

// A tenth of a pixel, or the whole micrometre where that is finer than needed.
int decimalsFor(const ViewWindow& window) {
  const double um_per_px = 1000.0 * window.mm_per_px;
  return um_per_px > 3.0 ? 0 : um_per_px > 0.5 ? 1 : 2;
}

}  // namespace

SvgPage pageFor(const SvgOptions& options) {
  const double width = std::min(widthOf(options), kWidestLayout);
  return {
      .width_px = width, .font_px = std::max(0.0125 * width, 12.0), .margin_px = 14.0, .id_prefix = options.id_prefix};
}

double pictureHeight(const SvgPage& page) {
  return std::max(0.5 * page.width_px, 0.72 * std::min(page.width_px, 480.0));
}

Drawing svgDrawing(const SectionScene& scene, const SectionMoment& moment, const ViewWindow& window, const Look& look) {
  return {.scene = scene,
          .moment = moment,
          .window = window,
          .palette = paletteFor(scene.skin_tone, look.light, look.colours),
          .pixel_mm = kSvgCoarser * window.mm_per_px,
          .state = skinState(scene, moment, window.mm_per_px)};
}

void drawTissue(SvgWriter& svg, const SvgPage& page, const Drawing& drawing, const std::function<void(Ink&)>& draw) {
  const ViewWindow& window = drawing.window;
  const double height_mm = window.height_px * window.mm_per_px;
  svg.open("svg",
           {{"id", page.id("tissue")},
            {"y", svgNumber(window.top_px)},
            {"width", svgNumber(window.width_px)},
            {"height", svgNumber(window.height_px)},
            {"viewBox", svgNumber(1000.0 * drawing.leftMm(), 3) + " " + svgNumber(1000.0 * window.top_z_mm, 3) + " " +
                            svgNumber(1000.0 * window.widthMm(), 3) + " " + svgNumber(1000.0 * height_mm, 3)},
            {"preserveAspectRatio", "none"}});
  SvgInk ink(svg, page.id_prefix, decimalsFor(window), drawing.pixel_mm, drawing.bounds());
  draw(ink);
  svg.close();
}

double drawFoot(SvgWriter& svg, const SvgPage& page, const Drawing& drawing, LegendKind legend) {
  const double bottom = drawing.window.top_px + drawing.window.height_px;
  const double y = drawLegend(svg, page, drawing.palette, legend, bottom + 0.6 * page.margin_px) + 0.3 * page.margin_px;
  const double right = page.width_px - page.margin_px;
  const double taken =
      wordsWidth(text("app.disclaimer"), 1.1 * page.font_px) + wordsWidth(text("app.title"), page.font_px);
  if (taken + 3.0 * page.margin_px < page.width_px) {
    svg.words("text", {{"x", svgNumber(right)}, {"y", svgNumber(y + page.font_px)}, {"text-anchor", "end"}},
              text("app.title"));
  }
  return drawLines(svg, page, y, text("app.disclaimer"), page.font_px, true) + 0.5 * page.margin_px;
}

std::string svgDocument(const SvgPage& page, const SvgOptions& options, const Palette& palette, double height_px,
                        const std::string& title, const std::string& body) {
  const double width = widthOf(options);
  SvgWriter svg;
  svg.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                   {"xmlns:xlink", "http://www.w3.org/1999/xlink"},
                   {"width", svgNumber(width, 0)},
                   {"height", svgNumber(height_px * width / page.width_px, 0)},
                   {"viewBox", "0 0 " + svgNumber(page.width_px) + " " + svgNumber(height_px)},
                   {"role", "img"},
                   {"xml:lang", std::string(languageId(language()))},
                   {"aria-labelledby", page.id("title") + " " + page.id("description")},
                   {"font-family", "sans-serif"},
                   {"font-size", svgNumber(page.font_px)},
                   {"fill", svgColour(palette.ink)}});
  svg.words("title", {{"id", page.id("title")}}, title);
  svg.words("desc", {{"id", page.id("description")}}, options.description);
  svg.leaf("rect", {{"width", "100%"}, {"height", "100%"}, {"fill", svgColour(palette.paper)}});
  svg.append(body);
  svg.close();
  return svg.finish();
}

}  // namespace needling::render
