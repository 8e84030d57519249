#include "ui/ui.h"

#include <algorithm>

#include "ui/layout.h"
#include "ui/legend.h"
#include "ui/panel.h"
#include "ui/picture_panel.h"
#include "ui/timeline_panel.h"

namespace needling::ui {

UiActions drawUi(const Sim& sim, const UiState& state, ImVec2 size) {
  UiActions actions;
  const float under = legendHeight(size.x, legendOf(sim.state())) + toolsBelow(true, sim, state, size.x);
  const Layout layout = layoutFor(size, ImGui::GetFontSize(), under);
  drawPicturePanel(sim, state, layout, actions);
  drawTimeline(sim, state, layout, actions);
  const float panel_height = drawPanel(sim, state, layout, actions);
  actions.needed_height_px = layout.stacked ? layout.panel.top + panel_height : layout.needed_height;
  return actions;
}

}  // namespace needling::ui
