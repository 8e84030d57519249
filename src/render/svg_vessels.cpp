#include <algorithm>
#include <glm/common.hpp>
#include <numbers>
#include <utility>
#include <vector>

#include "render/svg_borders.h"
#include "render/svg_drawing.h"

namespace needling::render {
namespace {

using std::numbers::pi;

double plexusMm(const SvgDrawing& drawing) {
  static const double kDepth = constant("plexus.superficial_depth");
  return std::min(kDepth, drawing.scene.skin.papillaryBottom());
}

double plexusWave(double x) { return 0.10 * (fbm(x * 1.9, 2.0) - 0.5); }

// A vessel wanders in and out of the plane of the section, so it thins out and returns.
struct Vessel {
  double largest_mm;          // radius
  double near_from, near_to;  // of the noise below
  double pace, seed;          // of that noise
  double (*middle)(double x, double depth);
  double depth_mm;
  glm::vec3 tint;
};

double radiusAt(const Vessel& vessel, double x) {
  return vessel.largest_mm * smooth(vessel.near_from, vessel.near_to, noise(x * vessel.pace, vessel.seed));
}

// The outline of each stretch that lies in the plane.
void drawVessel(SvgWriter& svg, const SvgDrawing& drawing, const Vessel& vessel) {
  const double step = std::max(0.02, drawing.stepMm());
  SvgPath outline = drawing.path(), light = drawing.path();
  std::vector<double> xs;
  const auto finish = [&] {
    if (xs.size() > 2) {
      const auto at = [&](double x) { return vessel.middle(x, vessel.depth_mm); };
      outline.moveTo(xs.front(), at(xs.front()));
      light.moveTo(xs.front(), at(xs.front()));
      for (const double x : xs) outline.lineTo(x, at(x) - radiusAt(vessel, x));
      for (auto x = xs.rbegin(); x != xs.rend(); ++x) outline.lineTo(*x, at(*x) + radiusAt(vessel, *x));
      for (const double x : xs) light.lineTo(x, at(x) - 0.3 * radiusAt(vessel, x));
      outline.close();
    }
    xs.clear();
  };
  for (double x = drawing.leftMm() - step; x < drawing.rightMm() + 2.0 * step; x += step) {
    if (radiusAt(vessel, x) > 3e-4) {
      xs.push_back(x);
    } else {
      finish();
    }
  }
  finish();
  if (outline.empty()) return;
  svg.leaf("path", {{"d", outline.data()},
                    {"fill", svgColour(vessel.tint)},
                    {"stroke", svgColour(vessel.tint * 0.66F)},
                    {"stroke-width", drawing.um(0.0022)}});
  svg.leaf("path", {{"d", light.data()},
                    {"fill", "none"},
                    {"stroke", svgColour(glm::mix(vessel.tint, drawing.palette.paper, 0.35F))},
                    {"stroke-width", drawing.um(0.25 * vessel.largest_mm)},
                    {"stroke-opacity", ".7"}});
}

void drawPlexuses(SvgWriter& svg, const SvgDrawing& drawing) {
  const glm::vec3 artery = drawing.palette.artery, vein = drawing.palette.vein;
  const double upper = plexusMm(drawing), lower = drawing.scene.skin.dermisBottom() - 0.08;
  const auto deep = [](double x, double depth) { return depth + 0.20 * (fbm(x, 11.0) - 0.5); };
  for (const Vessel& vessel :
       {Vessel{0.0065, 0.30, 0.55, 1.3, 40.0, [](double x, double depth) { return depth + plexusWave(x); }, upper,
               artery},
        Vessel{0.0080, 0.30, 0.55, 1.1, 44.0,
               [](double x, double depth) { return depth + 0.028 + 0.7 * plexusWave(x); }, upper, vein},
        Vessel{0.016, 0.38, 0.62, 0.9, 48.0, deep, lower, artery},
        Vessel{0.019, 0.35, 0.60, 0.8, 52.0,
               [](double x, double depth) {
                 return depth + 0.20 * (fbm(x, 11.0) - 0.5) + 0.045 + 0.05 * noise(x * 2.0, 60.0);
               },
               lower, vein}}) {
    drawVessel(svg, drawing, vessel);
  }
}

// A hairpin in each papilla, which is where the ridges' wave is lowest, fed by the plexus.
void addLoop(SvgPath& arterial, SvgPath& venous, const SvgDrawing& drawing, double id) {
  const double straight = (2.0 * pi * id - 0.5 * pi) / kRidgeWave;
  double x0 = straight;
  for (int k = 0; k < 3; ++k) {
    x0 = straight - 0.035 * noise(x0 * 4.0, 5.0) - 2.0 * noise(x0 * 3.0, 1.0) / kRidgeWave;
  }
  const double head = junctionAt(x0, drawing.epidermisMm()) + 0.014 + 0.02 * hash(id, 2.0);
  const double foot = plexusMm(drawing) + plexusWave(x0);
  constexpr double kGap = 0.009;
  if (foot < head + 2.0 * kGap) return;
  const auto bow = [&](double z) { return x0 + 0.007 * std::sin(z * 38.0 + id * 2.0); };
  for (const double side : {-1.0, 1.0}) {
    SvgPath& limb = side < 0.0 ? arterial : venous;
    limb.moveTo(bow(head), head - kGap).quadTo(bow(head) + side * kGap, head - kGap, bow(head) + side * kGap, head);
    constexpr double kWave = 0.04;
    for (double z = head; z < foot; z += kWave) {
      const double next = std::min(z + kWave, foot), middle = 0.5 * (z + next);
      limb.through(bow(middle) + side * kGap, middle, bow(next) + side * kGap, next);
    }
  }
}

void drawLoops(SvgWriter& svg, const SvgDrawing& drawing) {
  SvgPath arterial = drawing.path(), venous = drawing.path();
  const double first = std::floor(drawing.leftMm() * kRidgeWave / (2.0 * pi)) - 1.0;
  const double last = drawing.rightMm() * kRidgeWave / (2.0 * pi) + 2.0;
  for (double id = first; id < last; id += 1.0) {
    if (hash(id, 3.0) >= 0.2) addLoop(arterial, venous, drawing, id);
  }
  for (const auto& [path, tint] : {std::pair<const SvgPath&, glm::vec3>{venous, drawing.palette.vein},
                                   std::pair<const SvgPath&, glm::vec3>{arterial, drawing.palette.artery}}) {
    svg.leaf("path", {{"d", path.data()},
                      {"fill", "none"},
                      {"stroke", svgColour(tint)},
                      {"stroke-width", drawing.um(0.0065)},
                      {"stroke-linecap", "round"}});
  }
}

}  // namespace

void drawVessels(SvgWriter& svg, const SvgDrawing& drawing) {
  svg.open("g", {{"id", drawing.id("vessels")}, {"stroke-linejoin", "round"}});
  drawPlexuses(svg, drawing);
  drawLoops(svg, drawing);
  svg.close();
}

}  // namespace needling::render
