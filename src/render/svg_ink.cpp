#include "render/svg_ink.h"

#include <algorithm>
#include <cmath>

namespace needling::render {
namespace {

// A shape's edge is a stroke of this share of its width, half of it inside.
constexpr double kEdgeShare = 0.26;

// Down one side and up the other, at a share of the width.
void addRibbon(SvgPath& path, std::span<const RibbonPoint> line, double share) {
  const auto side = [&](std::size_t i, double sign, bool first) {
    const Point across = acrossAt(line, i);
    const double off = sign * share * line[i].half_mm;
    const double x = line[i].x_mm + off * across.x_mm, z = line[i].z_mm + off * across.z_mm;
    first ? path.moveTo(x, z) : path.lineTo(x, z);
  };
  for (std::size_t i = 0; i < line.size(); ++i) side(i, 1.0, i == 0);
  for (std::size_t i = line.size(); i-- > 0;) {
    if (line[i].half_mm > 0.0 || (i > 0 && i + 1 < line.size())) side(i, -1.0, false);
  }
  path.close();
}

void addBlob(SvgPath& path, std::span<const Point> outline, double share) {
  const Point middle = middleOf(outline);
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const double x = std::lerp(middle.x_mm, outline[i].x_mm, share), z = std::lerp(middle.z_mm, outline[i].z_mm, share);
    i == 0 ? path.moveTo(x, z) : path.lineTo(x, z);
  }
  path.close();
}

}  // namespace

void SvgInk::begin(std::string_view name) {
  finish();
  const bool first = named_.emplace(name).second;
  svg_.open("g", {{"id", first ? id_prefix_ + std::string(name) : ""}});
}

void SvgInk::end() {
  finish();
  svg_.close();
}

void SvgInk::finish() {
  for (const Shapes& shapes : shapes_) write(shapes);
  shapes_.clear();
}

void SvgInk::write(const Shapes& shapes) {
  const Style& style = shapes.style;
  const std::string opacity = style.opacity < 1.0 ? svgNumber(style.opacity) : "";
  const bool closed = !style.fill.empty(), stroked = !style.stroke.empty();
  svg_.leaf("path", {{"d", shapes.path.data()},
                     {"fill", closed ? style.fill : "none"},
                     {"stroke", style.stroke},
                     {"stroke-width", stroked ? svgNumber(1000.0 * style.stroke_mm, decimals_ + 1) : ""},
                     {"stroke-linecap", stroked && !closed ? "round" : ""},
                     {"stroke-linejoin", stroked ? "round" : ""},
                     {"opacity", opacity}});
}

SvgPath& SvgInk::pathOf(const Style& style) {
  const auto found =
      std::find_if(shapes_.begin(), shapes_.end(), [&](const Shapes& shapes) { return shapes.style == style; });
  return (found != shapes_.end() ? *found : shapes_.emplace_back(style, SvgPath(decimals_))).path;
}

// Edges come in widths a third apart, so that shapes of about one size share an element.
SvgInk::Style SvgInk::closedStyle(const Shade& shade, double half_mm) const {
  const std::string middle = svgColour(shade.middle), edge = svgColour(shade.edge);
  if (middle == edge || half_mm < pixel_mm_) return {.fill = middle, .opacity = shade.opacity};
  const double steps = std::round(std::log(half_mm / pixel_mm_) / std::log(1.33));
  return {.fill = middle,
          .stroke = edge,
          .opacity = shade.opacity,
          .stroke_mm = kEdgeShare * pixel_mm_ * std::pow(1.33, steps)};
}

void SvgInk::ribbon(std::span<const RibbonPoint> line, const Shade& shade) {
  if (line.size() < 2) return;
  double half = 0.0;
  for (const RibbonPoint& point : line) half = std::max(half, point.half_mm);
  if (!bounds_.mayShow(line, half)) return;
  if (half < pixel_mm_) {
    SvgPath& path = pathOf({.stroke = svgColour(shade.middle),
                            .opacity = shade.opacity,
                            .stroke_mm = std::round(half / pixel_mm_ * 8.0) / 4.0 * pixel_mm_});
    path.moveTo(line.front().x_mm, line.front().z_mm);
    for (const RibbonPoint& point : line.subspan(1)) path.lineTo(point.x_mm, point.z_mm);
    return;
  }
  const Style style = closedStyle(shade, half);
  addRibbon(pathOf(style), line, style.stroke.empty() ? 1.0 : 1.0 - 0.5 * kEdgeShare);
}

void SvgInk::line(std::span<const Point> line, double width_mm, const glm::vec3& tint, double opacity) {
  if (line.size() < 2 || !bounds_.mayShow(line, width_mm)) return;
  SvgPath& path = pathOf({.stroke = svgColour(tint), .opacity = opacity, .stroke_mm = width_mm});
  path.moveTo(line.front().x_mm, line.front().z_mm);
  for (const Point& point : line.subspan(1)) path.lineTo(point.x_mm, point.z_mm);
}

void SvgInk::blob(std::span<const Point> outline, const Shade& shade) {
  if (outline.size() < 3 || !bounds_.mayShow(outline, 0.0)) return;
  double left = outline[0].x_mm, right = left, top = outline[0].z_mm, bottom = top;
  for (const Point& point : outline) {
    left = std::min(left, point.x_mm);
    right = std::max(right, point.x_mm);
    top = std::min(top, point.z_mm);
    bottom = std::max(bottom, point.z_mm);
  }
  const Style style = closedStyle(shade, 0.5 * std::min(right - left, bottom - top));
  addBlob(pathOf(style), outline, style.stroke.empty() ? 1.0 : 1.0 - 0.5 * kEdgeShare);
}

void SvgInk::dot(const Point& middle, double radius_mm, const glm::vec3& tint, double opacity) {
  if (!bounds_.mayShow(std::span(&middle, 1), radius_mm)) return;
  pathOf({.stroke = svgColour(tint), .opacity = opacity, .stroke_mm = 2.0 * radius_mm}).dot(middle.x_mm, middle.z_mm);
}

std::string SvgInk::gradient(const Column& at, std::span<const Stop> stops) {
  const std::string id = id_prefix_ + "gradient-" + std::to_string(gradients_++);
  svg_.open("linearGradient", {{"id", id},
                               {"gradientUnits", "userSpaceOnUse"},
                               {"x1", "0"},
                               {"x2", "0"},
                               {"y1", svgNumber(1000.0 * at.top_mm, decimals_)},
                               {"y2", svgNumber(1000.0 * at.bottom_mm, decimals_)}});
  for (const Stop& stop : stops) {
    svg_.leaf("stop", {{"offset", svgNumber(stop.share, 3)},
                       {"stop-color", svgColour(stop.tint)},
                       {"stop-opacity", stop.opacity < 1.0 ? svgNumber(stop.opacity) : ""}});
  }
  svg_.close();
  return "url(#" + id + ")";
}

// The gradient runs straight down between the mean heights of the borders.
void SvgInk::area(std::span<const Column> columns, std::span<const Stop> stops) {
  if (columns.size() < 2) return;
  finish();  // an area lies over what was drawn before it
  Column mean{0.0, 0.0, 0.0};
  for (const Column& column : columns) {
    mean.top_mm += column.top_mm / static_cast<double>(columns.size());
    mean.bottom_mm += column.bottom_mm / static_cast<double>(columns.size());
  }
  const bool plain = std::all_of(stops.begin(), stops.end(), [&](const Stop& stop) {
    return stop.tint == stops.front().tint && stop.opacity == stops.front().opacity;
  });
  SvgPath path(decimals_);
  path.moveTo(columns.front().x_mm, columns.front().top_mm);
  for (const Column& column : columns.subspan(1)) path.lineTo(column.x_mm, column.top_mm);
  for (std::size_t i = columns.size(); i-- > 0;) path.lineTo(columns[i].x_mm, columns[i].bottom_mm);
  path.close();
  svg_.leaf("path", {{"d", path.data()},
                     {"fill", plain ? svgColour(stops.front().tint) : gradient(mean, stops)},
                     {"fill-opacity", plain && stops.front().opacity < 1.0 ? svgNumber(stops.front().opacity) : ""}});
}

}  // namespace needling::render
