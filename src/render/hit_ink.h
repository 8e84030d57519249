// Says what stands at a place of the picture, by asking each shape of the drawing whether it covers the place: what was
// drawn last stands on top. And finds a place at which each structure can be shown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/drawing.h"
#include "render/ink.h"

namespace needling::render {

class HitInk final : public Ink {
 public:
  // What is thinner than `tolerance_mm` to either side is found from that far, unless it is too
  // thin to be seen, a twelfth of it.
  HitInk(const Point& place, double tolerance_mm) : place_(place), tolerance_mm_(tolerance_mm) {}

  // The innermost part that the topmost shape at the place belongs to; empty where there is none, or only air.
  const std::string& name() const { return name_; }

  void begin(std::string_view name) override { parts_.emplace_back(name); }
  void end() override { parts_.pop_back(); }
  void ribbon(std::span<const RibbonPoint> line, const Shade& shade) override;
  void line(std::span<const Point> line, double width_mm, const glm::vec3& tint, double opacity) override;
  void blob(std::span<const Point> outline, const Shade& shade) override;
  void area(std::span<const Column> columns, std::span<const Stop> stops) override;
  void dot(const Point& middle, double radius_mm, const glm::vec3& tint, double opacity) override;

 private:
  void hit(double opacity);
  // None for what is too thin to be seen.
  double reachOf(double half_mm) const;

  Point place_;
  double tolerance_mm_;
  std::vector<std::string> parts_;
  std::string name_;
};

// The name of what stands at `place`; empty in the air. What is thin is found from three CSS pixels away.
std::string structureAt(const Drawing& drawing, const std::vector<ChannelDrawing>& channels,
                        const DeviceDrawing& device, const Point& place);

struct Structure {
  std::string name;
  Point place;  // where structureAt() answers that name
};

// Every structure that can be seen in `seen`, once each, from the surface down, at a place near its middle.
std::vector<Structure> structuresIn(const Drawing& drawing, const std::vector<ChannelDrawing>& channels,
                                    const DeviceDrawing& device, const Bounds& seen);

}  // namespace needling::render
