#include "render/drawing.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "render/bent_ink.h"
#include "render/borders.h"

namespace needling::render {

SkinState skinState(const SectionScene& scene, const SectionMoment& moment, double pixel_mm) {
  const auto in_steps = [](double value, double steps) { return std::round(value * steps) / steps; };
  return {.epidermis_growth = in_steps(moment.epidermis, 3.0 * scene.skin.epidermisBottom() / pixel_mm),
          .redness = in_steps(moment.redness, 10.0),
          .flaking = in_steps(moment.flaking, 10.0)};
}

SkinBody skinBody(const SectionScene& scene) {
  return {.corneum_mm = scene.skin.stratum_corneum.value,
          .epidermis_mm = scene.skin.epidermisBottom(),
          .papillary_mm = scene.skin.papillaryBottom(),
          .dermis_mm = scene.skin.dermisBottom(),
          .follicle_mm = scene.follicle_mm,
          .skin_tone = scene.skin_tone};
}

Drawing Drawing::onPage(const SectionScene& scene, const SectionMoment& moment, const ViewWindow& window,
                        double pixels_per_css_px, const Look& look) {
  return {.scene = scene,
          .moment = moment,
          .window = window,
          .palette = paletteFor(scene.skin_tone, look.light, look.colours),
          .pixel_mm = window.mm_per_px / pixels_per_css_px,
          .state = skinState(scene, moment, window.mm_per_px / pixels_per_css_px)};
}

int Drawing::pieces(double length_mm, int least, int most) const {
  return std::clamp(static_cast<int>(px(length_mm) / 9.0), least, most);
}

std::vector<Point> ellipse(const Point& middle, double long_mm, double short_mm, double angle, int corners) {
  const double s = std::sin(angle), k = std::cos(angle);
  std::vector<Point> outline;
  outline.reserve(static_cast<std::size_t>(corners));
  for (int i = 0; i < corners; ++i) {
    const double turn = 2.0 * std::numbers::pi * i / corners;
    const double u = long_mm * std::cos(turn), v = short_mm * std::sin(turn);
    outline.push_back({middle.x_mm + k * u - s * v, middle.z_mm + s * u + k * v});
  }
  return outline;
}

double needleHalfMm(double base_mm, double from_tip_mm) {
  return 0.5 * base_mm * smooth(0.0, 0.75, from_tip_mm / std::max(base_mm * 4.0, 1e-3));
}

void drawDeepSkin(Ink& ink, const Drawing& drawing) {
  drawDermis(ink, drawing);
  drawFat(ink, drawing);
  drawPatterns(ink, drawing);
}

void drawUpperSkin(Ink& ink, const Drawing& drawing) {
  for (const auto draw : {drawRedness, drawVessels, drawSweatGland, drawEpidermis, drawEpidermisPattern, drawFollicles,
                          drawAir, drawCorneum, drawHairs}) {
    draw(ink, drawing);
  }
}

void drawWounds(Ink& ink, const Drawing& drawing, const std::vector<ChannelDrawing>& channels) {
  drawChannels(ink, drawing, channels);
  drawClots(ink, drawing, channels);
  drawMarks(ink, drawing, channels);
}

void drawSection(Ink& ink, const Drawing& drawing, const std::vector<ChannelDrawing>& channels,
                 const DeviceDrawing& device) {
  BentInk bent(ink, device.dent);
  Ink& skin = device.dent.depth_mm == 0.0 ? ink : static_cast<Ink&>(bent);
  drawDeepSkin(skin, drawing);
  drawFibres(skin, drawing);
  drawCells(skin, drawing);
  drawUpperSkin(skin, drawing);
  drawWounds(skin, drawing, channels);
  drawDevice(ink, drawing, device);
}

}  // namespace needling::render
