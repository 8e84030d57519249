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

// What lies in both; without width or height where nothing does.
Box overlap(const Box& a, const Box& b);

// Where the panel stands on a phone: after picture and timeline, between them (a step of a lesson is read beside its
// picture), or nowhere.
enum class PanelPlace { kNone, kLast, kBetween };

struct LayoutNeeds {
  ImVec2 canvas = {};
  float font_px = 16.0F;  // everything grows with the text
  float under_px = 0.0F;  // of the buttons and the legend below a phone's picture
  PanelPlace panel = PanelPlace::kLast;
  float panel_height_px = 0.0F;     // what the panel needed in the last frame
  float timeline_height_px = 0.0F;  // and the timeline at the least, with a low chart
  float jump_px = 0.0F;             // of the row of buttons under a phone's scrolled part
  float seen_px = 0.0F;             // how much of a tall canvas the visitor can see at once; 0: not known
};

// On a phone, where the whole is taller than what is seen, the picture keeps its place and the rest scrolls below it
// (`pinned`). Where that would leave too little of the rest, all scrolls with the page.
struct Layout {
  bool stacked = false;  // phone
  bool pinned = false;
  Box picture;
  Box below;  // stacked: where under, timeline and panel are seen
  Box under;  // stacked: the picture's buttons and legend
  Box timeline;
  Box panel;
  Box jump;                    // pinned: at the lower edge
  float needed_height = 0.0F;  // of the canvas, were it to show all

  // The three below, scrolled by so much.
  void scroll(float by_px);
};

// Without a panel picture and timeline have all the room.
Layout layoutFor(const LayoutNeeds& needs);

}  // namespace needling::ui
