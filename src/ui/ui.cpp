#include "ui/ui.h"

#include <algorithm>

#include "ui/jump_bar.h"
#include "ui/layout.h"
#include "ui/legend.h"
#include "ui/panel.h"
#include "ui/part.h"
#include "ui/picture_panel.h"
#include "ui/spotlight.h"
#include "ui/timeline_panel.h"

namespace needling::ui {
namespace {

void drawParts(const Sim& sim, const UiState& state, const Layout& layout, bool with_panel, UiActions& actions) {
  drawTimeline(sim, state, layout, actions);
  actions.panel_height_px = with_panel ? drawPanel(sim, state, layout, actions) : 0.0F;
}

// What a phone has below the picture.
void drawBelow(const Sim& sim, const UiState& state, Layout layout, bool with_panel, UiActions& actions) {
  {
    const BelowWindow window(layout.below, layout.pinned ? state.scroll_px.value_or(-1.0F) : 0.0F);
    actions.scroll_px = window.scroll();
    layout.scroll(actions.scroll_px);
    drawUnderPicture(sim, state, layout, actions);
    drawParts(sim, state, layout, with_panel, actions);
  }
  if (layout.jump.height > 0.0F) drawJumpBar(sim.state().view, layout, actions);
}

}  // namespace

UiActions drawUi(const Sim& sim, const UiState& state, ImVec2 size) {
  UiActions actions;
  const float under = legendHeight(size.x, legendOf(sim.state())) + toolsBelow(true, sim, state, size.x);
  const ViewSettings& view = sim.state().view;
  // On the stage the question alone is seen.
  const bool compact = view.extent == Extent::kCompact;
  const bool panel = view.extent == Extent::kFull || compact || inLesson(view);
  const PanelPlace place = !panel ? PanelPlace::kNone : inLesson(view) ? PanelPlace::kBetween : PanelPlace::kLast;
  const Layout layout = layoutFor({.canvas = size,
                                   .font_px = ImGui::GetFontSize(),
                                   .under_px = under,
                                   .panel = place,
                                   .panel_height_px = state.panel_height_px,
                                   .timeline_height_px = state.timeline_height_px,
                                   .jump_px = place == PanelPlace::kLast && !compact ? jumpBarHeight() : 0.0F,
                                   .seen_px = state.seen_px});
  actions.pinned = layout.pinned;
  actions.spotlight = state.spotlight;
  actions.reveal = state.reveal;
  actions.sheet = state.sheet;
  drawPicturePanel(sim, state, layout, actions);
  if (layout.stacked) {
    drawBelow(sim, state, layout, panel, actions);
  } else {
    drawParts(sim, state, layout, panel, actions);
  }
  // The panel's height is only known now; whoever is told of another first would give the frame that one.
  const float panel_grew = layout.stacked ? actions.panel_height_px - (panel ? state.panel_height_px : 0.0F) : 0.0F;
  actions.needed_height_px = layout.needed_height + panel_grew;
  drawStage(state, layout, actions);
  return actions;
}

}  // namespace needling::ui
