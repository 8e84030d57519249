#include "render/bent_ink.h"

namespace needling::render {

std::span<const Point> BentInk::bent(std::span<const Point> points) {
  points_.assign(points.begin(), points.end());
  for (Point& point : points_) point.z_mm = bent(point.x_mm, point.z_mm);
  return points_;
}

void BentInk::ribbon(std::span<const RibbonPoint> line, const Shade& shade) {
  ribbon_.assign(line.begin(), line.end());
  for (RibbonPoint& point : ribbon_) point.z_mm = bent(point.x_mm, point.z_mm);
  ink_.ribbon(ribbon_, shade);
}

void BentInk::line(std::span<const Point> line, double width_mm, const glm::vec3& tint, double opacity) {
  ink_.line(bent(line), width_mm, tint, opacity);
}

void BentInk::blob(std::span<const Point> outline, const Shade& shade) { ink_.blob(bent(outline), shade); }

void BentInk::area(std::span<const Column> columns, std::span<const Stop> stops) {
  columns_.assign(columns.begin(), columns.end());
  for (Column& column : columns_) {
    column.top_mm = bent(column.x_mm, column.top_mm);
    column.bottom_mm = bent(column.x_mm, column.bottom_mm);
  }
  ink_.area(columns_, stops);
}

void BentInk::dot(const Point& middle, double radius_mm, const glm::vec3& tint, double opacity) {
  ink_.dot({middle.x_mm, bent(middle.x_mm, middle.z_mm)}, radius_mm, tint, opacity);
}

}  // namespace needling::render
