#include "ui/part.h"

namespace needling::ui {

Part::Part(const char* name, const Box& box, bool below, ImGuiWindowFlags flags) : box_(box), below_(below) {
  if (below) {
    ImGui::PushID(name);
    const ImVec2 padding = ImGui::GetStyle().WindowPadding;
    ImGui::SetCursorScreenPos({box.left + padding.x, box.top + padding.y});
  } else {
    ImGui::SetNextWindowPos(box.min());
    ImGui::SetNextWindowSize(box.size());
    ImGui::Begin(name, nullptr, flags);
  }
}

Part::~Part() {
  if (below_) {
    // The whole part counts for how far there is to scroll.
    ImGui::SetCursorScreenPos({box_.left, box_.max().y});
    ImGui::Dummy({0.0F, 0.0F});
    ImGui::PopID();
  } else {
    ImGui::End();
  }
}

ImVec2 Part::room() const {
  const ImVec2 at = ImGui::GetCursorScreenPos(), padding = ImGui::GetStyle().WindowPadding;
  return {ImGui::GetContentRegionAvail().x, box_.max().y - padding.y - at.y};
}

float Part::used() const {
  const float scrolled = below_ ? 0.0F : ImGui::GetScrollY();
  return ImGui::GetCursorScreenPos().y + scrolled - box_.top + ImGui::GetStyle().WindowPadding.y;
}

BelowWindow::BelowWindow(const Box& box, float scroll_px) {
  ImGui::SetNextWindowPos(box.min());
  ImGui::SetNextWindowSize(box.size());
  if (scroll_px >= 0.0F) ImGui::SetNextWindowScroll({-1.0F, scroll_px});
  ImGui::Begin("below", nullptr, kPlainWindow);
}

BelowWindow::~BelowWindow() {
  // A shade under the picture's edge tells that there is more above.
  constexpr float kShade = 7.0F;
  const ImVec2 at = ImGui::GetWindowPos();
  const ImU32 dark = IM_COL32(0, 0, 0, 64), none = IM_COL32(0, 0, 0, 0);
  if (ImGui::GetScrollY() > 0.0F) {
    ImGui::GetWindowDrawList()->AddRectFilledMultiColor(at, {at.x + ImGui::GetWindowWidth(), at.y + kShade}, dark, dark,
                                                        none, none);
  }
  ImGui::End();
}

float BelowWindow::scroll() const { return ImGui::GetScrollY(); }

}  // namespace needling::ui
