#include "ui/choice_button.h"

namespace needling::ui {

bool choiceButton(const std::string& words, bool chosen, ImVec2 size, ImU32 ground) {
  ImGui::PushStyleColor(ImGuiCol_Button, chosen ? ground : IM_COL32(0xe1, 0xe9, 0xf0, 255));
  ImGui::PushStyleColor(ImGuiCol_ButtonHovered, chosen ? ground : colours::kAccentSoft);
  ImGui::PushStyleColor(ImGuiCol_Text, chosen ? colours::kCard : colours::kText);
  const bool pressed = ImGui::Button(words.c_str(), size);
  ImGui::PopStyleColor(3);
  return pressed;
}

}  // namespace needling::ui
