#include "render/section_svg.h"

#include <algorithm>

#include "model/describe.h"
#include "model/texts.h"
#include "render/drawing.h"
#include "render/svg_ink.h"
#include "render/svg_words.h"

namespace needling::render {
namespace {

constexpr double kCoarser = 1.6;          // than pixels: what print shows anyway, in fewer bytes
constexpr double kWidestLayout = 1200.0;  // px: a wider drawing is this one, larger

// Half as high as wide, and on narrow pages higher, as on the page.
double pictureHeight(double width_px) { return std::max(0.5 * width_px, 0.72 * std::min(width_px, 480.0)); }

ViewWindow windowFor(const Protocol& protocol, const SectionScene& scene, const SvgPage& page, double top_px,
                     Zoom zoom) {
  const WindowNeeds needs{.air_px = 4.2 * page.font_px, .deepest_mm = protocol.needleLength()};
  const double height = pictureHeight(page.width_px);
  return zoomedWindow(fitWindow(scene, needs, 0.0, top_px, page.width_px, height), zoom);
}

// A tenth of a pixel, or the whole micrometre where that is finer than needed.
int decimalsFor(const ViewWindow& window) {
  const double um_per_px = 1000.0 * window.mm_per_px;
  return um_per_px > 3.0 ? 0 : um_per_px > 0.5 ? 1 : 2;
}

// The tissue in its own coordinates, micrometres; what stands outside the window is cut off.
void drawTissue(SvgWriter& svg, const SvgPage& page, const Drawing& drawing) {
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
  drawSection(ink, drawing, sectionChannels(drawing.scene, drawing.moment),
              deviceAtRest(drawing.scene, drawing.moment));
  svg.close();
}

double dayOf(const Protocol& protocol, const SectionMoment& moment) {
  return protocol.treatmentDays()[static_cast<std::size_t>(moment.treatment)] + moment.days_since;
}

// The lines above the picture: who and what, when, how deep. Answers the lower edge.
double drawHead(SvgWriter& svg, const SvgPage& page, const Protocol& protocol, double day) {
  double y = drawLines(svg, page, 0.8 * page.margin_px, describeProtocol(protocol), 1.15 * page.font_px, true);
  y = drawLines(svg, page, y + 1.0, dayText(protocol, day) + ": " + phaseName(phaseOn(protocol, day)), page.font_px,
                false);
  return drawLines(svg, page, y, describeDepth(protocol), page.font_px, false) + 0.4 * page.margin_px;
}

// The lines below it. Answers the page's lower edge.
double drawFoot(SvgWriter& svg, const SvgPage& page, const Drawing& drawing) {
  const double bottom = drawing.window.top_px + drawing.window.height_px;
  const double y = drawLegend(svg, page, drawing, bottom + 0.6 * page.margin_px) + 0.3 * page.margin_px;
  const double right = page.width_px - page.margin_px;
  const double taken =
      wordsWidth(text("app.disclaimer"), 1.1 * page.font_px) + wordsWidth(text("app.title"), page.font_px);
  if (taken + 3.0 * page.margin_px < page.width_px) {
    svg.words("text", {{"x", svgNumber(right)}, {"y", svgNumber(y + page.font_px)}, {"text-anchor", "end"}},
              text("app.title"));
  }
  return drawLines(svg, page, y, text("app.disclaimer"), page.font_px, true) + 0.5 * page.margin_px;
}

}  // namespace

std::string sectionSvg(const Protocol& protocol, const SectionScene& scene, const SectionMoment& moment,
                       const SvgOptions& options) {
  const double width = std::clamp(options.width_px, kSvgWidths.min, kSvgWidths.max);
  const double layout = std::min(width, kWidestLayout);
  const SvgPage page{.width_px = layout,
                     .font_px = std::max(0.0125 * layout, 12.0),
                     .margin_px = 14.0,
                     .id_prefix = options.id_prefix};
  SvgWriter body;
  const double top = drawHead(body, page, protocol, dayOf(protocol, moment));
  const ViewWindow window = windowFor(protocol, scene, page, top, options.look.zoom);
  const Drawing drawing{.scene = scene,
                        .moment = moment,
                        .window = window,
                        .palette = paletteFor(scene.skin_tone, options.look.light, options.look.colours),
                        .pixel_mm = kCoarser * window.mm_per_px,
                        .state = skinState(scene, moment, window.mm_per_px)};
  drawTissue(body, page, drawing);
  drawRuler(body, page, drawing);
  drawLayerNames(body, page, drawing);
  drawCallouts(body, page, drawing);
  drawScaleBar(body, page, drawing);
  const double height = drawFoot(body, page, drawing);

  SvgWriter svg;
  const std::string title = page.id("title"), description = page.id("description");
  svg.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                   {"xmlns:xlink", "http://www.w3.org/1999/xlink"},
                   {"width", svgNumber(width, 0)},
                   {"height", svgNumber(height * width / layout, 0)},
                   {"viewBox", "0 0 " + svgNumber(layout) + " " + svgNumber(height)},
                   {"role", "img"},
                   {"aria-labelledby", title + " " + description},
                   {"font-family", "sans-serif"},
                   {"font-size", svgNumber(page.font_px)},
                   {"fill", svgColour(drawing.palette.ink)}});
  svg.words("title", {{"id", title}}, text("picture.section") + ": " + describeProtocol(protocol));
  svg.words("desc", {{"id", description}}, options.description);
  svg.leaf("rect", {{"width", "100%"}, {"height", "100%"}, {"fill", svgColour(drawing.palette.paper)}});
  svg.append(body.finish());
  svg.close();
  return svg.finish();
}

std::string sectionSvg(const Sim& sim, SvgOptions options) {
  options.description = describe(sim);
  options.look = sim.state().look;
  return sectionSvg(sim, sim.state().day, options);
}

std::string sectionSvg(const Sim& sim, double day, const SvgOptions& options) {
  const Protocol& protocol = sim.state().protocol;
  return sectionSvg(protocol, sim.scene(), sectionMoment(sim.scene(), protocol, sim.outcome(), day), options);
}

}  // namespace needling::render
