#include "ui/spotlight.h"

#include <algorithm>
#include <cmath>

namespace needling::ui {
namespace {

constexpr ImU32 kShade = IM_COL32(0, 0, 0, 150), kRing = IM_COL32(255, 255, 255, 200);

ImVec2 followPointer(ImVec2 light, const Box& box) {
  const ImVec2 pointer = ImGui::GetIO().MousePos;
  const ImVec2 share = {(pointer.x - box.left) / box.width, (pointer.y - box.top) / box.height};
  const bool over = share.x >= 0.0F && share.x <= 1.0F && share.y >= 0.0F && share.y <= 1.0F;
  return over ? share : light;
}

// Shade around a round hole: a ring so thick that it covers the box from any place in it.
void drawLight(ImVec2 light, const Box& box) {
  const float radius = 0.22F * std::min(box.width, box.height);
  const float thick = std::hypot(box.width, box.height);
  const ImVec2 middle = {box.left + light.x * box.width, box.top + light.y * box.height};
  ImDrawList* list = ImGui::GetForegroundDrawList();
  list->PushClipRect(box.min(), box.max());
  list->AddCircle(middle, radius + 0.5F * thick, kShade, 96, thick);
  list->AddCircle(middle, radius, kRing, 96, 2.0F);
  list->PopClipRect();
}

}  // namespace

void drawStage(const UiState& state, const Layout& layout, UiActions& actions) {
  if (actions.spotlight && state.spotlight) actions.spotlight = followPointer(*state.spotlight, layout.picture);
  if (actions.spotlight) drawLight(*actions.spotlight, layout.picture);
  if (!state.dark_stage) return;
  ImGui::GetForegroundDrawList()->AddRectFilled({0.0F, 0.0F}, ImGui::GetIO().DisplaySize, IM_COL32(0, 0, 0, 255));
}

}  // namespace needling::ui
