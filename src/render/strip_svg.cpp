#include "render/strip_svg.h"

#include "model/describe.h"
#include "model/texts.h"
#include "model/view_window.h"

namespace needling::render {
namespace {

constexpr double kNarrow = 900.0;  // px: only lengths and reaches have room, and no names of layers

}  // namespace

std::string stripSvg(const Sim& sim, SvgOptions options) {
  options.description = describe(sim);
  options.look = sim.state().look;
  const SvgPage page = pageFor(options);
  const bool brief = page.width_px < kNarrow;
  const std::string title = text("picture.strip") + ": " + describeProtocol(sim.state().protocol);
  SvgWriter body;
  const double top = drawLines(body, page, 0.8 * page.margin_px, title, 1.15 * page.font_px, true) + 1.0;
  const WindowNeeds needs{.air_px = (brief ? 2.0 : 5.0) * columnStep(page) + 1.6 * page.font_px,
                          .deepest_mm = kStripLengths.back(),
                          .widest_mm = kStripWidest};
  const ViewWindow window = fitWindow(sim.scene(), needs, 0.0, top, page.width_px, pictureHeight(page));
  const double names = brief ? 0.0 : 11.0 * page.font_px;
  const auto channels = stripChannels(sim.state().protocol, sim.scene(), window,
                                      stripColumns(rulerWidth(page) + names, page.width_px - 4.0));
  const SectionMoment moment = untreatedMoment(sim.scene(), sim.outcome());
  const Drawing drawing = svgDrawing(sim.scene(), moment, window, options.look);
  drawTissue(body, page, drawing, [&](Ink& ink) { drawSection(ink, drawing, channels, {}); });
  drawRuler(body, page, drawing);
  if (!brief) drawLabels(body, page, drawing);
  drawColumns(body, page, drawing, channels, top, brief);
  drawScaleBar(body, page, drawing);
  const double height = drawFoot(body, page, drawing, LegendKind::kStrip);
  return svgDocument(page, options, drawing.palette, height, title, body.finish());
}

}  // namespace needling::render
