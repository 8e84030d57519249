// The parts of the picture. Each draws itself in millimetres into the window, for whatever ink is handed to it; all
// follows from scene, moment and fixed seeds, so that any day looks the same however it was reached.
#pragma once

#include <array>
#include <vector>

#include "model/surface_view.h"
#include "model/view_window.h"
#include "render/ink.h"
#include "render/palette.h"

namespace needling::render {

// What a day changes in the skin itself, in steps: the page keeps the drawn skin from frame to frame.
struct SkinState {
  double epidermis_growth = 1.0;  // fold of normal thickness, to a third of a pixel
  double redness = 0.0;           // 0 to 1, to a tenth
  double flaking = 0.0;           // 0 to 1, to a tenth
  bool operator==(const SkinState&) const = default;
};

SkinState skinState(const SectionScene& scene, const SectionMoment& moment, double pixel_mm);

// All of a scene that the skin itself is drawn from: the same under another needle. Millimetres.
struct SkinBody {
  double corneum_mm = 0.0;
  double epidermis_mm = 0.0;  // where each ends
  double papillary_mm = 0.0;
  double dermis_mm = 0.0;
  double follicle_mm = 0.0;
  int skin_tone = 0;
  bool operator==(const SkinBody&) const = default;
};

SkinBody skinBody(const SectionScene& scene);

struct Drawing {
  // As the page shows it. `pixels_per_css_px`: of the screen.
  static Drawing onPage(const SectionScene& scene, const SectionMoment& moment, const ViewWindow& window,
                        double pixels_per_css_px, const Look& look);

  const SectionScene& scene;
  const SectionMoment& moment;
  ViewWindow window;
  Palette palette;
  double pixel_mm;  // a device pixel
  SkinState state;

  double leftMm() const { return window.pxToX(window.left_px); }
  double rightMm() const { return leftMm() + window.widthMm(); }
  double topMm() const { return window.top_z_mm; }
  double bottomMm() const { return window.bottomMm(); }
  Bounds bounds() const { return {leftMm(), topMm(), rightMm(), bottomMm()}; }
  // In device pixels.
  double px(double mm) const { return mm / pixel_mm; }
  // CSS pixels, which words and the lines beside them are measured in.
  double cssPxMm(double css_px) const { return css_px * window.mm_per_px; }
  // Stretches into which a curve of that length is cut so that its corners do not show.
  int pieces(double length_mm, int least, int most) const;
  double epidermisMm() const { return scene.skin.epidermisBottom() * state.epidermis_growth; }
};

// Half a needle's width at a distance from its tip: a slender point on a straight shaft `base_mm` wide.
double needleHalfMm(double base_mm, double from_tip_mm);

// The pattern of the epidermis, where the palette has patterns: upright strokes between two borders, a little short of both.
void drawStrokes(Ink& ink, const Drawing& drawing, const std::vector<Column>& columns);

// Between two borders, given as functions of x, across the window.
template <class Top, class Bottom>
std::vector<Column> columnsBetween(const Drawing& drawing, double step_mm, Top top, Bottom bottom) {
  std::vector<Column> columns;
  for (double x = drawing.leftMm() - step_mm; x < drawing.rightMm() + 2.0 * step_mm; x += step_mm) {
    columns.push_back({x, top(x), bottom(x)});
  }
  return columns;
}

// An ellipse whose long axis is turned by `angle` from the surface.
std::vector<Point> ellipse(const Point& middle, double long_mm, double short_mm, double angle, int corners);

// What stays as it is on every day, and over it what the state of the skin changes.
void drawDeepSkin(Ink& ink, const Drawing& drawing);
void drawUpperSkin(Ink& ink, const Drawing& drawing);

// Their parts, in order.
void drawDermis(Ink& ink, const Drawing& drawing);
void drawFat(Ink& ink, const Drawing& drawing);
void drawRedness(Ink& ink, const Drawing& drawing);
void drawPatterns(Ink& ink, const Drawing& drawing);
void drawVessels(Ink& ink, const Drawing& drawing);
void drawSweatGland(Ink& ink, const Drawing& drawing);
void drawEpidermis(Ink& ink, const Drawing& drawing);
void drawEpidermisPattern(Ink& ink, const Drawing& drawing);
void drawFollicles(Ink& ink, const Drawing& drawing);
void drawAir(Ink& ink, const Drawing& drawing);
void drawCorneum(Ink& ink, const Drawing& drawing);
void drawHairs(Ink& ink, const Drawing& drawing);

// Cells that lie in tissue, in the order in which they are drawn; platelets stand in the clot.
inline constexpr std::array<CellKind, 4> kTissueCells = {CellKind::kNeutrophil, CellKind::kMacrophage,
                                                         CellKind::kFibroblast, CellKind::kCapillary};

// What comes and goes with the days.
void drawFibres(Ink& ink, const Drawing& drawing);
// Of the kinds in kTissueCells.
void drawCells(Ink& ink, const Drawing& drawing);
// The clot with its platelets and the new epidermis in channels that are still to be seen.
void drawClots(Ink& ink, const Drawing& drawing, const std::vector<ChannelDrawing>& channels);
// Path and open hole of each.
void drawChannels(Ink& ink, const Drawing& drawing, const std::vector<ChannelDrawing>& channels);
// What tells how deep they go, over all else in the skin: bands, bars and the needle's outline.
void drawMarks(Ink& ink, const Drawing& drawing, const std::vector<ChannelDrawing>& channels);
// All three, one over the other.
void drawWounds(Ink& ink, const Drawing& drawing, const std::vector<ChannelDrawing>& channels);
// The pattern of a needle's path, where the palette has patterns: rungs between two rails.
void drawPathPattern(Ink& ink, const Drawing& drawing, const ChannelDrawing& channel);
// The device over the skin, in places of its own: the dent that it makes does not move it.
void drawDevice(Ink& ink, const Drawing& drawing, const DeviceDrawing& device);

// All of the section in its order, from the back to the front, bent by the device's dent.
void drawSection(Ink& ink, const Drawing& drawing, const std::vector<ChannelDrawing>& channels,
                 const DeviceDrawing& device);

// A needle's outline, dashed, from a point on its way to its tip.
void drawDashedNeedle(Ink& ink, const Drawing& drawing, const Point& from, const Point& tip, double base_mm,
                      double opacity);

// The skin from above, x to the right and y down, with the channels of the first `passes` passes.
void drawSurface(Ink& ink, const Drawing& drawing, const SurfaceView& surface, int passes);

// At low magnification about twice their size, or they would vanish.
double cellSizeMm(const Drawing& drawing);

// One cell of a kind as the picture shows it, its size in millimetres; for legends too.
void drawCell(Ink& ink, const Palette& palette, const CellMark& mark, double size_mm);
// Its size in the section.
double cellSizeMm(const Drawing& drawing);

}  // namespace needling::render
