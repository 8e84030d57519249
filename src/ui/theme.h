// Colours, sizes and the font of the panels. Text is at least 4.5:1 against its ground.
#pragma once

#include <imgui.h>

#include <string>

namespace needling::ui {

namespace colours {
inline constexpr ImU32 kText = IM_COL32(0x1b, 0x25, 0x30, 255);
inline constexpr ImU32 kTextSoft = IM_COL32(0x4a, 0x58, 0x66, 255);
inline constexpr ImU32 kPage = IM_COL32(0xf4, 0xf7, 0xfa, 255);
inline constexpr ImU32 kCard = IM_COL32(0xff, 0xff, 0xff, 255);
inline constexpr ImU32 kLine = IM_COL32(0xc9, 0xd3, 0xdd, 255);
inline constexpr ImU32 kAccent = IM_COL32(0x0b, 0x5f, 0x8f, 255);
inline constexpr ImU32 kAccentSoft = IM_COL32(0xd8, 0xea, 0xf4, 255);
inline constexpr ImU32 kType3 = IM_COL32(0xb3, 0x12, 0x4f, 255);
inline constexpr ImU32 kOldCollagen = IM_COL32(0xe6, 0xb8, 0xa8, 255);
inline constexpr ImU32 kBandFill = IM_COL32(0x0b, 0x5f, 0x8f, 46);
inline constexpr ImU32 kReach = IM_COL32(0x0b, 0x5f, 0x8f, 255);
inline constexpr ImU32 kOther = IM_COL32(0x6a, 0x2c, 0x91, 255);  // protocol B
inline constexpr ImU32 kOtherFill = IM_COL32(0x6a, 0x2c, 0x91, 40);
inline constexpr ImU32 kHole = IM_COL32(0x5a, 0x0d, 0x1c, 255);
inline constexpr ImU32 kSteel = IM_COL32(0x2d, 0x3a, 0x48, 255);
inline constexpr ImU32 kWarning = IM_COL32(0x9b, 0x1c, 0x1c, 255);
inline constexpr ImU32 kWarningSoft = IM_COL32(0xfb, 0xe9, 0xe7, 255);
inline constexpr ImU32 kCaution = IM_COL32(0x7a, 0x4a, 0x00, 255);
inline constexpr ImU32 kCautionSoft = IM_COL32(0xfd, 0xf1, 0xdc, 255);
inline constexpr ImU32 kInflammation = IM_COL32(0xf2, 0xb8, 0xa6, 255);
inline constexpr ImU32 kProliferation = IM_COL32(0xf3, 0xd7, 0x9a, 255);
inline constexpr ImU32 kRemodelling = IM_COL32(0xc4, 0xdd, 0xc9, 255);
}  // namespace colours

// Creates the font from the embedded file and sets colours and spacing. Call once after ImGui::CreateContext().
void applyTheme();

// Sizes for this canvas, in CSS pixels: bigger text where the canvas is wide (a projector), times the user's scale.
void applyTextSize(float canvas_width_px, float text_scale);

// Width of a button that holds these words and nothing else.
float buttonWidth(const std::string& words);

// Height of a control that a finger can hit.
float touchHeight();

}  // namespace needling::ui
