// The clot: red cells in a mesh of fibrin, from the bottom of the needle's path to a crust on the surface. It goes as the
// path is healed over: new epidermis grows from both edges of the hole under the crust, thin at first.
#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <utility>
#include <vector>

#include "render/borders.h"
#include "render/drawing.h"

namespace needling::render {
namespace {

// What grows over the hole: a tongue of living cells from either edge that ends where the open part of the hole begins. Its
// pace is the hole's; how thick it is and how it sinks under the crust are illustration.
class NewEpidermis {
 public:
  NewEpidermis(Ink& ink, const Drawing& drawing, const ChannelDrawing& channel)
      : ink_(ink),
        drawing_(drawing),
        palette_(drawing.palette),
        channel_(channel),
        gap_mm_(kFlare * 0.5 * channel.opening_mm),
        open_(std::sqrt(std::max(channel.open_fraction, 0.0)) * smooth(kClosed, 3.0 * kClosed, channel.open_fraction)),
        healed_(std::clamp(1.0 - channel.track_visible, 0.0, 1.0)) {}

  void draw() {
    if (open_ > 0.97 || drawing_.px(gap_mm_) < 1.5) return;
    ink_.begin("new-epidermis");
    for (const double side : {-1.0, 1.0}) drawSide(side);
    ink_.end();
  }

 private:
  struct Borders {
    double top, bottom;
  };
  static constexpr double kFlare = 1.15;   // of the hole's mouth
  static constexpr double kClosed = 0.05;  // open share that is drawn no more

  double opacity() const { return std::min(1.0, 12.0 * channel_.track_visible); }
  double xAt(double side, double off) const { return channel_.x_mm + side * off * gap_mm_; }

  // `off`: 0 in the hole's middle, 1 at its edge, where the old epidermis begins.
  Borders bordersAt(double side, double off) const {
    const double x = xAt(side, off), old_top = surfaceAt(x) + drawing_.scene.skin.stratum_corneum.value;
    const double old_bottom = junctionAt(x, drawing_.epidermisMm()), whole = std::max(old_bottom - old_top, 0.0);
    const double tip = std::max(smooth(0.0, 0.35, off - open_), healed_);
    const double share = blend(0.34 + 0.66 * healed_, 1.0, smooth(0.72, 1.0, off)) * tip;
    const double top = old_top + 0.30 * whole * (1.0 - healed_) * (1.0 - off * off);
    return {top, std::min(top + share * whole, old_bottom)};
  }

  void drawSide(double side) {
    const int pieces = drawing_.pieces(3.0 * gap_mm_, 12, 80);
    std::vector<Column> bed, tongue;
    std::vector<Point> base;
    for (int i = 0; i <= pieces; ++i) {
      // From left to right, as areas run.
      const double share = static_cast<double>(i) / pieces, off = blend(open_, 1.0, side > 0.0 ? share : 1.0 - share);
      const Borders borders = bordersAt(side, off);
      const double x = xAt(side, off);
      tongue.push_back({x, borders.top, borders.bottom});
      bed.push_back({x, borders.bottom, std::max(borders.bottom, junctionAt(x, drawing_.epidermisMm()))});
      base.push_back({x, borders.bottom});
    }
    const Stop under[] = {{0.0, glm::mix(palette_.papillary, palette_.track, 0.42F), opacity()},
                          {1.0, glm::mix(palette_.papillary, palette_.track, 0.14F), opacity()}};
    ink_.area(bed, under);
    // As the old one, with less pigment.
    const glm::vec3 upper = palette_.epidermis * 1.02F;
    const glm::vec3 lower = glm::mix(palette_.epidermis * 0.84F, palette_.basal, 0.35F + 0.30F * palette_.melanin);
    const Stop living[] = {{0.0, upper, opacity()}, {1.0, lower, opacity()}};
    ink_.area(tongue, living);
    drawCells(side);
    drawStrokes(ink_, drawing_, tongue);
    ink_.line(base, std::max(0.0008, drawing_.cssPxMm(0.6)), palette_.basal, 0.55 * opacity());
  }

  // Rows of cells from edge to tip, flat above and upright in the basal row; from afar their nuclei alone.
  void drawCells(double side) {
    constexpr double kCell = 0.0105, kRow = 0.0088;
    if (drawing_.px(kCell) < 1.6) return;
    const Borders edge = bordersAt(side, 1.0);
    const int rows = std::clamp(static_cast<int>(0.6 * (edge.bottom - edge.top) / kRow), 2, 6);
    const int count = static_cast<int>(std::ceil((1.0 - open_) * gap_mm_ / kCell));
    for (int row = 0; row < rows; ++row) {
      for (int i = 0; i <= count; ++i) drawCell(side, row, rows, i, kCell / gap_mm_);
    }
  }

  // `step`: a cell's width as a share of the gap. Rows are shifted against one another like bricks and begin over the old
  // epidermis, some farther in than others, so that no seam is seen.
  void drawCell(double side, int row, int rows, int i, double step) {
    const double shift = (0.15 + (row % 2 == 0 ? 0.0 : 0.5) + 0.45 * hash(row + 3.0 * side, channel_.x_mm)) * step;
    const double from = 1.0 - i * step + shift;
    // What is too narrow for a cell at the tip belongs to the last one, so that none is missing there.
    const double end = 1.0 - (i + 1.0) * step + shift, to = end < open_ + 0.4 * step ? open_ : end,
                 off = 0.5 * (from + to);
    const Borders here = bordersAt(side, off);
    const double height = (here.bottom - here.top) / rows;
    if (from < open_ + 0.4 * step || height < 0.0018) return;
    const bool basal = row + 1 == rows;
    const double low = static_cast<double>(row) / rows, high = (row + 1.0) / rows;
    const glm::vec3 tint = glm::mix(palette_.epidermis * (1.12F - 0.14F * static_cast<float>(high)), palette_.basal,
                                    (basal ? 0.45F : 0.12F) * palette_.melanin);
    const Point middle{xAt(side, off), blend(here.top, here.bottom, 0.5 * (low + high))};
    if (drawing_.px(0.0105) > 5.0) {
      std::vector<Point> body;
      for (const auto& [across, down] : kCorners) {
        const double at = off + 0.5 * (across * side) * (0.95 * (from - to));
        const Borders borders = bordersAt(side, std::clamp(at, 0.0, 1.0));
        body.push_back({xAt(side, at), blend(borders.top, borders.bottom, blend(low, high, down))});
      }
      ink_.blob(body, {tint, tint * 0.82F, opacity()});
    }
    const glm::vec3 nucleus = glm::mix(palette_.nucleus, palette_.basal, 0.30F * palette_.melanin);
    const double wide = basal ? 0.0024 : 0.0034, up = std::min(0.36 * height, basal ? 0.0032 : 0.0018);
    if (drawing_.px(0.0105) < 3.4) return ink_.dot(middle, 0.8 * std::sqrt(wide * up), nucleus, 0.62 * opacity());
    ink_.blob(ellipse(middle, wide, up, 0.0, drawing_.pieces(0.02, 8, 40)),
              {glm::mix(nucleus, palette_.epidermis, 0.22F), nucleus, 0.9 * opacity()});
    if (drawing_.px(0.0105) > 26.0)
      ink_.dot({middle.x_mm + 0.25 * wide, middle.z_mm - 0.2 * up}, 0.0006, nucleus * 0.55F, 0.9 * opacity());
  }

  static constexpr std::array<std::pair<double, double>, 8> kCorners = {
      {{-0.7, 0.03}, {0.7, 0.03}, {1.0, 0.25}, {1.0, 0.75}, {0.7, 0.97}, {-0.7, 0.97}, {-1.0, 0.75}, {-1.0, 0.25}}};

  Ink& ink_;
  const Drawing& drawing_;
  const Palette& palette_;
  const ChannelDrawing& channel_;
  double gap_mm_;  // half the hole as it was made
  double open_;    // share of its width that still is
  double healed_;
};

class ClotPen {
 public:
  ClotPen(Ink& ink, const Drawing& drawing, const ChannelDrawing& channel)
      : ink_(ink), drawing_(drawing), channel_(channel), left_(channel.track_visible) {}

  void draw() {
    const double depth = channel_.depth.reach_mm.value;
    if (depth <= 0.0 || left_ < 0.02 || channel_.with_needle) return;
    ink_.begin("clot");
    drawFilling(depth);
    ink_.end();
    NewEpidermis(ink_, drawing_, channel_).draw();
    ink_.begin("clot");
    drawCrust();
    ink_.end();
  }

  // Platelets stand in the clot, over what fills the hole.
  void drawPlatelets(const std::vector<CellMark>& marks) {
    if (channel_.with_needle) return;
    ink_.begin("platelets");
    for (const CellMark& mark : marks) {
      const bool mine = std::abs(mark.x_mm - channel_.x_mm) <= 0.5 * channel_.opening_mm;
      if (mine && mark.z_mm <= channel_.depth.reach_mm.value)
        drawCell(ink_, drawing_.palette, mark, cellSizeMm(drawing_));
    }
    ink_.end();
  }

 private:
  // Half the width of the filled path: wide at the top, a line below.
  double halfAt(double z) const {
    const double reach = std::max(channel_.depth.reach_mm.value, 1e-3);
    return (0.14 + 0.20 * left_) * channel_.opening_mm * std::sqrt(std::max(0.0, 1.0 - z / reach));
  }

  double chance(double i, double column) const { return hash(i + 40.0 * column, channel_.x_mm * 9.0 + column); }

  Point place(double z, double share) const { return {channel_.x_mm + share * halfAt(z), z}; }

  // A dome on the surface, which dries and falls off.
  void drawCrust() {
    const double half = 0.55 * channel_.opening_mm * (0.4 + 0.6 * left_), height = 0.022 * left_;
    std::vector<Column> columns;
    for (int i = 0; i <= 16; ++i) {
      const double u = 2.0 * i / 16.0 - 1.0, x = channel_.x_mm + u * half;
      columns.push_back(
          {x, surfaceAt(x) - height * std::sqrt(1.0 - u * u), surfaceAt(x) + 0.5 * height * (1.0 - u * u)});
    }
    const glm::vec3 dark = drawing_.palette.track;
    const double opacity = 0.95 * std::min(1.0, 2.5 * left_);
    const Stop stops[] = {{0.0, dark * 1.25F, opacity}, {1.0, dark * 0.8F, opacity}};
    ink_.area(columns, stops);
  }

  void drawFilling(double depth) {
    if (drawing_.px(0.006) < 2.0) return;
    const int count = static_cast<int>(depth / 0.010);
    for (int i = 0; i < 4 * count; ++i) drawRedCell(depth, i);
    for (int i = 0; i < 2 * count; ++i) drawThread(depth, i);
  }

  void drawThread(double depth, int i) {
    const double z = depth * chance(i, 1.0), dz = 0.03 * (chance(i, 2.0) - 0.5);
    const double from = -0.9 * chance(i, 3.0), to = 0.9 * chance(i, 5.0), bow = 0.4 * (chance(i, 4.0) - 0.5);
    std::vector<Point> thread;
    const int pieces = drawing_.pieces(0.05, 3, 16);
    for (int k = 0; k <= pieces; ++k) {
      const double t = static_cast<double>(k) / pieces, wave = 0.002 * std::sin(11.0 * t + i);
      thread.push_back(place(z + dz * t + wave, blend(from, to, t) + bow * 4.0 * t * (1.0 - t)));
    }
    ink_.line(thread, 0.0008, drawing_.palette.bundle, 0.8 * left_);
  }

  void drawRedCell(double depth, int i) {
    const double z = depth * std::pow(chance(i, 6.0), 1.4);
    if (halfAt(z) < 0.004) return;
    const Point at = place(z, 1.6 * (chance(i, 7.0) - 0.5));
    const glm::vec3 tint = drawing_.palette.artery;
    ink_.blob(ellipse(at, 0.0037, 0.0024, 3.1 * chance(i, 8.0), 14), {tint * 0.82F, tint * 1.08F, left_});
  }

  Ink& ink_;
  const Drawing& drawing_;
  const ChannelDrawing& channel_;
  double left_;  // of the clot, 1 fresh
};

}  // namespace

void drawClots(Ink& ink, const Drawing& drawing, const std::vector<ChannelDrawing>& channels) {
  std::vector<CellMark> marks;
  visibleCells(drawing.scene, drawing.moment, marks, CellKind::kPlatelet);
  for (const ChannelDrawing& channel : channels) {
    ClotPen pen(ink, drawing, channel);
    pen.draw();
    if (!channel.with_needle) drawPathPattern(ink, drawing, channel);
    pen.drawPlatelets(marks);
  }
}

}  // namespace needling::render
