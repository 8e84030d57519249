// Hands shapes on to another ink, bent as the skin is: pressed in by needles, or swollen.
#pragma once

#include <vector>

#include "model/insertion.h"
#include "render/ink.h"

namespace needling::render {

// More than any dent or swelling moves what is drawn, mm.
inline constexpr double kDeepestBend = 4.0;

class BentInk final : public Ink {
 public:
  BentInk(Ink& ink, const Dent& dent) : ink_(ink), dent_(dent) {}

  void begin(std::string_view name) override { ink_.begin(name); }
  void end() override { ink_.end(); }
  void ribbon(std::span<const RibbonPoint> line, const Shade& shade) override;
  void line(std::span<const Point> line, double width_mm, const glm::vec3& tint, double opacity) override;
  void blob(std::span<const Point> outline, const Shade& shade) override;
  void area(std::span<const Column> columns, std::span<const Stop> stops) override;
  void dot(const Point& middle, double radius_mm, const glm::vec3& tint, double opacity) override;

 private:
  double bent(double x_mm, double z_mm) const { return z_mm + dent_.downAt(x_mm, z_mm); }
  std::span<const Point> bent(std::span<const Point> points);

  Ink& ink_;
  const Dent& dent_;
  std::vector<RibbonPoint> ribbon_;
  std::vector<Point> points_;
  std::vector<Column> columns_;
};

}  // namespace needling::render
