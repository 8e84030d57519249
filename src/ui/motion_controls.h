// The controls along the picture's lower edge that move something in it: the needle going in, the passes of a treatment.
#pragma once

#include "ui/layout.h"
#include "ui/ui.h"

namespace needling::ui {

// Height that these take above `bottom`, pixels.
float motionBarHeight(bool stacked);

// A button that shows the needle go in, and once it does play, position and what is seen. Fills `actions.insertion`. On a
// day without a needle (`has_device` false) the button goes to the day of the latest treatment first.
void drawInsertionControls(const Sim& sim, bool has_device, const UiState& state, const Layout& layout, float bottom,
                           UiActions& actions);

// Which treatment of a course the skin from above shows: a step seeks its day. Over the bar of the passes.
void drawTreatmentControls(const Sim& sim, const Layout& layout, float bottom, UiActions& actions);
// How many of a treatment's passes are shown. Fills `actions.passes`.
void drawPassControls(const SurfaceView& surface, const UiState& state, const Layout& layout, float bottom,
                      UiActions& actions);

}  // namespace needling::ui
