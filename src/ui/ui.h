// The panels: reads a Sim, draws with Dear ImGui, and answers with commands. It changes nothing itself.
#pragma once

#include <imgui.h>

#include <string>
#include <vector>

#include "model/sim.h"
#include "model/view_window.h"
#include "ui/layout.h"
#include "ui/theme.h"

namespace needling::ui {

enum class Tab { kNeedle, kSkin, kCourse, kCount };

// The needle of the section going in and out, once the visitor asked to see it.
struct Insertion {
  bool shown = false;
  bool playing = false;
  double at = 0.0;  // 0 above the skin to 1 withdrawn

  bool operator==(const Insertion&) const = default;
};

// What the visitor asks about: a part of the drawing at a place of the section.
struct Pointed {
  std::string name;  // "spinous-layer"; empty for nothing
  double x_mm = 0.0;
  double z_mm = 0.0;
  bool walked = false;  // reached by the buttons, so a ring marks the place
};

// What the drawing is painted with, for its legend.
struct PictureColours {
  ImU32 type_3 = colours::kType3, type_1 = colours::kType1, type_1_edge = colours::kType1Edge;
  ImU32 old_collagen = colours::kOldCollagen, track = colours::kTrack;
  ImU32 platelet = colours::kPlatelet, neutrophil = colours::kNeutrophil, macrophage = colours::kMacrophage;
  ImU32 fibroblast = colours::kFibroblast, capillary = colours::kCapillary;
  ImU32 artery = colours::kArtery, vein = colours::kVein;
};

// What the visitor sees besides the protocol; owned by the app, changed through UiActions.
struct UiState {
  bool playing = false;
  int speed = 1;  // index of kSpeedDaysPerSecond
  Tab tab = Tab::kNeedle;
  std::string help_key;  // parameter whose meaning is shown
  Pointed pointed;
  PictureColours picture_colours;
  Insertion insertion;
  int passes = 0;  // shown from above; 0 for all
  bool reduced_motion = false;
  bool half_sharp = false;  // the app draws the section at half sharpness
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
  Insertion insertion;
  int passes = 0;
  int structure_step = 0;     // 1: the next structure in view, -1: the one before
  bool over_section = false;  // the pointer is, and over nothing that lies on it
  Box seen;                   // the picture without ruler, words and buttons
  // What the app draws under the labels, and where.
  ViewWindow window;
  SectionMoment moment;
  std::vector<ChannelDrawing> channels;
  DeviceDrawing device;
};

// One frame between ImGui::NewFrame() and ImGui::Render(). `size` is the canvas in CSS pixels.
UiActions drawUi(const Sim& sim, const UiState& state, ImVec2 size);

}  // namespace needling::ui
