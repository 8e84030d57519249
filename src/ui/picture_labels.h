// Words and lines over the picture: ruler, layer names, the labelled depths of one channel, the strip's headings. Labels
// are moved apart so that none covers another, and stand on a light ground so that they read over any tissue.
#pragma once

#include <imgui.h>

#include <string>
#include <vector>

#include "model/section_labels.h"
#include "model/surface_view.h"
#include "model/view_window.h"

namespace needling::ui {

// Words on a light ground, top left at `at`.
void drawTag(ImDrawList* list, ImVec2 at, const std::string& words, ImU32 ink);

// Width of the ruler at the window's left edge, pixels.
float rulerWidth();

// `bottom`: where the picture ends and the legend begins, pixels.
void drawRuler(ImDrawList* list, const ViewWindow& window, float bottom);
// `epidermis_growth`: today's thickness of the epidermis, fold of normal.
// Answers where the names end on the right, pixels.
float drawLayerNames(ImDrawList* list, const ViewWindow& window, const Skin& skin, double epidermis_growth,
                     float bottom);
// Where the words of a channel may stand, pixels: to the right of the layers' names, above the picture's end and above
// buttons that lie on it.
struct CalloutRoom {
  float words_left;
  float bottom;
  float words_bottom;
};
// Depths of the channel at x: with their bands, or `short_callouts` where there is little room.
void drawCallouts(ImDrawList* list, const ViewWindow& window, double x_mm, std::vector<Callout> callouts,
                  std::vector<Callout> short_callouts, const CalloutRoom& room);
// The lines of surfaceWords() from `top` down, and a scale bar over `bottom`.
void drawSurfaceWords(ImDrawList* list, const ViewWindow& window, const std::vector<std::string>& lines, float top,
                      float bottom);
// Length, reach with band, open hole and deepest layer over each column of the strip; length and reach alone where there is little room.
void drawColumns(ImDrawList* list, const ViewWindow& window, const std::vector<ChannelDrawing>& channels, bool stacked,
                 float top);

}  // namespace needling::ui
