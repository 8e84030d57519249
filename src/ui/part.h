// A part of the canvas: a window of its own, or on a phone a stretch of the one window below the picture.
#pragma once

#include <imgui.h>

#include "ui/layout.h"

namespace needling::ui {

// All windows of the canvas: no frame, no ground, and never in front of each other.
inline constexpr ImGuiWindowFlags kPlainWindow =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBringToFrontOnFocus;

class Part {
 public:
  Part(const char* name, const Box& box, bool below, ImGuiWindowFlags flags = kPlainWindow);
  ~Part();
  Part(const Part&) = delete;
  Part& operator=(const Part&) = delete;

  // What is left of it from the cursor on, and the height of what was drawn so far; with its padding, pixels.
  ImVec2 room() const;
  float used() const;

 private:
  Box box_;
  bool below_;
};

// That window, with its parts between begin and end. It scrolls where the page says, and where the keyboard walks.
class BelowWindow {
 public:
  // `scroll_px`: where the page wants it from now on; negative for where it is.
  BelowWindow(const Box& box, float scroll_px);
  ~BelowWindow();
  BelowWindow(const BelowWindow&) = delete;
  BelowWindow& operator=(const BelowWindow&) = delete;

  float scroll() const;
};

}  // namespace needling::ui
