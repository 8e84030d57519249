// A sheet of words that a button opens over the page; a press elsewhere, its own button or Escape closes it.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>

#include "ui/ui.h"

namespace needling::ui {

class Sheet {
 public:
  // Begins with its title and the button that closes it; as wide as it may be on this canvas, at most `widest` text sizes,
  // beside the button that was noted (notePlace) as `kind` and `id`. `pressed`: that button was. Call inside its window.
  Sheet(const char* kind, std::string_view id, bool pressed, const std::string& title, float widest,
        UiActions& actions);
  ~Sheet();
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  explicit operator bool() const { return shown_; }

 private:
  bool shown_;
};

}  // namespace needling::ui
