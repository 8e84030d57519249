#include "ui/picture_panel.h"

#include <algorithm>

#include "model/section_labels.h"
#include "model/texts.h"
#include "ui/legend.h"
#include "ui/motion_controls.h"
#include "ui/picture_labels.h"
#include "ui/picture_tools.h"
#include "ui/picture_views.h"
#include "ui/structure_card.h"
#include "ui/theme.h"

namespace needling::ui {
namespace {

// The row of buttons along a wide section's lower edge, with what is free around it; on a phone they stand below.
float toolRow(const Layout& layout) { return layout.stacked ? 0.0F : toolHeight(false) + 12.0F; }

// What one of two pictures shows, as long as there is room for.
std::string viewTitle(const State& state, const PictureView& view) {
  const std::string title = splitTitle(state, view.side, state.day, false);
  const bool fits = static_cast<double>(ImGui::CalcTextSize(title.c_str()).x) + 60.0 < view.window.width_px;
  return fits ? title : splitTitle(state, view.side, state.day, true);
}

void drawSurfacePicture(const Sim& sim, const UiState& state, const Layout& layout, float bottom, UiActions& actions) {
  const Box& box = layout.picture;
  const SurfaceView& surface = sim.surface();
  arrangeFromAbove(sim, layout, bottom, actions);
  drawPassControls(surface, state, layout, bottom, actions);
  const int passes = actions.passes > 0 ? actions.passes : surface.passes();
  drawSurfaceWords(ImGui::GetWindowDrawList(), actions.views[0].window,
                   surfaceWords(sim.state().protocol, surface, passes), box.top + toolHeight(layout.stacked) + 20.0F,
                   layout.stacked ? bottom - motionBarHeight(true) : bottom);
}

// Ruler, names and depths of one picture.
void drawWords(const Sim& sim, const UiState& state, const Layout& layout, const PictureView& view, std::size_t number,
               float bottom) {
  constexpr double kNarrowest = 300.0;  // px: below it names would cover the needle
  const ViewWindow& window = view.window;
  const State& now = sim.state();
  const bool strip = now.picture == Picture::kStrip;
  const bool moves = view.device.in_tissue;
  const float left = static_cast<float>(window.left_px), top = layout.picture.top + toolHeight(layout.stacked) + 16.0F;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->PushClipRect({left, layout.picture.top}, {left + static_cast<float>(window.width_px), bottom}, true);
  if (number == 0) drawRuler(list, window, bottom);
  const bool named = strip ? !layout.stacked : number == 0 && (view.channels.empty() || window.width_px > kNarrowest);
  const float names_right =
      named ? drawLayerNames(list, window, view.of(sim).scene().skin, view.moment.epidermis, bottom) : left;
  if (strip) {
    drawColumns(list, window, view.channels, layout.stacked, top);
  } else if (!view.channels.empty()) {
    // Words stay clear of the buttons along the lower edge and of the sentence over the needle's controls.
    const float caption = moves && !layout.stacked ? motionBarHeight(false) + ImGui::GetFontSize() + 14.0F : 0.0F;
    const ChannelDrawing& labelled = view.channels.back();
    const InsertionState motion = insertionAt(view.of(sim).scene().depth, moves ? state.insertion.at : 1.0);
    drawCallouts(list, window, labelled.x_mm, calloutsInMotion(labelled, motion, true),
                 calloutsInMotion(labelled, motion, false),
                 {.words_left = names_right, .bottom = bottom, .words_bottom = bottom - toolRow(layout) - caption});
  }
  if (splitCount(now) > 1) {
    const ImU32 ink = view.side.other ? colours::kOther : colours::kReach;
    drawTag(list, {left + (number == 0 ? rulerWidth() + 8.0F : 10.0F), top}, viewTitle(now, view), ink);
  }
  list->PopClipRect();
}

// What is this, views and closeness, and the card of what was asked about.
void drawSectionControls(const Sim& sim, const UiState& state, const Layout& layout, const ViewWindow& whole,
                         float bottom, UiActions& actions) {
  const Box& box = layout.picture;
  Zoom zoom = sim.state().look.zoom;
  static_cast<void>(zoomedWindow(whole, zoom));
  const Zoom shown = zoom;
  drawSectionTools(sim, layout, whole, bottom, zoom, actions);
  if (!(zoom == shown)) sendZoom(sim.state().look, zoom, actions);
  const float top = box.top + toolHeight(layout.stacked) + 2.0F * 8.0F;
  for (std::size_t i = 0; i < actions.views.size(); ++i) {
    const ViewWindow& window = actions.views[i].window;
    const float left = static_cast<float>(window.left_px) + (i == 0 ? rulerWidth() : 0.0F);
    const float right = static_cast<float>(window.left_px + window.width_px);
    actions.views[i].seen = {left, top, right - left, bottom - top - toolRow(layout)};
  }
  if (state.pointed.name.empty() || state.pointed.view >= actions.views.size()) return;
  const Box room{box.left + rulerWidth(), top, box.width - rulerWidth(), bottom - top - toolRow(layout)};
  drawStructureCard(ImGui::GetWindowDrawList(), actions.views[state.pointed.view].window, state.pointed, room);
}

}  // namespace

float toolsBelow(bool stacked, const State& state) {
  return stacked && state.picture == Picture::kSection ? 2.0F * (toolHeight(true) + 6.0F) + 8.0F : 0.0F;
}

void drawPicturePanel(const Sim& sim, const UiState& state, const Layout& layout, UiActions& actions) {
  const Box& box = layout.picture;
  const Picture shown = sim.state().picture;
  ImGui::SetNextWindowPos(box.min());
  ImGui::SetNextWindowSize(box.size());
  ImGui::Begin("picture", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollWithMouse |
                   ImGuiWindowFlags_NoBringToFrontOnFocus);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const LegendKind legend = legendOf(sim.state());
  const float legend_top = box.top + box.height - legendHeight(box.width, legend);
  const float bottom = legend_top - toolsBelow(layout.stacked, sim.state());
  actions.passes = state.passes;
  std::vector<ViewWindow> wholes;
  if (shown == Picture::kSurface) {
    drawSurfacePicture(sim, state, layout, bottom, actions);
  } else {
    wholes = arrangeViews(sim, state, layout, bottom, actions);
    for (std::size_t i = 0; i < actions.views.size(); ++i) {
      drawWords(sim, state, layout, actions.views[i], i, bottom);
    }
  }
  for (PictureView& view : actions.views) view.bottom_px = bottom;
  if (!layout.stacked && sim.state().look.zoom.factor == 1.0)
    drawTag(list, {box.left + 12.0F, box.top + 16.0F}, text("app.title"), colours::kText);
  if (bottom < legend_top) list->AddRectFilled({box.left, bottom}, {box.left + box.width, legend_top}, colours::kPage);
  const bool has_device = std::any_of(actions.views.begin(), actions.views.end(),
                                      [](const PictureView& view) { return view.device.shown; });
  const bool moves = has_device && state.insertion.shown;
  if (state.half_sharp)
    drawTag(list, {box.left + rulerWidth() + 4.0F, bottom - toolRow(layout) - ImGui::GetFontSize() - 6.0F},
            text("picture.half"), colours::kText);
  // On a phone the controls take the legend's place while the needle goes in, or they would cover its tip.
  if (layout.stacked && moves) {
    list->AddRectFilled({box.left, legend_top}, box.max(), colours::kPage);
  } else {
    drawLegend(list, box, legend, state.legend_painter);
  }
  if (shown == Picture::kSection) {
    drawSectionControls(sim, state, layout, wholes.front(), bottom, actions);
    const float row_bottom = !layout.stacked ? bottom - toolRow(layout) : moves ? box.max().y : legend_top;
    if (has_device || layout.stacked) drawInsertionControls(sim, has_device, state, layout, row_bottom, actions);
  }
  drawTopTools(sim, layout, actions);
  ImGui::End();
}

}  // namespace needling::ui
