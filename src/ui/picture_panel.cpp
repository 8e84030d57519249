#include "ui/picture_panel.h"

#include "model/texts.h"
#include "ui/legend.h"
#include "ui/picture_labels.h"
#include "ui/picture_tools.h"
#include "ui/structure_card.h"
#include "ui/theme.h"

namespace needling::ui {
namespace {

// The strip shows untreated skin, which has no edges; fibres and cells reach as far as the scene.
constexpr double kStripWidest = 40.0;

// What of the zoom is new goes the way of every change.
void sendZoom(const Look& now, const Zoom& zoom, UiActions& actions) {
  const Look next{.light = now.light, .colours = now.colours, .zoom = rounded(zoom)};
  for (const char* key : {"zoom", "x", "z"}) {
    if (lookText(next, key) != lookText(now, key)) actions.commands.push_back({key, lookText(next, key)});
  }
}

// Answers the window at zoom 1.
ViewWindow arrange(const Sim& sim, const Layout& layout, float bottom, UiActions& actions) {
  const Box& box = layout.picture;
  const bool strip = sim.state().picture == Picture::kStrip;
  const float line = ImGui::GetFontSize() + 2.0F;
  const float header = toolHeight(layout.stacked) + 16.0F;
  const WindowNeeds needs{.air_px = header + (strip ? (layout.stacked ? 2.0F : 5.0F) * line + 22.0F : line + 8.0F),
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
  }
  return whole;
}

}  // namespace

void drawPicturePanel(const Sim& sim, const UiState& state, const Layout& layout, UiActions& actions) {
  const Box& box = layout.picture;
  const bool strip = sim.state().picture == Picture::kStrip;
  ImGui::SetNextWindowPos(box.min());
  ImGui::SetNextWindowSize(box.size());
  ImGui::Begin("picture", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollWithMouse |
                   ImGuiWindowFlags_NoBringToFrontOnFocus);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float bottom = box.top + box.height - legendHeight(box.width, legendOf(sim.state()));
  const ViewWindow whole = arrange(sim, layout, bottom, actions);
  const ViewWindow& window = actions.window;
  list->PushClipRect(box.min(), {box.left + box.width, bottom}, true);
  drawRuler(list, window, bottom);
  if (!strip || !layout.stacked)
    drawLayerNames(list, window, sim.scene().skin, actions.moment.epidermis,
                   layout.stacked ? bottom - toolHeight(true) - 12.0F : bottom);
  if (strip) {
    drawColumns(list, window, actions.channels, layout.stacked, box.top + toolHeight(layout.stacked) + 16.0F);
  } else if (!actions.channels.empty()) {
    drawCallouts(list, window, actions.channels.back(), bottom, bottom - toolHeight(layout.stacked) - 12.0F);
  }
  list->PopClipRect();
  if (!layout.stacked && sim.state().look.zoom.factor == 1.0)
    drawTag(list, {box.left + 12.0F, box.top + 16.0F}, text("app.title"), colours::kText);
  drawLegend(list, box, legendOf(sim.state()), state.picture_colours);
  drawTopTools(sim, layout, actions);
  if (!strip) {
    Zoom zoom = sim.state().look.zoom;
    static_cast<void>(zoomedWindow(whole, zoom));
    const Zoom shown = zoom;
    drawSectionTools(sim, layout, whole, bottom, zoom, actions);
    if (!(zoom == shown)) sendZoom(sim.state().look, zoom, actions);
  }
  const float top = toolHeight(layout.stacked) + 2.0F * 8.0F;
  actions.seen = {box.left + rulerWidth(), box.top + top, box.width - rulerWidth(),
                  bottom - box.top - top - toolHeight(layout.stacked) - 12.0F};
  if (!strip && !state.pointed.name.empty()) drawStructureCard(list, window, state.pointed, actions.seen);
  ImGui::End();
}

}  // namespace needling::ui
