// The controls along the picture's lower edge that move something in it: the needle going in, the passes of a treatment.
#pragma once

#include <string>
#include <vector>

#include "ui/layout.h"
#include "ui/ui.h"

namespace needling::ui {

// A button that shows the needle go in, and once it does play, position and what is seen. Fills `actions.insertion`. On a
// day without a needle (`has_device` false) the button goes to the day of the latest treatment first.
void drawInsertionControls(const Sim& sim, bool has_device, const UiState& state, const Layout& layout, float bottom,
                           UiActions& actions);

// What its first button does, how it is called, and what is seen at a place of the way (0 to 1).
void pressInsertion(const Sim& sim, bool has_device, const UiState& state, UiActions& actions);
void moveInsertion(double at, const UiState& state, UiActions& actions);
const std::string& insertionName(const Insertion& insertion, const UiState& state);
const std::string& insertionPhase(const NeedleDepth& depth, double at);

// What these cover of the picture: the button, or the bar with the sentence over it. `view`: the main one.
std::vector<Box> insertionBoxes(const Sim& sim, bool has_device, const UiState& state, const Layout& layout,
                                float bottom, const PictureView& view);

// Which treatment of a course the skin from above shows (a step seeks its day), and after how many of its passes. Fills
// `actions.passes`. `top`: of the first row.
void drawSurfaceControls(const Derived& of, const UiState& state, const Layout& layout, float top, UiActions& actions);
// What they take in a picture that wide, pixels.
float surfaceControlsHeight(const Derived& of, const UiState& state, float width, bool stacked);

}  // namespace needling::ui
