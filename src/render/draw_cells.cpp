// Cells of healing, told apart by shape as well as colour.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

#include "render/borders.h"
#include "render/drawing.h"

namespace needling::render {
namespace {

glm::vec3 tintOf(const Palette& palette, CellKind kind) {
  switch (kind) {
    case CellKind::kPlatelet:
      return palette.platelet;
    case CellKind::kNeutrophil:
      return palette.neutrophil;
    case CellKind::kMacrophage:
      return palette.macrophage;
    case CellKind::kFibroblast:
      return palette.fibroblast;
    case CellKind::kCapillary:
      break;
  }
  return palette.capillary;
}

// Places in the cell's own directions, in shares of its size.
class CellPen {
 public:
  CellPen(Ink& ink, const Palette& palette, const CellMark& mark, double size_mm)
      : ink_(ink),
        mark_(mark),
        size_(size_mm),
        s_(std::sin(mark.angle)),
        k_(std::cos(mark.angle)),
        tint_(tintOf(palette, mark.kind)) {}

  void draw() {
    switch (mark_.kind) {
      case CellKind::kPlatelet:
        return oval(0.0, 0.0, 0.42, 0.28, tint_, tint_ * 0.7F);
      case CellKind::kNeutrophil:
        return drawNeutrophil();
      case CellKind::kMacrophage:
        return drawMacrophage();
      case CellKind::kFibroblast:
        return drawFibroblast();
      case CellKind::kCapillary:
        return drawSprout();
    }
  }

 private:
  Point at(double u, double v) const {
    return {mark_.x_mm + size_ * (k_ * u - s_ * v), mark_.z_mm + size_ * (s_ * u + k_ * v)};
  }

  void oval(double u, double v, double long_share, double short_share, const glm::vec3& middle, const glm::vec3& edge) {
    ink_.blob(ellipse(at(u, v), long_share * size_, short_share * size_, mark_.angle, 16),
              {middle, edge, mark_.strength});
  }

  // Small and round, its nucleus in three lobes.
  void drawNeutrophil() {
    oval(0.0, 0.0, 0.52, 0.52, tint_, tint_ * 0.85F);
    for (const auto& [u, v] : {std::pair{0.18, 0.12}, std::pair{-0.20, 0.06}, std::pair{0.02, -0.22}}) {
      ink_.dot(at(u, v), 0.17 * size_, tint_ * 0.42F, mark_.strength);
    }
  }

  // Large, with an uneven rim.
  void drawMacrophage() {
    std::vector<Point> rim;
    for (int i = 0; i < 30; ++i) {
      const double turn = 2.0 * std::numbers::pi * i / 30.0,
                   r = 0.80 + 0.13 * std::sin(5.0 * turn) + 0.05 * std::sin(9.0 * turn);
      rim.push_back(at(r * std::cos(turn), r * std::sin(turn)));
    }
    ink_.blob(rim, {tint_ * 1.08F, tint_ * 0.78F, mark_.strength});
    oval(0.14, 0.08, 0.34, 0.27, tint_ * 0.5F, tint_ * 0.42F);
  }

  // A strip along the cell, `reach` to either side of its middle; off it and half as wide as the functions say.
  template <class Off, class Half>
  void strip(double reach, int pieces, Off off, Half half, const Shade& shade) {
    std::vector<RibbonPoint> line;
    for (int i = 0; i <= pieces; ++i) {
      const double u = 2.0 * i / pieces - 1.0;
      const Point point = at(reach * u, off(u));
      line.push_back({point.x_mm, point.z_mm, size_ * half(u)});
    }
    ink_.ribbon(line, shade);
  }

  // A spindle.
  void drawFibroblast() {
    strip(
        1.35, 14, [](double u) { return 0.10 * std::sin(3.0 * u); },
        [](double u) { return 0.34 * std::pow(std::max(0.0, 1.0 - std::abs(u)), 0.8); },
        {tint_ * 1.12F, tint_ * 0.80F, mark_.strength});
    oval(0.0, 0.0, 0.34, 0.17, tint_ * 0.5F, tint_ * 0.42F);
  }

  // A new capillary: a curved tube.
  void drawSprout() {
    strip(
        1.9, 18, [](double u) { return 0.45 * std::sin(3.2 * u); },
        [](double u) { return 0.25 * std::sqrt(1.0 - 0.85 * u * u * u * u); },
        {tint_ * 1.10F, tint_ * 0.74F, mark_.strength});
  }

  Ink& ink_;
  const CellMark& mark_;
  double size_, s_, k_;
  glm::vec3 tint_;
};

constexpr std::array<std::string_view, kCellKindCount> kParts = {"platelets", "neutrophils", "macrophages",
                                                                 "fibroblasts", "new-capillaries"};

}  // namespace

void drawCell(Ink& ink, const Palette& palette, const CellMark& mark, double size_mm) {
  CellPen(ink, palette, mark, size_mm).draw();
}

double cellSizeMm(const Drawing& drawing) { return std::max(0.016, drawing.cssPxMm(3.2)); }

void drawCells(Ink& ink, const Drawing& drawing) {
  const double size = cellSizeMm(drawing);
  const std::vector<CellMark> marks = visibleCells(drawing.scene, drawing.moment);
  for (const CellKind kind : kTissueCells) {
    ink.begin(kParts[static_cast<std::size_t>(kind)]);
    for (const CellMark& mark : marks) {
      if (mark.kind == kind) drawCell(ink, drawing.palette, mark, size);
    }
    ink.end();
  }
}

}  // namespace needling::render
