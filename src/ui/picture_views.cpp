#include "ui/picture_views.h"

#include <algorithm>

#include "ui/picture_labels.h"
#include "ui/picture_tools.h"

namespace needling::ui {
namespace {

// Air for the device over the section, in lines of text, where there is room.
constexpr float kDeviceLines = 2.5F;

constexpr float kBetween = 4.0F;  // px between two panes
// Of a pane's width, left of its needle; the words stand on its right. Where the ruler leaves no room there, in the middle of what it leaves.
double needleShare(double width_px) {
  const double share = width_px < 300.0 ? 0.32 : 0.4, ruler = static_cast<double>(rulerWidth()) / width_px;
  return share > ruler ? share : 0.5 * (1.0 + ruler);
}

std::vector<Box> panesOf(const Box& picture, std::size_t count) {
  if (count == 1) return {picture};
  const float width = 0.5F * (picture.width - kBetween);
  return {{picture.left, picture.top, width, picture.height},
          {picture.left + width + kBetween, picture.top, width, picture.height}};
}

float airAbove(const State& state, bool stacked) {
  const float line = ImGui::GetFontSize() + 2.0F;
  const float header = toolHeight(stacked) + 16.0F;
  if (state.picture == Picture::kStrip) {
    const float title = static_cast<float>(titleRows(state)) * titleRowHeight();
    return header + title + (stacked ? 2.0F : 5.0F) * line + 22.0F;
  }
  // Two pictures have a title each.
  const float title = splitCount(state) > 1 && stacked ? line + 6.0F : 0.0F;
  return header + title + (stacked ? 1.0F : kDeviceLines) * line + 8.0F;
}

// At zoom 1. Two panes show the same stretch, around the needle.
ViewWindow wholeWindow(const Sim& sim, const Layout& layout, const Box& pane, float bottom) {
  const State& state = sim.state();
  const bool strip = state.picture == Picture::kStrip;
  const WindowNeeds needs{.air_px = airAbove(state, layout.stacked),
                          .below_px = static_cast<double>(layout.picture.top + layout.picture.height - bottom),
                          .deepest_mm = strip ? kStripLengths.back() : longestNeedle(state),
                          .widest_mm = strip ? kStripWidest : 2.0 * kSceneHalfWidth};
  ViewWindow window = fitWindow(sim.scene(), needs, pane.left, pane.top, pane.width, pane.height);
  if (splitCount(state) > 1) centreOnChannel(window, sim.scene(), needleShare(window.width_px));
  return window;
}

PictureView stripView(const Sim& sim, const SplitSide& side, const Layout& layout, const ViewWindow& window) {
  const Box& box = layout.picture;
  const float names = layout.stacked ? 0.0F : ImGui::GetFontSize() * 9.5F;
  const auto columns = stripColumns(box.left + rulerWidth() + names, box.left + box.width - 4.0F);
  const Derived& of = derivedOf(sim, side);
  return {.side = side,
          .window = window,
          .moment = untreatedMoment(of.scene(), of.outcome()),
          .channels = stripChannels(of.protocol(), of.scene(), window, columns)};
}

// A day of the section, or a moment of its needle's way in and out.
PictureView sectionView(const Sim& sim, const SplitSide& side, const Insertion& insertion, const ViewWindow& window) {
  const SectionScene& scene = derivedOf(sim, side).scene();
  PictureView view{.side = side, .window = window, .moment = momentOf(sim, side, sim.state().day)};
  view.channels = sectionChannels(scene, view.moment);
  view.device = deviceAtRest(scene, view.moment);
  if (!view.device.shown || !insertion.shown) return view;
  const InsertionState motion = insertionAt(scene.depth, insertion.at);
  view.device = deviceInMotion(scene, motion);
  view.channels = channelsInMotion(std::move(view.channels), motion);
  return view;
}

// Changes the zoom by what the pointer does over a pane.
Zoom zoomByPointer(const Sim& sim, const Layout& layout, const std::vector<ViewWindow>& wholes, float bottom,
                   UiActions& actions) {
  const auto over = std::find_if(wholes.begin(), wholes.end(), [](const ViewWindow& whole) {
    return static_cast<double>(ImGui::GetIO().MousePos.x) < whole.left_px + whole.width_px;
  });
  const ViewWindow& whole = over == wholes.end() ? wholes.back() : *over;
  Zoom zoom = sim.state().look.zoom;
  static_cast<void>(zoomedWindow(whole, zoom));
  const Zoom shown = zoom;
  handlePointer(layout, whole, bottom, zoom, actions);
  if (zoom == shown) return shown;
  sendZoom(sim.state().look, zoom, actions);
  return rounded(zoom);
}

}  // namespace

SplitSide chosenSide(const State& state, const UiState& ui) {
  return {.other = state.split == Split::kProtocol && ui.edit_other};
}

float titleRowHeight() { return ImGui::GetFontSize() + 6.0F; }
int titleRows(const State& state) { return splitCount(state) > 1 || state.split == Split::kProtocol ? 1 : 0; }

void sendZoom(const Look& now, const Zoom& zoom, UiActions& actions) {
  const Look next{.light = now.light, .colours = now.colours, .zoom = rounded(zoom)};
  for (const char* key : {"zoom", "x", "z"}) {
    if (lookText(next, key) != lookText(now, key)) actions.commands.push_back({key, lookText(next, key)});
  }
}

void arrangeViews(const Sim& sim, const UiState& state, const Layout& layout, float bottom, UiActions& actions) {
  const State& now = sim.state();
  const std::vector<Box> panes = panesOf(layout.picture, splitCount(now));
  std::vector<ViewWindow> wholes;
  for (const Box& pane : panes) wholes.push_back(wholeWindow(sim, layout, pane, bottom));
  actions.whole = wholes.front();
  if (now.picture == Picture::kStrip) {
    actions.views.push_back(stripView(sim, chosenSide(now, state), layout, wholes.front()));
    return;
  }
  Zoom zoom = zoomByPointer(sim, layout, wholes, bottom, actions);
  for (std::size_t i = 0; i < panes.size(); ++i) {
    const ViewWindow window = zoomedWindow(wholes[i], zoom);
    actions.views.push_back(sectionView(sim, splitSide(now, i), state.insertion, window));
  }
  // Untreated skin is what the other is compared with.
  actions.main_view = actions.views.front().side.untreated ? 1 : 0;
}

void arrangeFromAbove(const Sim& sim, const UiState& state, const Layout& layout, float bottom, UiActions& actions) {
  const Box& box = layout.picture;
  const SplitSide side = chosenSide(sim.state(), state);
  const Derived& of = derivedOf(sim, side);
  actions.views.push_back({.side = side,
                           .window = surfaceWindow(box.left, box.top, box.width, box.height, bottom - box.top),
                           .moment = untreatedMoment(of.scene(), of.outcome())});
}

}  // namespace needling::ui
