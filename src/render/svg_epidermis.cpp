#include <algorithm>
#include <glm/common.hpp>

#include "core/rng.h"
#include "render/svg_borders.h"
#include "render/svg_drawing.h"

namespace needling::render {
namespace {

// Between the stratum corneum (share 0) and the junction (share 1).
class Epidermis {
 public:
  explicit Epidermis(const SvgDrawing& drawing)
      : corneum_mm_(drawing.scene.skin.stratum_corneum.value), epidermis_mm_(drawing.epidermisMm()) {}

  double at(double x, double share) const {
    const double top = surfaceAt(x) + corneum_mm_;
    return top + share * (junctionAt(x, epidermis_mm_) - top);
  }
  double meanThickness() const { return epidermis_mm_ - corneum_mm_; }

 private:
  double corneum_mm_;
  double epidermis_mm_;
};

template <class Border>
void addBorder(SvgPath& path, const SvgDrawing& drawing, double step, Border border) {
  path.moveTo(drawing.leftMm() - step, border(drawing.leftMm() - step));
  for (double x = drawing.leftMm(); x < drawing.rightMm() + 2.0 * step; x += step) path.lineTo(x, border(x));
}

// Everything between the picture's upper edge and a border below.
template <class Border>
SvgPath above(const SvgDrawing& drawing, double top, Border border) {
  SvgPath path = drawing.path();
  addBorder(path, drawing, drawing.stepMm(), border);
  const double step = 2.0 * drawing.stepMm();
  path.lineTo(drawing.rightMm() + step, top).lineTo(drawing.leftMm() - step, top).close();
  return path;
}

void stroke(SvgWriter& svg, const SvgDrawing& drawing, const SvgPath& path, const glm::vec3& tint, double width_mm,
            double opacity, const char* dashes = "") {
  if (path.empty()) return;
  svg.leaf("path", {{"d", path.data()},
                    {"fill", "none"},
                    {"stroke", svgColour(tint)},
                    {"stroke-width", drawing.um(width_mm)},
                    {"stroke-opacity", svgNumber(opacity)},
                    {"stroke-linecap", "round"},
                    {"stroke-dasharray", dashes}});
}

// Rows of cells: basal ones are columns, upper ones flat. Walls along and across the rows, and nuclei.
void drawCellRows(SvgWriter& svg, const SvgDrawing& drawing, const Epidermis& epidermis) {
  const Palette& palette = drawing.palette;
  const int rows = std::clamp(static_cast<int>(epidermis.meanThickness() / 0.0095), 3, 12);
  const auto share_of = [&](int row) { return std::pow(static_cast<double>(row) / rows, 0.8); };
  SvgPath walls = drawing.path(), nuclei = drawing.path(), flat_nuclei = drawing.path();
  for (int row = 0; row < rows; ++row) {
    const double from = share_of(row), to = share_of(row + 1), middle = 0.5 * (from + to);
    if (row > 0) {
      addBorder(walls, drawing, std::max(0.012, drawing.stepMm()), [&](double x) { return epidermis.at(x, from); });
    }
    const double size = blend(0.026, 0.0105, smooth(0.0, 0.85, middle));
    for (double cell = std::floor(drawing.leftMm() / size); cell * size < drawing.rightMm(); cell += 1.0) {
      const double x = (cell + 0.5 * hash(cell, row)) * size, lean = 0.25 * size * (hash(cell, row + 9) - 0.5);
      walls.moveTo(x, epidermis.at(x, from)).lineTo(x + lean, epidermis.at(x + lean, to));
      const double centre = x + 0.5 * size * (1.0 + 0.4 * (hash(cell, row + 5) - 0.5));
      if (middle > 0.22) (middle < 0.5 ? flat_nuclei : nuclei).dot(centre, epidermis.at(centre, middle));
    }
  }
  stroke(svg, drawing, walls, palette.epidermis * 0.66F, 0.0011, 0.75);
  const glm::vec3 nucleus = palette.epidermis * glm::vec3(0.50F, 0.38F, 0.58F);
  stroke(svg, drawing, flat_nuclei, nucleus, 0.0042, 0.65);
  stroke(svg, drawing, nuclei, nucleus, 0.0056, 0.80);
}

// Melanin lies over the basal cells, and higher up the darker the skin.
void drawPigment(SvgWriter& svg, const SvgDrawing& drawing, const Epidermis& epidermis) {
  const auto melanin = static_cast<double>(drawing.palette.melanin);
  SvgPath basal = drawing.path(), granules = drawing.path();
  const double inset = 0.5 * 0.016 / epidermis.meanThickness();
  addBorder(basal, drawing, drawing.stepMm(), [&](double x) { return epidermis.at(x, 1.0 - inset); });
  stroke(svg, drawing, basal, drawing.palette.basal, 0.016, 0.34 + 0.56 * melanin);
  Rng rng(5);
  const int count = static_cast<int>(std::min(4000.0, 900.0 * melanin * drawing.window.widthMm()));
  for (int i = 0; i < count; ++i) {
    const double x = rng.uniform(drawing.leftMm(), drawing.rightMm()), deep = rng.uniform();
    granules.dot(x, epidermis.at(x, 1.0 - deep * deep * (0.25 + 0.6 * melanin)));
  }
  stroke(svg, drawing, granules, drawing.palette.basal * 0.8F, 0.0034, 0.75);
}

// Outside the picture, so that no edge shows.
double airTop(const SvgDrawing& drawing) { return std::min(drawing.window.top_z_mm, 0.0) - 0.1; }

void drawCorneum(SvgWriter& svg, const SvgDrawing& drawing) {
  const double thickness = drawing.scene.skin.stratum_corneum.value;
  const glm::vec3 tint = drawing.palette.corneum;
  const auto level_at = [&](double share) { return [=](double x) { return surfaceAt(x) + share * thickness; }; };
  svg.open("g", {{"id", drawing.id("corneum")}});
  svg.leaf("path", {{"d", above(drawing, airTop(drawing), level_at(1.0)).data()}, {"fill", svgColour(tint)}});
  const double step = std::max(0.03, drawing.stepMm());
  for (const auto& [share, dashes] :
       {std::pair{0.30, "34 7 22 9"}, std::pair{0.55, "27 8 40 6"}, std::pair{0.80, "38 6 25 10"}}) {
    SvgPath flakes = drawing.path();
    addBorder(flakes, drawing, step, level_at(share));
    stroke(svg, drawing, flakes, tint * 0.72F, 0.0013, 0.85, dashes);
  }
  SvgPath lower = drawing.path();
  addBorder(lower, drawing, step, level_at(1.0));
  stroke(svg, drawing, lower, tint * 0.62F, 0.0016, 0.8);
  svg.close();
}

}  // namespace

void drawEpidermis(SvgWriter& svg, const SvgDrawing& drawing) {
  const Epidermis epidermis(drawing);
  const SvgPath body = above(drawing, airTop(drawing), [&](double x) { return epidermis.at(x, 1.0); });
  svg.open("g", {{"id", drawing.id("epidermis")}});
  svg.leaf("path", {{"d", body.data()},
                    {"fill", drawing.paint("epidermis-depth")},
                    {"stroke", svgColour(drawing.palette.basal)},
                    {"stroke-width", drawing.um(0.003)},
                    {"stroke-linejoin", "round"}});
  drawPigment(svg, drawing, epidermis);
  drawCellRows(svg, drawing, epidermis);
  svg.close();
  drawCorneum(svg, drawing);
}

void drawAir(SvgWriter& svg, const SvgDrawing& drawing) {
  svg.leaf("path", {{"id", drawing.id("air")},
                    {"d", above(drawing, airTop(drawing), surfaceAt).data()},
                    {"fill", svgColour(drawing.palette.air)},
                    {"stroke", svgColour(drawing.palette.corneum * 0.60F)},
                    {"stroke-width", drawing.um(0.0022)}});
}

}  // namespace needling::render
