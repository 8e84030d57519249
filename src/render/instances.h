// New collagen and cells as numbers for a shape that is drawn many times: what differs from one copy to the next.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "render/drawing.h"
#include "render/fibre_curve.h"

namespace needling::render {

// Floats of a fibre, as shaders/fibre.vert reads them: x, z, length, width; cosine and sine of its angle, bend, strength.
inline constexpr std::size_t kFibreFloats = 8;
// Floats of a cell, as shaders/cell.vert reads them: x, z; cosine and sine of its angle, both times its strength, which is
// above 0.
inline constexpr std::size_t kCellFloats = 4;

// What a day shows of both in the window. Filled again and again it asks for no more memory.
class DayInstances {
 public:
  void fill(const Drawing& drawing);

  // Those of the pools one after another, and of each its windings, in the order in which they are drawn.
  std::span<const float> allFibres() const { return all_fibres_; }
  std::span<const float> fibres(FibrePool pool, std::size_t winding) const {
    return fibres_[static_cast<std::size_t>(pool)][winding];
  }
  std::span<const float> cells(CellKind kind) const { return cells_[static_cast<std::size_t>(kind)]; }

 private:
  void fillFibres(const Drawing& drawing);
  void fillCells(const Drawing& drawing);

  std::vector<FibreStroke> strokes_;
  std::vector<CellMark> marks_;
  std::array<std::array<std::vector<float>, kWindings>, kFibrePoolCount> fibres_;
  std::vector<float> all_fibres_;
  std::array<std::vector<float>, kCellKindCount> cells_;
};

}  // namespace needling::render
