#include "render/instances.h"

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
  fibres_.clear();
  for (const FibrePool pool : {FibrePool::kType1, FibrePool::kType3}) {
    for (const FibreStroke& stroke : strokes_) {
      if (stroke.pool != pool || !isInView(drawing, stroke.x_mm, stroke.z_mm, stroke.length_mm)) continue;
      push(fibres_, {stroke.x_mm, stroke.z_mm, stroke.length_mm, stroke.width_mm, stroke.angle, stroke.bend,
                     stroke.strength * shineAt(drawing.palette, stroke.angle), pool == FibrePool::kType1 ? 1.0 : 0.0});
    }
  }
}

void DayInstances::fillCells(const Drawing& drawing) {
  visibleCells(drawing.scene, drawing.moment, marks_);
  for (std::vector<float>& cells : cells_) cells.clear();
  const double reach_mm = 2.0 * cellSizeMm(drawing) + drawing.pixel_mm;
  for (const CellMark& mark : marks_) {
    if (!isInView(drawing, mark.x_mm, mark.z_mm, reach_mm)) continue;
    push(cells_[static_cast<std::size_t>(mark.kind)], {mark.x_mm, mark.z_mm, mark.angle, mark.strength});
  }
}

}  // namespace needling::render
