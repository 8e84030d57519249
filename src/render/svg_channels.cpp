#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <utility>

#include "render/svg_borders.h"
#include "render/svg_drawing.h"

namespace needling::render {
namespace {

constexpr int kPieces = 24;  // of an outline, down one side

// Slanting lines for the closed path, level ones for the band of the reach, upright ones for that of the hole.
void defineLines(SvgWriter& svg, const SvgDrawing& drawing, std::string_view name, double apart_px, double turn_degrees,
                 const glm::vec3& tint, double ground, double lines) {
  const double apart = drawing.pxMm(apart_px);
  svg.open("pattern", {{"id", drawing.id(name)},
                       {"patternUnits", "userSpaceOnUse"},
                       {"width", drawing.um(apart)},
                       {"height", drawing.um(apart)},
                       {"patternTransform", "rotate(" + svgNumber(turn_degrees) + ")"},
                       {"fill", svgColour(tint)}});
  svg.leaf("rect", {{"width", drawing.um(apart)}, {"height", drawing.um(apart)}, {"fill-opacity", svgNumber(ground)}});
  svg.leaf("rect",
           {{"width", drawing.um(apart)}, {"height", drawing.um(0.4 * apart)}, {"fill-opacity", svgNumber(lines)}});
  svg.close();
}

// Sideways run of a roller's hole: tilted at the surface, upright from the depth of the curve on.
double middleAt(const ChannelDrawing& channel, double z) {
  const double rest = std::max(channel.curve_mm - std::max(z, 0.0), 0.0);
  return channel.x_mm - channel.tilt * rest * rest / (2.0 * std::max(channel.curve_mm, 1e-3));
}

// Down one side and up the other of what has a half width at each depth.
template <class HalfWidth>
SvgPath outline(const SvgDrawing& drawing, const ChannelDrawing& channel, double top, double bottom, HalfWidth half) {
  SvgPath path = drawing.path();
  const auto depth_of = [&](int i) { return blend(top, bottom, static_cast<double>(i) / kPieces); };
  path.moveTo(middleAt(channel, top) - half(top), top);
  for (int i = 1; i <= kPieces; ++i) path.lineTo(middleAt(channel, depth_of(i)) - half(depth_of(i)), depth_of(i));
  for (int i = kPieces; i >= 0; --i) path.lineTo(middleAt(channel, depth_of(i)) + half(depth_of(i)), depth_of(i));
  path.close();
  return path;
}

// Path of the needle, as deep as the reach: closed again behind it, so pale and hatched, and fading.
void drawTrack(SvgWriter& svg, const SvgDrawing& drawing, const ChannelDrawing& channel) {
  const double reach = channel.depth.reach_mm.value;
  if (reach <= 0.0 || channel.track_visible < 0.01) return;
  const auto half = [&](double z) {
    return std::max(0.22 * channel.opening_mm * std::sqrt(std::max(0.0, 1.0 - z / reach)), drawing.pxMm(0.9));
  };
  svg.leaf("path", {{"d", outline(drawing, channel, 0.0, reach, half).data()},
                    {"fill", drawing.paint("track-lines")},
                    {"stroke", svgColour(drawing.palette.track)},
                    {"stroke-width", drawing.um(drawing.pxMm(0.6))},
                    {"stroke-opacity", ".5"},
                    {"opacity", svgNumber(channel.track_visible)}});
}

bool isOpen(const ChannelDrawing& channel) {
  return channel.depth.residual_mm.value > 0.0 && channel.open_fraction > 0.05;
}

void drawHole(SvgWriter& svg, const SvgDrawing& drawing, const ChannelDrawing& channel) {
  const double residual = channel.depth.residual_mm.value;
  const auto half = [&](double z) {
    const double t = std::clamp(z / residual, 0.0, 1.0), flare = 1.0 + 0.18 * std::exp(-std::max(z, 0.0) / 0.012);
    return 0.5 * channel.opening_mm * std::sqrt(channel.open_fraction) * (1.0 - t * t) * flare;
  };
  svg.leaf("path", {{"d", outline(drawing, channel, -0.003, residual, half).data()},
                    {"fill", drawing.paint("hole-shade")},
                    {"stroke", svgColour(drawing.palette.hole_rim)},
                    {"stroke-width", drawing.um(std::max(0.005, drawing.pxMm(1.0)))},
                    {"stroke-linejoin", "round"},
                    {"paint-order", "stroke"}});
}

// A shaded range with end bars, for what the evidence leaves open, and a strong bar at the central value.
void drawBand(SvgWriter& svg, const SvgDrawing& drawing, std::string_view name, double left, double right,
              const Band& band, const glm::vec3& tint) {
  const std::string x = drawing.um(left), width = drawing.um(right - left), colour = svgColour(tint);
  svg.leaf("rect", {{"id", drawing.id(std::string(name) + "-band")},
                    {"x", x},
                    {"y", drawing.um(band.low)},
                    {"width", width},
                    {"height", drawing.um(band.high - band.low)},
                    {"fill", drawing.paint(std::string(name) + "-lines")}});
  const auto bar = [&](double z, double over, double thick, const std::string& id) {
    SvgPath line = drawing.path();
    line.moveTo(left - over, z).lineTo(right + over, z);
    svg.leaf("path",
             {{"id", id}, {"d", line.data()}, {"stroke", colour}, {"stroke-width", drawing.um(drawing.pxMm(thick))}});
  };
  bar(band.low, 0.0, 1.2, "");
  bar(band.high, 0.0, 1.2, "");
  if (band.value > 0.0) bar(band.value, drawing.pxMm(3.0), 2.8, drawing.id(std::string(name) + "-mark"));
}

// The needle's outline as long as on the dial, dashed below the surface: skin gives way before it.
void drawNeedle(SvgWriter& svg, const SvgDrawing& drawing, const ChannelDrawing& channel) {
  const double tip = channel.depth.protrusion_mm, base = channel.needle_diameter_mm;
  ChannelDrawing upright = channel;
  upright.tilt = 0.0;
  const auto half = [&](double z) { return 0.5 * base * smooth(0.0, 0.75, (tip - z) / std::max(base * 4.0, 1e-3)); };
  const std::string edge = svgColour(drawing.palette.steel_edge), fill = svgColour(drawing.palette.steel);
  const std::string width = drawing.um(drawing.pxMm(1.5));
  const SvgPath shaft =
      outline(drawing, upright, -std::max(channel.shaft_mm, -drawing.window.top_z_mm) - 0.05, 0.0, half);
  svg.leaf("path",
           {{"d", shaft.data()}, {"fill", fill}, {"fill-opacity", ".95"}, {"stroke", edge}, {"stroke-width", width}});
  const std::string dash = drawing.um(drawing.pxMm(5.6)) + " " + drawing.um(drawing.pxMm(3.4));
  svg.leaf("path", {{"d", outline(drawing, upright, 0.0, tip, half).data()},
                    {"fill", fill},
                    {"fill-opacity", ".22"},
                    {"stroke", edge},
                    {"stroke-width", width},
                    {"stroke-dasharray", dash}});
}

void drawGauge(SvgWriter& svg, const SvgDrawing& drawing, const ChannelDrawing& channel) {
  const double bar = drawing.pxMm(18.0), x = channel.x_mm;
  drawBand(svg, drawing, "reach", x - bar, x + bar, channel.depth.reach_mm, drawing.palette.reach);
  if (isOpen(channel)) {
    drawBand(svg, drawing, "hole", x - bar, x - 0.5 * bar, channel.depth.residual_mm, drawing.palette.hole);
  }
}

}  // namespace

void defineChannels(SvgWriter& svg, const SvgDrawing& drawing) {
  const Palette& palette = drawing.palette;
  defineLines(svg, drawing, "track-lines", 6.0, -45.0, palette.track, 0.25, 0.42);
  defineLines(svg, drawing, "reach-lines", 5.0, 0.0, palette.reach, 0.34, 0.16);
  defineLines(svg, drawing, "hole-lines", 4.0, 90.0, palette.hole, 0.34, 0.16);
  svg.open("linearGradient", {{"id", drawing.id("hole-shade")}});
  const std::string rim = svgColour(glm::mix(palette.hole, palette.track, 0.45F));
  svg.leaf("stop", {{"offset", "0"}, {"stop-color", rim}});
  svg.leaf("stop", {{"offset", ".5"}, {"stop-color", svgColour(palette.hole)}});
  svg.leaf("stop", {{"offset", "1"}, {"stop-color", rim}});
  svg.close();
}

void drawChannels(SvgWriter& svg, const SvgDrawing& drawing) {
  svg.open("g", {{"id", drawing.id("channels")}});
  for (const ChannelDrawing& channel : sectionChannels(drawing.scene, drawing.moment)) {
    drawTrack(svg, drawing, channel);
    if (isOpen(channel)) drawHole(svg, drawing, channel);
    if (channel.with_gauge) drawGauge(svg, drawing, channel);
    if (channel.with_needle) drawNeedle(svg, drawing, channel);
  }
  svg.close();
}

}  // namespace needling::render
