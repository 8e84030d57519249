#include "ui/shortcuts.h"

#include <algorithm>
#include <cmath>

#include "core/text.h"
#include "model/lesson_steps.h"

namespace needling::ui {
namespace {

constexpr double kZoomStep = 1.6;
constexpr double kPanShare = 0.15;  // of what is shown

Shortcut seek(double day) {
  return {.known = true, .commands = {{"day", formatNumber(std::clamp(day, 0.0, kLastDay))}}};
}

Shortcut zoomTo(double factor, double x_mm, double z_mm) {
  const Look next{.zoom = rounded({std::clamp(factor, 1.0, Zoom::kMost), x_mm, z_mm})};
  Shortcut shortcut{.known = true};
  for (const char* name : {"zoom", "x", "z"}) shortcut.commands.push_back({name, lookText(next, name)});
  return shortcut;
}

// The middle of what is shown, also where all is.
Zoom zoomOf(const State& state, const ViewWindow& window) {
  return {.factor = state.look.zoom.factor,
          .x_mm = window.centre_x_mm,
          .z_mm = 0.5 * (window.top_z_mm + window.bottomMm())};
}

Shortcut panned(Key key, const Zoom& zoom, const ViewWindow& window) {
  const double across = kPanShare * window.widthMm(), down = kPanShare * window.height_px * window.mm_per_px;
  switch (key) {
    case Key::kLeft:
      return zoomTo(zoom.factor, zoom.x_mm - across, zoom.z_mm);
    case Key::kRight:
      return zoomTo(zoom.factor, zoom.x_mm + across, zoom.z_mm);
    case Key::kUp:
      return zoomTo(zoom.factor, zoom.x_mm, zoom.z_mm - down);
    case Key::kDown:
      return zoomTo(zoom.factor, zoom.x_mm, zoom.z_mm + down);
    default:
      return {};
  }
}

// Keys of a mode; unknown in the others.
Shortcut ofMode(Key key, const ViewSettings& view) {
  const bool lecture = view.mode == Mode::kLecture;
  switch (key) {
    case Key::kPageDown:
      return {.known = view.mode != Mode::kPatient, .commands = clickOn(view)};
    case Key::kPageUp:
      return {.known = view.mode != Mode::kPatient, .commands = clickBack(view)};
    case Key::kS:
      return {.known = lecture, .toggle_spotlight = lecture};
    case Key::kB:
      return {.known = lecture, .toggle_dark = lecture};
    default:
      return {};
  }
}

}  // namespace

Shortcut shortcutFor(Key key, Modifiers held, const State& state, const ViewWindow& window) {
  if (held.control != (key == Key::kZ)) return {};
  const Zoom zoom = zoomOf(state, window);
  if (held.shift && zoom.factor > 1.0) {
    if (Shortcut moved = panned(key, zoom, window); moved.known) return moved;
  }
  switch (key) {
    case Key::kSpace:
      return {.known = true, .toggle_play = true};
    case Key::kLeft:
      return seek(std::ceil(state.day) - 1.0);
    case Key::kRight:
      return seek(std::floor(state.day) + 1.0);
    case Key::kHome:
      return seek(0.0);
    case Key::kEnd:
      return seek(kLastDay);
    case Key::kPlus:
      return zoomTo(zoom.factor * kZoomStep, zoom.x_mm, zoom.z_mm);
    case Key::kMinus:
      return zoomTo(zoom.factor / kZoomStep, zoom.x_mm, zoom.z_mm);
    case Key::kZero:
      return zoomTo(1.0, 0.0, 0.0);
    case Key::kEscape:
      return {.known = true, .leave = true};
    case Key::kZ:
      return {.known = true, .commands = {{held.shift ? "redo" : "undo", ""}}};
    default:
      return ofMode(key, state.view);
  }
}

}  // namespace needling::ui
