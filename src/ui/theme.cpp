#include "ui/theme.h"

#include <algorithm>

#include "ui_assets.h"

namespace needling::ui {
namespace {

ImVec4 rgba(ImU32 colour) { return ImGui::ColorConvertU32ToFloat4(colour); }

void applyColours(ImGuiStyle& style) {
  ImVec4* c = style.Colors;
  c[ImGuiCol_Text] = rgba(colours::kText);
  c[ImGuiCol_TextDisabled] = rgba(colours::kTextSoft);
  c[ImGuiCol_WindowBg] = rgba(colours::kPage);
  c[ImGuiCol_ChildBg] = rgba(colours::kCard);
  c[ImGuiCol_PopupBg] = rgba(colours::kCard);
  c[ImGuiCol_Border] = rgba(colours::kLine);
  c[ImGuiCol_FrameBg] = rgba(IM_COL32(0xe6, 0xed, 0xf3, 255));
  c[ImGuiCol_FrameBgHovered] = rgba(colours::kAccentSoft);
  c[ImGuiCol_FrameBgActive] = rgba(colours::kAccentSoft);
  // Sliders draw their own fill and edge (parameter_control).
  c[ImGuiCol_SliderGrab] = {};
  c[ImGuiCol_SliderGrabActive] = {};
  c[ImGuiCol_Button] = rgba(IM_COL32(0xe1, 0xe9, 0xf0, 255));
  c[ImGuiCol_ButtonHovered] = rgba(colours::kAccentSoft);
  c[ImGuiCol_ButtonActive] = rgba(IM_COL32(0xb7, 0xd8, 0xea, 255));
  c[ImGuiCol_Header] = rgba(colours::kAccentSoft);
  c[ImGuiCol_HeaderHovered] = rgba(colours::kAccentSoft);
  c[ImGuiCol_HeaderActive] = rgba(IM_COL32(0xb7, 0xd8, 0xea, 255));
  c[ImGuiCol_ScrollbarBg] = rgba(colours::kPage);
  c[ImGuiCol_ScrollbarGrab] = rgba(IM_COL32(0xa9, 0xb8, 0xc6, 255));
  c[ImGuiCol_NavCursor] = rgba(colours::kAccent);
  c[ImGuiCol_CheckMark] = rgba(colours::kAccent);
  c[ImGuiCol_Separator] = rgba(colours::kLine);
}

}  // namespace

void applyTheme() {
  ImGui::StyleColorsLight();
  ImGuiStyle& style = ImGui::GetStyle();
  applyColours(style);
  style.WindowRounding = 0.0F;
  style.WindowBorderSize = 0.0F;
  style.ChildRounding = 8.0F;
  style.FrameRounding = 6.0F;
  style.GrabRounding = 6.0F;
  style.GrabMinSize = 2.0F;
  style.PopupRounding = 8.0F;
  style.WindowPadding = {12.0F, 10.0F};
  style.ItemSpacing = {8.0F, 6.0F};
  style.ScrollbarSize = 12.0F;
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigInputTextCursorBlink = false;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  // ImGui takes a mutable pointer but, not owning the data, only reads it.
  io.Fonts->AddFontFromMemoryTTF(const_cast<char*>(assets::kFontTtf.data()), static_cast<int>(assets::kFontTtf.size()),
                                 16.0F, &config);
}

void applyTextSize(float canvas_width_px, float text_scale) {
  constexpr float kReading = 16.0F;
  constexpr float kLargest = 22.0F;
  const float grown = kReading + (canvas_width_px - 1300.0F) * 0.007F;
  ImGuiStyle& style = ImGui::GetStyle();
  style.FontSizeBase = std::clamp(grown, kReading, kLargest);
  style.FontScaleMain = text_scale;
}

float buttonWidth(const std::string& words) {
  return ImGui::CalcTextSize(words.c_str()).x + 2.0F * ImGui::GetStyle().FramePadding.x;
}

float touchHeight() { return std::max(ImGui::GetFontSize() * 2.1F, 34.0F); }

}  // namespace needling::ui
