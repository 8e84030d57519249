// Buttons and switches of the panel that stand for a choice.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>

#include "ui/theme.h"
#include "ui/ui.h"

namespace needling::ui {

// The colours of a button, while this lives, that stands pressed while it is chosen. `ground`: its colour then.
class ChoiceColours {
 public:
  ChoiceColours(bool chosen, ImU32 ground);
  ~ChoiceColours();
  ChoiceColours(const ChoiceColours&) = delete;
  ChoiceColours& operator=(const ChoiceColours&) = delete;
};

// Stands pressed while what it chooses holds. `ground`: its colour then.
bool choiceButton(const std::string& words, bool chosen, ImVec2 size, ImU32 ground = colours().accent);

// As wide as the window, its words from the left and in as many lines as they need.
bool wideButton(const std::string& words, const char* id = "");

// A square that is ticked while `on` holds; its edge shows it where it is empty. True once it was pressed, and `on` changed.
bool drawSwitch(const std::string& words, bool& on);

// Notes where something is drawn, and scrolls there where that was asked for.
void noteBox(UiActions& actions, const char* kind, std::string_view id, const Box& box);
// Notes where the last item, a button, was drawn.
void notePlace(UiActions& actions, const char* kind, std::string_view id);

}  // namespace needling::ui
