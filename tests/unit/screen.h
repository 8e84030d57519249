// The panels without a screen: real ImGui frames, real pointer events, no GPU.
#pragma once

#include <doctest/doctest.h>
#include <imgui.h>

#include <set>
#include <string>
#include <string_view>

#include "model/sim.h"
#include "ui/theme.h"
#include "ui/ui.h"

namespace needling {

class Screen {
 public:
  Screen(float width, float height) : size_{width, height} {
    context_ = ImGui::CreateContext();
    ui::applyTheme();
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  }
  ~Screen() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::DestroyContext(context_);
  }
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  // One frame; commands are applied and must all be accepted.
  ui::UiActions frame(Sim& sim) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = size_;
    io.DeltaTime = 1.0F / 60.0F;
    ui::applyColours(sim.state().look.colours);
    ui::applyTextSize(size_.x, sim.state().view.text_scale, sim.state().view.mode == Mode::kLecture);
    ImGui::NewFrame();
    ui::UiActions actions = ui::drawUi(sim, state, size_);
    ImGui::Render();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
      if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(1);
      if (texture->Status != ImTextureStatus_OK) texture->SetStatus(ImTextureStatus_OK);
    }
    for (const Command& command : actions.commands) {
      const Status status = sim.apply(command);
      CAPTURE(command.key);
      CHECK(status.message == "");
      ++commands;
    }
    state.insertion = actions.insertion;
    state.passes = actions.passes;
    state.reduced_motion = sim.state().view.reduced_motion == ReducedMotion::kOn;
    state.spotlight = actions.spotlight;
    state.open_sheet = actions.open_sheet;
    state.scroll_px = actions.jump_px;
    state.panel_height_px = actions.panel_height_px;
    state.timeline_height_px = actions.timeline_height_px;
    if (*actions.page != '\0') asked_of_page.insert(actions.page);
    if (!actions.locale.empty()) asked_locales.insert(actions.locale);
    if (actions.toggle_play) state.playing = !state.playing;
    return actions;
  }

  void click(Sim& sim, float x, float y) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(x, y);
    frame(sim);
    io.AddMouseButtonEvent(0, true);
    frame(sim);
    frame(sim);
    io.AddMouseButtonEvent(0, false);
    frame(sim);
  }

  // From its middle sideways by so many of its widths, held down on the way, and let go.
  void drag(Sim& sim, const ui::Box& box, float widths) {
    ImGuiIO& io = ImGui::GetIO();
    const float middle_x = box.left + 0.5F * box.width, middle_y = box.top + 0.5F * box.height;
    io.AddMousePosEvent(middle_x, middle_y);
    frame(sim);
    io.AddMouseButtonEvent(0, true);
    frame(sim);
    io.AddMousePosEvent(middle_x + widths * box.width, middle_y);
    frame(sim);
    io.AddMouseButtonEvent(0, false);
    frame(sim);
    CHECK(sim.apply({"step", ""}).ok());
  }

  ui::UiState state;
  int commands = 0;
  std::set<std::string> asked_locales, asked_of_page;

 private:
  ImVec2 size_;
  ImGuiContext* context_ = nullptr;
};

inline ui::Box placeOf(const ui::UiActions& actions, std::string_view kind, std::string_view id) {
  for (const ui::ControlPlace& place : actions.controls) {
    if (place.kind == kind && place.id == id) return place.box;
  }
  CHECK_MESSAGE(false, "no " << kind << " " << id);
  return {};
}

}  // namespace needling
