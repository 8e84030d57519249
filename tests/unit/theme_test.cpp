#include "ui/theme.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

// The panels' colours can be read in every profile: contrast by WCAG 2.2, 1.4.3 and 1.4.11.

using namespace needling;

namespace {

double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(ImU32 colour) {
  const ImVec4 c = ImGui::ColorConvertU32ToFloat4(colour);
  return 0.2126 * linear(static_cast<double>(c.x)) + 0.7152 * linear(static_cast<double>(c.y)) +
         0.0722 * linear(static_cast<double>(c.z));
}

double contrast(ImU32 a, ImU32 b) {
  const double dark = std::min(luminance(a), luminance(b)), light = std::max(luminance(a), luminance(b));
  return (light + 0.05) / (dark + 0.05);
}

constexpr ColorProfile kProfiles[] = {ColorProfile::kDefault, ColorProfile::kDark, ColorProfile::kProjector,
                                      ColorProfile::kHighContrast};

}  // namespace

TEST_SUITE("theme") {
  TEST_CASE("words are at least 4.5 to 1 against every ground that they stand on") {
    for (const ColorProfile profile : kProfiles) {
      CAPTURE(static_cast<int>(profile));
      const ui::Colours c = ui::coloursOf(profile);
      for (const ImU32 ground : {c.page, c.card, c.button, c.pressed, c.field, c.accent_soft}) {
        CHECK(contrast(c.text, ground) >= 4.5);
      }
      for (const ImU32 ground : {c.page, c.card}) {
        CHECK(contrast(c.text_soft, ground) >= 4.5);
        CHECK(contrast(c.accent, ground) >= 4.5);
      }
      for (const ImU32 ground : {c.accent, c.accent_strong, c.other, c.right, c.warning}) {
        CHECK(contrast(c.on_accent, ground) >= 4.5);
      }
      CHECK(contrast(c.warning, c.warning_soft) >= 4.5);
      CHECK(contrast(c.caution, c.caution_soft) >= 4.5);
      for (const ImU32 ground : {c.inflammation, c.proliferation, c.remodelling})
        CHECK(contrast(c.text, ground) >= 4.5);
    }
  }

  TEST_CASE("curves, marks and keys of values are at least 3 to 1 against theirs") {
    for (const ColorProfile profile : kProfiles) {
      CAPTURE(static_cast<int>(profile));
      const ui::Colours c = ui::coloursOf(profile);
      for (const ImU32 ground : {c.page, c.card}) {
        for (const ImU32 mark : {c.reach, c.other, c.type_3, c.hole, c.steel, c.accent})
          CHECK(contrast(mark, ground) >= 3.0);
      }
    }
  }

  TEST_CASE("with strong contrast every control has a line around it") {
    ImGuiContext* context = ImGui::CreateContext();
    ui::applyColours(ColorProfile::kHighContrast);
    CHECK(ImGui::GetStyle().FrameBorderSize >= 1.0F);
    ui::applyColours(ColorProfile::kDefault);
    CHECK(ImGui::GetStyle().FrameBorderSize == 0.0F);
    ImGui::DestroyContext(context);
  }
}
