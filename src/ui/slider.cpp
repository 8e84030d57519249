#include "ui/slider.h"

#include <imgui.h>

#include "ui/theme.h"

namespace needling::ui {
namespace {

// The value stands in the middle, where a grab would cover it.
void drawTrack(ImVec2 min, ImVec2 max, double share) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  constexpr float kKnob = 6.0F;
  const float left = min.x + kKnob, width = max.x - min.x - 2.0F * kKnob;
  const float edge = left + width * static_cast<float>(share), y = max.y - 4.0F;
  list->AddLine({left, y}, {left + width, y}, colours().line, 3.0F);
  list->AddLine({left, y}, {edge, y}, colours().accent, 3.0F);
  list->AddCircleFilled({edge, y}, kKnob, colours().accent);
}

}  // namespace

bool drawSlider(const char* id, double& value, double least, double most, const std::string& words) {
  // The words are already the value for people, so the format holds no number of its own.
  std::string format;
  for (const char c : words) format += c == '%' ? std::string("%%") : std::string(1, c);
  const double before = value;
  const bool moved = ImGui::SliderScalar(id, ImGuiDataType_Double, &value, &least, &most, format.c_str(),
                                         ImGuiSliderFlags_NoInput | ImGuiSliderFlags_NoRoundToFormat);
  drawTrack(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), (before - least) / (most - least));
  return moved;
}

}  // namespace needling::ui
