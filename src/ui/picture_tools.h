// The buttons in the picture: which picture, light and colours at its top; what is this, views and closeness at its
// bottom. All of at least 44 pixels where fingers press them.
#pragma once

#include <string>

#include "ui/layout.h"
#include "ui/ui.h"

namespace needling::ui {

// Height of the picture's buttons, and width of one with these words, pixels.
float toolHeight(bool stacked);
float toolWidth(const std::string& words);

// Sets beside what the section stands: one of kSplits.
void compareWith(const State& state, const std::string& split, UiActions& actions);

// Section or strip; light and colours, where there is room for them.
void drawTopTools(const Sim& sim, const Layout& layout, UiActions& actions);

// Wheel and drag on the section. `whole`: the window at zoom 1; `bottom`: where the legend begins, pixels. Changes `zoom`.
void handlePointer(const Layout& layout, const ViewWindow& whole, float bottom, Zoom& zoom, UiActions& actions);

// Where the buttons at the section's lower edge stand.
Box sectionToolsBox(const Sim& sim, const Layout& layout, const ViewWindow& whole, float bottom);
// The buttons there, over the labels. Changes `zoom`.
void drawSectionTools(const Sim& sim, const Layout& layout, const ViewWindow& whole, float bottom, Zoom& zoom,
                      UiActions& actions);

}  // namespace needling::ui
