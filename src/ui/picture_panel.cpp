#include "ui/picture_panel.h"

#include <algorithm>
#include <string>
#include <vector>

#include "model/label_layout.h"
#include "model/split.h"
#include "model/texts.h"
#include "ui/legend.h"
#include "ui/motion_controls.h"
#include "ui/part.h"
#include "ui/picture_labels.h"
#include "ui/picture_tools.h"
#include "ui/picture_views.h"
#include "ui/structure_card.h"
#include "ui/theme.h"

namespace needling::ui {
namespace {

// The row of buttons along a wide section's lower edge, with what is free around it; on a phone they stand under it.
float toolRow(const Layout& layout) { return layout.stacked ? 0.0F : toolHeight(false) + 12.0F; }

// What one of two pictures shows, as long as there is room for; at the least its letter.
std::string viewTitle(const State& state, const PictureView& view, float room) {
  for (const bool brief : {false, true}) {
    const std::string title = splitTitle(state, view.side, state.day, brief);
    if (ImGui::CalcTextSize(title.c_str()).x <= room) return title;
  }
  const std::string title = splitTitle(state, view.side, state.day, true);
  return title.substr(0, title.find(':'));
}

// Titles of two pictures, and the note on sharpness, stand in one row each under the tools.
float rowsTop(const Layout& layout) { return layout.picture.top + toolHeight(layout.stacked) + 16.0F; }
int rowsOver(const Sim& sim, const UiState& state) { return titleRows(sim.state()) + (state.half_sharp ? 1 : 0); }

void drawTitle(const State& state, const PictureView& view, float left, float top) {
  // As much as the left one of two has, so that both say as much.
  const float room = static_cast<float>(view.window.width_px) - rulerWidth() - 18.0F;
  const ImU32 ink = view.side.other ? on_picture::kOther : on_picture::kReach;
  drawTag(ImGui::GetWindowDrawList(), {left, top}, viewTitle(state, view, room), ink);
}

void drawSurfacePicture(const Sim& sim, const UiState& state, const Layout& layout, float bottom, UiActions& actions) {
  arrangeFromAbove(sim, state, layout, bottom, actions);
  const PictureView& view = actions.views.front();
  const Derived& of = view.of(sim);
  // On a phone they stand under it, or they would cover a third of the picture.
  if (!layout.stacked) {
    const float controls = surfaceControlsHeight(of, state, layout.picture.width, false);
    drawSurfaceControls(of, state, layout, bottom - controls, actions);
  }
  const SurfaceView& surface = of.surface();
  const int passes = actions.passes > 0 ? std::min(actions.passes, surface.passes()) : surface.passes();
  std::vector<std::string> words = surfaceWords(of.protocol(), surface, passes);
  if (of.protocol().treatmentDays().size() > 1) words.erase(words.begin());  // the controls tell which treatment
  const float top = rowsTop(layout) + static_cast<float>(titleRows(sim.state())) * titleRowHeight();
  if (titleRows(sim.state()) > 0) drawTitle(sim.state(), view, layout.picture.left + 12.0F, rowsTop(layout));
  drawSurfaceWords(ImGui::GetWindowDrawList(), view.window, words, top + 4.0F, bottom);
}

LabelBox labelBox(const Box& box) {
  return {static_cast<double>(box.left), static_cast<double>(box.top), static_cast<double>(box.max().x),
          static_cast<double>(box.max().y)};
}

// What lies over the section along its lower edge: buttons, and what shows the needle go in.
std::vector<LabelBox> barsOver(const Sim& sim, const UiState& state, const Layout& layout, float bottom,
                               const UiActions& actions) {
  if (layout.stacked || sim.state().picture != Picture::kSection) return {};
  std::vector<LabelBox> bars = {labelBox(sectionToolsBox(sim, layout, actions.whole, bottom))};
  if (!actions.hasDevice()) return bars;
  for (const Box& box : insertionBoxes(sim, true, state, layout, bottom - toolRow(layout), actions.mainView()))
    bars.push_back(labelBox(box));
  return bars;
}

// Where the words of one picture may stand: clear of the ruler and of the rows over them.
LabelRoom labelRoom(const Sim& sim, const UiState& state, const Layout& layout, const PictureView& view,
                    std::size_t number, float bottom) {
  const ViewWindow& window = view.window;
  const float top = rowsTop(layout) - 4.0F + static_cast<float>(rowsOver(sim, state)) * titleRowHeight();
  const float ruler = number == 0 ? rulerWidth() : 0.0F;
  return {.box = {.left = window.left_px + static_cast<double>(ruler),
                  .top = static_cast<double>(top),
                  .right = window.left_px + window.width_px,
                  .bottom = static_cast<double>(bottom)},
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
                float bottom, const std::vector<LabelBox>& bars) {
  constexpr double kNarrowest = 300.0;  // px: below it names would cover the needle
  const ViewWindow& window = view.window;
  const bool strip = sim.state().picture == Picture::kStrip;
  const SectionScene& scene = view.of(sim).scene();
  LabelRoom room = labelRoom(sim, state, layout, view, number, bottom);
  room.bars = bars;
  const LabelType type = labelType();
  const auto layers = layerSpans(scene.skin, view.moment.epidermis, window.bottomMm());
  const bool named = strip ? !layout.stacked : number == 0 && (view.channels.empty() || window.width_px > kNarrowest);
  std::vector<PlacedCallout> callouts;
  if (!strip && !view.channels.empty()) {
    const InsertionState motion = insertionAt(scene.depth, view.device.in_tissue ? state.insertion.at : 1.0);
    callouts = placeCallouts(window, calloutWords(view.channels.back(), motion), room, type,
                             named ? namesRight(window, layers, room, type) : room.box.left);
  }
  if (named) drawLayerNames(ImGui::GetWindowDrawList(), placeNames(window, layers, room, type, callouts));
  drawCallouts(ImGui::GetWindowDrawList(), callouts);
}

// Ruler, names and depths of one picture.
void drawWords(const Sim& sim, const UiState& state, const Layout& layout, const PictureView& view, std::size_t number,
               float bottom, const std::vector<LabelBox>& bars) {
  const ViewWindow& window = view.window;
  const State& now = sim.state();
  const float left = static_cast<float>(window.left_px), top = rowsTop(layout);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->PushClipRect({left, layout.picture.top}, {left + static_cast<float>(window.width_px), bottom}, true);
  if (number == 0) drawRuler(list, window, bottom);
  drawLabels(sim, state, layout, view, number, bottom, bars);
  const float under_title = top + static_cast<float>(titleRows(now)) * titleRowHeight();
  if (now.picture == Picture::kStrip) drawColumns(list, window, view.channels, layout.stacked, under_title);
  if (titleRows(now) > 0) drawTitle(now, view, left + (number == 0 ? rulerWidth() + 8.0F : 10.0F), top);
  list->PopClipRect();
}

// In the row under the tools, and under the titles of two pictures: labels keep out of both.
void drawSharpnessNote(const Sim& sim, const UiState& state, const Layout& layout) {
  if (!state.half_sharp) return;
  const std::string& words = text("picture.half");
  const float right = layout.picture.left + layout.picture.width;
  const float top = rowsTop(layout) + static_cast<float>(rowsOver(sim, state) - 1) * titleRowHeight();
  drawTag(ImGui::GetWindowDrawList(), {right - ImGui::CalcTextSize(words.c_str()).x - 12.0F, top}, words,
          on_picture::kText);
}

// What is this, views and closeness.
void drawTools(const Sim& sim, const Layout& layout, float bottom, UiActions& actions) {
  Zoom zoom = sim.state().look.zoom;
  static_cast<void>(zoomedWindow(actions.whole, zoom));
  const Zoom shown = zoom;
  drawSectionTools(sim, layout, actions.whole, bottom, zoom, actions);
  if (!(zoom == shown)) sendZoom(sim.state().look, zoom, actions);
}

// What of each picture is seen clear of buttons, and the card of what was asked about.
void drawPointed(const Sim& sim, const UiState& state, const Layout& layout, float bottom, UiActions& actions) {
  const Box& box = layout.picture;
  const float top = box.top + toolHeight(layout.stacked) + 2.0F * 8.0F;
  for (std::size_t i = 0; i < actions.views.size(); ++i) {
    const ViewWindow& window = actions.views[i].window;
    const float left = static_cast<float>(window.left_px) + (i == 0 ? rulerWidth() : 0.0F);
    const float right = static_cast<float>(window.left_px + window.width_px);
    actions.views[i].seen = {left, top, right - left, bottom - top - toolRow(layout)};
  }
  if (state.pointed.name.empty() || state.pointed.view >= actions.views.size()) return;
  const Box room{box.left + rulerWidth(), top, box.width - rulerWidth(), bottom - top - toolRow(layout)};
  const SplitSide side = splitSide(sim.state(), state.pointed.view);
  const Protocol& protocol = derivedOf(sim, side).protocol();
  drawStructureCard(ImGui::GetWindowDrawList(), actions.views[state.pointed.view].window, state.pointed, protocol,
                    room);
}

// What is this and closeness; comparing, and beside it or under it what shows the needle go in.
float sectionToolRows(float width) {
  const float second = toolWidth(text("picture.compare")) + toolWidth(text("insertion.show")) + 3.0F * 8.0F;
  return second > width ? 3.0F : 2.0F;
}

}  // namespace

float toolsBelow(bool stacked, const Sim& sim, const UiState& state, float width) {
  if (!stacked || sim.state().picture == Picture::kStrip) return 0.0F;
  if (sim.state().picture == Picture::kSection) return sectionToolRows(width) * (toolHeight(true) + 6.0F) + 8.0F;
  return surfaceControlsHeight(derivedOf(sim, chosenSide(sim.state(), state)), state, width, true);
}

void drawPicturePanel(const Sim& sim, const UiState& state, const Layout& layout, UiActions& actions) {
  const Box& box = layout.picture;
  const Part part("picture", box, false);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const LegendKind legend = legendOf(sim.state());
  const float bottom = box.max().y - (layout.stacked ? 0.0F : legendHeight(box.width, legend));
  actions.passes = state.passes;
  if (sim.state().picture == Picture::kSurface) {
    drawSurfacePicture(sim, state, layout, bottom, actions);
  } else {
    arrangeViews(sim, state, layout, bottom, actions);
    const std::vector<LabelBox> bars = barsOver(sim, state, layout, bottom, actions);
    for (std::size_t i = 0; i < actions.views.size(); ++i) {
      drawWords(sim, state, layout, actions.views[i], i, bottom, bars);
    }
  }
  for (PictureView& view : actions.views) view.bottom_px = bottom;
  if (!layout.stacked && sim.state().look.zoom.factor == 1.0)
    drawTag(list, {box.left + 12.0F, box.top + 16.0F}, text("app.title"), on_picture::kText);
  drawSharpnessNote(sim, state, layout);
  if (!layout.stacked) drawLegend(list, box, legend, state.legend_painter);
  if (sim.state().picture == Picture::kSection) {
    if (!layout.stacked) drawTools(sim, layout, bottom, actions);
    drawPointed(sim, state, layout, bottom, actions);
    if (!layout.stacked && actions.hasDevice())
      drawInsertionControls(sim, true, state, layout, bottom - toolRow(layout), actions);
  }
  drawTopTools(sim, layout, actions);
}

void drawUnderPicture(const Sim& sim, const UiState& state, const Layout& layout, UiActions& actions) {
  const Box& box = layout.under;
  const Part part("under", box, true);
  const LegendKind legend = legendOf(sim.state());
  if (sim.state().picture == Picture::kSurface)
    drawSurfaceControls(derivedOf(sim, chosenSide(sim.state(), state)), state, layout, box.top, actions);
  const bool section = sim.state().picture == Picture::kSection;
  if (section) drawTools(sim, layout, layout.picture.max().y, actions);
  const bool has_device = actions.hasDevice();
  // While the needle goes in its controls take the legend's place, or they would cover its tip.
  const bool moves = section && has_device && state.insertion.shown;
  if (!moves) drawLegend(ImGui::GetWindowDrawList(), box, legend, state.legend_painter);
  const float row_bottom = box.max().y - (moves ? 0.0F : legendHeight(box.width, legend));
  if (section) drawInsertionControls(sim, has_device, state, layout, row_bottom, actions);
}

}  // namespace needling::ui
