// Where the parts stand on a canvas: beside each other on wide ones, below each other on phones.
#pragma once

#include <imgui.h>

namespace needling::ui {

struct Box {
  float left = 0.0F;
  float top = 0.0F;
  float width = 0.0F;
  float height = 0.0F;

  ImVec2 min() const { return {left, top}; }
  ImVec2 size() const { return {width, height}; }
  ImVec2 max() const { return {left + width, top + height}; }
};

// Where the panel stands on a phone: after picture and timeline, between them (a step of a lesson is read beside its
// picture), or nowhere.
enum class PanelPlace { kNone, kLast, kBetween };

struct Layout {
  bool stacked = false;  // phone: the page scrolls, not the panel
  Box picture;
  Box timeline;
  Box panel;  // when stacked its height is what is left or more
  float needed_height = 0.0F;
};

// `font_px` is the text size; everything grows with it. `under_px` is the height of buttons and legend, which a phone's
// picture gets on top of its own. Without a panel picture and timeline have all the room.
// `panel_height_px` is what it needs where it stands between them.
Layout layoutFor(ImVec2 canvas, float font_px, float under_px, PanelPlace panel = PanelPlace::kLast,
                 float panel_height_px = 0.0F);

}  // namespace needling::ui
