#include "render/hit_ink.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace needling::render {
namespace {

constexpr double kFaintest = 0.12;    // opacity below which a shape is not what one points at
constexpr double kTolerancePx = 3.0;  // CSS pixels
constexpr double kAroundPx = 12.0;    // CSS pixels around a place in which the drawing is replayed
constexpr std::string_view kAir = "air";

// From the place to a stretch: the distance, and how far along the stretch its nearest point lies, 0 to 1.
struct Nearest {
  double distance_mm;
  double along;
};

Nearest nearestOn(const Point& place, double x1, double z1, double x2, double z2) {
  const double run = x2 - x1, fall = z2 - z1, squared = run * run + fall * fall;
  const double t = squared > 0.0 ? ((place.x_mm - x1) * run + (place.z_mm - z1) * fall) / squared : 0.0;
  const double along = std::clamp(t, 0.0, 1.0);
  return {std::hypot(place.x_mm - x1 - along * run, place.z_mm - z1 - along * fall), along};
}

// Even-odd rule.
bool isInside(const Point& place, std::span<const Point> outline) {
  bool inside = false;
  for (std::size_t i = 0, j = outline.size() - 1; i < outline.size(); j = i++) {
    const Point &a = outline[i], &b = outline[j];
    if ((a.z_mm > place.z_mm) == (b.z_mm > place.z_mm)) continue;
    const double crossing = a.x_mm + (place.z_mm - a.z_mm) / (b.z_mm - a.z_mm) * (b.x_mm - a.x_mm);
    if (place.x_mm < crossing) inside = !inside;
  }
  return inside;
}

// The same picture, of which only what stands around a place is drawn, or may be moved there by `bent_mm`.
Drawing around(const Drawing& drawing, const Point& place, double bent_mm) {
  const ViewWindow& whole = drawing.window;
  const double height_px = kAroundPx + std::abs(bent_mm) / whole.mm_per_px;
  ViewWindow part = whole;
  part.width_px = 2.0 * kAroundPx;
  part.height_px = 2.0 * height_px;
  part.centre_x_mm = place.x_mm;
  part.top_z_mm = place.z_mm - height_px * whole.mm_per_px;
  Drawing small = drawing;
  small.window = part;
  return small;
}

// Places of each part's shapes, those nearest the middle of what is seen.
class PlaceInk final : public Ink {
 public:
  struct Candidate {
    double off_mm;
    Point place;
  };
  static constexpr std::size_t kMost = 24;

  explicit PlaceInk(const Bounds& seen) : seen_(seen) {}

  const std::map<std::string, std::vector<Candidate>, std::less<>>& places() const { return places_; }

  void begin(std::string_view name) override { parts_.emplace_back(name); }
  void end() override { parts_.pop_back(); }
  void ribbon(std::span<const RibbonPoint> line, const Shade& shade) override {
    if (shade.opacity < kFaintest) return;
    for (std::size_t share = 1; share < 8; ++share) {
      const RibbonPoint& at = line[share * (line.size() - 1) / 8];
      add({at.x_mm, at.z_mm});
    }
  }
  void line(std::span<const Point> line, double, const glm::vec3&, double opacity) override {
    if (opacity < kFaintest) return;
    for (std::size_t share = 1; share < 8; ++share) add(line[share * (line.size() - 1) / 8]);
  }
  void blob(std::span<const Point> outline, const Shade& shade) override {
    if (shade.opacity < kFaintest) return;
    Point middle{0.0, 0.0};
    for (const Point& point : outline) {
      middle.x_mm += point.x_mm / static_cast<double>(outline.size());
      middle.z_mm += point.z_mm / static_cast<double>(outline.size());
    }
    add(middle);
  }
  void area(std::span<const Column> columns, std::span<const Stop>) override {
    for (std::size_t share = 1; share < 16; ++share) {
      const Column& column = columns[share * (columns.size() - 1) / 16];
      const double top = std::max(column.top_mm, seen_.top_mm), bottom = std::min(column.bottom_mm, seen_.bottom_mm);
      if (top >= bottom) continue;
      for (const double down : {0.5, 0.2, 0.8}) add({column.x_mm, std::lerp(top, bottom, down)});
    }
  }
  void dot(const Point& middle, double, const glm::vec3&, double opacity) override {
    if (opacity >= kFaintest) add(middle);
  }

 private:
  void add(const Point& place) {
    if (parts_.empty() || parts_.back() == kAir) return;
    if (place.x_mm < seen_.left_mm || place.x_mm > seen_.right_mm || place.z_mm < seen_.top_mm ||
        place.z_mm > seen_.bottom_mm)
      return;
    const double off = std::hypot(place.x_mm - 0.5 * (seen_.left_mm + seen_.right_mm),
                                  place.z_mm - 0.5 * (seen_.top_mm + seen_.bottom_mm));
    std::vector<Candidate>& kept = places_[parts_.back()];
    const auto at = std::upper_bound(kept.begin(), kept.end(), off,
                                     [](double value, const Candidate& each) { return value < each.off_mm; });
    if (at == kept.end() && kept.size() >= kMost) return;
    kept.insert(at, {off, place});
    if (kept.size() > kMost) kept.pop_back();
  }

  Bounds seen_;
  std::vector<std::string> parts_;
  std::map<std::string, std::vector<Candidate>, std::less<>> places_;
};

}  // namespace

void HitInk::hit(double opacity) {
  if (opacity < kFaintest || parts_.empty()) return;
  name_ = parts_.back() == kAir ? "" : parts_.back();
}

double HitInk::reachOf(double half_mm) const {
  if (half_mm < tolerance_mm_ / 12.0) return 0.0;
  return half_mm < tolerance_mm_ ? tolerance_mm_ : half_mm;
}

void HitInk::ribbon(std::span<const RibbonPoint> line, const Shade& shade) {
  if (line.size() < 2) return;
  double left = line[0].x_mm, right = left, top = line[0].z_mm, bottom = top, widest = 0.0;
  for (const RibbonPoint& point : line) {
    left = std::min(left, point.x_mm);
    right = std::max(right, point.x_mm);
    top = std::min(top, point.z_mm);
    bottom = std::max(bottom, point.z_mm);
    widest = std::max(widest, point.half_mm);
  }
  const double reach = reachOf(widest);
  if (place_.x_mm < left - reach || place_.x_mm > right + reach || place_.z_mm < top - reach ||
      place_.z_mm > bottom + reach) {
    return;
  }
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const RibbonPoint &a = line[i], &b = line[i + 1];
    const Nearest nearest = nearestOn(place_, a.x_mm, a.z_mm, b.x_mm, b.z_mm);
    // A strip that is wide elsewhere ends where it ends.
    const double half = std::lerp(a.half_mm, b.half_mm, nearest.along);
    if (nearest.distance_mm <= (widest < tolerance_mm_ ? reach : half)) return hit(shade.opacity);
  }
}

void HitInk::line(std::span<const Point> line, double width_mm, const glm::vec3&, double opacity) {
  const double reach = reachOf(0.5 * width_mm);
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const Point &a = line[i], &b = line[i + 1];
    if (std::min(a.x_mm, b.x_mm) > place_.x_mm + reach || std::max(a.x_mm, b.x_mm) < place_.x_mm - reach) continue;
    if (nearestOn(place_, a.x_mm, a.z_mm, b.x_mm, b.z_mm).distance_mm <= reach) return hit(opacity);
  }
}

void HitInk::blob(std::span<const Point> outline, const Shade& shade) {
  if (outline.size() < 3) return;
  double left = outline[0].x_mm, right = left, top = outline[0].z_mm, bottom = top;
  for (const Point& point : outline) {
    left = std::min(left, point.x_mm);
    right = std::max(right, point.x_mm);
    top = std::min(top, point.z_mm);
    bottom = std::max(bottom, point.z_mm);
  }
  const double half = 0.5 * std::min(right - left, bottom - top);
  const double over = half < tolerance_mm_ ? tolerance_mm_ - half : 0.0;
  if (place_.x_mm < left - over || place_.x_mm > right + over || place_.z_mm < top - over ||
      place_.z_mm > bottom + over) {
    return;
  }
  if (over > 0.0 || isInside(place_, outline)) hit(shade.opacity);
}

void HitInk::area(std::span<const Column> columns, std::span<const Stop> stops) {
  for (std::size_t i = 0; i + 1 < columns.size(); ++i) {
    const Column &a = columns[i], &b = columns[i + 1];
    if (place_.x_mm < a.x_mm || place_.x_mm > b.x_mm) continue;
    const double t = (place_.x_mm - a.x_mm) / std::max(b.x_mm - a.x_mm, 1e-12);
    const double top = std::lerp(a.top_mm, b.top_mm, t), bottom = std::lerp(a.bottom_mm, b.bottom_mm, t);
    if (place_.z_mm < top || place_.z_mm > bottom) return;
    const double down = (place_.z_mm - top) / std::max(bottom - top, 1e-12);
    const Stop& nearest = *std::min_element(stops.begin(), stops.end(), [&](const Stop& one, const Stop& other) {
      return std::abs(one.share - down) < std::abs(other.share - down);
    });
    return hit(nearest.opacity);
  }
}

void HitInk::dot(const Point& middle, double radius_mm, const glm::vec3&, double opacity) {
  if (std::hypot(place_.x_mm - middle.x_mm, place_.z_mm - middle.z_mm) <= reachOf(radius_mm)) hit(opacity);
}

std::string structureAt(const Drawing& drawing, const std::vector<ChannelDrawing>& channels,
                        const DeviceDrawing& device, const Point& place) {
  HitInk ink(place, drawing.cssPxMm(kTolerancePx));
  drawSection(ink, around(drawing, place, device.dent.depth_mm), channels, device);
  return ink.name();
}

std::vector<Structure> structuresIn(const Drawing& drawing, const std::vector<ChannelDrawing>& channels,
                                    const DeviceDrawing& device, const Bounds& seen) {
  PlaceInk ink(seen);
  drawSection(ink, drawing, channels, device);
  std::vector<Structure> found;
  for (const auto& [name, candidates] : ink.places()) {
    const auto visible = std::find_if(candidates.begin(), candidates.end(), [&](const PlaceInk::Candidate& each) {
      return structureAt(drawing, channels, device, each.place) == name;
    });
    if (visible != candidates.end()) found.push_back({name, visible->place});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Structure& a, const Structure& b) { return a.place.z_mm < b.place.z_mm; });
  return found;
}

}  // namespace needling::render
