#include "ui/picture_panel.h"

#include <algorithm>
#include <string>
#include <vector>

#include "model/label_layout.h"
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
  const SurfaceView& surface = sim.surface();
  const Protocol& protocol = sim.state().protocol;
  const float bar = motionBarHeight(layout.stacked);
  const bool course = protocol.treatmentDays().size() > 1;
  arrangeFromAbove(sim, layout, bottom, actions);
  drawPassControls(surface, state, layout, bottom, actions);
  drawTreatmentControls(sim, layout, bottom - bar + 2.0F, actions);
  const int passes = actions.passes > 0 ? std::min(actions.passes, surface.passes()) : surface.passes();
  std::vector<std::string> words = surfaceWords(protocol, surface, passes);
  if (course) words.erase(words.begin());  // the bar tells which treatment
  const float bars = course ? 2.0F * bar : bar;
  drawSurfaceWords(ImGui::GetWindowDrawList(), actions.views[0].window, words,
                   layout.picture.top + toolHeight(layout.stacked) + 20.0F, layout.stacked ? bottom - bars : bottom);
}

// Titles of two pictures, and the note on sharpness, stand in one row each under the tools.
float rowHeight() { return ImGui::GetFontSize() + 6.0F; }
float rowsTop(const Layout& layout) { return layout.picture.top + toolHeight(layout.stacked) + 16.0F; }
int rowsOver(const Sim& sim, const UiState& state) {
  return (splitCount(sim.state()) > 1 ? 1 : 0) + (state.half_sharp ? 1 : 0);
}

// Where the words of one picture may stand: clear of the ruler, of the rows over them, of the buttons along the lower edge and
// of the sentence over the needle's controls.
LabelRoom labelRoom(const Sim& sim, const UiState& state, const Layout& layout, const PictureView& view,
                    std::size_t number, float bottom) {
  const ViewWindow& window = view.window;
  const float caption =
      view.device.in_tissue && !layout.stacked ? motionBarHeight(false) + ImGui::GetFontSize() + 14.0F : 0.0F;
  const float top = rowsTop(layout) - 4.0F + static_cast<float>(rowsOver(sim, state)) * rowHeight();
  const float ruler = number == 0 ? rulerWidth() : 0.0F;
  return {.box = {.left = window.left_px + static_cast<double>(ruler),
                  .top = static_cast<double>(top),
                  .right = window.left_px + window.width_px,
                  .bottom = static_cast<double>(bottom - toolRow(layout) - caption)},
          .seen_bottom = static_cast<double>(bottom)};
}

CalloutWords calloutWords(const ChannelDrawing& labelled, const InsertionState& motion) {
  return {.x_mm = labelled.x_mm,
          .half_width_mm = 0.5 * std::max(labelled.opening_mm, labelled.needle_diameter_mm),
          .full = calloutsInMotion(labelled, motion, true),
          .brief = calloutsInMotion(labelled, motion, false)};
}

// Names of the layers and depths of one picture.
void drawLabels(const Sim& sim, const UiState& state, const Layout& layout, const PictureView& view, std::size_t number,
                float bottom) {
  constexpr double kNarrowest = 300.0;  // px: below it names would cover the needle
  const ViewWindow& window = view.window;
  const bool strip = sim.state().picture == Picture::kStrip;
  const SectionScene& scene = view.of(sim).scene();
  LabelRoom room = labelRoom(sim, state, layout, view, number, bottom);
  const LabelType type = labelType();
  const auto layers = layerSpans(scene.skin, view.moment.epidermis, window.bottomMm());
  const bool named = strip ? !layout.stacked : number == 0 && (view.channels.empty() || window.width_px > kNarrowest);
  std::vector<PlacedCallout> callouts;
  if (!strip && !view.channels.empty()) {
    const InsertionState motion = insertionAt(scene.depth, view.device.in_tissue ? state.insertion.at : 1.0);
    callouts = placeCallouts(window, calloutWords(view.channels.back(), motion), room, type,
                             named ? namesRight(window, layers, room, type) : room.box.left);
  }
  // Names stand over the lower edge's left end, which the buttons leave free.
  room.box.bottom = static_cast<double>(bottom);
  if (named) drawLayerNames(ImGui::GetWindowDrawList(), placeNames(window, layers, room, type, callouts));
  drawCallouts(ImGui::GetWindowDrawList(), callouts);
}

// Ruler, names and depths of one picture.
void drawWords(const Sim& sim, const UiState& state, const Layout& layout, const PictureView& view, std::size_t number,
               float bottom) {
  const ViewWindow& window = view.window;
  const State& now = sim.state();
  const float left = static_cast<float>(window.left_px), top = rowsTop(layout);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->PushClipRect({left, layout.picture.top}, {left + static_cast<float>(window.width_px), bottom}, true);
  if (number == 0) drawRuler(list, window, bottom);
  drawLabels(sim, state, layout, view, number, bottom);
  if (now.picture == Picture::kStrip) drawColumns(list, window, view.channels, layout.stacked, top);
  if (splitCount(now) > 1) {
    const ImU32 ink = view.side.other ? on_picture::kOther : on_picture::kReach;
    drawTag(list, {left + (number == 0 ? rulerWidth() + 8.0F : 10.0F), top}, viewTitle(now, view), ink);
  }
  list->PopClipRect();
}

// In the row under the tools, and under the titles of two pictures: labels keep out of both.
void drawSharpnessNote(const Sim& sim, const UiState& state, const Layout& layout) {
  if (!state.half_sharp) return;
  const std::string& words = text("picture.half");
  const float right = layout.picture.left + layout.picture.width;
  const float top = rowsTop(layout) + static_cast<float>(rowsOver(sim, state) - 1) * rowHeight();
  drawTag(ImGui::GetWindowDrawList(), {right - ImGui::CalcTextSize(words.c_str()).x - 12.0F, top}, words,
          on_picture::kText);
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
    drawTag(list, {box.left + 12.0F, box.top + 16.0F}, text("app.title"), on_picture::kText);
  if (bottom < legend_top) list->AddRectFilled({box.left, bottom}, {box.left + box.width, legend_top}, colours().page);
  const bool has_device = std::any_of(actions.views.begin(), actions.views.end(),
                                      [](const PictureView& view) { return view.device.shown; });
  const bool moves = has_device && state.insertion.shown;
  drawSharpnessNote(sim, state, layout);
  // On a phone the controls take the legend's place while the needle goes in, or they would cover its tip.
  if (layout.stacked && moves) {
    list->AddRectFilled({box.left, legend_top}, box.max(), colours().page);
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
