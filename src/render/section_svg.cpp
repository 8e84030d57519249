#include "render/section_svg.h"

#include "model/describe.h"
#include "model/texts.h"

namespace needling::render {
namespace {

ViewWindow windowFor(const Protocol& protocol, const SectionScene& scene, const SvgPage& page, double top_px,
                     Zoom zoom) {
  const WindowNeeds needs{.air_px = 4.2 * page.font_px, .deepest_mm = protocol.needleLength()};
  return zoomedWindow(fitWindow(scene, needs, 0.0, top_px, page.width_px, pictureHeight(page)), zoom);
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

}  // namespace

std::string sectionSvg(const Protocol& protocol, const SectionScene& scene, const SectionMoment& moment,
                       const SvgOptions& options) {
  const SvgPage page = pageFor(options);
  SvgWriter body;
  const double top = drawHead(body, page, protocol, dayOf(protocol, moment));
  const ViewWindow window = windowFor(protocol, scene, page, top, options.look.zoom);
  const Drawing drawing{.scene = scene,
                        .moment = moment,
                        .window = window,
                        .palette = paletteFor(scene.skin_tone, options.look.light, options.look.colours),
                        .pixel_mm = kSvgCoarser * window.mm_per_px,
                        .state = skinState(scene, moment, window.mm_per_px)};
  drawTissue(body, page, drawing,
             [&](Ink& ink) { drawSection(ink, drawing, sectionChannels(scene, moment), deviceAtRest(scene, moment)); });
  drawRuler(body, page, drawing);
  drawLayerNames(body, page, drawing);
  drawCallouts(body, page, drawing);
  drawScaleBar(body, page, drawing);
  const double height =
      drawFoot(body, page, drawing, drawing.palette.polarised ? LegendKind::kPolarised : LegendKind::kSection);
  return svgDocument(page, options, drawing.palette, height,
                     text("picture.section") + ": " + describeProtocol(protocol), body.finish());
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
