#include "render/section_svg.h"

#include <algorithm>
#include <array>
#include <vector>

#include "model/describe.h"
#include "model/split.h"
#include "model/texts.h"

namespace needling::render {
namespace {

ViewWindow windowFor(double deepest_mm, const SectionScene& scene, const SvgPage& page, double top_px, Zoom zoom) {
  const WindowNeeds needs{.air_px = 4.2 * page.font_px, .deepest_mm = deepest_mm};
  return zoomedWindow(fitWindow(scene, needs, 0.0, top_px, page.width_px, pictureHeight(page)), zoom);
}

// The lines above a picture: what it is, then more. Answers the lower edge.
double drawHead(SvgWriter& svg, const SvgPage& page, const std::vector<std::string>& lines) {
  double y = drawLines(svg, page, 0.8 * page.margin_px, lines.front(), 1.15 * page.font_px, true) + 1.0;
  for (std::size_t i = 1; i < lines.size(); ++i) y = drawLines(svg, page, y, lines[i], page.font_px, false);
  return y + 0.4 * page.margin_px;
}

// When, and how deep.
std::vector<std::string> headLines(const std::string& what, const Protocol& protocol, double day) {
  return {what, dayText(protocol, day) + ": " + phaseName(phaseOn(protocol, day)), describeDepth(protocol)};
}

void drawPicture(SvgWriter& svg, const SvgPage& page, const Drawing& drawing) {
  drawTissue(svg, page, drawing, [&](Ink& ink) {
    drawSection(ink, drawing, sectionChannels(drawing.scene, drawing.moment),
                deviceAtRest(drawing.scene, drawing.moment));
  });
  drawRuler(svg, page, drawing);
  drawLabels(svg, page, drawing);
  drawScaleBar(svg, page, drawing);
}

LegendKind legendOf(const Drawing& drawing) {
  return drawing.palette.polarised ? LegendKind::kPolarised : LegendKind::kSection;
}

std::vector<std::string> sideLines(const Sim& sim, const SplitSide& side, double day) {
  const State& state = sim.state();
  const Protocol& protocol = derivedOf(sim, side).protocol();
  if (splitCount(state) == 1) return headLines(describeProtocol(protocol), protocol, day);
  const std::string title = splitTitle(state, side, day, false);
  if (side.untreated) return {title};
  const std::string name = state.split == Split::kProtocol ? (side.other ? "B" : "A") : title;
  return headLines(name + ": " + describeProtocol(protocol), protocol, day);
}

// Both sections to one scale and in line, over one legend.
std::string splitSvg(const Sim& sim, const SvgOptions& options) {
  constexpr double kBetween = 4.0, kNeedleShare = 0.4;
  const SvgPage page = pageFor(options);
  SvgPage half = page;
  half.width_px = 0.5 * (page.width_px - kBetween);
  const std::array<SplitSide, 2> sides = {splitSide(sim.state(), 0), splitSide(sim.state(), 1)};
  // The pictures begin under the longer head.
  double top = 0.0;
  SvgWriter measured;
  const double day = sim.state().day;
  for (const SplitSide& side : sides) top = std::max(top, drawHead(measured, half, sideLines(sim, side, day)));
  SvgWriter body;
  double height = 0.0;
  for (std::size_t i = 0; i < sides.size(); ++i) {
    half.id_prefix = page.id_prefix + (i == 0 ? "a-" : "b-");
    const SectionScene& scene = derivedOf(sim, sides[i]).scene();
    const SectionMoment moment = momentOf(sim, sides[i], day);
    ViewWindow window = windowFor(longestNeedle(sim.state()), scene, half, top, {});
    centreOnChannel(window, scene, kNeedleShare);
    Zoom zoom = options.look.zoom;
    const Drawing drawing = svgDrawing(scene, moment, zoomedWindow(window, zoom), options.look);
    body.open("g", {{"transform", "translate(" + svgNumber(i == 0 ? 0.0 : half.width_px + kBetween) + " 0)"}});
    drawHead(body, half, sideLines(sim, sides[i], day));
    drawPicture(body, half, drawing);
    body.close();
    if (i == 1) height = drawFoot(body, page, drawing, legendOf(drawing));
  }
  const Palette palette = paletteFor(sim.scene().skin_tone, options.look.light, options.look.colours);
  return svgDocument(page, options, palette, height,
                     text("picture.section") + ": " + describeProtocol(sim.state().protocol), body.finish());
}

}  // namespace

std::string stillSvg(const Sim& sim, const SplitSide& side, double day, const SvgOptions& options) {
  const SvgPage page = pageFor(options);
  SvgWriter body;
  const std::vector<std::string> lines = sideLines(sim, side, day);
  const double top = drawHead(body, page, lines);
  const SectionScene& scene = derivedOf(sim, side).scene();
  const SectionMoment moment = momentOf(sim, side, day);
  const ViewWindow window = windowFor(longestNeedle(sim.state()), scene, page, top, options.look.zoom);
  const Drawing drawing = svgDrawing(scene, moment, window, options.look);
  drawPicture(body, page, drawing);
  const double height = drawFoot(body, page, drawing, legendOf(drawing));
  return svgDocument(page, options, drawing.palette, height, text("picture.section") + ": " + lines.front(),
                     body.finish());
}

std::string sectionSvg(const Sim& sim, SvgOptions options) {
  options.description = describe(sim);
  options.look = sim.state().look;
  if (splitCount(sim.state()) > 1) return splitSvg(sim, options);
  return stillSvg(sim, {}, sim.state().day, options);
}

}  // namespace needling::render
