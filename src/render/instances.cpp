#include "render/instances.h"

#include <cmath>
#include <initializer_list>

namespace needling::render {
namespace {

void push(std::vector<float>& data, std::initializer_list<double> values) {
  for (const double value : values) data.push_back(static_cast<float>(value));
}

// Whether what reaches that far around a place may be seen. A needle presses tissue down by less than its length.
bool isInView(const Drawing& drawing, double x_mm, double z_mm, double reach_mm) {
  return x_mm > drawing.leftMm() - reach_mm && x_mm < drawing.rightMm() + reach_mm &&
         z_mm > drawing.topMm() - reach_mm - drawing.scene.depth.protrusion_mm && z_mm < drawing.bottomMm() + reach_mm;
}

}  // namespace

void DayInstances::fill(const Drawing& drawing) {
  fillFibres(drawing);
  fillCells(drawing);
}

void DayInstances::fillFibres(const Drawing& drawing) {
  visibleFibres(drawing.scene, drawing.moment, strokes_);
  for (auto& pool : fibres_) {
    for (std::vector<float>& fibres : pool) fibres.clear();
  }
  for (const FibreStroke& stroke : strokes_) {
    if (!isInView(drawing, stroke.x_mm, stroke.z_mm, stroke.length_mm)) continue;
    push(fibres_[static_cast<std::size_t>(stroke.pool)][windingOf(stroke.bend, stroke.length_mm)],
         {stroke.x_mm, stroke.z_mm, stroke.length_mm, stroke.width_mm, std::cos(stroke.angle), std::sin(stroke.angle),
          stroke.bend, stroke.strength * shineAt(drawing.palette, stroke.angle)});
  }
  all_fibres_.clear();
  for (const FibrePool pool : kFibrePools) {
    for (const std::vector<float>& fibres : fibres_[static_cast<std::size_t>(pool)])
      all_fibres_.insert(all_fibres_.end(), fibres.begin(), fibres.end());
  }
}

void DayInstances::fillCells(const Drawing& drawing) {
  visibleCells(drawing.scene, drawing.moment, marks_);
  for (std::vector<float>& cells : cells_) cells.clear();
  const double reach_mm = 2.0 * cellSizeMm(drawing) + drawing.pixel_mm;
  for (const CellMark& mark : marks_) {
    if (mark.strength <= 0.0 || !isInView(drawing, mark.x_mm, mark.z_mm, reach_mm)) continue;
    push(cells_[static_cast<std::size_t>(mark.kind)],
         {mark.x_mm, mark.z_mm, mark.strength * std::cos(mark.angle), mark.strength * std::sin(mark.angle)});
  }
}

}  // namespace needling::render
