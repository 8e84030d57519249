#include "ui/sheet.h"

#include <algorithm>

#include "model/texts.h"
#include "ui/theme.h"
#include "ui/words.h"

namespace needling::ui {
namespace {

constexpr float kEdge = 10.0F;
constexpr float kGap = 4.0F;

// Under its button or over it, where there is more room; where there is little, anywhere on the canvas.
void placeBeside(const Box& button, float width) {
  constexpr float kLeastEms = 16.0F;
  const ImVec2 canvas = ImGui::GetIO().DisplaySize;
  const float below = canvas.y - kEdge - button.max().y - kGap, above = button.top - kGap - kEdge;
  const bool under = below >= above;
  const float room = std::max(below, above), whole = canvas.y - 2.0F * kEdge;
  const bool drawn = button.top >= 0.0F && button.max().y <= canvas.y;  // a panel may have scrolled it away
  const bool beside = drawn && room >= std::min(whole, kLeastEms * ImGui::GetFontSize());
  const float x = std::clamp(button.left, kEdge, std::max(kEdge, canvas.x - kEdge - width));
  const float y = !beside ? kEdge : under ? button.max().y + kGap : button.top - kGap;
  ImGui::SetNextWindowSizeConstraints({width, 0.0F}, {width, beside ? room : whole});
  ImGui::SetNextWindowPos({x, y}, ImGuiCond_Always, {0.0F, beside && !under ? 1.0F : 0.0F});
}

// The title, with the button that closes the sheet at the end of its line.
void drawHead(const std::string& title) {
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

}  // namespace

Sheet::Sheet(const char* kind, std::string_view id, bool pressed, const std::string& title, float widest,
             UiActions& actions)
    : shown_(false) {
  const std::string name = std::string(kind) + ":" + std::string(id);
  const bool wished = actions.sheet && actions.sheet->id == name;
  if (pressed || (wished && actions.sheet->open)) ImGui::OpenPopup(name.c_str());
  if (!ImGui::IsPopupOpen(name.c_str())) return;
  const auto button = std::find_if(actions.controls.rbegin(), actions.controls.rend(),
                                   [&](const ControlPlace& each) { return each.kind == kind && each.id == id; });
  const float canvas_width = ImGui::GetIO().DisplaySize.x;
  const float width = std::min(canvas_width - 2.0F * kEdge, widest * ImGui::GetFontSize());
  if (button != actions.controls.rend()) placeBeside(button->box, width);
  shown_ = ImGui::BeginPopup(name.c_str(), ImGuiWindowFlags_NoMove);
  if (!shown_) return;
  if (wished && !actions.sheet->open) {
    ImGui::CloseCurrentPopup();
  } else {
    actions.open_sheet = name;
  }
  drawHead(title);
}

Sheet::~Sheet() {
  if (shown_) ImGui::EndPopup();
}

}  // namespace needling::ui
