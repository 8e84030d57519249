#include "render/surface_svg.h"

#include "model/describe.h"
#include "model/texts.h"
#include "render/section_svg.h"
#include "render/strip_svg.h"

namespace needling::render {
namespace {

// Who and what, which treatment, how many channels and what they miss. Answers the lower edge.
double drawHead(SvgWriter& svg, const SvgPage& page, const Sim& sim) {
  const Protocol& protocol = sim.state().protocol;
  const double y = drawLines(svg, page, 0.8 * page.margin_px, describeProtocol(protocol), 1.15 * page.font_px, true);
  std::string line = text("picture.surface");
  const char* between = ": ";
  for (const std::string& words : surfaceWords(protocol, sim.surface(), sim.surface().passes())) {
    line += between + words;
    between = "; ";
  }
  return drawLines(svg, page, y + 1.0, line, page.font_px, false) + 0.4 * page.margin_px;
}

}  // namespace

std::string surfaceSvg(const Sim& sim, SvgOptions options) {
  options.description = describe(sim);
  options.look = sim.state().look;
  const SvgPage page = pageFor(options);
  SvgWriter body;
  const double top = drawHead(body, page, sim), height_px = pictureHeight(page);
  const ViewWindow window = surfaceWindow(0.0, top, page.width_px, height_px, height_px);
  const SectionMoment moment = untreatedMoment(sim.scene(), sim.outcome());
  const Drawing drawing = svgDrawing(sim.scene(), moment, window, options.look);
  drawTissue(body, page, drawing, [&](Ink& ink) { drawSurface(ink, drawing, sim.surface(), sim.surface().passes()); });
  drawScaleBar(body, page, drawing);
  const double height = drawFoot(body, page, drawing, LegendKind::kSurface);
  return svgDocument(page, options, drawing.palette, height,
                     text("picture.surface") + ": " + describeProtocol(sim.state().protocol), body.finish());
}

std::string pictureSvg(const Sim& sim, const SvgOptions& options) {
  switch (sim.state().picture) {
    case Picture::kStrip:
      return stripSvg(sim, options);
    case Picture::kSurface:
      return surfaceSvg(sim, options);
    case Picture::kSection:
      break;
  }
  return sectionSvg(sim, options);
}

}  // namespace needling::render
