#include "ui/choice_button.h"

#include <algorithm>

#include "ui/words.h"

namespace needling::ui {

ChoiceColours::ChoiceColours(bool chosen, ImU32 ground) {
  ImGui::PushStyleColor(ImGuiCol_Button, chosen ? ground : colours().button);
  ImGui::PushStyleColor(ImGuiCol_ButtonHovered, chosen ? ground : colours().accent_soft);
  ImGui::PushStyleColor(ImGuiCol_Text, chosen ? colours().on_accent : colours().text);
}

ChoiceColours::~ChoiceColours() { ImGui::PopStyleColor(3); }

bool choiceButton(const std::string& words, bool chosen, ImVec2 size, ImU32 ground) {
  const ChoiceColours look(chosen, ground);
  return ImGui::Button(words.c_str(), size);
}

void noteBox(UiActions& actions, const char* kind, std::string_view id, const Box& box) {
  const ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 least = list->GetClipRectMin(), most = list->GetClipRectMax();
  constexpr float kRounding = 1.0F;
  const bool seen = box.left >= least.x - kRounding && box.top >= least.y - kRounding &&
                    box.max().x <= most.x + kRounding && box.max().y <= most.y + kRounding;
  actions.controls.push_back({.kind = kind, .id = id, .box = box, .seen = seen});
  if (actions.reveal != std::string(kind) + ":" + std::string(id)) return;
  // Into the middle of a panel that scrolls.
  ImGui::SetScrollFromPosY(box.top + 0.5F * box.height - ImGui::GetWindowPos().y, 0.5F);
}

void notePlace(UiActions& actions, const char* kind, std::string_view id) {
  const ImVec2 at = ImGui::GetItemRectMin(), size = ImGui::GetItemRectSize();
  noteBox(actions, kind, id, {at.x, at.y, size.x, size.y});
}

bool drawSwitch(const std::string& words, bool& on) {
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {6.0F, 0.5F * (touchHeight() - ImGui::GetFontSize())});
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 1.5F);
  ImGui::PushStyleColor(ImGuiCol_Border, colours().text_soft);
  const bool pressed = ImGui::Checkbox(words.c_str(), &on);
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(2);
  return pressed;
}

bool wideButton(const std::string& words, const char* id) {
  const float side = 0.8F * ImGui::GetFontSize();
  const std::string lines = inLines(words, ImGui::GetContentRegionAvail().x - 2.0F * side);
  const float height = std::max(touchHeight(), ImGui::CalcTextSize(lines.c_str()).y + 12.0F);
  ImGui::PushStyleVar(ImGuiStyleVar_ButtonTextAlign, {0.0F, 0.5F});
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {side, 4.0F});
  const bool pressed = ImGui::Button((lines + "##" + id).c_str(), {-1.0F, height});
  ImGui::PopStyleVar(2);
  return pressed;
}

}  // namespace needling::ui
