#include <algorithm>
#include <glm/common.hpp>
#include <numbers>

#include "render/svg_borders.h"
#include "render/svg_drawing.h"

namespace needling::render {
namespace {

constexpr double kMouthX = -1.22, kMouthZ = -0.01, kLean = 0.34;  // mm, mm, mm a mm

// From the mouth (0) to the bulb (1), with the half width of its sheath.
struct Shaft {
  double length_mm;

  double x(double along) const { return kMouthX + kLean * length_mm * along; }
  double z(double along) const { return blend(kMouthZ, length_mm, along); }
  static double sheath(double along) {
    const double from_bulb = (along - 1.0) * 9.0;
    return 0.040 - 0.008 * along + 0.030 * std::exp(-from_bulb * from_bulb);
  }
};

// The sheath's outline, at `share` of its width, with a round bulb.
SvgPath sheathPath(const SvgDrawing& drawing, const Shaft& shaft, double share) {
  SvgPath path = drawing.path();
  const double run = shaft.x(1.0) - shaft.x(0.0), fall = shaft.z(1.0) - shaft.z(0.0), length = std::hypot(run, fall);
  const double nx = fall / length, nz = -run / length;
  const auto side = [&](double along, double sign) {
    const double half = sign * share * Shaft::sheath(along);
    path.lineTo(shaft.x(along) + nx * half, shaft.z(along) + nz * half);
  };
  constexpr int kPieces = 40;
  path.moveTo(shaft.x(0.0), shaft.z(0.0));
  for (int i = 0; i <= kPieces; ++i) side(static_cast<double>(i) / kPieces, 1.0);
  const double half = share * Shaft::sheath(1.0);
  for (int i = 1; i < 12; ++i) {
    const double turn = std::numbers::pi * i / 12.0, c = half * std::cos(turn), s = half * std::sin(turn);
    path.lineTo(shaft.x(1.0) + nx * c - nz * s, shaft.z(1.0) + nz * c + nx * s);
  }
  for (int i = kPieces; i >= 0; --i) side(static_cast<double>(i) / kPieces, -1.0);
  path.close();
  return path;
}

void drawGland(SvgWriter& svg, const SvgDrawing& drawing, const Shaft& shaft) {
  const double along = 0.42 * std::min(1.0, 1.3 / shaft.length_mm);
  const double x = shaft.x(along) - 0.11, z = shaft.z(along) + 0.02;
  struct Lobe {
    double dx, dz, rx, rz;
  };
  constexpr Lobe kLobes[] = {{0.0, 0.0, 0.060, 0.083}, {-0.035, 0.065, 0.045, 0.045}, {0.045, -0.045, 0.036, 0.036}};
  const glm::vec3 wall = glm::mix(drawing.palette.fat_wall, drawing.palette.bundle_shade, 0.5F) * 0.85F;
  for (const bool border : {true, false}) {
    svg.open("g", {{"fill", border ? svgColour(wall) : drawing.paint("sebocytes")}});
    for (const Lobe& lobe : kLobes) {
      const double grow = border ? 0.006 : 0.0;
      svg.leaf("ellipse", {{"cx", drawing.um(x + lobe.dx)},
                           {"cy", drawing.um(z + lobe.dz)},
                           {"rx", drawing.um(lobe.rx + grow)},
                           {"ry", drawing.um(lobe.rz + grow)}});
    }
    svg.close();
  }
}

}  // namespace

void drawFollicle(SvgWriter& svg, const SvgDrawing& drawing) {
  if (drawing.scene.follicle_mm <= 0.0) return;
  const Shaft shaft{drawing.scene.follicle_mm};
  const Palette& palette = drawing.palette;
  svg.open("g", {{"id", drawing.id("follicle")}});
  drawGland(svg, drawing, shaft);
  const glm::vec3 edge = palette.epidermis * 0.62F;
  svg.leaf("path", {{"d", sheathPath(drawing, shaft, 1.0).data()},
                    {"fill", svgColour(palette.epidermis * 0.86F)},
                    {"stroke", svgColour(edge)},
                    {"stroke-width", drawing.um(0.003)}});
  svg.leaf("path", {{"d", sheathPath(drawing, shaft, 0.72).data()}, {"fill", svgColour(palette.epidermis * 1.04F)}});
  svg.leaf("circle", {{"cx", drawing.um(shaft.x(1.0))},
                      {"cy", drawing.um(shaft.z(1.0) + 0.014)},
                      {"r", drawing.um(0.017)},
                      {"fill", svgColour(palette.papillary * 0.86F)},
                      {"stroke", svgColour(edge)},
                      {"stroke-width", drawing.um(0.003)}});
  svg.close();
}

void drawHair(SvgWriter& svg, const SvgDrawing& drawing) {
  if (drawing.scene.follicle_mm <= 0.0) return;
  const Shaft shaft{drawing.scene.follicle_mm};
  const double above = -0.26 / std::max(shaft.length_mm, 0.1);
  for (const auto& [width, lit] : {std::pair{0.020, 0.0F}, std::pair{0.006, 0.3F}}) {
    SvgPath line = drawing.path();
    line.moveTo(shaft.x(above), shaft.z(above)).lineTo(shaft.x(0.94), shaft.z(0.94));
    svg.leaf("path", {{"d", line.data()},
                      {"stroke", svgColour(glm::mix(drawing.palette.hair, drawing.palette.paper, lit))},
                      {"stroke-width", drawing.um(width)},
                      {"stroke-linecap", "round"}});
  }
}

}  // namespace needling::render
