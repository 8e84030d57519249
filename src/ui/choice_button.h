// A button that stands pressed while what it chooses holds.
#pragma once

#include <imgui.h>

#include <string>

#include "ui/theme.h"

namespace needling::ui {

// `ground`: its colour while it is chosen.
bool choiceButton(const std::string& words, bool chosen, ImVec2 size, ImU32 ground = colours::kAccent);

}  // namespace needling::ui
