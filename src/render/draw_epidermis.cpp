// Living epidermis from the columns of the basal layer to the flat cells of the granular layer, with melanocytes and the
// pigment that they hand on; over it the flakes of the stratum corneum.
#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <vector>

#include "render/borders.h"
#include "render/drawing.h"

namespace needling::render {
namespace {

// Between the stratum corneum (share 0) and the junction (share 1). Thousands of cells ask, so both borders are looked up
// between places half a pixel apart.
class Epidermis {
 public:
  explicit Epidermis(const Drawing& drawing) : left_(drawing.leftMm() - kMargin), step_(0.5 * drawing.pixel_mm) {
    const double corneum = drawing.scene.skin.stratum_corneum.value, epidermis = drawing.epidermisMm();
    const auto count = static_cast<std::size_t>((drawing.window.widthMm() + 2.0 * kMargin) / step_) + 2;
    borders_.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
      const double x = left_ + static_cast<double>(i) * step_;
      borders_.push_back({surfaceAt(x) + corneum, junctionAt(x, epidermis)});
    }
    mean_thickness_ = epidermis - corneum;
  }

  double at(double x, double share) const {
    const double place = std::clamp((x - left_) / step_, 0.0, static_cast<double>(borders_.size() - 2));
    const auto i = static_cast<std::size_t>(place);
    const double way = place - static_cast<double>(i);
    const double top = blend(borders_[i].top, borders_[i + 1].top, way);
    return top + share * (blend(borders_[i].junction, borders_[i + 1].junction, way) - top);
  }
  double meanThickness() const { return mean_thickness_; }

 private:
  static constexpr double kMargin = 0.06;  // mm beside the window, more than a cell
  struct Borders {
    double top, junction;
  };

  double left_, step_, mean_thickness_ = 0.0;
  std::vector<Borders> borders_;
};

// Rows of cells, numbered from the granular layer down to the basal one.
struct Rows {
  static constexpr int kMost = 14;

  explicit Rows(int rows) : count(std::clamp(rows, 4, kMost)) {
    for (int row = 0; row <= count; ++row) tops[at(row)] = std::pow(static_cast<double>(row) / count, 0.85);
  }

  int count;
  std::array<double, kMost + 1> tops{};  // looked up, as every cell asks

  static std::size_t at(int row) { return static_cast<std::size_t>(row); }
  double top(int row) const { return tops[at(row)]; }
  double middle(int row) const { return 0.5 * (top(row) + top(row + 1)); }
  bool isBasal(int row) const { return row + 1 == count; }
  bool isGranular(int row) const { return row < (count > 6 ? 2 : 1); }
};

class CellRows {
 public:
  CellRows(Ink& ink, const Drawing& drawing)
      : ink_(ink),
        drawing_(drawing),
        palette_(drawing.palette),
        epidermis_(drawing),
        rows_(static_cast<int>(epidermis_.meanThickness() / 0.0092)) {}

  void drawGround() {
    // Living cells flatten and grow pale upwards; pigment gathers downwards.
    const glm::vec3 upper = palette_.epidermis * 1.08F, lower = palette_.epidermis * 0.86F;
    const float melanin = palette_.melanin;
    const Stop stops[] = {{0.0, upper},
                          {0.25, glm::mix(upper, lower, 0.2F)},
                          {0.6, glm::mix(glm::mix(upper, lower, 0.6F), palette_.basal, 0.25F * melanin)},
                          {0.9, glm::mix(lower, palette_.basal, 0.25F + 0.45F * melanin)},
                          {1.0, glm::mix(lower, palette_.basal, 0.45F + 0.50F * melanin)}};
    const double step = std::clamp(2.0 * drawing_.pixel_mm, 0.001, 0.012);
    ink_.area(columnsBetween(
                  drawing_, step, [&](double x) { return epidermis_.at(x, 0.0) - 0.002; },
                  [&](double x) { return epidermis_.at(x, 1.0); }),
              stops);
  }

  // Upwards, so that each row's cells lie over the tops of those below; what is in the cells over all of a row.
  void drawCells() {
    for (int row = rows_.count - 1; row >= 0; --row) {
      const double size = sizeIn(row);
      if (drawing_.px(size) < 1.1) continue;
      const bool detailed = drawing_.px(size) > 3.4;
      ink_.begin(rows_.isBasal(row) ? "basal-layer" : rows_.isGranular(row) ? "granular-layer" : "spinous-layer");
      if (detailed) forEachCell(size, [&](double cell) { drawBody(row, cell, size); });
      forEachCell(size, [&](double cell) { drawContents(row, cell, size, detailed); });
      ink_.end();
    }
  }

  void drawMelanocytes() {
    constexpr double kApart = 0.085;  // about one among eight basal cells
    const double share = rows_.middle(rows_.count - 1);
    for (double i = std::floor(drawing_.leftMm() / kApart) - 1.0; i * kApart < drawing_.rightMm() + kApart; i += 1.0) {
      const double x = (i + 0.5 + 0.7 * (hash(i, 91.0) - 0.5)) * kApart;
      drawMelanocyte({x, epidermis_.at(x, share) + 0.001}, i);
    }
  }

 private:
  double sizeIn(int row) const { return blend(0.024, 0.0100, smooth(0.0, 0.8, rows_.middle(row))); }

  template <class Draw>
  void forEachCell(double size, Draw draw) const {
    for (double cell = std::floor(drawing_.leftMm() / size) - 1.0; cell * size < drawing_.rightMm() + size;
         cell += 1.0) {
      draw(cell);
    }
  }

  // Eight corners, the outer ones drawn in: a cell with round corners that leaves its neighbours a thin line.
  void drawBody(int row, double cell, double size) {
    const double left = cellEdge(row, cell, size), right = cellEdge(row, cell + 1.0, size);
    const double gap = std::min(0.0007, 0.06 * size), half = 0.5 * (right - left) - gap;
    const double lean = 0.2 * size * (hash(cell, row + 9.0) - 0.5);
    outline_.clear();
    for (const auto& [dx, part] : kCorners) {
      const double x = 0.5 * (left + right) + dx * half + (part - 0.5) * lean;
      outline_.push_back(
          {x, epidermis_.at(x, blend(rows_.top(row), rows_.top(row + 1), part)) + gap * (1.0 - 2.0 * part)});
    }
    ink_.blob(outline_, shadeOf(row, cell));
  }

  void drawContents(int row, double cell, double size, bool detailed) {
    const double middle_x = 0.5 * (cellEdge(row, cell, size) + cellEdge(row, cell + 1.0, size));
    const double share = rows_.middle(row);
    const Point middle{middle_x + 0.15 * size * (hash(cell, row + 5.0) - 0.5), epidermis_.at(middle_x, share)};
    if (rows_.isGranular(row)) {
      if (detailed) drawGranules(middle, row, cell, size);
      if (share < 0.12) return;
    }
    drawNucleus(row, middle, size, detailed);
    if (detailed) drawPigmentCap(row, cell, middle);
  }

  // Where a cell begins; each row is shaken by itself.
  double cellEdge(int row, double cell, double size) const { return (cell + 0.45 * hash(cell, row + 0.0)) * size; }

  Shade shadeOf(int row, double cell) const {
    const double share = rows_.middle(row);
    const auto tone = static_cast<float>(0.97 + 0.03 * std::floor(3.0 * hash(cell, row + 77.0)));
    glm::vec3 body = glm::mix(palette_.epidermis * 1.12F, palette_.epidermis * 0.94F, static_cast<float>(share));
    if (rows_.isGranular(row)) body = glm::mix(body, palette_.nucleus, 0.10F);
    const float pigment = palette_.melanin * static_cast<float>(0.15 + 0.55 * share * share);
    body = glm::mix(body, palette_.basal, pigment) * tone;
    return {body, body * 0.88F};
  }

  void drawNucleus(int row, const Point& middle, double size, bool detailed) {
    const double share = rows_.middle(row);
    // Flat above, upright in the basal columns.
    const double across = blend(0.0042, 0.0023, smooth(0.2, 0.9, share)), up = blend(0.0014, 0.0038, share);
    const glm::vec3 tint = glm::mix(palette_.nucleus, palette_.basal, 0.35F * palette_.melanin);
    if (!detailed) return ink_.dot(middle, 0.8 * std::sqrt(across * up), tint, 0.62);
    const int corners = drawing_.pieces(0.03, 7, 26);
    ink_.blob(ellipse(middle, across, up, 0.0, corners), {glm::mix(tint, palette_.epidermis, 0.22F), tint, 0.9});
    if (drawing_.px(size) > 26.0) {
      ink_.dot({middle.x_mm + 0.25 * across, middle.z_mm - 0.2 * up}, 0.0006, tint * 0.55F, 0.9);
    }
  }

  // Keratohyalin: the dark grains that the granular layer has its name from.
  void drawGranules(const Point& middle, int row, double cell, double size) {
    const glm::vec3 tint = palette_.nucleus * 0.8F;
    for (int i = 0; i < 9; ++i) {
      const double x = middle.x_mm + 0.8 * size * (hash(cell + i, row + 3.0) - 0.5);
      const double share =
          rows_.middle(row) + 0.7 * (rows_.top(row + 1) - rows_.top(row)) * (hash(cell, i + 60.0) - 0.5);
      ink_.dot({x, epidermis_.at(x, share)}, 0.0006, tint, 0.8);
    }
  }

  // Melanin over the nucleus, on the side of the light; the darker the skin, the more rows hold it.
  void drawPigmentCap(int row, double cell, const Point& middle) {
    const int above_basal = rows_.count - 1 - row;
    const double amount = static_cast<double>(palette_.melanin) * std::pow(0.62, above_basal) * 1.5;
    const int grains = static_cast<int>(std::lround(14.0 * amount));
    for (int i = 0; i < grains; ++i) {
      const double turn = 3.14159 * (hash(cell + 3.0 * i, row + 7.0) - 1.0),
                   reach = 0.0036 + 0.0016 * hash(cell, i + 4.0);
      ink_.dot({middle.x_mm + reach * std::cos(turn), middle.z_mm + 1.1 * reach * std::sin(turn)}, 0.00075,
               palette_.basal * 0.55F, 0.9);
    }
  }

  // A pale cell on the basement membrane whose arms reach up between some thirty keratinocytes.
  void drawMelanocyte(const Point& at, double i) {
    if (drawing_.px(0.010) < 2.0) return;
    const glm::vec3 body = glm::mix(palette_.epidermis * 1.25F, palette_.basal, 0.25F * palette_.melanin);
    const glm::vec3 pigment = palette_.basal * 0.6F;
    for (int arm = 0; arm < 5; ++arm) {
      const double lean = -1.1 + 0.55 * arm + 0.3 * (hash(i, arm + 5.0) - 0.5);
      const double length = blend(0.018, 0.034, hash(i, arm + 9.0));
      std::vector<RibbonPoint> line;
      for (int k = 0; k <= 8; ++k) {
        const double t = k / 8.0, bow = 0.004 * std::sin(5.0 * t + arm);
        line.push_back(
            {at.x_mm + length * t * std::sin(lean) + bow, at.z_mm - length * t * std::cos(lean), 0.0014 * (1.0 - t)});
      }
      ink_.ribbon(line, {glm::mix(body, pigment, 0.35F + 0.5F * palette_.melanin), body * 0.8F, 0.9});
    }
    ink_.blob(ellipse(at, 0.0062, 0.0050, 0.0, 18), {body, body * 0.82F});
    ink_.blob(ellipse(at, 0.0027, 0.0024, 0.0, 12), {palette_.nucleus, palette_.nucleus});
  }

  static constexpr std::array<std::pair<double, double>, 8> kCorners = {
      {{-0.72, 0.0}, {0.72, 0.0}, {1.0, 0.24}, {1.0, 0.76}, {0.72, 1.0}, {-0.72, 1.0}, {-1.0, 0.76}, {-1.0, 0.24}}};

  Ink& ink_;
  const Drawing& drawing_;
  const Palette& palette_;
  Epidermis epidermis_;
  Rows rows_;
  std::vector<Point> outline_;
};

bool isInView(const Drawing& drawing) { return drawing.topMm() < 2.0 * drawing.epidermisMm() + 0.05; }

// One level of flakes: long thin cells without nuclei, their ends overlapping.
void drawFlakes(Ink& ink, const Drawing& drawing, double share, double level) {
  const double thickness = drawing.scene.skin.stratum_corneum.value;
  const glm::vec3 tint = drawing.palette.corneum;
  constexpr double kLength = 0.042;
  for (double i = std::floor(drawing.leftMm() / kLength) - 1.0; i * kLength < drawing.rightMm() + kLength; i += 1.0) {
    const double from = (i + 0.4 * hash(i, level)) * kLength, length = kLength * (0.80 + 0.25 * hash(i, level + 3.0));
    // The uppermost loosen at an end, and more of them while the skin peels.
    const double flaking = drawing.state.flaking, loose = share < 0.2 + 0.5 * flaking ? hash(i, level + 8.0) : 0.0;
    const double lift = loose > 0.72 - 0.4 * flaking
                            ? (0.35 * thickness + 0.022 * flaking * (1.0 - share)) * hash(i, level + 1.0)
                            : 0.0;
    std::vector<RibbonPoint> line;
    const int pieces = drawing.pieces(length, 4, 12);
    for (int k = 0; k <= pieces; ++k) {
      const double t = static_cast<double>(k) / pieces, x = from + length * t;
      const double wave = 0.06 * thickness * std::sin(6.0 * t + 5.0 * hash(i, level));
      line.push_back({x, surfaceAt(x) + share * thickness + wave - lift * t * t,
                      0.075 * thickness * std::sqrt(std::max(0.0, 1.0 - std::pow(2.0 * t - 1.0, 4.0)))});
    }
    const auto tone = static_cast<float>(0.95 + 0.05 * std::floor(3.0 * hash(i + 7.0, level)));
    ink.ribbon(line, {tint * tone, tint * 0.80F});
  }
}

}  // namespace

void drawEpidermis(Ink& ink, const Drawing& drawing) {
  if (!isInView(drawing)) return;
  CellRows rows(ink, drawing);
  ink.begin("viable-epidermis");
  rows.drawGround();
  rows.drawCells();
  ink.end();
  ink.begin("melanocytes");
  rows.drawMelanocytes();
  ink.end();
}

void drawCorneum(Ink& ink, const Drawing& drawing) {
  if (!isInView(drawing)) return;
  const double thickness = drawing.scene.skin.stratum_corneum.value;
  const glm::vec3 tint = drawing.palette.corneum;
  ink.begin("stratum-corneum");
  const Stop ground[] = {{0.0, tint * 0.97F}, {0.8, tint * 0.86F}, {1.0, tint * 0.72F}};
  ink.area(columnsBetween(drawing, std::clamp(2.0 * drawing.pixel_mm, 0.001, 0.012), surfaceAt,
                          [&](double x) { return surfaceAt(x) + thickness; }),
           ground);
  const int levels = std::clamp(static_cast<int>(drawing.px(thickness) / 3.0), 0, 9);
  for (int level = 0; level < levels; ++level) drawFlakes(ink, drawing, (level + 0.5) / levels, level);
  ink.end();
}

}  // namespace needling::render
