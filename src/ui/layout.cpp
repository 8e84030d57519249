#include "ui/layout.h"

#include <algorithm>

namespace needling::ui {
namespace {

Layout sideBySide(ImVec2 canvas, float font, bool with_panel) {
  const float panel_width = with_panel ? std::clamp(canvas.x * 0.29F, font * 21.0F, font * 27.0F) : 0.0F;
  const float left_width = canvas.x - panel_width;
  const float timeline_height = std::clamp(canvas.y * 0.35F, font * 14.5F, font * 20.0F);
  Layout layout;
  layout.timeline = {0.0F, canvas.y - timeline_height, left_width, timeline_height};
  layout.picture = {0.0F, 0.0F, left_width, canvas.y - timeline_height};
  layout.panel = {left_width, 0.0F, panel_width, canvas.y};
  layout.needed_height = font * 36.0F;
  return layout;
}

Layout belowEachOther(ImVec2 canvas, float font, float under) {
  const float picture_height = std::clamp(canvas.x * 0.72F, font * 16.0F, font * 26.0F) + under;
  // Narrow canvases break the sentences into more lines.
  const float lines = canvas.x < 14.0F * font ? 41.0F : canvas.x < 24.0F * font ? 29.0F : 26.0F;
  const float timeline_height = font * lines;
  Layout layout;
  layout.stacked = true;
  layout.picture = {0.0F, 0.0F, canvas.x, picture_height};
  layout.timeline = {0.0F, picture_height, canvas.x, timeline_height};
  const float top = picture_height + timeline_height;
  layout.panel = {0.0F, top, canvas.x, std::max(canvas.y - top, font * 20.0F)};
  return layout;
}

}  // namespace

Layout layoutFor(ImVec2 canvas, float font_px, float under_px, PanelPlace panel, float panel_height_px) {
  constexpr float kNarrowest = 52.0F;  // in text sizes: about 830 px
  if (canvas.x >= kNarrowest * font_px) return sideBySide(canvas, font_px, panel != PanelPlace::kNone);
  Layout layout = belowEachOther(canvas, font_px, under_px);
  if (panel == PanelPlace::kBetween) {
    layout.panel.top = layout.timeline.top;
    layout.panel.height = panel_height_px;
    layout.timeline.top += panel_height_px;
  }
  return layout;
}

}  // namespace needling::ui
