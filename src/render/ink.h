// What a picture is drawn with: shapes in millimetres (x along the surface, z downwards), laid one over another in the
// order of the calls. The picture is drawn once in code; MeshInk makes triangles of it for the page, SvgInk text for
// print, and HitInk says what stands at a place.
#pragma once

#include <algorithm>
#include <cmath>
#include <glm/vec3.hpp>
#include <span>
#include <string_view>

namespace needling::render {

struct Point {
  double x_mm;
  double z_mm;
};

// A point of a ribbon's middle line, and half the ribbon's width there.
struct RibbonPoint {
  double x_mm;
  double z_mm;
  double half_mm;
};

// The part of the picture that is drawn; what lies outside it altogether an ink leaves out.
struct Bounds {
  double left_mm = -1e9;
  double top_mm = -1e9;
  double right_mm = 1e9;
  double bottom_mm = 1e9;

  // Whether any of the points, with half a width around it, may lie inside.
  template <class Points>
  bool mayShow(const Points& points, double half_mm) const {
    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
    for (const auto& point : points) {
      left = std::min(left, point.x_mm);
      right = std::max(right, point.x_mm);
      top = std::min(top, point.z_mm);
      bottom = std::max(bottom, point.z_mm);
    }
    return left - half_mm < right_mm && right + half_mm > left_mm && top - half_mm < bottom_mm &&
           bottom + half_mm > top_mm;
  }
};

// A shape's colour along its middle, running to another at its edge.
struct Shade {
  glm::vec3 middle;
  glm::vec3 edge;
  double opacity = 1.0;
};

// A place between two borders that run from left to right.
struct Column {
  double x_mm;
  double top_mm;
  double bottom_mm;
};

// What an area is painted with at a share of the way from its upper border (0) to its lower (1).
struct Stop {
  double share;
  glm::vec3 tint;
  double opacity = 1.0;
};

// The mean of an outline's points.
inline Point middleOf(std::span<const Point> outline) {
  Point middle{0.0, 0.0};
  for (const Point& point : outline) {
    middle.x_mm += point.x_mm / static_cast<double>(outline.size());
    middle.z_mm += point.z_mm / static_cast<double>(outline.size());
  }
  return middle;
}

// Across a ribbon at point i, of length 1: the mean of the two neighbouring stretches' normals.
inline Point acrossAt(std::span<const RibbonPoint> line, std::size_t i) {
  const RibbonPoint& from = line[i > 0 ? i - 1 : 0];
  const RibbonPoint& to = line[std::min(i + 1, line.size() - 1)];
  const double run = to.x_mm - from.x_mm, fall = to.z_mm - from.z_mm, length = std::hypot(run, fall);
  return length > 0.0 ? Point{-fall / length, run / length} : Point{0.0, 1.0};
}

class Ink {
 public:
  virtual ~Ink() = default;

  // What follows, to end(), is the part of that name. Parts may lie in parts.
  virtual void begin(std::string_view name) = 0;
  virtual void end() = 0;

  // A strip along a line; it runs to a point where its width does.
  virtual void ribbon(std::span<const RibbonPoint> line, const Shade& shade) = 0;
  // A strip of one width with rounded ends; one thinner than a pixel is fainter, not gone.
  virtual void line(std::span<const Point> line, double width_mm, const glm::vec3& tint, double opacity) = 0;
  // A closed outline that can be seen whole from its middle.
  virtual void blob(std::span<const Point> outline, const Shade& shade) = 0;
  // Everything between two borders. `stops`: two or more, from share 0 to 1.
  virtual void area(std::span<const Column> columns, std::span<const Stop> stops) = 0;
  virtual void dot(const Point& middle, double radius_mm, const glm::vec3& tint, double opacity) = 0;
};

}  // namespace needling::render
