// The panels: reads a Sim, draws with Dear ImGui, and answers with commands. It changes nothing itself.
#pragma once

#include <imgui.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "model/split.h"
#include "model/view_window.h"
#include "ui/layout.h"
#include "ui/theme.h"

namespace needling::ui {

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
  std::size_t view = 0;  // in which picture of the row
  bool walked = false;   // reached by the buttons, so a ring marks the place
};

// Draws what stands before a legend's words as the picture draws it. The app joins the two: panels and drawing do not know
// each other.
class LegendPainter {
 public:
  virtual ~LegendPainter() = default;
  // Twice as wide as high, from its top left; `entry`: one of legendEntries().
  virtual void paint(ImDrawList* list, ImVec2 at, float height, const char* entry) const = 0;
};

// A sheet of words (sheet.h) that shall be open or closed, by the "kind:id" of the button that opens it.
struct SheetWish {
  std::string id;
  bool open = true;
};

// What the visitor sees besides the state; owned by the app, changed through UiActions.
struct UiState {
  bool playing = false;
  int speed = 1;  // index of kSpeedDaysPerSecond
  Pointed pointed;
  const LegendPainter* legend_painter = nullptr;
  Insertion insertion;
  int passes = 0;                   // shown from above; 0 for all
  bool reduced_motion = false;      // as the visitor, or else the system, wants it
  bool edit_other = false;          // the panel changes protocol B
  float panel_height_px = 0.0F;     // what the panel needed in the last frame
  float timeline_height_px = 0.0F;  // and the timeline at the least
  float seen_px = 0.0F;             // of the canvas at once; 0: not known
  // Where the page has just scrolled the sheet.
  std::optional<float> scroll_px = {};
  std::string reveal;                   // "parameter:age": the control that a panel scrolls to
  std::optional<SheetWish> sheet = {};  // what the page's own controls ask for
  std::string open_sheet;               // in the last frame; empty for none
  bool half_sharp = false;              // the app draws the section at half sharpness
  bool dark_stage = false;              // a lecturer hides the picture for a while
  // A lecturer's light on the picture: its middle as a share of width and height of the picture's box.
  std::optional<ImVec2> spotlight = {};
};

// How long the needle takes to go in and out.
inline constexpr double kInsertionSeconds = 7.0;

inline constexpr double kSpeedDaysPerSecond[] = {3.0, 15.0, 60.0};

// One picture that the app draws under the labels: of what, when and where.
struct PictureView {
  SplitSide side = {};
  ViewWindow window = {};
  SectionMoment moment = {};
  std::vector<ChannelDrawing> channels = {};
  DeviceDrawing device = {};
  Box seen = {};        // without ruler, words and buttons
  float bottom_px = 0;  // what of the window lies below is covered

  const Derived& of(const Sim& sim) const { return derivedOf(sim, side); }
};

// Where something that can be pressed or set is drawn. A "parameter" is a list, or a slider between a button for less and one
// for more, all as high as it; "tab", "topic", "lesson", "choice" and "step" are buttons.
struct ControlPlace {
  const char* kind;
  std::string_view id;  // of something that outlives the frame
  Box box;
  bool seen = true;  // and nothing hides a part of it
};

struct UiActions {
  std::vector<Command> commands;
  bool toggle_play = false;
  int speed = -1;                 // -1: no change
  std::string locale;             // empty: as it is
  std::string look_up;            // evidence ids whose sources are asked for
  const char* page = "";          // what only the page can do: "sheet", "calendar", "window"
  bool shown_in_picture = false;  // the guide set what the picture shows: look there
  // Canvas height in CSS pixels that the whole content needs, and whether it is scrolled through on a lower canvas.
  float needed_height_px = 0.0F;
  bool pinned = false;
  float scroll_px = 0.0F;             // how far it is
  float tabs_top = 0.0F;              // of the panel's tabs, on the canvas
  std::optional<float> jump_px = {};  // where it shall be
  float panel_height_px = 0.0F;
  float timeline_height_px = 0.0F;
  // These hold from now on.
  Insertion insertion;
  int passes = 0;
  std::optional<ImVec2> spotlight;
  int structure_step = 0;     // 1: the next structure in view, -1: the one before
  bool over_section = false;  // the pointer is, and over nothing that lies on it
  std::optional<bool> edit_other;
  std::vector<ControlPlace> controls;
  std::string reveal;  // the state's
  std::optional<SheetWish> sheet;
  std::string open_sheet;
  // What the buttons for the whole, the needled zone and one channel show now.
  std::array<Zoom, 3> near = {};
  // Where the panel lies; it leaves its ground to the app.
  Box card;
  // From left to right, at least one; all of one scale.
  std::vector<PictureView> views;

  // The one that stands for all where only one can: what was treated, and of two protocols the first.
  std::size_t main_view = 0;
  ViewWindow whole;  // the first one's at zoom 1
  const PictureView& mainView() const { return views[main_view]; }
  // Whether a needle stands in one of them.
  bool hasDevice() const {
    return std::any_of(views.begin(), views.end(), [](const PictureView& view) { return view.device.shown; });
  }
};

// One frame between ImGui::NewFrame() and ImGui::Render(). `size` is the canvas in CSS pixels.
UiActions drawUi(const Sim& sim, const UiState& state, ImVec2 size);

}  // namespace needling::ui
