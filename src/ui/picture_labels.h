// Words and lines over the picture: ruler, layer names, the labelled depths of one channel, the strip's headings. Labels
// are moved apart so that none covers another, and stand on a light ground so that they read over any tissue.
#pragma once

#include <imgui.h>

#include <string>
#include <vector>

#include "model/label_layout.h"
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
// How words are set in the picture, for placeNames() and placeCallouts().
LabelType labelType();
void drawLayerNames(ImDrawList* list, const std::vector<PlacedName>& names);
void drawCallouts(ImDrawList* list, const std::vector<PlacedCallout>& callouts);
// The lines of surfaceWords() from `top` down, and a scale bar over `bottom`.
void drawSurfaceWords(ImDrawList* list, const ViewWindow& window, const std::vector<std::string>& lines, float top,
                      float bottom);
// Length, reach with band, open hole and deepest layer over each column of the strip; length and reach alone where there is little room.
void drawColumns(ImDrawList* list, const ViewWindow& window, const std::vector<ChannelDrawing>& channels, bool stacked,
                 float top);

}  // namespace needling::ui
