#include "render/cell_tiling.h"

#include "render/borders.h"

namespace needling::render {
namespace {

// What is left of a convex polygon on the side of `a` of the middle line between a and b.
void keepNearer(std::vector<Point>& polygon, std::vector<Point>& scratch, Point a, Point b) {
  const auto excess = [&](Point p) {
    return (p.x_mm - 0.5 * (a.x_mm + b.x_mm)) * (b.x_mm - a.x_mm) +
           (p.z_mm - 0.5 * (a.z_mm + b.z_mm)) * (b.z_mm - a.z_mm);
  };
  scratch.clear();
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const Point p = polygon[i], q = polygon[(i + 1) % polygon.size()];
    const double at_p = excess(p), at_q = excess(q);
    if (at_p <= 0.0) scratch.push_back(p);
    if ((at_p <= 0.0) == (at_q <= 0.0)) continue;
    const double share = at_p / (at_p - at_q);
    scratch.push_back({blend(p.x_mm, q.x_mm, share), blend(p.z_mm, q.z_mm, share)});
  }
  polygon.swap(scratch);
}

}  // namespace

std::vector<Point> TiledCell::rounded(double share, int pieces, double round) const {
  std::vector<Point> outline;
  outline.reserve(corners.size() * static_cast<std::size_t>(pieces));
  const auto at = [&](std::size_t i) {
    const Point& corner = corners[i % corners.size()];
    return Point{blend(middle.x_mm, corner.x_mm, share), blend(middle.z_mm, corner.z_mm, share)};
  };
  // A quadratic curve from a place on one edge to one on the next, with the corner as its control point.
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const Point before = at(i + corners.size() - 1), corner = at(i), after = at(i + 1);
    for (int k = 0; k < pieces; ++k) {
      const double t = static_cast<double>(k) / pieces, from = 0.5 * round * (1.0 - t) * (1.0 - t),
                   to = 0.5 * round * t * t;
      const double own = 1.0 - from - to;
      outline.push_back({from * before.x_mm + own * corner.x_mm + to * after.x_mm,
                         from * before.z_mm + own * corner.z_mm + to * after.z_mm});
    }
  }
  return outline;
}

Point CellTiling::middle(double i, double j) const {
  return {(i + 0.5 + 0.36 * (2.0 * hash(i + seed, j) - 1.0)) * width_mm,
          (j + 0.5 + 0.36 * (2.0 * hash(i, j + seed + 57.0) - 1.0)) * height_mm};
}

TiledCell CellTiling::cell(double i, double j) const {
  TiledCell cell{middle(i, j), {}, hash(i + seed, j + 23.0)};
  const double x = cell.middle.x_mm, z = cell.middle.z_mm, w = 2.0 * width_mm, h = 2.0 * height_mm;
  cell.corners = {{x - w, z - h}, {x + w, z - h}, {x + w, z + h}, {x - w, z + h}};
  std::vector<Point> scratch;
  for (int dy = -2; dy <= 2; ++dy) {
    for (int dx = -2; dx <= 2; ++dx) {
      if (dx != 0 || dy != 0) keepNearer(cell.corners, scratch, cell.middle, middle(i + dx, j + dy));
    }
  }
  return cell;
}

}  // namespace needling::render
