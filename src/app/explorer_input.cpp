// What the visitor's hand does: pointer, finger and keys, and what stands under a pointer that rests.
#include <SDL.h>
#include <backends/imgui_impl_sdl2.h>
#include <emscripten/html5.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>

#include "app/explorer_app.h"
#include "app/page_events.h"
#include "ui/shortcuts.h"
#include "ui/spotlight.h"

namespace needling::app {
namespace {

constexpr double kRestMs = 120.0;  // without moving, before a structure is looked up
constexpr float kRestPx = 2.0F;
constexpr float kTapPx = 8.0F;

struct KnownKey {
  int sdl;
  ui::Key key;
};
constexpr KnownKey kKeys[] = {
    {SDLK_SPACE, ui::Key::kSpace},   {SDLK_LEFT, ui::Key::kLeft},         {SDLK_RIGHT, ui::Key::kRight},
    {SDLK_UP, ui::Key::kUp},         {SDLK_DOWN, ui::Key::kDown},         {SDLK_HOME, ui::Key::kHome},
    {SDLK_END, ui::Key::kEnd},       {SDLK_PLUS, ui::Key::kPlus},         {SDLK_KP_PLUS, ui::Key::kPlus},
    {SDLK_EQUALS, ui::Key::kPlus},  // where plus needs shift
    {SDLK_MINUS, ui::Key::kMinus},   {SDLK_KP_MINUS, ui::Key::kMinus},    {SDLK_0, ui::Key::kZero},
    {SDLK_KP_0, ui::Key::kZero},     {SDLK_ESCAPE, ui::Key::kEscape},     {SDLK_z, ui::Key::kZ},
    {SDLK_PAGEUP, ui::Key::kPageUp}, {SDLK_PAGEDOWN, ui::Key::kPageDown}, {SDLK_s, ui::Key::kS},
    {SDLK_b, ui::Key::kB},           {SDLK_PERIOD, ui::Key::kB}};

float between(ImVec2 a, ImVec2 b) { return std::hypot(a.x - b.x, a.y - b.y); }

}  // namespace

void ExplorerApp::pointer(PointerEvent event, float x, float y, bool touch) {
  if (!view_) return;
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
  if (event == PointerEvent::kLeave) {
    watchRest(-1e6F, -1e6F);
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  } else {
    io.AddMousePosEvent(x, y);
    if (event == PointerEvent::kDown) {
      io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
      pressed_ = {x, y};
      if (finder_.viewAt(x, y)) point({});
    }
    if (!touch) watchRest(x, y);
    // A finger cannot rest over something, so a tap asks.
    const bool tap = event == PointerEvent::kUp && touch && between(pressed_, {x, y}) < kTapPx;
    if (tap) pointAt(x, y);
    if (event == PointerEvent::kUp) io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    // A lifted finger points at nothing.
    if (event == PointerEvent::kUp && touch) io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  }
  requestFrame();
}

bool ExplorerApp::scrollsAt(float x, float y) {
  dragged_ = 0;
  if (!view_) return false;
  ImGuiWindow* window = nullptr;
  ImGui::FindHoveredWindowEx({x, y}, false, &window, nullptr);
  // What scrolls may hold what is under the finger.
  while (window != nullptr && (window->ScrollMax.y <= 0.0F || window->Name == std::string_view("below"))) {
    window = window->ParentWindow;
  }
  if (window != nullptr) dragged_ = window->ID;
  return dragged_ != 0;
}

void ExplorerApp::dragScroll(float by_px) {
  if (!view_) return;
  if (ImGuiWindow* window = ImGui::FindWindowByID(dragged_); window != nullptr) {
    ImGui::SetScrollY(window, std::clamp(window->Scroll.y + by_px, 0.0F, window->ScrollMax.y));
  }
  requestFrame(2);
}

void ExplorerApp::focusChanged(bool focused) {
  if (!view_) return;
  ImGui::GetIO().AddFocusEvent(focused);
  requestFrame();
}

void ExplorerApp::handleEvents() {
  SDL_Event event;
  while (SDL_PollEvent(&event) != 0) {
    if (event.type == SDL_KEYDOWN && handleShortcut(event.key.keysym.sym)) continue;
    ImGui_ImplSDL2_ProcessEvent(&event);
  }
}

bool ExplorerApp::handleShortcut(int key) {
  // While the controls are walked through with the keyboard, or a list is open, the keys are theirs.
  const bool list_open = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
  if (ImGui::GetIO().NavVisible || list_open || shown_.views.empty()) return false;
  const auto* known =
      std::find_if(std::begin(kKeys), std::end(kKeys), [&](const KnownKey& each) { return each.sdl == key; });
  if (known == std::end(kKeys)) return false;
  const ui::Shortcut shortcut = ui::shortcutFor(known->key, held_, sim_.state(), shown_.mainView().window);
  applyVisitors(shortcut.commands);
  sim_.apply({"step", ""});
  if (!shortcut.commands.empty()) notifyPage("change");
  if (shortcut.toggle_play) togglePlaying();
  if (shortcut.leave) notifyPage("focusexit");
  if (shortcut.toggle_dark) ui_.dark_stage = !ui_.dark_stage;
  if (shortcut.toggle_spotlight) ui_.spotlight = ui_.spotlight ? std::nullopt : std::optional(ui::kSpotlightStart);
  return shortcut.known;
}

void ExplorerApp::watchRest(float x, float y) {
  if (between(rest_, {x, y}) < kRestPx) return;
  rest_ = {x, y};
  if (rest_timer_ != 0) emscripten_clear_timeout(rest_timer_);
  rest_timer_ = emscripten_set_timeout(&ExplorerApp::onRest, kRestMs, this);
  if (!ui_.pointed.walked) point({});
}

void ExplorerApp::onRest(void* self) {
  auto& app = *static_cast<ExplorerApp*>(self);
  app.rest_timer_ = 0;
  const bool held = app.view_ != nullptr && ImGui::GetIO().MouseDown[0];
  if (!app.ui_.pointed.walked && !held && app.shown_.over_section) app.pointAt(app.rest_.x, app.rest_.y);
}

void ExplorerApp::pointAt(float x, float y) {
  if (!view_ || lost_) return;
  if (const auto pointed = finder_.at(x, y, size_.pixelsPerCssPx())) point(*pointed);
}

void ExplorerApp::stepStructure(int step) {
  if (ui_.playing) setPlaying(false);
  point(finder_.neighbour(step, size_.pixelsPerCssPx()));
}

void ExplorerApp::point(const ui::Pointed& pointed) {
  if (pointed.name.empty() && ui_.pointed.name.empty()) return;
  ui_.pointed = pointed;
  // A pointer that rests would be told too often.
  if (pointed.walked) notifyPage("structure");
  requestFrame(2);
}

}  // namespace needling::app
