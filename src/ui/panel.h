// The protocol panel: one control for each row of the parameter table, in tabs, and what the protocol means: depth,
// collagen, warnings.
#pragma once

#include <span>
#include <string>

#include "ui/layout.h"
#include "ui/ui.h"

namespace needling::ui {

// Returns the height that the panel's content takes.
float drawPanel(const Sim& sim, const UiState& state, const Layout& layout, UiActions& actions);

struct TabRow {
  const char* id;     // of the key "tab"
  const char* words;  // null where the mode names it
  const char* group;  // of the parameters that it sets; empty for none
};
inline constexpr TabRow kTabs[] = {{"needle", "panel.needle", "needle"}, {"skin", "panel.skin", "skin"},
                                   {"course", "panel.course", "course"}, {"guide", "panel.guide", ""},
                                   {"view", "panel.view", ""},           {"mode", nullptr, ""}};
const std::string& tabWords(const TabRow& tab, Mode mode);

// A compact panel has only the settings that people compare.
bool isOffered(const ViewSettings& view, const ParameterRow& row);

// Whether a preset is named after what is treated; the others are after a study or a device.
bool isForGoal(const Preset& preset);

// What was changed in protocol B goes under B's keys; the skin is the same in both.
void sendToOther(std::span<Command> commands);

// Whether a step of tour, quiz or lecture is open and seen.
bool inLesson(const ViewSettings& view);

}  // namespace needling::ui
