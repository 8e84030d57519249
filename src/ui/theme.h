// Colours, sizes and the font of the panels.
#pragma once

#include <imgui.h>

#include <string>

#include "model/look.h"

namespace needling::ui {

// What the panels are painted with. In every profile text is at least 4.5:1 against the grounds it stands on, and marks
// that tell something at least 3:1.
struct Colours {
  ImU32 text, text_soft;
  ImU32 page, card;       // grounds
  ImU32 sample;           // ground of a legend's samples, which have the picture's colours
  ImU32 button, pressed;  // a button's ground, at rest and held
  ImU32 field;            // a slider's or list's
  ImU32 line, scrollbar;
  ImU32 accent, accent_soft, accent_strong;  // what is chosen; under the pointer, plain and chosen
  ImU32 on_accent;                           // words on it
  ImU32 warning, warning_soft, caution, caution_soft, right;
  ImU32 steel, reach, hole, old_collagen, type_3;  // keys of values
  ImU32 band_fill, other, other_fill;              // of curves; `other`: protocol B
  ImU32 inflammation, proliferation, remodelling;  // grounds of phases
};

// Of the profile last given to applyColours().
const Colours& colours();
Colours coloursOf(ColorProfile profile);

// On the picture, which has its own grounds: words on slips of paper, dark on light in every profile.
namespace on_picture {
inline constexpr ImU32 kPaper = IM_COL32(255, 255, 255, 224);
inline constexpr ImU32 kText = IM_COL32(0x1b, 0x25, 0x30, 255);
inline constexpr ImU32 kReach = IM_COL32(0x0b, 0x5f, 0x8f, 255);
inline constexpr ImU32 kOther = IM_COL32(0x6a, 0x2c, 0x91, 255);
inline constexpr ImU32 kHole = IM_COL32(0x5a, 0x0d, 0x1c, 255);
inline constexpr ImU32 kCaution = IM_COL32(0x7a, 0x4a, 0x00, 255);
inline constexpr ImU32 kSteel = IM_COL32(0x2d, 0x3a, 0x48, 255);
}  // namespace on_picture

// Creates the font from the embedded file and sets spacing and the default colours. Call once after
// ImGui::CreateContext().
void applyTheme();

// Before each frame.
void applyColours(ColorProfile profile);

// Sizes for this canvas, in CSS pixels: bigger text where the canvas is wide (a projector) or in a lecture, times the
// user's scale.
void applyTextSize(float canvas_width_px, double text_scale, bool lecture);

// Width of a button that holds these words and nothing else.
float buttonWidth(const std::string& words);

// Height of a control that a finger can hit.
float touchHeight();

}  // namespace needling::ui
