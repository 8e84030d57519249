#include "app/legend_painter.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "render/legend_samples.h"

namespace needling::app {
namespace {

using render::Point;

// Shapes on a list of Dear ImGui's.
class ListInk final : public render::Ink {
 public:
  ListInk(ImDrawList* list, ImVec2 at, float px_per_mm) : list_(list), at_(at), px_per_mm_(px_per_mm) {}

  void begin(std::string_view) override {}
  void end() override {}

  void ribbon(std::span<const render::RibbonPoint> line, const render::Shade& shade) override {
    outline_.clear();
    const auto side = [&](std::size_t i, double sign) {
      const Point across = render::acrossAt(line, i);
      const double off = sign * line[i].half_mm;
      outline_.push_back(place({line[i].x_mm + off * across.x_mm, line[i].z_mm + off * across.z_mm}));
    };
    for (std::size_t i = 0; i < line.size(); ++i) side(i, -1.0);
    for (std::size_t i = line.size(); i-- > 0;) {
      if (line[i].half_mm > 0.0) side(i, 1.0);
    }
    fill(shade);
  }

  void line(std::span<const Point> line, double width_mm, const glm::vec3& tint, double opacity) override {
    take(line);
    list_->AddPolyline(outline_.data(), static_cast<int>(outline_.size()), packed(tint, opacity), 0,
                       std::max(1.0F, px(width_mm)));
  }

  void blob(std::span<const Point> outline, const render::Shade& shade) override {
    take(outline);
    fill(shade);
  }

  // Flat: samples need no gradient.
  void area(std::span<const render::Column> columns, std::span<const render::Stop> stops) override {
    outline_.clear();
    for (const render::Column& column : columns) outline_.push_back(place({column.x_mm, column.top_mm}));
    for (std::size_t i = columns.size(); i-- > 0;) outline_.push_back(place({columns[i].x_mm, columns[i].bottom_mm}));
    fill({stops.front().tint, stops.front().tint, stops.front().opacity});
  }

  void dot(const Point& middle, double radius_mm, const glm::vec3& tint, double opacity) override {
    list_->AddCircleFilled(place(middle), px(radius_mm), packed(tint, opacity), 20);
  }

 private:
  static ImU32 packed(const glm::vec3& tint, double opacity) {
    return ImGui::ColorConvertFloat4ToU32({tint.r, tint.g, tint.b, static_cast<float>(opacity)});
  }
  float px(double mm) const { return static_cast<float>(mm) * px_per_mm_; }
  ImVec2 place(const Point& point) const { return {at_.x + px(point.x_mm), at_.y + px(point.z_mm)}; }

  void take(std::span<const Point> points) {
    outline_.clear();
    for (const Point& point : points) outline_.push_back(place(point));
  }

  // The outline, clockwise as the list wants it, in the middle's colour with a rim in the edge's.
  void fill(const render::Shade& shade) {
    const auto count = static_cast<int>(outline_.size());
    list_->AddConcavePolyFilled(outline_.data(), count, packed(shade.middle, shade.opacity));
    if (shade.edge != shade.middle)
      list_->AddPolyline(outline_.data(), count, packed(shade.edge, shade.opacity), ImDrawFlags_Closed, 1.0F);
  }

  ImDrawList* list_;
  ImVec2 at_;
  float px_per_mm_;
  std::vector<ImVec2> outline_;
};

}  // namespace

void LegendPainter::paint(ImDrawList* list, ImVec2 at, float height, const char* entry) const {
  const float px_per_mm = height / static_cast<float>(render::kSampleHeight * render::kSamplePixelMm);
  ListInk ink(list, at, px_per_mm);
  render::drawLegendSample(ink, palette_, entry);
}

}  // namespace needling::app
