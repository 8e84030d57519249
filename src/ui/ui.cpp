#include "ui/ui.h"

#include <algorithm>

#include "ui/layout.h"
#include "ui/legend.h"
#include "ui/panel.h"
#include "ui/picture_panel.h"
#include "ui/spotlight.h"
#include "ui/timeline_panel.h"

namespace needling::ui {

UiActions drawUi(const Sim& sim, const UiState& state, ImVec2 size) {
  UiActions actions;
  const float under = legendHeight(size.x, legendOf(sim.state())) + toolsBelow(true, sim, state, size.x);
  const ViewSettings& view = sim.state().view;
  // On the stage the question alone is seen.
  const bool panel = view.extent == Extent::kFull || inLesson(view);
  const PanelPlace place = !panel ? PanelPlace::kNone : inLesson(view) ? PanelPlace::kBetween : PanelPlace::kLast;
  const Layout layout = layoutFor(size, ImGui::GetFontSize(), under, place, state.panel_height_px);
  actions.spotlight = state.spotlight;
  drawPicturePanel(sim, state, layout, actions);
  drawTimeline(sim, state, layout, actions);
  actions.panel_height_px = panel ? drawPanel(sim, state, layout, actions) : 0.0F;
  const float timeline_end = layout.timeline.top + layout.timeline.height;
  actions.needed_height_px = !layout.stacked                 ? layout.needed_height
                             : place == PanelPlace::kBetween ? timeline_end
                                                             : timeline_end + actions.panel_height_px;
  drawStage(state, layout, actions);
  return actions;
}

}  // namespace needling::ui
