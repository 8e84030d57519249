// Cells that fill an area without gaps: what is nearest to each of the points of a shaken grid.
#pragma once

#include <cmath>
#include <vector>

#include "render/ink.h"

namespace needling::render {

struct TiledCell {
  Point middle;
  std::vector<Point> corners;
  double chance;  // 0 to 1, its own

  // Corners rounded off, drawn together to `share` of its size; `pieces` stretches a corner, `round` the share of each edge
  // that goes into them.
  std::vector<Point> rounded(double share, int pieces, double round = 1.0) const;
};

struct CellTiling {
  double width_mm;
  double height_mm;
  double seed;

  template <class Draw>
  void forEach(double left, double top, double right, double bottom, Draw draw) const {
    for (double j = std::floor(top / height_mm) - 1.0; (j - 1.0) * height_mm < bottom; j += 1.0) {
      for (double i = std::floor(left / width_mm) - 1.0; (i - 1.0) * width_mm < right; i += 1.0) draw(cell(i, j));
    }
  }

  TiledCell cell(double i, double j) const;

 private:
  Point middle(double i, double j) const;
};

}  // namespace needling::render
