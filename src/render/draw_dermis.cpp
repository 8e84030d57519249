// Papillary dermis with fine upright fibres, reticular dermis with its basket weave of thick bundles, elastic fibres and
// the spindle-shaped cells between them.
#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <vector>

#include "render/borders.h"
#include "render/drawing.h"

namespace needling::render {
namespace {

struct Box {
  double left, top, right, bottom;
};

// One sheet of collagen bundles: rows of bundles along an angle, some left out.
struct Sheet {
  double angle;
  double width_mm;
  double length_mm;
  double seed;
  double shift_mm;
  double opacity;
  int strands;  // lines along a bundle, where it is wide enough to show them
};

// Along a row, how far its bundles stray from it.
double strayAt(const Sheet& sheet, double along, double across) {
  const double scale = 0.35 / sheet.length_mm;
  return 3.0 * sheet.width_mm * (fbm(along * 1.6 * scale + sheet.seed, across * 2.2 * scale + sheet.seed) - 0.5);
}

class BundleSheet {
 public:
  BundleSheet(Ink& ink, const Drawing& drawing, const Sheet& sheet, const Box& box)
      : ink_(ink), drawing_(drawing), sheet_(sheet), box_(box), s_(std::sin(sheet.angle)), k_(std::cos(sheet.angle)) {}

  // The rows and bundles whose rectangle in the sheet's own directions covers the box.
  void draw() {
    Box span{1e9, 1e9, -1e9, -1e9};
    for (const double x : {box_.left + sheet_.shift_mm, box_.right + sheet_.shift_mm}) {
      for (const double z : {box_.top + sheet_.shift_mm, box_.bottom + sheet_.shift_mm}) {
        const double along = k_ * x + s_ * z, across = k_ * z - s_ * x;
        span = {std::min(span.left, along), std::min(span.top, across), std::max(span.right, along),
                std::max(span.bottom, across)};
      }
    }
    const double margin = 3.0 * sheet_.width_mm;
    for (double row = std::floor((span.top - margin) / sheet_.width_mm); row * sheet_.width_mm < span.bottom + margin;
         row += 1.0) {
      for (double brick = std::floor(span.left / sheet_.length_mm) - 1.0; (brick - 8.0) * sheet_.length_mm < span.right;
           brick += 1.0) {
        drawBundle(row, brick);
      }
    }
  }

 private:
  // Some are left out, each is by chance thicker or thinner, lighter or darker.
  void drawBundle(double row, double brick) {
    if (hash(brick, row + 3.0 * sheet_.seed) < 0.18) return;
    const double across = (row + 0.5) * sheet_.width_mm, start = brick - 7.0 * hash(row, sheet_.seed);
    const Point middle = place(start + 0.5, across);
    const double margin = 0.5 * sheet_.length_mm;
    if (middle.x_mm < box_.left - margin || middle.x_mm > box_.right + margin) return;
    if (middle.z_mm < box_.top || middle.z_mm > box_.bottom) return;
    const double half = 0.5 * sheet_.width_mm * (0.70 + 0.50 * hash(row, brick + sheet_.seed));
    const int pieces = drawing_.pieces(sheet_.length_mm, 6, 72);
    line_.clear();
    for (int i = 0; i <= pieces; ++i) {
      const double u = 2.0 * i / pieces - 1.0;
      const Point point = place(start + 0.5 + 0.49 * u, across);
      const double wave = 1.0 + 0.10 * std::sin(9.0 * u + 7.0 * hash(row, brick));
      line_.push_back({point.x_mm, point.z_mm, half * wave * std::sqrt(std::max(0.0, 1.0 - std::pow(u, 6.0)))});
    }
    shine_ = shineOfBundle();
    const auto light = static_cast<float>(0.70 + 0.10 * std::floor(4.0 * hash(brick + 5.0, row)));
    const Palette& palette = drawing_.palette;
    ink_.ribbon(line_, {lit(glm::mix(palette.bundle_shade, palette.bundle, light)),
                        lit(glm::mix(palette.bundle_shade, palette.reticular, 0.15F)), sheet_.opacity});
    drawStrands(half, light);
  }

  // Fine lines that run with the bundle.
  void drawStrands(double half, float light) {
    if (sheet_.strands == 0 || drawing_.px(half) < 3.0) return;
    const int count = std::min(9, sheet_.strands + static_cast<int>(drawing_.px(half) / 14.0));
    const glm::vec3 tint = lit(glm::mix(drawing_.palette.bundle_shade, drawing_.palette.bundle, light - 0.5F));
    for (int strand = 0; strand < count; ++strand) {
      const double share = 1.5 * (strand + 0.5) / count - 0.75;
      strand_.clear();
      for (std::size_t i = 1; i + 1 < line_.size(); ++i) {
        const Point across = acrossAt(line_, i);
        const double off = share * line_[i].half_mm;
        strand_.push_back({line_[i].x_mm + off * across.x_mm, line_[i].z_mm + off * across.z_mm});
      }
      ink_.line(strand_, std::clamp(0.10 * half, 0.0008, 0.0022), tint, 0.55 * sheet_.opacity);
    }
  }

  // In quarters, so that print needs few colours.
  float shineOfBundle() const {
    const double run = line_.back().x_mm - line_.front().x_mm, fall = line_.back().z_mm - line_.front().z_mm;
    return static_cast<float>(std::round(4.0 * shineAt(drawing_.palette, std::atan2(fall, run))) / 4.0);
  }
  glm::vec3 lit(const glm::vec3& tint) const { return glm::mix(drawing_.palette.reticular * 1.5F, tint, shine_); }

  Point place(double brick, double across) const {
    const double along = brick * sheet_.length_mm, level = across - strayAt(sheet_, along, across);
    return {k_ * along - s_ * level - sheet_.shift_mm, s_ * along + k_ * level - sheet_.shift_mm};
  }

  Ink& ink_;
  const Drawing& drawing_;
  const Sheet& sheet_;
  Box box_;
  double s_, k_;
  float shine_ = 1.0F;
  std::vector<RibbonPoint> line_;
  std::vector<Point> strand_;
};

// For each place of a jittered grid inside the box: its middle and a number of its own.
template <class Draw>
void scatter(const Box& box, double apart_mm, double seed, Draw draw) {
  for (double j = std::floor(box.top / apart_mm); j * apart_mm < box.bottom; j += 1.0) {
    for (double i = std::floor(box.left / apart_mm) - 1.0; i * apart_mm < box.right + apart_mm; i += 1.0) {
      const Point at{(i + hash(i + seed, j)) * apart_mm, (j + hash(i, j + seed)) * apart_mm};
      if (at.z_mm > box.top && at.z_mm < box.bottom) draw(at, hash(i + seed, j + seed + 31.0));
    }
  }
}

// Bundles that run through the plane: seen end on, with the ends of their strands. Along the light they do not shine.
void drawCutBundles(Ink& ink, const Drawing& drawing, const Box& box) {
  const Palette& palette = drawing.palette;
  const float shine = palette.polarised ? 0.12F : 1.0F;
  const auto lit = [&](const glm::vec3& tint) { return glm::mix(palette.reticular, tint, shine); };
  scatter(box, 0.17, 83.0, [&](const Point& at, double chance) {
    if (chance < 0.45) return;
    const double size = blend(0.018, 0.036, chance), turn = 3.0 * hash(at.x_mm, at.z_mm);
    const int corners = drawing.pieces(7.0 * size, 7, 30);
    std::vector<Point> outline = ellipse(at, size, 0.66 * size, turn, corners);
    ink.blob(outline, {lit(glm::mix(palette.bundle_shade, palette.bundle, 0.80F)),
                       lit(glm::mix(palette.bundle_shade, palette.reticular, 0.25F)), 0.9});
    if (drawing.px(size) < 7.0) return;
    for (int i = 0; i < 26; ++i) {
      const double r = std::sqrt((i + 0.5) / 26.0), a = 2.399963 * i;
      const double u = 0.85 * size * r * std::cos(a), v = 0.56 * size * r * std::sin(a);
      ink.dot({at.x_mm + std::cos(turn) * u - std::sin(turn) * v, at.z_mm + std::sin(turn) * u + std::cos(turn) * v},
              0.0016, lit(palette.bundle_shade), 0.55);
    }
  });
}

// Long thin cells pressed between the bundles, of which little but the nucleus is seen.
void drawRestingFibroblasts(Ink& ink, const Drawing& drawing, const Box& box) {
  ink.begin("resting-fibroblasts");
  scatter(box, 0.105, 51.0, [&](const Point& at, double chance) {
    if (chance < 0.35) return;
    const double turn = 0.9 * (hash(at.z_mm * 7.0, at.x_mm * 5.0) - 0.5), half = blend(0.008, 0.013, chance);
    const double dx = half * std::cos(turn), dz = half * std::sin(turn);
    std::vector<RibbonPoint> line;
    const int pieces = drawing.pieces(2.0 * half, 4, 24);
    for (int i = 0; i <= pieces; ++i) {
      const double u = 2.0 * i / pieces - 1.0;
      line.push_back({at.x_mm + u * dx, at.z_mm + u * dz, 0.0026 * std::pow(1.0 - u * u, 0.9)});
    }
    ink.ribbon(line, {drawing.palette.nucleus, drawing.palette.nucleus, 0.75});
  });
  ink.end();
}

void drawElasticFibre(Ink& ink, const Drawing& drawing, const Point& from, double angle, double length, double width) {
  const int pieces = drawing.pieces(length, 6, 72);
  const double s = std::sin(angle), k = std::cos(angle), phase = 40.0 * hash(from.x_mm, from.z_mm);
  std::vector<Point> line;
  for (int i = 0; i <= pieces; ++i) {
    const double along = length * i / pieces;
    const double off =
        0.035 * length * (std::sin(19.0 * along / length + phase) + 0.6 * std::sin(7.3 * along / length));
    line.push_back({from.x_mm + k * along - s * off, from.z_mm + s * along + k * off});
  }
  ink.line(line, width, drawing.palette.elastin, 0.65);
}

// Oxytalan fibres rise like the arms of a candlestick to the basement membrane; deeper ones are thick and lie level.
void drawElastin(Ink& ink, const Drawing& drawing, const Box& papillary, const Box& reticular) {
  if (drawing.px(0.0022) < 0.18) return;
  scatter(papillary, 0.085, 17.0, [&](const Point& at, double chance) {
    drawElasticFibre(ink, drawing, at, -1.57 + 0.5 * (chance - 0.5), blend(0.05, 0.10, chance), 0.0012);
  });
  scatter(reticular, 0.21, 29.0, [&](const Point& at, double chance) {
    drawElasticFibre(ink, drawing, at, 0.7 * (chance - 0.5), blend(0.18, 0.40, hash(chance, at.x_mm)), 0.0022);
  });
}

}  // namespace

void drawDermis(Ink& ink, const Drawing& drawing) {
  const Skin& skin = drawing.scene.skin;
  const Palette& palette = drawing.palette;
  const double bottom = drawing.bottomMm() + 0.02, papillary = skin.papillaryBottom(), dermis = skin.dermisBottom();
  const auto at = [](double z) { return [z](double) { return z; }; };
  const double step = std::max(0.02, 40.0 * drawing.pixel_mm);
  ink.begin("reticular-dermis");
  const Stop ground[] = {{0.0, palette.reticular * 1.02F}, {1.0, palette.reticular * 0.95F}};
  ink.area(columnsBetween(drawing, step, at(0.0), at(std::max(dermis + 0.1, bottom))), ground);
  const Box deep{drawing.leftMm(), std::max(papillary - 0.10, drawing.topMm() - 0.3), drawing.rightMm(),
                 std::min(dermis + 0.10, bottom + 0.3)};
  for (const Sheet& sheet :
       {Sheet{0.55, 0.046, 0.50, 4.0, 3.1, 0.75, 1}, Sheet{-0.48, 0.042, 0.46, 9.0, 9.7, 0.80, 1}}) {
    BundleSheet(ink, drawing, sheet, deep).draw();
  }
  drawCutBundles(ink, drawing, deep);
  const Sheet front{0.08, 0.050, 0.62, 2.0, 0.0, 0.92, 2};
  BundleSheet(ink, drawing, front, deep).draw();
  const Box between{drawing.leftMm(), std::max(papillary + 0.03, drawing.topMm()), drawing.rightMm(),
                    std::min(dermis - 0.03, bottom)};
  drawRestingFibroblasts(ink, drawing, between);
  ink.end();
  ink.begin("papillary-dermis");
  const Stop solid[] = {{0.0, palette.papillary}, {1.0, palette.papillary * 0.985F}};
  const Stop fading[] = {{0.0, palette.papillary * 0.985F}, {1.0, palette.papillary, 0.0}};
  const auto border = [&](double x) { return papillary - 0.03 + 0.05 * (fbm(x * 2.0, 21.0) - 0.5); };
  ink.area(columnsBetween(drawing, step, at(0.0), border), solid);
  ink.area(columnsBetween(drawing, step, border, [&](double x) { return border(x) + 0.06; }), fading);
  // Their middles; what reaches up from there ends under the epidermis.
  const Box upper{drawing.leftMm(), std::max(0.09, drawing.topMm() - 0.1), drawing.rightMm(),
                  std::min(papillary, bottom + 0.1)};
  for (const Sheet& sheet :
       {Sheet{1.45, 0.016, 0.16, 6.0, 0.0, 0.60, 0}, Sheet{1.85, 0.014, 0.12, 8.0, 0.0, 0.45, 0}}) {
    BundleSheet(ink, drawing, sheet, upper).draw();
  }
  drawRestingFibroblasts(ink, drawing, upper);
  ink.end();
  ink.begin("elastic-fibres");
  drawElastin(ink, drawing, upper, between);
  ink.end();
}

// Blood in widened vessels tints the upper dermis.
void drawRedness(Ink& ink, const Drawing& drawing) {
  const double redness = drawing.state.redness;
  if (redness <= 0.0) return;
  const double papillary = drawing.scene.skin.papillaryBottom();
  const glm::vec3 tint = drawing.palette.artery;
  const Stop stops[] = {{0.0, tint, 0.30 * redness}, {0.6, tint, 0.22 * redness}, {1.0, tint, 0.0}};
  const auto top = [](double) { return 0.0; };
  const auto bottom = [&](double x) { return 1.35 * papillary + 0.10 * (fbm(x * 2.3, 77.0) - 0.5); };
  ink.begin("redness");
  ink.area(columnsBetween(drawing, std::max(0.02, 20.0 * drawing.pixel_mm), top, bottom), stops);
  ink.end();
}

}  // namespace needling::render
