#include "ui/view_panel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/text.h"
#include "model/language.h"
#include "model/shown.h"
#include "model/texts.h"
#include "ui/choice_button.h"
#include "ui/choices.h"
#include "ui/theme.h"
#include "ui/words.h"

namespace needling::ui {
namespace {

bool wideChoice(const char* words, bool chosen) { return choiceButton(text(words), chosen, {-1.0F, touchHeight()}); }

// In steps of a tenth; the middle goes back to the usual size.
void drawTextSize(double scale, UiActions& actions) {
  drawHeading(text("view.size"));
  const float gap = ImGui::GetStyle().ItemInnerSpacing.x, side = touchHeight();
  const float middle = ImGui::GetContentRegionAvail().x - 2.0F * (side + gap);
  const auto step = [&](const char* words, float width, bool possible, double next) {
    ImGui::BeginDisabled(!possible);
    if (ImGui::Button(words, {width, side})) {
      actions.commands.push_back({"textScale", formatNumber(std::round(10.0 * next) / 10.0)});
    }
    ImGui::EndDisabled();
  };
  const std::string now = shownFixed(100.0 * scale, 0) + " %###usual";
  constexpr double kStep = 0.1, kNearly = 0.01;
  step("-", side, scale > ViewSettings::kLeastTextScale + kNearly, scale - kStep);
  ImGui::SameLine(0.0F, gap);
  step(now.c_str(), middle, true, 1.0);
  notePlace(actions, "key", "textScale");
  ImGui::SameLine(0.0F, gap);
  step("+", side, scale < ViewSettings::kMostTextScale - kNearly, scale + kStep);
}

// For whom the page speaks.
void drawModes(Mode mode, UiActions& actions) {
  drawHeading(text("view.mode"));
  for (std::size_t i = 0; i < kModes.size(); ++i) {
    if (wideChoice(kModes[i].second, static_cast<std::size_t>(mode) == i)) {
      actions.commands.push_back({"mode", kModes[i].first});
    }
    notePlace(actions, "mode", kModes[i].first);
  }
}

void drawLanguages(UiActions& actions) {
  drawHeading(text("view.language"));
  for (const auto& [id, words] : kLanguages) {
    if (wideChoice(words, languageId(language()) == id)) actions.locale = id;
    notePlace(actions, "locale", id);
  }
}

void drawColours(const Look& look, UiActions& actions) {
  drawHeading(text("picture.colours"));
  for (const auto& [value, words] : kColorProfiles) {
    if (wideChoice(words, lookText(look, "colorProfile") == value)) actions.commands.push_back({"colorProfile", value});
    notePlace(actions, "colorProfile", value);
  }
}

void drawMotion(bool reduced, UiActions& actions) {
  drawHeading(text("view.motion"));
  if (drawSwitch(text("view.reduced"), reduced)) {
    actions.commands.push_back({"reducedMotion", reduced ? "on" : "off"});
  }
  notePlace(actions, "view", "motion");
}

}  // namespace

void drawViewSettings(const State& shown, const UiState& state, UiActions& actions) {
  ImGui::PushID("view");
  drawModes(shown.view.mode, actions);
  drawTextSize(shown.view.text_scale, actions);
  drawLanguages(actions);
  drawColours(shown.look, actions);
  drawMotion(state.reduced_motion, actions);
  ImGui::PopID();
}

}  // namespace needling::ui
