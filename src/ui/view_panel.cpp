#include "ui/view_panel.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "model/language.h"
#include "model/shown.h"
#include "model/texts.h"
#include "ui/choice_button.h"
#include "ui/color_profiles.h"
#include "ui/theme.h"
#include "ui/words.h"

namespace needling::ui {
namespace {

constexpr std::pair<const char*, const char*> kLanguages[] = {{"en", "view.english"}, {"es", "view.spanish"}};

bool wideChoice(const char* words, bool chosen) { return choiceButton(text(words), chosen, {-1.0F, touchHeight()}); }

// In steps of a tenth; the middle goes back to the usual size.
void drawTextSize(float scale, UiActions& actions) {
  drawHeading(text("view.size"));
  const float gap = ImGui::GetStyle().ItemInnerSpacing.x, side = touchHeight();
  const float middle = ImGui::GetContentRegionAvail().x - 2.0F * (side + gap);
  const auto step = [&](const char* words, float width, bool possible, float next) {
    ImGui::BeginDisabled(!possible);
    if (ImGui::Button(words, {width, side})) actions.text_scale = std::round(10.0F * next) / 10.0F;
    ImGui::EndDisabled();
  };
  const std::string now = shownFixed(100.0 * static_cast<double>(scale), 0) + " %###usual";
  constexpr float kStep = 0.1F, kNearly = 0.01F;
  step("-", side, scale > kLeastTextScale + kNearly, scale - kStep);
  ImGui::SameLine(0.0F, gap);
  step(now.c_str(), middle, true, 1.0F);
  ImGui::SameLine(0.0F, gap);
  step("+", side, scale < kMostTextScale - kNearly, scale + kStep);
}

void drawLanguages(UiActions& actions) {
  drawHeading(text("view.language"));
  for (const auto& [id, words] : kLanguages) {
    if (wideChoice(words, languageId(language()) == id)) actions.locale = id;
  }
}

void drawColours(const Look& look, UiActions& actions) {
  drawHeading(text("picture.colours"));
  for (const auto& [value, words] : kColorProfiles) {
    if (wideChoice(words, lookText(look, "colorProfile") == value)) actions.commands.push_back({"colorProfile", value});
  }
}

void drawMotion(bool reduced, UiActions& actions) {
  drawHeading(text("view.motion"));
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {6.0F, 0.5F * (touchHeight() - ImGui::GetFontSize())});
  if (ImGui::Checkbox(text("view.reduced").c_str(), &reduced)) actions.reduced_motion = reduced;
  ImGui::PopStyleVar();
}

}  // namespace

void drawViewSettings(const State& shown, const UiState& state, UiActions& actions) {
  ImGui::PushID("view");
  drawTextSize(state.text_scale, actions);
  drawLanguages(actions);
  drawColours(shown.look, actions);
  drawMotion(state.reduced_motion, actions);
  ImGui::PopID();
}

}  // namespace needling::ui
