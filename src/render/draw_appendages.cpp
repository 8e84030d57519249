// Hair follicles with sebaceous gland and muscle, and an eccrine sweat gland with its duct. Places and shapes are
// illustration, but for the depth of the scalp's follicle.
#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <numbers>
#include <vector>

#include "render/bent_ink.h"
#include "render/borders.h"
#include "render/cell_tiling.h"
#include "render/drawing.h"

namespace needling::render {
namespace {

using std::numbers::pi;
constexpr double kLean = 0.34;  // mm sideways a mm down

// From the mouth (0) to the bulb (1).
struct Follicle {
  double mouth_x;
  double length_mm;
  double width;  // 1 for a fine hair

  double x(double along) const { return mouth_x + kLean * length_mm * along + 0.03 * std::sin(3.0 * along); }
  double z(double along) const { return blend(-0.01, length_mm, along); }
  double sheath(double along) const {
    const double from_bulb = (along - 1.0) * 9.0, mouth = along * 14.0;
    return width * (0.040 - 0.008 * along + 0.030 * std::exp(-from_bulb * from_bulb)) + 0.03 * std::exp(-mouth * mouth);
  }
  Point at(double along) const { return {x(along), z(along)}; }
};

std::vector<Follicle> folliclesOf(const SectionScene& scene) {
  if (scene.follicle_mm <= 0.0) return {};
  constexpr double kTerminal = 2.0;  // mm: longer ones grow a thick hair
  const double width = scene.follicle_mm > kTerminal ? 1.5 : 1.0;
  std::vector<Follicle> follicles = {{-1.22, scene.follicle_mm, width}};
  if (width > 1.0) {
    for (const double mouth_x : {-2.75, 0.55, 1.75, 2.95})
      follicles.push_back({mouth_x, scene.follicle_mm * (0.92 + 0.1 * hash(mouth_x, 2.0)), width});
  }
  return follicles;
}

std::vector<RibbonPoint> shaft(const Drawing& drawing, const Follicle& follicle, double from, double to,
                               double half_share, double plain_half) {
  std::vector<RibbonPoint> line;
  const int pieces = drawing.pieces(follicle.length_mm * (to - from), 24, 80);
  for (int i = 0; i <= pieces; ++i) {
    const double along = blend(from, to, static_cast<double>(i) / pieces);
    line.push_back({follicle.x(along), follicle.z(along), half_share * follicle.sheath(along) + plain_half});
  }
  return line;
}

// The muscle that raises the hair: from the bulge under the gland up to the papillary dermis.
void drawMuscle(Ink& ink, const Drawing& drawing, const Follicle& follicle) {
  const double along = 0.60 * std::min(1.0, 1.5 / follicle.length_mm);
  const Point from{follicle.x(along) - follicle.sheath(along), follicle.z(along)};
  const Point to{follicle.x(0.0) - 0.46, drawing.scene.skin.epidermisBottom() + 0.10};
  const glm::vec3 tint = drawing.palette.muscle;
  const auto strand = [&](double off, double half, const Shade& shade) {
    std::vector<RibbonPoint> line;
    for (int i = 0; i <= 20; ++i) {
      const double t = i / 20.0, bulge = std::sqrt(std::max(0.0, 1.0 - std::pow(2.0 * t - 1.0, 4.0)));
      line.push_back({blend(from.x_mm, to.x_mm, t) + off * bulge,
                      blend(from.z_mm, to.z_mm, t) + 0.4 * off + 0.05 * std::sin(pi * t), half * bulge});
    }
    ink.ribbon(line, shade);
  };
  ink.begin("arrector-pili");
  strand(0.0, 0.020, {tint, tint * 0.82F});
  for (const double off : {-0.010, -0.003, 0.004, 0.011}) strand(off, 0.0012, {tint * 0.72F, tint * 0.72F, 0.8});
  ink.end();
}

// Lobes of cells that fill with fat, and a short duct into the follicle.
void drawSebaceousGland(Ink& ink, const Drawing& drawing, const Follicle& follicle) {
  const double along = 0.42 * std::min(1.0, 1.3 / follicle.length_mm);
  const Point duct = follicle.at(along - 0.05);
  const Palette& palette = drawing.palette;
  const glm::vec3 sebum = glm::mix(palette.fat, palette.highlight, 0.35F);
  const glm::vec3 wall = glm::mix(palette.epidermis, palette.fat_wall, 0.45F) * 0.85F;
  struct Lobe {
    double dx, dz, rx, rz;
  };
  ink.begin("sebaceous-gland");
  for (const Lobe& lobe : {Lobe{-0.115, 0.020, 0.062, 0.085}, Lobe{-0.150, 0.090, 0.048, 0.050},
                           Lobe{-0.070, -0.030, 0.040, 0.038}, Lobe{0.100, 0.075, 0.046, 0.070}}) {
    const Point middle{duct.x_mm + lobe.dx, duct.z_mm + lobe.dz};
    const RibbonPoint neck[] = {{duct.x_mm, duct.z_mm, 0.016}, {middle.x_mm, middle.z_mm, 0.024}};
    ink.ribbon(neck, {sebum, wall});
    ink.blob(ellipse(middle, lobe.rx + 0.006, lobe.rz + 0.006, 0.0, 40), {wall, wall});
    const CellTiling tiling{0.024, 0.024, lobe.rx * 1000.0};
    tiling.forEach(
        middle.x_mm - lobe.rx, middle.z_mm - lobe.rz, middle.x_mm + lobe.rx, middle.z_mm + lobe.rz,
        [&](TiledCell cell) {
          const double u = (cell.middle.x_mm - middle.x_mm) / lobe.rx, v = (cell.middle.z_mm - middle.z_mm) / lobe.rz;
          if (u * u + v * v > 1.0) return;
          // Cells at the rim keep inside it.
          for (Point& corner : cell.corners) {
            const double cu = (corner.x_mm - middle.x_mm) / lobe.rx, cv = (corner.z_mm - middle.z_mm) / lobe.rz;
            const double out = std::max(1.0, std::hypot(cu, cv));
            corner = {middle.x_mm + cu / out * lobe.rx, middle.z_mm + cv / out * lobe.rz};
          }
          ink.blob(cell.rounded(0.90, 3), {sebum, glm::mix(sebum, palette.fat, 0.6F)});
          if (drawing.px(0.02) > 5.0) ink.dot(cell.middle, 0.0030, palette.nucleus, 0.75);
        });
  }
  ink.end();
}

void drawFollicle(Ink& ink, const Drawing& drawing, const Follicle& follicle) {
  const Palette& palette = drawing.palette;
  drawMuscle(ink, drawing, follicle);
  drawSebaceousGland(ink, drawing, follicle);
  const glm::vec3 outer = palette.epidermis * 0.90F;
  const Point bulb = follicle.at(1.0);
  const double end = follicle.sheath(1.0);
  const glm::vec3 connective = glm::mix(palette.bundle_shade, palette.bundle, 0.45F);
  ink.blob(ellipse(bulb, end + 0.008 * follicle.width, end + 0.008 * follicle.width, 0.0, 40),
           {connective, connective});
  ink.ribbon(shaft(drawing, follicle, 0.0, 1.0, 1.0, 0.007 * follicle.width), {connective, connective});
  ink.ribbon(shaft(drawing, follicle, 0.0, 1.0, 1.0, 0.0), {palette.epidermis * 1.06F, outer * 0.80F});
  const glm::vec3 matrix = glm::mix(outer, palette.basal, 0.3F + 0.6F * palette.melanin);
  ink.blob(ellipse(bulb, end, end, 0.0, 40), {matrix, outer * 0.78F});
  const glm::vec3 inner = glm::mix(palette.corneum, palette.epidermis, 0.35F);
  ink.ribbon(shaft(drawing, follicle, 0.16, 0.95, 0.42, 0.0), {inner, inner * 0.80F});
  // The papilla, a bud of dermis with its own vessel.
  const Point papilla{bulb.x_mm + 0.004, bulb.z_mm + 0.30 * end};
  ink.begin("hair-papilla");
  ink.blob(ellipse(papilla, 0.26 * end, 0.46 * end, 0.0, 24), {palette.papillary * 0.94F, palette.papillary * 0.80F});
  ink.dot({papilla.x_mm, papilla.z_mm + 0.16 * end}, 0.06 * end, palette.artery, 1.0);
  ink.end();
}

// The funnel that the hair stands in, and the hair, straight on over the skin as it came out of it.
void drawHair(Ink& ink, const Drawing& drawing, const Follicle& follicle) {
  const glm::vec3 air = drawing.palette.air;
  std::vector<RibbonPoint> funnel;
  for (int i = 0; i <= 12; ++i) {
    const double t = i / 12.0, along = blend(-0.03, 0.17, t) / std::max(follicle.length_mm, 0.1);
    funnel.push_back({follicle.x(along), follicle.z(along), 0.030 * follicle.width * (1.0 - t) * (1.0 - t)});
  }
  ink.begin("air");
  ink.ribbon(funnel, {air, air});
  ink.end();
  const double above = -0.30 / std::max(follicle.length_mm, 0.1), half = 0.0085 * follicle.width * follicle.width;
  std::vector<RibbonPoint> line = shaft(drawing, follicle, above, 0.90, 0.0, half);
  line.front().half_mm = 0.4 * half;
  line.back().half_mm = 1.25 * half;
  const glm::vec3 tint = drawing.palette.hair;
  ink.ribbon(line, {glm::mix(tint, drawing.palette.highlight, 0.22F), tint * 0.85F});
}

// The coil, cut many times, at the border of the fat; the duct that climbs from it and winds through the epidermis.
constexpr double kSweatX = 2.28;

void drawCoil(Ink& ink, const Drawing& drawing, const Point& middle) {
  const Palette& palette = drawing.palette;
  for (int i = 0; i < 17; ++i) {
    const double r = 0.105 * std::sqrt((i + 0.4) / 17.0), turn = 2.399963 * i;
    const Point at{middle.x_mm + 1.25 * r * std::cos(turn), middle.z_mm + 0.85 * r * std::sin(turn)};
    const bool duct = i % 3 == 0;  // its two rows of cells stain darker than the secreting part
    const double size = duct ? 0.0145 : 0.019, stretch = 1.0 + 0.7 * hash(i, 12.0), angle = 3.1 * hash(i, 14.0);
    const glm::vec3 body = duct ? glm::mix(palette.gland, palette.nucleus, 0.30F) : palette.gland;
    ink.begin("sweat-tubule");
    ink.blob(ellipse(at, size * stretch, size, angle, 28), {body, body * 0.80F});
    if (drawing.px(size) > 6.0) {
      for (int cell = 0; cell < 11; ++cell) {
        const double a = 2.0 * pi * cell / 11.0, u = 0.72 * size * stretch * std::cos(a), v = 0.72 * size * std::sin(a);
        ink.dot(
            {at.x_mm + std::cos(angle) * u - std::sin(angle) * v, at.z_mm + std::sin(angle) * u + std::cos(angle) * v},
            0.0020, palette.nucleus, 0.8);
      }
    }
    ink.blob(ellipse(at, 0.36 * size * stretch, 0.30 * size, angle, 16),
             {palette.highlight, palette.highlight * 0.93F});
    ink.end();
  }
}

void drawDuct(Ink& ink, const Drawing& drawing, const Point& coil) {
  const Palette& palette = drawing.palette;
  const double junction = junctionAt(kSweatX, drawing.epidermisMm()), top = surfaceAt(kSweatX);
  std::vector<RibbonPoint> wall, lumen;
  const int pieces = drawing.pieces(coil.z_mm - top, 60, 260);
  for (int i = 0; i <= pieces; ++i) {
    const double z = blend(coil.z_mm, top, static_cast<double>(i) / pieces);
    const double in_epidermis = smooth(junction + 0.02, junction - 0.01, z);
    const double x =
        kSweatX + 0.030 * std::sin(5.1 * z) * (1.0 - in_epidermis) + 0.009 * std::sin(130.0 * z) * in_epidermis;
    wall.push_back({x, z, 0.0105});
    lumen.push_back({x, z, 0.0034});
  }
  ink.begin("sweat-duct");
  ink.ribbon(wall, {palette.gland, glm::mix(palette.gland, palette.nucleus, 0.45F)});
  ink.ribbon(lumen, {palette.highlight, palette.highlight * 0.90F});
  ink.end();
}

}  // namespace

void drawFollicles(Ink& ink, const Drawing& drawing) {
  ink.begin("follicle");
  for (const Follicle& follicle : folliclesOf(drawing.scene)) drawFollicle(ink, drawing, follicle);
  ink.end();
}

void drawHairs(Ink& ink, const Drawing& drawing) {
  ink.begin("hair");
  for (const Follicle& follicle : folliclesOf(drawing.scene)) drawHair(ink, drawing, follicle);
  ink.end();
}

void drawSweatGland(Ink& ink, const Drawing& drawing) {
  const Point coil{kSweatX, drawing.scene.skin.dermisBottom() - 0.02};
  ink.begin("sweat-gland");
  drawCoil(ink, drawing, coil);
  drawDuct(ink, drawing, coil);
  ink.end();
}

// Over whatever reaches above the surface.
// Air reaches further up than any needle presses the skin down, as what is drawn may be bent as a whole; and a little into the
// horny layer, which is laid over it, so that no gap shows along their border.
void drawAir(Ink& ink, const Drawing& drawing) {
  const glm::vec3 air = drawing.palette.air;
  const Stop stops[] = {{0.0, air}, {1.0, air}};
  const double top = std::min(drawing.topMm(), 0.0) - kDeepestBend;
  const double under = std::min(2.0 * drawing.pixel_mm, 0.5 * drawing.scene.skin.stratum_corneum.value);
  ink.begin("air");
  ink.area(columnsBetween(
               drawing, std::clamp(2.0 * drawing.pixel_mm, 0.001, 0.012), [top](double) { return top; },
               [under](double x) { return surfaceAt(x) + under; }),
           stops);
  ink.end();
}

}  // namespace needling::render
