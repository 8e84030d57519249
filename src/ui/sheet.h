// A sheet of words that a button opens over the page; a press elsewhere, its own button or Escape closes it.
#pragma once

#include <imgui.h>

#include <string>

namespace needling::ui {

class Sheet {
 public:
  // Begins with its title and the button that closes it; as wide as it may be on this canvas, at most `widest` text sizes.
  // Call inside the window whose button calls open().
  Sheet(const char* id, const std::string& title, float widest);
  ~Sheet();
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  explicit operator bool() const { return shown_; }

  static void open(const char* id) { ImGui::OpenPopup(id); }

 private:
  bool shown_;
};

}  // namespace needling::ui
