#include <algorithm>
#include <array>
#include <glm/common.hpp>
#include <vector>

#include "render/svg_borders.h"
#include "render/svg_drawing.h"

namespace needling::render {
namespace {

constexpr double kSeptaApart = 0.62;  // mm, of the walls between fat lobules

struct Box {
  double left, top, right, bottom;
};

// One sheet of collagen bundles, as the shader lays them: rows of bricks along an angle, some left out.
struct Sheet {
  double angle;
  double width_mm;
  double length_mm;
  double seed;
  double shift_mm;
  double opacity;
  std::vector<double> strands;  // places across a bundle, -1 to 1
};

// What is drawn of a sheet: bodies with blunt ends, and the strands that run along them.
struct SheetPaths {
  SvgPath bodies, strands;
};

// Along a row, how far its bundles stray from it.
double strayAt(const Sheet& sheet, double along, double across) {
  const double scale = 0.35 / sheet.length_mm;
  return 3.0 * sheet.width_mm * (fbm(along * 1.6 * scale + sheet.seed, across * 2.2 * scale + sheet.seed) - 0.5);
}

// As the shader lays them: some left out, each by chance thicker or thinner.
void addBundle(SheetPaths& paths, const Sheet& sheet, const Box& box, double row, double brick) {
  if (hash(brick, row + 3.0 * sheet.seed) < 0.18) return;
  const double s = std::sin(sheet.angle), k = std::cos(sheet.angle);
  const double across = (row + 0.5) * sheet.width_mm;
  const double start = brick - 7.0 * hash(row, sheet.seed);
  std::array<double, 3> x{}, z{};
  for (std::size_t i = 0; i < 3; ++i) {
    const double along = (start + 0.06 + 0.44 * static_cast<double>(i)) * sheet.length_mm;
    const double level = across - strayAt(sheet, along, across);
    x[i] = k * along - s * level - sheet.shift_mm;
    z[i] = s * along + k * level - sheet.shift_mm;
  }
  const double margin = 0.5 * sheet.length_mm;
  if (x[1] < box.left - margin || x[1] > box.right + margin || z[1] < box.top || z[1] > box.bottom) return;
  const double half = 0.5 * sheet.width_mm * (0.62 + 0.38 * hash(row, brick + sheet.seed));
  // A line along the bundle, `share` of the half width off its middle; full in the middle, together at the ends.
  const auto side = [&](SvgPath& path, double share, bool back) {
    const std::size_t from = back ? 2 : 0, to = back ? 0 : 2;
    const double nx = -s * half * share * 1.33, nz = k * half * share * 1.33;
    const double bend_x = x[1] - 0.5 * (x[0] + x[2]), bend_z = z[1] - 0.5 * (z[0] + z[2]);
    const auto control = [&](double way) {
      return std::array{blend(x[from], x[to], way) + nx + 1.33 * bend_x,
                        blend(z[from], z[to], way) + nz + 1.33 * bend_z};
    };
    const auto first = control(0.10), second = control(0.90);
    path.cubicTo(first[0], first[1], second[0], second[1], x[to], z[to]);
  };
  side(paths.bodies.moveTo(x[0], z[0]), 1.0, false);
  side(paths.bodies, -1.0, true);
  paths.bodies.close();
  for (const double share : sheet.strands) side(paths.strands.moveTo(x[0], z[0]), share, false);
}

// The rows and bricks whose rectangle in the sheet's own directions covers the box.
SheetPaths sheetPaths(const SvgDrawing& drawing, const Sheet& sheet, const Box& box) {
  SheetPaths paths = {drawing.path(), drawing.path()};
  const double s = std::sin(sheet.angle), k = std::cos(sheet.angle);
  Box span{1e9, 1e9, -1e9, -1e9};
  for (const double x : {box.left + sheet.shift_mm, box.right + sheet.shift_mm}) {
    for (const double z : {box.top + sheet.shift_mm, box.bottom + sheet.shift_mm}) {
      const double along = k * x + s * z, across = k * z - s * x;
      span = {std::min(span.left, along), std::min(span.top, across), std::max(span.right, along),
              std::max(span.bottom, across)};
    }
  }
  const double margin = 3.0 * sheet.width_mm;
  for (double row = std::floor((span.top - margin) / sheet.width_mm); row * sheet.width_mm < span.bottom + margin;
       row += 1.0) {
    for (double brick = std::floor(span.left / sheet.length_mm) - 1.0; (brick - 8.0) * sheet.length_mm < span.right;
         brick += 1.0) {
      addBundle(paths, sheet, box, row, brick);
    }
  }
  return paths;
}

void drawSheet(SvgWriter& svg, const SvgDrawing& drawing, const Sheet& sheet, const Box& box) {
  const Palette& palette = drawing.palette;
  const SheetPaths paths = sheetPaths(drawing, sheet, box);
  if (paths.bodies.empty()) return;
  svg.open("g", {{"opacity", svgNumber(sheet.opacity)}});
  svg.leaf("path", {{"d", paths.bodies.data()},
                    {"fill", svgColour(glm::mix(palette.bundle_shade, palette.bundle, 0.82F))},
                    {"stroke", svgColour(glm::mix(palette.bundle_shade, palette.bundle, 0.05F))},
                    {"stroke-width", drawing.um(0.07 * sheet.width_mm)}});
  svg.leaf("path", {{"d", paths.strands.data()},
                    {"fill", "none"},
                    {"stroke", svgColour(glm::mix(palette.bundle_shade, palette.bundle, 0.35F))},
                    {"stroke-width", drawing.um(0.05 * sheet.width_mm)}});
  svg.close();
}

void fillBox(SvgWriter& svg, const SvgDrawing& drawing, double top, double bottom, std::string_view name,
             const std::string& fill) {
  svg.leaf("rect", {{"id", drawing.id(name)},
                    {"x", drawing.um(drawing.leftMm())},
                    {"y", drawing.um(top)},
                    {"width", drawing.um(drawing.window.widthMm())},
                    {"height", drawing.um(std::max(0.0, bottom - top))},
                    {"fill", fill}});
}

void drawFat(SvgWriter& svg, const SvgDrawing& drawing) {
  const double mean = drawing.scene.skin.dermisBottom(), bottom = drawing.window.bottomMm();
  if (mean - 0.06 > bottom) return;
  const double left = drawing.leftMm(), right = drawing.rightMm();
  SvgPath body = drawing.path();
  body.moveTo(left, bottom + 0.01);
  for (double x = left; x < right + drawing.stepMm(); x += drawing.stepMm()) body.lineTo(x, dermisBottomAt(x, mean));
  body.lineTo(right + drawing.stepMm(), bottom + 0.01).close();
  svg.open("g", {{"id", drawing.id("fat")}});
  svg.leaf("path", {{"d", body.data()}, {"fill", drawing.paint("lobules")}});
  // Septa between lobules, from the dermis down to a point.
  SvgPath septa = drawing.path();
  for (double i = std::floor(left / kSeptaApart) - 2.0; i * kSeptaApart < right + kSeptaApart; i += 1.0) {
    const double x = (i + 0.7 * hash(i, 71.0)) * kSeptaApart, lean = 0.8 * (hash(i, 72.0) - 0.5);
    const double top = dermisBottomAt(x, mean) - 0.01, length = blend(0.8, 1.6, hash(i, 73.0)), half = 0.038;
    septa.moveTo(x - half, top)
        .quadTo(x + 0.2 * lean - 0.4 * half, top + 0.5 * length, x + lean, top + length)
        .quadTo(x + 0.2 * lean + 0.8 * half, top + 0.5 * length, x + half, top)
        .close();
  }
  svg.leaf("path", {{"d", septa.data()}, {"fill", svgColour(drawing.palette.bundle_shade)}, {"opacity", ".85"}});
  svg.close();
}

}  // namespace

void drawDermis(SvgWriter& svg, const SvgDrawing& drawing) {
  const Skin& skin = drawing.scene.skin;
  const double left = drawing.leftMm(), right = drawing.rightMm(), bottom = drawing.window.bottomMm();
  const double papillary = skin.papillaryBottom(), dermis = skin.dermisBottom();
  fillBox(svg, drawing, 0.0, bottom, "reticular", svgColour(drawing.palette.reticular));
  const Box deep{left, std::max(papillary - 0.15, drawing.window.top_z_mm - 0.3), right,
                 std::min(dermis + 0.1, bottom + 0.3)};
  for (const Sheet& sheet :
       {Sheet{0.55, 0.046, 0.50, 4.0, 3.1, 0.60, {0.3}}, Sheet{-0.48, 0.042, 0.46, 9.0, 9.7, 0.62, {-0.3}},
        Sheet{0.08, 0.050, 0.62, 2.0, 0.0, 0.75, {-0.45, 0.1, 0.5}}}) {
    drawSheet(svg, drawing, sheet, deep);
  }
  fillBox(svg, drawing, 0.0, papillary + 0.06, "papillary", drawing.paint("papillary-fade"));
  const Box upper{left, std::max(0.0, drawing.window.top_z_mm), right, std::min(papillary, bottom)};
  for (const Sheet& sheet :
       {Sheet{1.45, 0.016, 0.16, 6.0, 0.0, 0.55, {}}, Sheet{1.85, 0.014, 0.12, 8.0, 0.0, 0.40, {}}}) {
    drawSheet(svg, drawing, sheet, upper);
  }
  drawFat(svg, drawing);
}

}  // namespace needling::render
