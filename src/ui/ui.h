// The panels: reads a Sim, draws with Dear ImGui, and answers with commands. It changes nothing itself.
#pragma once

#include <imgui.h>

#include <string>
#include <vector>

#include "model/sim.h"
#include "model/view_window.h"

namespace needling::ui {

enum class Tab { kNeedle, kSkin, kCourse, kCount };

// The needle of the section going in and out, once the visitor asked to see it.
struct Insertion {
  bool shown = false;
  bool playing = false;
  double at = 0.0;  // 0 above the skin to 1 withdrawn

  bool operator==(const Insertion&) const = default;
};

// What the visitor sees besides the protocol; owned by the app, changed through UiActions.
struct UiState {
  bool playing = false;
  int speed = 1;  // index of kSpeedDaysPerSecond
  Tab tab = Tab::kNeedle;
  std::string help_key;  // parameter whose meaning is shown
  Zoom zoom;             // of the section
  Insertion insertion;
  int passes = 0;  // shown from above; 0 for all
  bool reduced_motion = false;
};

// How long the needle takes to go in and out.
inline constexpr double kInsertionSeconds = 7.0;

inline constexpr double kSpeedDaysPerSecond[] = {3.0, 15.0, 60.0};

struct UiActions {
  std::vector<Command> commands;
  bool toggle_play = false;
  int speed = -1;  // -1: no change
  int tab = -1;
  std::string help_key;
  // Canvas height in CSS pixels that the whole content needs.
  float needed_height_px = 0.0F;
  // These hold from now on.
  Zoom zoom;
  Insertion insertion;
  int passes = 0;
  // What the app draws under the labels, and where.
  ViewWindow window;
  SectionMoment moment;
  std::vector<ChannelDrawing> channels;
  DeviceDrawing device;
};

// One frame between ImGui::NewFrame() and ImGui::Render(). `size` is the canvas in CSS pixels.
UiActions drawUi(const Sim& sim, const UiState& state, ImVec2 size);

}  // namespace needling::ui
