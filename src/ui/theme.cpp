#include "ui/theme.h"

#include <algorithm>
#include <cstdint>

#include "ui_assets.h"

namespace needling::ui {
namespace {

constexpr ImU32 rgb(std::uint32_t hex, std::uint32_t alpha = 255) {
  return IM_COL32(hex >> 16 & 0xff, hex >> 8 & 0xff, hex & 0xff, alpha);
}

constexpr Colours kDefault = {.text = rgb(0x1b2530),
                              .text_soft = rgb(0x4a5866),
                              .page = rgb(0xf4f7fa),
                              .card = rgb(0xffffff),
                              .sample = rgb(0xf4f7fa),
                              .button = rgb(0xe1e9f0),
                              .pressed = rgb(0xb7d8ea),
                              .field = rgb(0xe6edf3),
                              .line = rgb(0xc9d3dd),
                              .scrollbar = rgb(0xa9b8c6),
                              .accent = rgb(0x0b5f8f),
                              .accent_soft = rgb(0xd8eaf4),
                              .accent_strong = rgb(0x074569),
                              .on_accent = rgb(0xffffff),
                              .warning = rgb(0x9b1c1c),
                              .warning_soft = rgb(0xfbe9e7),
                              .caution = rgb(0x7a4a00),
                              .caution_soft = rgb(0xfdf1dc),
                              .right = rgb(0x1d6b34),
                              .steel = rgb(0x2d3a48),
                              .reach = rgb(0x0b5f8f),
                              .hole = rgb(0x5a0d1c),
                              .old_collagen = rgb(0xe6b8a8),
                              .type_3 = rgb(0xb3124f),
                              .band_fill = rgb(0x0b5f8f, 46),
                              .other = rgb(0x6a2c91),
                              .other_fill = rgb(0x6a2c91, 40),
                              .inflammation = rgb(0xf2b8a6),
                              .proliferation = rgb(0xf3d79a),
                              .remodelling = rgb(0xc4ddc9)};

constexpr Colours kDark = {.text = rgb(0xe8eef4),
                           .text_soft = rgb(0xb6c3cf),
                           .page = rgb(0x12181f),
                           .card = rgb(0x1a222b),
                           .sample = rgb(0xf4f7fa),
                           .button = rgb(0x2b3845),
                           .pressed = rgb(0x3b5266),
                           .field = rgb(0x25303b),
                           .line = rgb(0x43515e),
                           .scrollbar = rgb(0x5c6c7a),
                           .accent = rgb(0x74c4f0),
                           .accent_soft = rgb(0x24445a),
                           .accent_strong = rgb(0xa5dbf8),
                           .on_accent = rgb(0x0c1218),
                           .warning = rgb(0xffb8b0),
                           .warning_soft = rgb(0x4a1f1d),
                           .caution = rgb(0xffd593),
                           .caution_soft = rgb(0x42320f),
                           .right = rgb(0x9fe0ae),
                           .steel = rgb(0xb4c0cc),
                           .reach = rgb(0x74c4f0),
                           .hole = rgb(0xf29aa8),
                           .old_collagen = rgb(0xd9a594),
                           .type_3 = rgb(0xff8fb5),
                           .band_fill = rgb(0x74c4f0, 64),
                           .other = rgb(0xd3aaf6),
                           .other_fill = rgb(0xd3aaf6, 56),
                           .inflammation = rgb(0x7a3b2c),
                           .proliferation = rgb(0x66490f),
                           .remodelling = rgb(0x2a5838)};

// A projector washes out what is pale.
constexpr Colours projector() {
  Colours c = kDefault;
  c.text = rgb(0x000000);
  c.text_soft = rgb(0x2b3640);
  c.page = c.sample = rgb(0xffffff);
  c.line = rgb(0x8896a3);
  c.button = rgb(0xd3dfe9);
  c.accent = c.reach = rgb(0x004a78);
  c.accent_strong = rgb(0x00304f);
  c.band_fill = rgb(0x004a78, 72);
  c.other_fill = rgb(0x6a2c91, 64);
  return c;
}

// Few colours, and a line around whatever can be pressed.
constexpr Colours highContrast() {
  Colours c = projector();
  c.text_soft = c.line = rgb(0x000000);
  c.button = c.field = rgb(0xffffff);
  c.scrollbar = rgb(0x000000);
  c.accent = c.reach = rgb(0x00308f);
  c.accent_soft = c.pressed = rgb(0xfff3a6);
  c.warning_soft = c.caution_soft = rgb(0xffffff);
  c.warning = rgb(0x8f0000);
  c.caution = rgb(0x000000);
  return c;
}

constexpr Colours kProjector = projector(), kHighContrast = highContrast();

Colours current = kDefault;

ImVec4 rgba(ImU32 colour) { return ImGui::ColorConvertU32ToFloat4(colour); }

}  // namespace

const Colours& colours() { return current; }

Colours coloursOf(ColorProfile profile) {
  switch (profile) {
    case ColorProfile::kDark:
      return kDark;
    case ColorProfile::kProjector:
      return kProjector;
    case ColorProfile::kHighContrast:
      return kHighContrast;
    case ColorProfile::kDefault:
      break;
  }
  return kDefault;
}

void applyColours(ColorProfile profile) {
  current = coloursOf(profile);
  ImGuiStyle& style = ImGui::GetStyle();
  style.FrameBorderSize = profile == ColorProfile::kHighContrast ? 1.5F : 0.0F;
  ImVec4* c = style.Colors;
  c[ImGuiCol_Text] = rgba(current.text);
  c[ImGuiCol_TextDisabled] = rgba(current.text_soft);
  c[ImGuiCol_WindowBg] = rgba(current.page);
  c[ImGuiCol_ChildBg] = rgba(current.card);
  c[ImGuiCol_PopupBg] = rgba(current.card);
  c[ImGuiCol_Border] = rgba(current.line);
  c[ImGuiCol_FrameBg] = rgba(current.field);
  c[ImGuiCol_FrameBgHovered] = rgba(current.accent_soft);
  c[ImGuiCol_FrameBgActive] = rgba(current.accent_soft);
  // Sliders draw their own fill and edge (parameter_control).
  c[ImGuiCol_SliderGrab] = {};
  c[ImGuiCol_SliderGrabActive] = {};
  c[ImGuiCol_Button] = rgba(current.button);
  c[ImGuiCol_ButtonHovered] = rgba(current.accent_soft);
  c[ImGuiCol_ButtonActive] = rgba(current.pressed);
  c[ImGuiCol_Header] = rgba(current.accent_soft);
  c[ImGuiCol_HeaderHovered] = rgba(current.accent_soft);
  c[ImGuiCol_HeaderActive] = rgba(current.pressed);
  c[ImGuiCol_ScrollbarBg] = rgba(current.page);
  c[ImGuiCol_ScrollbarGrab] = rgba(current.scrollbar);
  c[ImGuiCol_NavCursor] = rgba(current.accent);
  c[ImGuiCol_CheckMark] = rgba(current.accent);
  c[ImGuiCol_Separator] = rgba(current.line);
}

void applyTheme() {
  ImGui::StyleColorsLight();
  applyColours(ColorProfile::kDefault);
  ImGuiStyle& style = ImGui::GetStyle();
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

void applyTextSize(float canvas_width_px, double text_scale, bool lecture) {
  constexpr float kReading = 16.0F, kLargest = 22.0F, kLecture = 1.25F;
  const float grown = kReading + (canvas_width_px - 1300.0F) * 0.007F;
  ImGuiStyle& style = ImGui::GetStyle();
  style.FontSizeBase = std::clamp(grown, kReading, kLargest) * (lecture ? kLecture : 1.0F);
  style.FontScaleMain = static_cast<float>(text_scale);
}

float buttonWidth(const std::string& words) {
  return ImGui::CalcTextSize(words.c_str()).x + 2.0F * ImGui::GetStyle().FramePadding.x;
}

float touchHeight() { return std::max(ImGui::GetFontSize() * 2.1F, 34.0F); }

}  // namespace needling::ui
