// Writes a picture as SVG, in micrometres. Shapes of one style share an element, at the place of the first one, so order is
// kept between parts and between styles but not between shapes; what must overlap in order stands in parts of its own.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "render/ink.h"
#include "render/svg_writer.h"

namespace needling::render {

class SvgInk final : public Ink {
 public:
  // `decimals` of a micrometre; ids begin with `id_prefix`; what is thinner than `pixel_mm` has no edge of its own. Shapes
  // outside any part are written by finish().
  SvgInk(SvgWriter& svg, std::string id_prefix, int decimals, double pixel_mm, const Bounds& bounds = {})
      : svg_(svg), id_prefix_(std::move(id_prefix)), decimals_(decimals), pixel_mm_(pixel_mm), bounds_(bounds) {}

  // A named part is a group; the first of a name has it as its id.
  void begin(std::string_view name) override;
  void end() override;
  void ribbon(std::span<const RibbonPoint> line, const Shade& shade) override;
  void line(std::span<const Point> line, double width_mm, const glm::vec3& tint, double opacity) override;
  void blob(std::span<const Point> outline, const Shade& shade) override;
  void area(std::span<const Column> columns, std::span<const Stop> stops) override;
  void dot(const Point& middle, double radius_mm, const glm::vec3& tint, double opacity) override;
  void finish();

 private:
  // Colours as written.
  struct Style {
    std::string fill = {}, stroke = {};  // empty for none
    double opacity = 1.0;
    double stroke_mm = 0.0;
    bool operator==(const Style&) const = default;
  };
  struct Shapes {
    Style style;
    SvgPath path;
  };

  SvgPath& pathOf(const Style& style);
  Style closedStyle(const Shade& shade, double half_mm) const;
  void write(const Shapes& shapes);
  std::string gradient(const Column& at, std::span<const Stop> stops);

  SvgWriter& svg_;
  std::string id_prefix_;
  int decimals_;
  double pixel_mm_;
  Bounds bounds_;
  std::set<std::string, std::less<>> named_;
  int gradients_ = 0;
  std::vector<Shapes> shapes_;
};

}  // namespace needling::render
