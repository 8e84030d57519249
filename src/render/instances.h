// New collagen and cells as numbers for a shape that is drawn many times: what differs from one copy to the next.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "render/drawing.h"

namespace needling::render {

// Floats of a fibre, as shaders/fibre.vert reads them: x, z, length, width; angle, bend, strength, 1 for type I.
inline constexpr std::size_t kFibreFloats = 8;
// Floats of a cell, as shaders/cell.vert reads them: x, z, angle, strength.
inline constexpr std::size_t kCellFloats = 4;

// What a day shows of both in the window. Filled again and again it asks for no more memory.
class DayInstances {
 public:
  void fill(const Drawing& drawing);

  // In the order in which they are drawn.
  std::span<const float> fibres() const { return fibres_; }
  std::span<const float> cells(CellKind kind) const { return cells_[static_cast<std::size_t>(kind)]; }

 private:
  void fillFibres(const Drawing& drawing);
  void fillCells(const Drawing& drawing);

  std::vector<FibreStroke> strokes_;
  std::vector<CellMark> marks_;
  std::vector<float> fibres_;
  std::array<std::vector<float>, kCellKindCount> cells_;
};

}  // namespace needling::render
