// Makes triangles of a picture, with edges that are a pixel soft, so that no multisampling is needed.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "render/ink.h"

namespace needling::render {

struct MeshVertex {
  float x_mm;
  float z_mm;
  std::array<std::uint8_t, 4> colour;  // premultiplied
};

// Triangles in painter's order.
struct Mesh {
  std::vector<MeshVertex> vertices;
  std::vector<std::uint32_t> indices;
};

class MeshInk final : public Ink {
 public:
  // Appends to `mesh`. `pixel_mm`: a device pixel at the magnification that the mesh is for.
  MeshInk(Mesh& mesh, double pixel_mm, const Bounds& bounds = {}) : mesh_(mesh), pixel_mm_(pixel_mm), bounds_(bounds) {}

  void begin(std::string_view) override {}
  void end() override {}
  void ribbon(std::span<const RibbonPoint> line, const Shade& shade) override;
  void line(std::span<const Point> line, double width_mm, const glm::vec3& tint, double opacity) override;
  void blob(std::span<const Point> outline, const Shade& shade) override;
  void area(std::span<const Column> columns, std::span<const Stop> stops) override;
  void dot(const Point& middle, double radius_mm, const glm::vec3& tint, double opacity) override;

 private:
  using Colour = std::array<std::uint8_t, 4>;

  void smallDot(const Point& middle, double radius_mm, const glm::vec3& tint, double opacity);
  std::uint32_t add(double x_mm, double z_mm, const Colour& colour);
  void triangle(std::uint32_t a, std::uint32_t b, std::uint32_t c);
  // Joins two rows of `count` vertices each.
  void strip(std::uint32_t first, std::uint32_t second, std::uint32_t count);

  Mesh& mesh_;
  double pixel_mm_;
  Bounds bounds_;
  // Kept for their memory.
  std::vector<RibbonPoint> scratch_, thinned_ribbon_;
  std::vector<Point> thinned_outline_;
};

}  // namespace needling::render
