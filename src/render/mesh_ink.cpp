#include "render/mesh_ink.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/check.h"
#include "core/thin_path.h"

namespace needling::render {
namespace {

std::array<std::uint8_t, 4> premultiplied(const glm::vec3& tint, double opacity) {
  const double alpha = std::clamp(opacity, 0.0, 1.0);
  const auto byte = [alpha](double value) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 1.0) * alpha * 255.0));
  };
  return {byte(tint.r), byte(tint.g), byte(tint.b), byte(1.0)};
}

constexpr std::array<std::uint8_t, 4> kClear = {0, 0, 0, 0};

// A point is left out where the line without it strays by less than this,
constexpr double kStrayPx = 0.05;
// and where no longer piece comes of it than a dent can still bend smoothly.
constexpr double kLongestPx = 4.0;

double halfOf(const RibbonPoint& point) { return point.half_mm; }
double halfOf(const Point&) { return 0.0; }

// Whether a point, or its half width, lies off the straight way between two others.
template <class Each>
bool strays(const Each& point, const Each& from, const Each& to, double pixel_mm) {
  const double run = to.x_mm - from.x_mm, fall = to.z_mm - from.z_mm, length2 = run * run + fall * fall;
  if (length2 > kLongestPx * kLongestPx * pixel_mm * pixel_mm) return true;
  const double dx = point.x_mm - from.x_mm, dz = point.z_mm - from.z_mm;
  const double share = length2 > 0.0 ? std::clamp((dx * run + dz * fall) / length2, 0.0, 1.0) : 0.0;
  const double off_x = dx - share * run, off_z = dz - share * fall;
  const double off_half = halfOf(point) - halfOf(from) - share * (halfOf(to) - halfOf(from));
  const double most = kStrayPx * pixel_mm;
  return off_x * off_x + off_z * off_z > most * most || std::abs(off_half) > most;
}

// Those points that are seen.
template <class Each>
std::span<const Each> thinned(std::span<const Each> path, double pixel_mm, std::vector<Each>& kept) {
  kept.clear();
  thinPath(
      path.size(),
      [&](std::size_t i, std::size_t from, std::size_t to) { return strays(path[i], path[from], path[to], pixel_mm); },
      [&](std::size_t i) { kept.push_back(path[i]); });
  return kept;
}

}  // namespace

std::uint32_t MeshInk::add(double x_mm, double z_mm, const Colour& colour) {
  mesh_.vertices.push_back({static_cast<float>(x_mm), static_cast<float>(z_mm), colour});
  return static_cast<std::uint32_t>(mesh_.vertices.size() - 1);
}

void MeshInk::triangle(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
  mesh_.indices.insert(mesh_.indices.end(), {a, b, c});
}

void MeshInk::strip(std::uint32_t first, std::uint32_t second, std::uint32_t count) {
  for (std::uint32_t i = 0; i + 1 < count; ++i) {
    triangle(first + i, first + i + 1, second + i);
    triangle(first + i + 1, second + i + 1, second + i);
  }
}

// Across: clear, edge, middle, edge, clear; of a fine one clear, edge, clear. Half a pixel on either side of the edge is the soft border; what is thinner
// than that keeps its amount of colour by being fainter.
void MeshInk::ribbon(std::span<const RibbonPoint> all, const Shade& shade) {
  if (all.size() < 2) return;
  double widest = pixel_mm_;
  for (const RibbonPoint& point : all) widest = std::max(widest, point.half_mm + pixel_mm_);
  if (!bounds_.mayShow(all, widest)) return;
  const std::span<const RibbonPoint> line = thinned(all, pixel_mm_, thinned_ribbon_);
  const double soft = 0.5 * pixel_mm_;
  // One that is nowhere wider than its soft border has nothing inside it.
  const bool fine = widest - pixel_mm_ <= soft;
  const std::uint32_t across = fine ? 3 : 5;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const RibbonPoint& point = line[i];
    const Point normal = acrossAt(line, i);
    const double inner = std::max(point.half_mm - soft, 0.0), outer = point.half_mm + soft;
    const double opacity = shade.opacity * std::min(1.0, 2.0 * point.half_mm / (inner + outer));
    const Colour edge = premultiplied(shade.edge, opacity), middle = premultiplied(shade.middle, opacity);
    const auto put = [&](double off, const Colour& colour) {
      add(point.x_mm + off * normal.x_mm, point.z_mm + off * normal.z_mm, colour);
    };
    put(-outer, kClear);
    if (!fine) put(-inner, edge);
    put(0.0, fine ? edge : middle);
    if (!fine) put(inner, edge);
    put(outer, kClear);
    if (i == 0) continue;
    const auto row = static_cast<std::uint32_t>(mesh_.vertices.size()) - across;
    strip(row - across, row, across);
  }
}

void MeshInk::line(std::span<const Point> line, double width_mm, const glm::vec3& tint, double opacity) {
  if (line.size() < 2) return;
  const double half = 0.5 * width_mm;
  const bool round_ends = width_mm > 2.0 * pixel_mm_;
  scratch_.clear();
  const auto cap = [&](const Point& end, const Point& inside) {
    const double run = end.x_mm - inside.x_mm, fall = end.z_mm - inside.z_mm, length = std::hypot(run, fall);
    if (!round_ends || length <= 0.0) return;
    const auto at = [&](double out, double width) {
      return RibbonPoint{end.x_mm + out * half * run / length, end.z_mm + out * half * fall / length, width * half};
    };
    const bool first = scratch_.empty();
    const std::array<RibbonPoint, 2> points = {at(0.75, 0.66), at(1.0, 0.0)};
    scratch_.push_back(points[first ? 1 : 0]);
    scratch_.push_back(points[first ? 0 : 1]);
  };
  cap(line.front(), line[1]);
  for (const Point& point : line) scratch_.push_back({point.x_mm, point.z_mm, half});
  cap(line.back(), line[line.size() - 2]);
  ribbon(scratch_, {tint, tint, opacity});
}

void MeshInk::blob(std::span<const Point> all, const Shade& shade) {
  if (all.size() < 3 || !bounds_.mayShow(all, pixel_mm_)) return;
  const std::span<const Point> outline = thinned(all, pixel_mm_, thinned_outline_);
  const std::size_t count = outline.size();
  const Point middle = middleOf(all);
  double radius = 0.0;
  for (const Point& point : outline) {
    radius += std::hypot(point.x_mm - middle.x_mm, point.z_mm - middle.z_mm) / static_cast<double>(count);
  }
  const double soft = 0.5 * pixel_mm_;
  const double kept = std::min(1.0, 2.0 * radius / (std::max(radius - soft, 0.0) + radius + soft));
  const double opacity = shade.opacity * kept * kept;
  const Colour edge = premultiplied(shade.edge, opacity);
  const std::uint32_t centre = add(middle.x_mm, middle.z_mm, premultiplied(shade.middle, opacity));
  for (const Point& point : outline) {
    const double dx = point.x_mm - middle.x_mm, dz = point.z_mm - middle.z_mm;
    const double length = std::max(std::hypot(dx, dz), 1e-9);
    const double inner = std::max(length - soft, 0.0) / length, outer = (length + soft) / length;
    add(middle.x_mm + inner * dx, middle.z_mm + inner * dz, edge);
    add(middle.x_mm + outer * dx, middle.z_mm + outer * dz, kClear);
  }
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t here = centre + 1 + 2 * i;
    const std::uint32_t next = centre + 1 + 2 * ((i + 1) % static_cast<std::uint32_t>(count));
    triangle(centre, here, next);
    triangle(here, here + 1, next);
    triangle(next, here + 1, next + 1);
  }
}

void MeshInk::area(std::span<const Column> columns, std::span<const Stop> stops) {
  NEEDLING_CHECK(stops.size() >= 2);
  if (columns.size() < 2) return;
  const double soft = 0.5 * pixel_mm_;
  const auto across = static_cast<std::uint32_t>(stops.size() + 2);
  std::vector<Colour> colours;
  for (const Stop& stop : stops) colours.push_back(premultiplied(stop.tint, stop.opacity));
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Column& column = columns[i];
    // Borders that cross leave nothing between them.
    const double height = std::max(column.bottom_mm - column.top_mm, 0.0);
    add(column.x_mm, column.top_mm - soft, kClear);
    for (std::size_t s = 0; s < stops.size(); ++s) {
      const double inset = s == 0 ? soft : s + 1 == stops.size() ? -soft : 0.0;
      add(column.x_mm, column.top_mm + stops[s].share * height + std::clamp(inset, -0.5 * height, 0.5 * height),
          height > 0.0 ? colours[s] : kClear);
    }
    add(column.x_mm, column.top_mm + height + soft, kClear);
    if (i == 0) continue;
    const auto row = static_cast<std::uint32_t>(mesh_.vertices.size()) - across;
    strip(row - across, row, across);
  }
}

void MeshInk::dot(const Point& middle, double radius_mm, const glm::vec3& tint, double opacity) {
  if (!bounds_.mayShow(std::span(&middle, 1), radius_mm + pixel_mm_)) return;
  if (radius_mm < pixel_mm_) return smallDot(middle, radius_mm, tint, opacity);
  const double radius_px = radius_mm / pixel_mm_;
  const auto corners = static_cast<std::size_t>(std::clamp(4.0 + 2.0 * std::sqrt(radius_px) * 2.0, 5.0, 32.0));
  std::array<Point, 32> outline{};
  for (std::size_t i = 0; i < corners; ++i) {
    const double turn = 2.0 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(corners);
    outline[i] = {middle.x_mm + radius_mm * std::cos(turn), middle.z_mm + radius_mm * std::sin(turn)};
  }
  blob(std::span(outline).first(corners), {tint, tint, opacity});
}

// One that no circle is seen of, and there are thousands: a pyramid over a diamond with as much colour as the disc.
void MeshInk::smallDot(const Point& middle, double radius_mm, const glm::vec3& tint, double opacity) {
  const double reach = radius_mm + 0.75 * pixel_mm_;
  const double height = 1.5 * std::numbers::pi * radius_mm * radius_mm / (reach * reach);
  const std::uint32_t centre = add(middle.x_mm, middle.z_mm, premultiplied(tint, opacity * std::min(1.0, height)));
  add(middle.x_mm - reach, middle.z_mm, kClear);
  add(middle.x_mm, middle.z_mm - reach, kClear);
  add(middle.x_mm + reach, middle.z_mm, kClear);
  add(middle.x_mm, middle.z_mm + reach, kClear);
  for (std::uint32_t i = 0; i < 4; ++i) triangle(centre, centre + 1 + i, centre + 1 + (i + 1) % 4);
}

}  // namespace needling::render
