#include "ui/picture_panel.h"

#include <algorithm>

#include "model/texts.h"
#include "ui/legend.h"
#include "ui/motion_controls.h"
#include "ui/picture_labels.h"
#include "ui/picture_tools.h"
#include "ui/structure_card.h"
#include "ui/theme.h"

namespace needling::ui {
namespace {

// The strip shows untreated skin, which has no edges; fibres and cells reach as far as the scene.
constexpr double kStripWidest = 40.0;

// Air for the device over the section, in lines of text, where there is room.
constexpr float kDeviceLines = 2.5F;

// The row of buttons along the section's lower edge, with what is free around it.
float toolRow(const Layout& layout) { return toolHeight(layout.stacked) + 12.0F; }

// What of the zoom is new goes the way of every change.
void sendZoom(const Look& now, const Zoom& zoom, UiActions& actions) {
  const Look next{.light = now.light, .colours = now.colours, .zoom = rounded(zoom)};
  for (const char* key : {"zoom", "x", "z"}) {
    if (lookText(next, key) != lookText(now, key)) actions.commands.push_back({key, lookText(next, key)});
  }
}

// The section and the strip: what stands where. Answers the window at zoom 1.
ViewWindow arrange(const Sim& sim, const Layout& layout, float bottom, UiActions& actions) {
  const Box& box = layout.picture;
  const bool strip = sim.state().picture == Picture::kStrip;
  const float line = ImGui::GetFontSize() + 2.0F;
  const float header = toolHeight(layout.stacked) + 16.0F;
  const WindowNeeds needs{.air_px = header + (strip ? (layout.stacked ? 2.0F : 5.0F) * line + 22.0F
                                                    : (layout.stacked ? 1.0F : kDeviceLines) * line + 8.0F),
                          .below_px = legendHeight(box.width, legendOf(sim.state())),
                          .deepest_mm = strip ? kStripLengths.back() : sim.state().protocol.needleLength(),
                          .widest_mm = strip ? kStripWidest : 2.0 * kSceneHalfWidth};
  const SectionScene& scene = sim.scene();
  const ViewWindow whole = fitWindow(scene, needs, box.left, box.top, box.width, box.height);
  actions.window = whole;
  if (!strip) {
    Zoom zoom = sim.state().look.zoom;
    const ViewWindow before = zoomedWindow(whole, zoom);
    const Zoom shown = zoom;
    handlePointer(layout, whole, bottom, zoom, actions);
    if (!(zoom == shown)) sendZoom(sim.state().look, zoom, actions);
    zoom = rounded(zoom);
    actions.window = zoom == rounded(shown) ? before : zoomedWindow(whole, zoom);
  }
  actions.moment = sectionMoment(sim.scene(), sim.state().protocol, sim.outcome(), strip ? 0.0 : sim.state().day);
  if (strip) {
    const float names = layout.stacked ? 0.0F : ImGui::GetFontSize() * 9.5F;
    actions.channels = stripChannels(sim.state().protocol, scene, actions.window,
                                     stripColumns(box.left + rulerWidth() + names, box.left + box.width - 4.0F));
  } else {
    actions.channels = sectionChannels(scene, actions.moment);
    actions.device = deviceAtRest(scene, actions.moment);
  }
  return whole;
}

// A stretch of skin as high as the view names, wider by the picture's shape; never beyond where channels were laid.
ViewWindow windowFromAbove(const Box& box, float bottom) {
  const double height = std::max(1.0, static_cast<double>(bottom - box.top)), width = static_cast<double>(box.width);
  constexpr double kWidest = 2.0 * SurfaceView::kHalfWidth;
  const double mm_per_px = std::min({SurfaceView::kShownHeight / height, kWidest / std::max(1.0, width)});
  return {.left_px = static_cast<double>(box.left),
          .top_px = static_cast<double>(box.top),
          .width_px = width,
          .height_px = static_cast<double>(box.height),
          .top_z_mm = -0.5 * height * mm_per_px,
          .mm_per_px = mm_per_px};
}

void drawFromAbove(const Sim& sim, const UiState& state, const Layout& layout, float bottom, UiActions& actions) {
  const Box& box = layout.picture;
  const SurfaceView& surface = sim.surface();
  actions.window = windowFromAbove(box, bottom);
  drawPassControls(surface, state, layout, bottom, actions);
  const int passes = actions.passes > 0 ? actions.passes : surface.passes();
  drawSurfaceWords(ImGui::GetWindowDrawList(), actions.window, surface, passes,
                   box.top + toolHeight(layout.stacked) + 20.0F, layout.stacked ? bottom - motionBarHeight() : bottom);
}

// Answers the window at zoom 1.
ViewWindow drawAcross(const Sim& sim, const UiState& state, const Layout& layout, float bottom, UiActions& actions) {
  const Box& box = layout.picture;
  const bool strip = sim.state().picture == Picture::kStrip;
  const ViewWindow whole = arrange(sim, layout, bottom, actions);
  const ViewWindow& window = actions.window;
  const SectionScene& scene = sim.scene();
  const bool moves = actions.device.shown && state.insertion.shown;
  const InsertionState motion = insertionAt(scene.depth, moves ? state.insertion.at : 1.0);
  if (moves) {
    actions.device = deviceInMotion(scene, motion);
    actions.channels = channelsInMotion(actions.channels, motion);
  }
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->PushClipRect(box.min(), {box.left + box.width, bottom}, true);
  drawRuler(list, window, bottom);
  if (!strip || !layout.stacked) {
    drawLayerNames(list, window, scene.skin, actions.moment.epidermis,
                   layout.stacked ? bottom - toolRow(layout) : bottom);
  }
  if (strip) {
    drawColumns(list, window, actions.channels, layout.stacked, box.top + toolHeight(layout.stacked) + 16.0F);
  } else if (!actions.channels.empty()) {
    // Words stay clear of the buttons along the lower edge and of the sentence over the needle's controls.
    const float caption = moves && !layout.stacked ? motionBarHeight() + ImGui::GetFontSize() + 14.0F : 0.0F;
    const ChannelDrawing& labelled = actions.channels.back();
    drawCallouts(list, window, labelled.x_mm, calloutsInMotion(labelled, motion, true),
                 calloutsInMotion(labelled, motion, false), bottom, bottom - toolRow(layout) - caption);
  }
  list->PopClipRect();
  return whole;
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
  const float top = toolHeight(layout.stacked) + 2.0F * 8.0F;
  actions.seen = {box.left + rulerWidth(), box.top + top, box.width - rulerWidth(),
                  bottom - box.top - top - toolRow(layout)};
  if (!state.pointed.name.empty())
    drawStructureCard(ImGui::GetWindowDrawList(), actions.window, state.pointed, actions.seen);
}

}  // namespace

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
  const float bottom = box.top + box.height - legendHeight(box.width, legend);
  actions.passes = state.passes;
  ViewWindow whole;
  if (shown == Picture::kSurface) {
    drawFromAbove(sim, state, layout, bottom, actions);
  } else {
    whole = drawAcross(sim, state, layout, bottom, actions);
  }
  if (!layout.stacked && sim.state().look.zoom.factor == 1.0)
    drawTag(list, {box.left + 12.0F, box.top + 16.0F}, text("app.title"), colours::kText);
  if (state.half_sharp)
    drawTag(list, {box.left + rulerWidth() + 4.0F, bottom - toolRow(layout) - ImGui::GetFontSize() - 6.0F},
            text("picture.half"), colours::kText);
  // On a phone the controls take the legend's place while the needle goes in, or they would cover its tip.
  const bool over_legend = layout.stacked && actions.device.in_tissue;
  if (over_legend) {
    list->AddRectFilled({box.left, bottom}, box.max(), colours::kPage);
  } else {
    drawLegend(list, box, legend, state.picture_colours);
  }
  if (shown == Picture::kSection) drawSectionControls(sim, state, layout, whole, bottom, actions);
  if (actions.device.shown) {
    drawInsertionControls(sim.scene().depth, state, layout, over_legend ? box.max().y : bottom - toolRow(layout),
                          actions);
  }
  drawTopTools(sim, layout, actions);
  ImGui::End();
}

}  // namespace needling::ui
