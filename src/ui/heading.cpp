#include "ui/heading.h"

#include <imgui.h>

#include "ui/theme.h"

namespace needling::ui {

void drawHeading(const std::string& words) {
  ImGui::Spacing();
  ImGui::PushStyleColor(ImGuiCol_Text, colours::kAccent);
  ImGui::TextWrapped("%s", words.c_str());
  ImGui::PopStyleColor();
}

}  // namespace needling::ui
