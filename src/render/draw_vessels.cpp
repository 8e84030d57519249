// Blood vessels: a hairpin in each papilla, the superficial plexus that feeds it, and the deep plexus over the fat.
#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <initializer_list>
#include <numbers>
#include <string_view>
#include <vector>

#include "render/borders.h"
#include "render/drawing.h"

namespace needling::render {
namespace {

using std::numbers::pi;
constexpr double kWidening = 0.7;  // of vessels while the skin is red

double plexusMm(const Drawing& drawing) {
  static const double kDepth = constant("plexus.superficial_depth");
  return std::min(kDepth, drawing.scene.skin.papillaryBottom());
}

double plexusWave(double x) { return 0.10 * (fbm(x * 1.9, 2.0) - 0.5); }
double deepWave(double x) { return 0.20 * (fbm(x, 11.0) - 0.5); }

// A vessel wanders in and out of the plane of the section: near it is whole, and where it leaves it is cut across, so that
// one looks into it.
struct Vessel {
  double largest_mm;          // radius
  double near_from, near_to;  // of the noise below: where it enters the plane, and where its middle lies in it
  double pace, seed;          // of that noise
  double (*middle)(double x);
  double depth_mm;
  glm::vec3 tint;
  double lumen;  // share of its radius: a vein's wall is thin, an artery's thick

  double nearAt(double x) const { return noise(x * pace, seed) - near_from; }
  double radiusAt(double x) const {
    constexpr double kLeaving = 0.62;  // of its largest radius
    return largest_mm * blend(kLeaving, 1.0, smooth(0.0, near_to - near_from, nearAt(x)));
  }
  Point at(double x) const { return {x, depth_mm + middle(x)}; }

  // Where it enters or leaves the plane between two places, one of which it is at: the same in any window.
  double endBetween(double a, double b) const {
    constexpr int kHalvings = 24;
    const bool in_a = nearAt(a) > 0.0;
    for (int i = 0; i < kHalvings; ++i) {
      const double half = 0.5 * (a + b);
      ((nearAt(half) > 0.0) == in_a ? a : b) = half;
    }
    return in_a ? a : b;
  }
};

// The cut end at `x`: the wall's rim around the lumen, seen aslant.
void drawCutEnd(Ink& ink, const Drawing& drawing, const Vessel& vessel, double x, double wide) {
  constexpr double kAslant = 0.5, kLeastPx = 2.0, kSlope = 0.005;
  const double radius = wide * vessel.radiusAt(x);
  if (drawing.px(radius) < kLeastPx) return;
  const double angle = std::atan2(vessel.middle(x + kSlope) - vessel.middle(x - kSlope), 2.0 * kSlope) + 0.5 * pi;
  const int corners = drawing.pieces(6.0 * radius, 16, 64);
  const glm::vec3 rim = glm::mix(vessel.tint, drawing.palette.highlight, 0.30F);
  ink.blob(ellipse(vessel.at(x), radius, kAslant * radius, angle, corners), {rim, vessel.tint * 0.72F});
  ink.blob(ellipse(vessel.at(x), vessel.lumen * radius, vessel.lumen * kAslant * radius, angle, corners),
           {vessel.tint * 0.34F, vessel.tint * 0.46F});
}

void drawVessel(Ink& ink, const Drawing& drawing, const Vessel& vessel) {
  const double step = std::clamp(6.0 * drawing.pixel_mm, 0.003, 0.03);
  const double wide = 1.0 + kWidening * drawing.state.redness;
  const Shade wall{glm::mix(vessel.tint, drawing.palette.highlight, 0.22F), vessel.tint * 0.72F};
  std::vector<RibbonPoint> line;
  std::vector<double> ends;
  const auto add = [&](double x) { line.push_back({x, vessel.at(x).z_mm, wide * vessel.radiusAt(x)}); };
  const auto finish = [&] {
    if (line.size() > 1) ink.ribbon(line, wall);
    line.clear();
  };
  bool before = vessel.nearAt(drawing.leftMm() - step) > 0.0;
  for (double x = drawing.leftMm() - step; x < drawing.rightMm() + 2.0 * step; x += step) {
    const bool here = vessel.nearAt(x) > 0.0;
    if (here != before) ends.push_back(vessel.endBetween(x - step, x));
    if (here != before) add(ends.back());
    if (here) add(x);
    if (!here) finish();
    before = here;
  }
  finish();
  for (const double x : ends) drawCutEnd(ink, drawing, vessel, x, wide);
}

void drawPlexuses(Ink& ink, const Drawing& drawing) {
  constexpr double kVeinLumen = 0.78, kArteryLumen = 0.52;
  const glm::vec3 artery = drawing.palette.artery, vein = drawing.palette.vein;
  const double upper = plexusMm(drawing), lower = drawing.scene.skin.dermisBottom() - 0.08;
  const auto draw = [&](std::string_view name, std::initializer_list<Vessel> vessels) {
    ink.begin(name);
    for (const Vessel& vessel : vessels) drawVessel(ink, drawing, vessel);
    ink.end();
  };
  draw("superficial-plexus", {Vessel{0.0080, 0.30, 0.55, 1.1, 44.0,
                                     [](double x) { return 0.028 + 0.7 * plexusWave(x); }, upper, vein, kVeinLumen},
                              Vessel{0.0065, 0.30, 0.55, 1.3, 40.0, plexusWave, upper, artery, kArteryLumen}});
  draw("deep-plexus",
       {Vessel{0.019, 0.35, 0.60, 0.8, 52.0, [](double x) { return deepWave(x) + 0.045 + 0.05 * noise(x * 2.0, 60.0); },
               lower, vein, kVeinLumen},
        Vessel{0.016, 0.38, 0.62, 0.9, 48.0, deepWave, lower, artery, kArteryLumen}});
}

// The papillae are where the ridges' wave is lowest.
double papillaAt(double id) {
  const double straight = (2.0 * pi * id - 0.5 * pi) / kRidgeWave;
  double x = straight;
  for (int k = 0; k < 3; ++k) x = straight - 0.035 * noise(x * 4.0, 5.0) - 2.0 * noise(x * 3.0, 1.0) / kRidgeWave;
  return x;
}

// Up one limb, over the head, down the other; the arterial limb is the thinner one.
void drawLoop(Ink& ink, const Drawing& drawing, double id) {
  const double x0 = papillaAt(id);
  const double head = junctionAt(x0, drawing.epidermisMm()) + 0.014 + 0.02 * hash(id, 2.0);
  const double foot = plexusMm(drawing) + plexusWave(x0);
  constexpr double kGap = 0.008;
  const double capillary = 0.0072 * (1.0 + kWidening * drawing.state.redness);
  if (foot < head + 2.0 * kGap) return;
  const auto bow = [&](double z) { return x0 + 0.007 * std::sin(z * 38.0 + id * 2.0); };
  const int pieces = drawing.pieces(foot - head, 4, 30);
  for (const double side : {1.0, -1.0}) {
    std::vector<Point> limb;
    for (int i = 0; i <= 6; ++i) {
      const double turn = 0.5 * pi * i / 6.0;
      limb.push_back({bow(head) + side * kGap * std::sin(turn), head - kGap * std::cos(turn)});
    }
    for (int i = 1; i <= pieces; ++i) {
      const double z = blend(head, foot, static_cast<double>(i) / pieces);
      limb.push_back({bow(z) + side * kGap, z});
    }
    const glm::vec3 tint = side < 0.0 ? drawing.palette.artery : drawing.palette.vein;
    const double width = side < 0.0 ? 0.85 * capillary : capillary;
    ink.line(limb, width, tint * 0.78F, 1.0);
    if (drawing.px(width) > 2.5) ink.line(limb, 0.45 * width, glm::mix(tint, drawing.palette.highlight, 0.30F), 0.9);
  }
}

}  // namespace

void drawVessels(Ink& ink, const Drawing& drawing) {
  drawPlexuses(ink, drawing);
  ink.begin("capillary-loops");
  const double first = std::floor(drawing.leftMm() * kRidgeWave / (2.0 * pi)) - 1.0;
  const double last = drawing.rightMm() * kRidgeWave / (2.0 * pi) + 2.0;
  for (double id = first; id < last; id += 1.0) {
    if (hash(id, 3.0) >= 0.2) drawLoop(ink, drawing, id);
  }
  ink.end();
}

}  // namespace needling::render
