// Three depths told apart: the needle's outline to its length, the reach with its band, the hole that stays open.
#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <vector>

#include "render/borders.h"
#include "render/drawing.h"

namespace needling::render {
namespace {

// Sideways run of a roller's hole: tilted at the surface, upright from the depth of the curve on.
double middleAt(const ChannelDrawing& channel, double z) {
  const double rest = std::max(channel.curve_mm - std::max(z, 0.0), 0.0);
  return channel.x_mm - channel.tilt * rest * rest / (2.0 * std::max(channel.curve_mm, 1e-3));
}

template <class Middle, class HalfWidth>
std::vector<RibbonPoint> shaftOf(double top, double bottom, int pieces, Middle middle, HalfWidth half) {
  std::vector<RibbonPoint> line;
  for (int i = 0; i <= pieces; ++i) {
    const double z = blend(top, bottom, static_cast<double>(i) / pieces);
    line.push_back({middle(z), z, half(z)});
  }
  return line;
}

void level(Ink& ink, double left, double right, double z, double width, const glm::vec3& tint, double opacity) {
  const RibbonPoint line[] = {{left, z, 0.5 * width}, {right, z, 0.5 * width}};
  ink.ribbon(line, {tint, tint, opacity});
}

class ChannelPen {
 public:
  ChannelPen(Ink& ink, const Drawing& drawing, const ChannelDrawing& channel)
      : ink_(ink), drawing_(drawing), palette_(drawing.palette), channel_(channel) {}

  // Path of the needle, as deep as the reach: closed again behind it, so pale, finely hatched and fading. Its edges are
  // torn: fibres that it parted end there.
  void drawTrack() {
    if (!hasTrack()) return;
    const double reach = channel_.depth.reach_mm.value, seen = channel_.track_visible;
    const auto half = [this](double z) { return trackHalf(z); };
    const auto middle = [this](double z) { return trackMiddle(z); };
    const std::vector<RibbonPoint> path = shaftOf(0.0, reach, drawing_.pieces(reach, 24, 160), middle, half);
    ink_.begin("needle-path");
    if (palette_.patterned) {
      ink_.ribbon(path, {palette_.paper, palette_.paper, 0.9 * seen});
      if (channel_.with_needle) drawLadder();
    } else {
      ink_.ribbon(path, {palette_.track, palette_.track, 0.30 * seen});
      drawHatches(reach, middle, half);
    }
    if (drawing_.px(half(0.0)) > 6.0) drawTornEdges(reach, middle, half);
    ink_.end();
  }

  // Rails along both edges of the path and level rungs between them, at every magnification as far apart: no layer has such.
  void drawLadder() {
    if (!hasTrack()) return;
    const double reach = channel_.depth.reach_mm.value, seen = channel_.track_visible, apart = drawing_.cssPxMm(5.0);
    const double from = std::max(0.0, std::floor(drawing_.topMm() / apart) * apart);
    const double to = std::min(reach, drawing_.bottomMm() + apart);
    for (double z = from + 0.5 * apart; z < to; z += apart) {
      const double x = trackMiddle(z), w = trackHalf(z);
      const Point rung[] = {{x - w, z}, {x + w, z}};
      ink_.line(rung, drawing_.cssPxMm(1.4), palette_.ink, seen);
    }
    const int pieces = drawing_.pieces(reach, 24, 160);
    for (const double side : {-1.0, 1.0}) {
      std::vector<Point> rail;
      for (int i = 0; i <= pieces; ++i) {
        const double z = reach * i / pieces;
        rail.push_back({trackMiddle(z) + side * trackHalf(z), z});
      }
      ink_.line(rail, drawing_.cssPxMm(1.2), palette_.ink, seen);
    }
  }

  // Residual channel: the open hole.
  void drawHole() {
    if (!isOpen()) return;
    const double residual = channel_.depth.residual_mm.value;
    const auto half = [&](double z) {
      const double t = std::clamp(z / residual, 0.0, 1.0), flare = 1.0 + 0.18 * std::exp(-std::max(z, 0.0) / 0.012);
      return 0.5 * channel_.opening_mm * std::sqrt(channel_.open_fraction) * (1.0 - t * t) * flare;
    };
    const auto middle = [&](double z) { return middleAt(channel_, z); };
    // Enough that no corner shows where the skin is pressed in.
    const int pieces = drawing_.pieces(3.0 * residual, 48, 240);
    const double rim = std::max(0.005, drawing_.cssPxMm(1.0));
    std::vector<RibbonPoint> hole = shaftOf(-0.003, residual, pieces, middle, half), around = hole;
    for (RibbonPoint& point : around) point.half_mm += rim;
    around.push_back({around.back().x_mm, around.back().z_mm + rim, 0.0});
    ink_.begin("open-hole");
    ink_.ribbon(around, {palette_.hole_rim, palette_.hole_rim, 0.75});
    ink_.ribbon(hole, {palette_.hole, glm::mix(palette_.hole, palette_.track, 0.45F), 0.96});
    ink_.end();
  }

  void drawGauge() {
    const double bar = drawing_.cssPxMm(18.0), x = channel_.x_mm;
    // Once the needle is out the reach is a memory: a narrow mark beside the healed path.
    const double left = channel_.with_needle ? x - bar : x - 0.35 * bar;
    drawBand("reach", left, channel_.with_needle ? x + bar : x + 0.35 * bar, channel_.depth.reach_mm, palette_.reach);
    if (isOpen()) drawBand("hole", x - bar, x - 0.5 * bar, channel_.depth.residual_mm, palette_.hole_mark);
  }

  // The needle as long as on the dial, dashed below the surface: skin gives way before it. Where no device is shown, its
  // end stands above.
  void drawNeedle() {
    const double tip = channel_.depth.protrusion_mm, base = channel_.needle_diameter_mm, top = -channel_.shaft_mm;
    const auto half = [&](double z) { return needleHalfMm(base, tip - z); };
    const auto upright = [&](double) { return channel_.x_mm; };
    const glm::vec3 lit = glm::mix(palette_.steel, palette_.highlight, 0.6F), shade = palette_.steel * 0.78F;
    ink_.begin("needle");
    ink_.ribbon(shaftOf(0.0, tip, 32, upright, half), {lit, palette_.steel, 0.24});
    if (top < 0.0) {
      ink_.ribbon(shaftOf(top, 0.0, 8, upright, half), {lit, shade, 0.97});
      for (const double side : {-1.0, 1.0}) {
        const Point outline[] = {{channel_.x_mm + side * half(top), top}, {channel_.x_mm + side * half(0.0), 0.0}};
        ink_.line(outline, drawing_.cssPxMm(1.5), palette_.steel_edge, 1.0);
      }
    }
    drawDashedNeedle(ink_, drawing_, {channel_.x_mm, 0.0}, {channel_.x_mm, tip}, base, 1.0);
    ink_.end();
  }

 private:
  bool hasTrack() const { return channel_.depth.reach_mm.value > 0.0 && channel_.track_visible >= 0.01; }
  // Patterns need room for what tells them apart.
  double trackHalf(double z) const {
    const double narrowing = std::sqrt(std::max(0.0, 1.0 - z / channel_.depth.reach_mm.value));
    const double least = palette_.patterned ? drawing_.cssPxMm(3.0) * std::min(1.0, 2.0 * narrowing)
                                            : std::min(drawing_.cssPxMm(0.9), 0.012 * narrowing);
    return std::max(0.22 * channel_.opening_mm * narrowing, least);
  }
  double trackMiddle(double z) const { return middleAt(channel_, z) + 0.004 * (fbm(z * 19.0, channel_.x_mm) - 0.5); }
  bool isOpen() const { return channel_.depth.residual_mm.value > 0.0 && channel_.open_fraction > 0.05; }

  // Slanting lines across the path, as fine on the screen at every nearness.
  template <class Middle, class Half>
  void drawHatches(double reach, Middle middle, Half half) {
    const double apart = std::max(0.006, drawing_.cssPxMm(5.0)), width = std::max(0.0004, drawing_.cssPxMm(0.8));
    const double from = std::max(0.0, std::floor(drawing_.topMm() / apart) * apart);
    for (double z = from + 0.5 * apart; z < std::min(reach, drawing_.bottomMm() + apart); z += apart) {
      const double w = half(z), rise = std::min(0.8 * w, 0.6 * apart), x = middle(z);
      const Point line[] = {{x - w, z + rise}, {x, z}, {x + w, z - rise}};
      ink_.line(line, width, palette_.track, 0.40 * channel_.track_visible);
    }
  }

  // The ends of parted fibres along both sides, which curl into the path.
  template <class Middle, class Half>
  void drawTornEdges(double reach, Middle middle, Half half) {
    constexpr double kApart = 0.0075;
    const glm::vec3 tint = glm::mix(palette_.bundle, palette_.bundle_shade, 0.35F);
    const auto from = static_cast<int>(std::max(drawing_.epidermisMm(), drawing_.topMm() - 0.03) / kApart);
    const auto to = static_cast<int>(std::min(reach, drawing_.bottomMm() + 0.03) / kApart);
    for (int i = from; i < to; ++i) {
      for (const double side : {-1.0, 1.0}) {
        const double chance = hash(i + 31.0 * side, 7.0 + channel_.x_mm), z = (i + chance) * kApart, w = half(z);
        const double length = blend(0.006, 0.018, hash(i, 3.0 + side)), bow = 0.5 * length * (chance - 0.4);
        const double edge = middle(z) + side * w;
        const RibbonPoint end[] = {{edge + side * length, z + 0.9 * bow, 0.0},
                                   {edge + 0.7 * side * length, z + 0.35 * bow, 0.0008},
                                   {edge + 0.4 * side * length, z + 0.05 * bow, 0.0010},
                                   {edge + 0.1 * side * length, z, 0.0010},
                                   {edge - 0.12 * side * length, z + 0.25 * bow, 0.0008},
                                   {edge - 0.26 * side * length, z + 0.8 * bow, 0.0}};
        ink_.ribbon(end, {tint, palette_.bundle_shade, 0.85 * channel_.track_visible});
      }
    }
  }

  // A shaded range with end bars, for what the evidence leaves open, and a strong bar at the central value.
  void drawBand(std::string_view name, double left, double right, const Band& band, const glm::vec3& tint) {
    const std::string part(name);
    ink_.begin(part + "-band");
    const Column sides[] = {{left, band.low, band.high}, {right, band.low, band.high}};
    const Stop stops[] = {{0.0, tint, 0.36}, {1.0, tint, 0.36}};
    ink_.area(sides, stops);
    ink_.end();
    const double thin = drawing_.cssPxMm(1.2);
    level(ink_, left, right, band.low, thin, tint, 0.95);
    level(ink_, left, right, band.high, thin, tint, 0.95);
    if (band.value <= 0.0) return;
    const double over = drawing_.cssPxMm(3.0);
    ink_.begin(part + "-mark");
    level(ink_, left - over, right + over, band.value, drawing_.cssPxMm(2.8), tint * 0.8F, 1.0);
    ink_.end();
  }

  Ink& ink_;
  const Drawing& drawing_;
  const Palette& palette_;
  const ChannelDrawing& channel_;
};

}  // namespace

void drawDashedNeedle(Ink& ink, const Drawing& drawing, const Point& from, const Point& tip, double base_mm,
                      double opacity) {
  const double length = std::hypot(tip.x_mm - from.x_mm, tip.z_mm - from.z_mm);
  if (length <= 0.0) return;
  const double run = (tip.x_mm - from.x_mm) / length, fall = (tip.z_mm - from.z_mm) / length;
  const double dash = drawing.cssPxMm(5.6), step = dash + drawing.cssPxMm(3.4), edge = drawing.cssPxMm(1.5);
  for (const double side : {-1.0, 1.0}) {
    const auto at = [&](double along) {
      const double off = side * needleHalfMm(base_mm, length - along);
      return Point{from.x_mm + run * along + fall * off, from.z_mm + fall * along - run * off};
    };
    for (double along = drawing.cssPxMm(2.0); along < length; along += step) {
      const double end = std::min(along + dash, length);
      const Point piece[] = {at(along), at(0.5 * (along + end)), at(end)};
      ink.line(piece, edge, drawing.palette.steel_edge, opacity);
    }
  }
}

void drawPathPattern(Ink& ink, const Drawing& drawing, const ChannelDrawing& channel) {
  if (!drawing.palette.patterned) return;
  ink.begin("needle-path");
  ChannelPen(ink, drawing, channel).drawLadder();
  ink.end();
}

void drawChannels(Ink& ink, const Drawing& drawing, const std::vector<ChannelDrawing>& channels) {
  ink.begin("channels");
  for (const ChannelDrawing& channel : channels) {
    ChannelPen pen(ink, drawing, channel);
    pen.drawTrack();
    pen.drawHole();
  }
  ink.end();
}

void drawMarks(Ink& ink, const Drawing& drawing, const std::vector<ChannelDrawing>& channels) {
  ink.begin("channels");
  for (const ChannelDrawing& channel : channels) {
    ChannelPen pen(ink, drawing, channel);
    if (channel.with_gauge) pen.drawGauge();
    if (channel.with_needle) pen.drawNeedle();
  }
  ink.end();
}

}  // namespace needling::render
