#include "ui/layout.h"

#include <algorithm>

namespace needling::ui {
namespace {

Layout sideBySide(const LayoutNeeds& needs) {
  const ImVec2 canvas = needs.canvas;
  const float font = needs.font_px;
  const bool with_panel = needs.panel != PanelPlace::kNone;
  const float panel_width = with_panel ? std::clamp(canvas.x * 0.29F, font * 21.0F, font * 27.0F) : 0.0F;
  const float left_width = canvas.x - panel_width;
  // Many lines over the chart take from the picture, but never most of it.
  const float wanted = std::clamp(canvas.y * 0.35F, font * 14.5F, font * 20.0F);
  const float timeline_height = std::max(wanted, std::min(needs.timeline_height_px, 0.5F * canvas.y));
  Layout layout;
  layout.timeline = {0.0F, canvas.y - timeline_height, left_width, timeline_height};
  layout.picture = {0.0F, 0.0F, left_width, canvas.y - timeline_height};
  layout.panel = {left_width, 0.0F, panel_width, canvas.y};
  layout.needed_height = font * 36.0F;
  return layout;
}

// Whether enough is left below a picture that keeps its place.
bool mayPin(const LayoutNeeds& needs, float picture_height) {
  constexpr float kMostPicture = 0.58F, kLeastBelow = 11.0F;  // of what is seen; in text sizes
  return picture_height <= kMostPicture * needs.seen_px &&
         needs.seen_px - picture_height >= kLeastBelow * needs.font_px;
}

Layout belowEachOther(const LayoutNeeds& needs) {
  const float width = needs.canvas.x, font = needs.font_px;
  const float picture_height = std::clamp(width * 0.72F, font * 16.0F, font * 26.0F);
  // Narrow canvases break the sentences into more lines.
  const float lines = width < 14.0F * font ? 41.0F : width < 24.0F * font ? 29.0F : 26.0F;
  Layout layout;
  layout.stacked = true;
  layout.picture = {0.0F, 0.0F, width, picture_height};
  float top = picture_height;
  const auto place = [&](Box& box, float height) {
    box = {0.0F, top, width, height};
    top += height;
  };
  place(layout.under, needs.under_px);
  if (needs.panel == PanelPlace::kBetween) place(layout.panel, needs.panel_height_px);
  place(layout.timeline, font * lines);
  if (needs.panel == PanelPlace::kLast) place(layout.panel, needs.panel_height_px);
  layout.needed_height = top;
  // Its ground goes on to the canvas's end.
  if (needs.panel == PanelPlace::kLast) layout.panel.height += std::max(0.0F, needs.canvas.y - top);
  layout.pinned = top > needs.seen_px && mayPin(needs, picture_height);
  const float jump_height = layout.pinned ? needs.jump_px : 0.0F;
  layout.needed_height += jump_height;
  layout.below = {0.0F, picture_height, width, std::max(0.0F, needs.canvas.y - jump_height - picture_height)};
  layout.jump = {0.0F, layout.below.max().y, width, jump_height};
  return layout;
}

}  // namespace

Box overlap(const Box& a, const Box& b) {
  const float left = std::max(a.left, b.left), top = std::max(a.top, b.top);
  return {left, top, std::max(0.0F, std::min(a.max().x, b.max().x) - left),
          std::max(0.0F, std::min(a.max().y, b.max().y) - top)};
}

void Layout::scroll(float by_px) {
  for (Box* box : {&under, &timeline, &panel}) box->top -= by_px;
}

Layout layoutFor(const LayoutNeeds& needs) {
  constexpr float kNarrowest = 52.0F;  // in text sizes: about 830 px
  const bool wide = needs.canvas.x >= kNarrowest * needs.font_px;
  return wide ? sideBySide(needs) : belowEachOther(needs);
}

}  // namespace needling::ui
