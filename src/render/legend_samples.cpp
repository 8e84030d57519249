#include "render/legend_samples.h"

#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <utility>
#include <vector>

namespace needling::render {
namespace {

constexpr double kPixel = kSamplePixelMm, kMiddle = 0.5 * kSampleHeight;

Point at(double x_px, double y_px) { return {x_px * kPixel, y_px * kPixel}; }

class SamplePen {
 public:
  SamplePen(Ink& ink, const Palette& palette) : ink_(ink), palette_(palette) {}

  void draw(std::string_view entry) {
    using Draw = void (SamplePen::*)();
    static constexpr std::pair<std::string_view, Draw> kDraws[] = {
        {"picture.newType3", &SamplePen::drawType3},
        {"picture.newType1", &SamplePen::drawType1},
        {"picture.oldCollagen", &SamplePen::drawOld},
        {"picture.track", &SamplePen::drawTrack},
        {"picture.vessels", &SamplePen::drawVessels},
        {"picture.polarised.type3", &SamplePen::drawType3},
        {"picture.polarised.type1", &SamplePen::drawType1},
        {"picture.polarised.old", &SamplePen::drawOld},
        {"picture.polarised.dark", &SamplePen::drawDark},
        {"panel.protrusion", &SamplePen::drawNeedle},
        {"panel.reach", &SamplePen::drawReach},
        {"panel.residual", &SamplePen::drawHole},
        {"surface.across", &SamplePen::drawAcross},
        {"surface.down", &SamplePen::drawDown},
        {"surface.diagonal", &SamplePen::drawDiagonal},
        {"surface.reached", &SamplePen::drawReached},
    };
    static constexpr std::array<std::string_view, kCellKindCount> kCells = {
        "picture.platelets", "picture.neutrophils", "picture.macrophages", "picture.fibroblasts",
        "picture.capillaries"};
    for (const auto& [name, draw] : kDraws) {
      if (name == entry) (this->*draw)();
    }
    for (std::size_t kind = 0; kind < kCellKindCount; ++kind) {
      if (kCells[kind] == entry) drawCellSample(static_cast<CellKind>(kind));
    }
  }

 private:
  void ground(const glm::vec3& tint, double opacity) {
    const Column columns[] = {{0.0, 0.0, kSampleHeight * kPixel}, {kSampleWidth * kPixel, 0.0, kSampleHeight * kPixel}};
    const Stop stops[] = {{0.0, tint, opacity}, {1.0, tint, opacity}};
    ink_.area(columns, stops);
  }

  // What shines does so before the dark.
  void dark() {
    if (palette_.polarised) ground(palette_.reticular, 1.0);
  }

  // A lazy S, wavy where it is thin.
  std::vector<RibbonPoint> fibre(double waves, double rise_px, double half_px) const {
    std::vector<RibbonPoint> line;
    constexpr int kPieces = 24;
    for (int i = 0; i <= kPieces; ++i) {
      const double t = static_cast<double>(i) / kPieces;
      const Point point = at(1.0 + 20.0 * t, kMiddle + rise_px * std::cos(waves * t));
      line.push_back({point.x_mm, point.z_mm, half_px * kPixel});
    }
    return line;
  }

  void drawType3() {
    dark();
    ink_.ribbon(fibre(12.5, 2.6, 0.85), {palette_.type_3, palette_.type_3});
  }

  // With the bands that run across thick fibres.
  void drawType1() {
    dark();
    const std::vector<RibbonPoint> line = fibre(4.4, 2.0, 3.1);
    ink_.ribbon(line, {type1At(palette_, 0.012), palette_.type_1_edge});
    for (std::size_t i = 3; i + 2 < line.size(); i += 3) {
      const Point across = acrossAt(line, i);
      const double off = 2.2 * kPixel;
      const Point band[] = {{line[i].x_mm - off * across.x_mm, line[i].z_mm - off * across.z_mm},
                            {line[i].x_mm + off * across.x_mm, line[i].z_mm + off * across.z_mm}};
      ink_.line(band, 0.8 * kPixel, palette_.type_1_edge, 0.75);
    }
  }

  void drawOld() {
    ground(palette_.reticular, 1.0);
    for (const double y : {2.9, 8.1}) {
      const RibbonPoint bundle[] = {{1.0 * kPixel, (y + 0.6) * kPixel, 0.4 * kPixel},
                                    {6.0 * kPixel, y * kPixel, 1.9 * kPixel},
                                    {15.0 * kPixel, (y - 0.5) * kPixel, 2.0 * kPixel},
                                    {21.0 * kPixel, y * kPixel, 0.4 * kPixel}};
      ink_.ribbon(bundle, {palette_.bundle, palette_.bundle_shade});
    }
  }

  void drawDark() { ground(palette_.reticular, 1.0); }

  void drawTrack() {
    ground(palette_.papillary, 1.0);
    if (palette_.patterned) return drawLadder();
    const Column path[] = {{0.0, 2.2 * kPixel, 8.8 * kPixel}, {kSampleWidth * kPixel, 3.4 * kPixel, 7.6 * kPixel}};
    const Stop stops[] = {{0.0, palette_.track, 0.34}, {1.0, palette_.track, 0.34}};
    ink_.area(path, stops);
    for (double x = 2.5; x < 20.0; x += 4.0) {
      const Point hatch[] = {at(x, 8.2), at(x + 2.6, 2.8)};
      ink_.line(hatch, 0.9 * kPixel, palette_.track, 0.7);
    }
  }

  // A path with its pattern, lying as the needle does.
  void drawLadder() {
    const Column path[] = {{0.0, 2.0 * kPixel, 9.0 * kPixel}, {kSampleWidth * kPixel, 2.8 * kPixel, 8.2 * kPixel}};
    const Stop stops[] = {{0.0, palette_.paper}, {1.0, palette_.paper}};
    ink_.area(path, stops);
    for (double x = 2.5; x < kSampleWidth; x += 4.0) {
      const Point rung[] = {at(x, 2.4), at(x, 8.6)};
      ink_.line(rung, 1.3 * kPixel, palette_.ink, 1.0);
    }
    const Point upper[] = {at(0.0, 2.0), at(kSampleWidth, 2.8)}, lower[] = {at(0.0, 9.0), at(kSampleWidth, 8.2)};
    ink_.line(upper, 1.2 * kPixel, palette_.ink, 1.0);
    ink_.line(lower, 1.2 * kPixel, palette_.ink, 1.0);
  }

  void drawVessels() {
    for (const auto& [tint, y] : {std::pair{palette_.artery, 2.8}, std::pair{palette_.vein, 8.2}}) {
      const RibbonPoint tube[] = {{1.0 * kPixel, y * kPixel, 1.9 * kPixel},
                                  {8.0 * kPixel, (y - 0.6) * kPixel, 2.0 * kPixel},
                                  {15.0 * kPixel, (y + 0.6) * kPixel, 2.0 * kPixel},
                                  {21.0 * kPixel, y * kPixel, 1.9 * kPixel}};
      ink_.ribbon(tube, {glm::mix(tint, palette_.highlight, 0.22F), tint * 0.72F});
    }
  }

  // As large as the row allows: platelets and neutrophils are the smallest, sprouts the longest.
  void drawCellSample(CellKind kind) {
    const bool small = kind == CellKind::kPlatelet || kind == CellKind::kNeutrophil;
    const double pixels = small ? 10.5 : kind == CellKind::kCapillary ? 5.4 : 7.2;
    drawCell(ink_, palette_, {0.5 * kSampleWidth * kPixel, kMiddle * kPixel, 0.0, 1.0, kind}, pixels * kPixel);
  }

  // Lying, its tip to the right: dashed, as below the surface.
  void drawNeedle() {
    const RibbonPoint shaft[] = {{0.5 * kPixel, kMiddle * kPixel, 3.6 * kPixel},
                                 {11.0 * kPixel, kMiddle * kPixel, 3.2 * kPixel},
                                 {21.5 * kPixel, kMiddle * kPixel, 0.0}};
    ink_.ribbon(shaft, {glm::mix(palette_.steel, palette_.highlight, 0.6F), palette_.steel});
    for (const double side : {-1.0, 1.0}) {
      for (const auto& [from, to] : {std::pair{0.0, 0.36}, std::pair{0.5, 0.72}, std::pair{0.84, 1.0}}) {
        const auto edge = [&](double t) { return at(1.0 + 20.5 * t, kMiddle + side * 3.6 * (1.0 - t * t)); };
        const Point dash[] = {edge(from), edge(0.5 * (from + to)), edge(to)};
        ink_.line(dash, 1.3 * kPixel, palette_.steel_edge, 1.0);
      }
    }
  }

  void drawReach() {
    ground(palette_.reach, 0.36);
    for (const double y : {0.5, kSampleHeight - 0.5}) level(y, 1.0, palette_.reach);
    level(kMiddle, 2.6, palette_.reach * 0.8F);
  }

  void drawHole() {
    ground(palette_.papillary, 1.0);
    const RibbonPoint hole[] = {{0.0, kMiddle * kPixel, 4.2 * kPixel},
                                {9.0 * kPixel, kMiddle * kPixel, 3.4 * kPixel},
                                {19.0 * kPixel, kMiddle * kPixel, 0.0}};
    ink_.ribbon(hole, {palette_.hole, palette_.hole});
  }

  void level(double y_px, double width_px, const glm::vec3& tint) {
    const Point line[] = {at(0.5, y_px), at(kSampleWidth - 0.5, y_px)};
    ink_.line(line, width_px * kPixel, tint, 1.0);
  }

  // An opening with a stroke along the way of its pass.
  void drawOpening(const glm::vec3& tint, double run, double fall) {
    const double x = 0.5 * kSampleWidth;
    const Point stroke[] = {at(x - 5.6 * run, kMiddle - 5.6 * fall), at(x + 5.6 * run, kMiddle + 5.6 * fall)};
    ink_.line(stroke, 1.8 * kPixel, tint, 1.0);
    ink_.dot(at(x, kMiddle), 4.0 * kPixel, tint, 1.0);
    ink_.dot(at(x, kMiddle), 2.5 * kPixel, palette_.hole, 1.0);
  }

  void drawAcross() { drawOpening(palette_.passes[0], 1.4, 0.0); }
  void drawDown() { drawOpening(palette_.passes[1], 0.0, 1.0); }
  void drawDiagonal() { drawOpening(palette_.passes[2], 0.8, 0.8); }

  void drawReached() {
    ground(palette_.corneum, 1.0);
    for (const double x : {5.0, 11.0}) ink_.dot(at(x, kMiddle), 5.0 * kPixel, palette_.reached, 1.0);
  }

  Ink& ink_;
  const Palette& palette_;
};

}  // namespace

void drawLegendSample(Ink& ink, const Palette& palette, std::string_view entry) { SamplePen(ink, palette).draw(entry); }

}  // namespace needling::render
