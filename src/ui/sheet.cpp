#include "ui/sheet.h"

#include <algorithm>

#include "model/texts.h"
#include "ui/theme.h"
#include "ui/words.h"

namespace needling::ui {

Sheet::Sheet(const char* id, const std::string& title, float widest) : shown_(false) {
  constexpr float kEdge = 10.0F;
  const ImVec2 canvas = ImGui::GetIO().DisplaySize;
  const float width = std::min(canvas.x - 2.0F * kEdge, widest * ImGui::GetFontSize());
  ImGui::SetNextWindowSizeConstraints({width, 0.0F}, {width, canvas.y - 2.0F * kEdge});
  shown_ = ImGui::BeginPopup(id, ImGuiWindowFlags_NoMove);
  if (!shown_) return;
  const std::string& close = text("panel.close");
  const float button = buttonWidth(close);
  const float room = ImGui::GetContentRegionAvail().x;
  const ImVec2 start = ImGui::GetCursorPos();
  ImGui::SetCursorPosX(start.x + room - button);
  if (ImGui::Button(close.c_str(), {button, touchHeight()})) ImGui::CloseCurrentPopup();
  const float below = ImGui::GetCursorPosY();
  ImGui::SetCursorPos({start.x, start.y + 0.5F * (touchHeight() - ImGui::GetFontSize())});
  ImGui::PushStyleColor(ImGuiCol_Text, colours().accent);
  ImGui::TextUnformatted(inLines(title, room - button - ImGui::GetFontSize()).c_str());
  ImGui::PopStyleColor();
  ImGui::SetCursorPosY(std::max(below, ImGui::GetCursorPosY()));
}

Sheet::~Sheet() {
  if (shown_) ImGui::EndPopup();
}

}  // namespace needling::ui
