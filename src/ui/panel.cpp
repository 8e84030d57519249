#include "ui/panel.h"

#include <algorithm>
#include <span>
#include <tuple>

#include "model/describe.h"
#include "model/indication.h"
#include "model/lesson_steps.h"
#include "model/safety.h"
#include "model/shown.h"
#include "model/texts.h"
#include "ui/choice_button.h"
#include "ui/guide_panel.h"
#include "ui/mode_panel.h"
#include "ui/parameter_control.h"
#include "ui/theme.h"
#include "ui/view_panel.h"
#include "ui/words.h"

namespace needling::ui {
namespace {

struct TabRow {
  const char* id;  // of the key "tab"
  const char* words;
  const char* group;  // of the parameters that it sets; empty for none
};
constexpr TabRow kTabs[] = {{"needle", "panel.needle", "needle"}, {"skin", "panel.skin", "skin"},
                            {"course", "panel.course", "course"}, {"guide", "panel.guide", ""},
                            {"view", "panel.view", ""},           {"mode", nullptr, ""}};
constexpr const char* kModeTabs[] = {"panel.patient", "panel.lecture", "panel.learn"};

const std::string& tabWords(const TabRow& tab, Mode mode) {
  return text(tab.words != nullptr ? tab.words : kModeTabs[static_cast<std::size_t>(mode)]);
}

const std::string& presetLabel(const Protocol& protocol) {
  for (const Preset& preset : presets()) {
    if (preset.protocol == protocol) return preset.label();
  }
  return text("panel.custom");
}

// Which of two compared protocols the controls change.
void drawWhichProtocol(const Sim& sim, const UiState& state, UiActions& actions) {
  if (sim.state().split != Split::kProtocol) return;
  const float width = 0.5F * (ImGui::GetContentRegionAvail().x - ImGui::GetStyle().ItemSpacing.x);
  for (const bool other : {false, true}) {
    const std::string words = formatText("panel.protocol", {other ? "B" : "A"});
    if (other) ImGui::SameLine();
    const ImU32 ground = other ? colours().other : colours().accent;
    if (choiceButton(words, state.edit_other == other, {width, touchHeight()}, ground)) {
      actions.edit_other = other;
    }
  }
  if (!state.edit_other) return;
  if (ImGui::Button(text("panel.copyOver").c_str(), {-1.0F, touchHeight()})) actions.commands.push_back({"b", "copy"});
}

// Undo, redo and reset, at the end of the line or below it.
void drawHistory(const Sim& sim, UiActions& actions) {
  const std::tuple<const char*, const char*, bool> buttons[] = {
      {"undo", "panel.undo", sim.canUndo()}, {"redo", "panel.redo", sim.canRedo()}, {"reset", "panel.reset", true}};
  const float gap = ImGui::GetStyle().ItemInnerSpacing.x;
  float width = -gap;
  for (const auto& [key, words, possible] : buttons) width += buttonWidth(text(words)) + gap;
  sameLineIfFits(width);
  const float room = ImGui::GetContentRegionAvail().x;
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(0.0F, room - width));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {gap, ImGui::GetStyle().ItemSpacing.y});
  for (const auto& [key, words, possible] : buttons) {
    if (key != std::get<0>(buttons[0])) sameLineIfFits(buttonWidth(text(words)));
    ImGui::BeginDisabled(!possible);
    if (ImGui::Button(text(words).c_str(), {0.0F, touchHeight()})) actions.commands.push_back({key, ""});
    ImGui::EndDisabled();
  }
  ImGui::PopStyleVar();
}

// Named after what is treated; the others after a study or a device.
bool isForGoal(const Preset& preset) {
  const auto& table = indicationTable();
  return std::any_of(table.begin(), table.end(), [&](const IndicationRow& row) { return row.id == preset.id; });
}

void drawPreset(const Preset& preset, bool chosen, UiActions& actions) {
  if (ImGui::Selectable(preset.label().c_str(), chosen, 0, {0.0F, touchHeight() * 0.8F})) {
    actions.commands.push_back({"preset", preset.id});
  }
}

void drawPresets(const Protocol& protocol, UiActions& actions) {
  ImGui::SetNextItemWidth(-1.0F);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {8.0F, 0.5F * (touchHeight() - ImGui::GetFontSize())});
  if (ImGui::BeginCombo("##preset", presetLabel(protocol).c_str(), ImGuiComboFlags_HeightLargest)) {
    for (const bool by_goal : {true, false}) {
      drawHeading(text(by_goal ? "panel.byGoal" : "panel.otherCourses"));
      for (const Preset& preset : presets()) {
        if (isForGoal(preset) == by_goal) drawPreset(preset, preset.protocol == protocol, actions);
      }
    }
    ImGui::EndCombo();
  }
  ImGui::PopStyleVar();
}

void drawTabs(const ViewSettings& view, UiActions& actions) {
  const float gap = ImGui::GetStyle().ItemSpacing.x;
  constexpr int kCount = static_cast<int>(Tab::kCount);
  const float room = ImGui::GetContentRegionAvail().x;
  float widest = 0.0F;
  for (const TabRow& tab : kTabs) {
    widest = std::max(widest, ImGui::CalcTextSize(tabWords(tab, view.mode).c_str()).x + 8.0F);
  }
  const int columns = std::clamp(static_cast<int>((room + gap) / (widest + gap)), 1, kCount);
  const float width = (room - static_cast<float>(columns - 1) * gap) / static_cast<float>(columns);
  for (int i = 0; i < kCount; ++i) {
    const bool chosen = static_cast<int>(view.tab) == i;
    if (i % columns > 0) ImGui::SameLine();
    if (choiceButton(tabWords(kTabs[i], view.mode), chosen, {width, touchHeight()})) {
      actions.commands.push_back({"tab", kTabs[i].id});
    }
    notePlace(actions, "tab", kTabs[i].id);
  }
}

void drawWarning(const Warning& warning) {
  const bool grave = warning.severity == Severity::kWarning;
  const bool plain = warning.severity == Severity::kNote;
  const ImU32 ground = grave ? colours().warning_soft : plain ? colours().page : colours().caution_soft;
  const ImU32 ink = grave ? colours().warning : plain ? colours().text : colours().caution;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float pad = 7.0F;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const std::string lines = inLines(warning.text, width - 2.0F * pad - 2.0F);
  const ImVec2 size = ImGui::CalcTextSize(lines.c_str());
  const ImVec2 end = {at.x + width, at.y + size.y + 2.0F * pad};
  list->AddRectFilled(at, end, ground, 6.0F);
  list->AddRectFilled(at, {at.x + 3.0F, end.y}, ink, 2.0F);
  list->AddText(nullptr, 0.0F, {at.x + pad + 2.0F, at.y + pad}, ink, lines.c_str());
  ImGui::Dummy({width, size.y + 2.0F * pad});
}

// The rows of the tab that is open.
bool isShown(const Protocol& protocol, Tab tab, const ParameterRow& row) {
  return row.group == kTabs[static_cast<std::size_t>(tab)].group && hasEffect(protocol, row.parameter);
}

// Each with what is to be known of the value that it has.
void drawControls(const Protocol& protocol, Tab tab, bool edit_other, const std::vector<Warning>& warnings,
                  bool stacked, UiActions& actions) {
  if (edit_other && tab == Tab::kSkin) drawWords(text("panel.sameSkin"));
  for (const ParameterRow& row : parameterTable()) {
    if (!isShown(protocol, tab, row)) continue;
    drawParameter(protocol, row, stacked, actions);
    for (const Warning& warning : warnings) {
      if (warning.severity != Severity::kWarning && warning.about == row.parameter) drawWarning(warning);
    }
  }
}

// What was changed in protocol B goes under B's keys; the skin is the same in both.
void sendToOther(std::span<Command> commands) {
  for (Command& command : commands) {
    const ParameterRow* row = findParameter(command.key);
    if (command.key == "preset" || (row != nullptr && !isOfSkin(*row))) command.key = otherKey(command.key);
  }
}

// A coloured square, what it is, and its value at the right or on the next line.
void readout(ImU32 colour, const std::string& what, const std::string& value) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float size = ImGui::GetFontSize();
  ImGui::GetWindowDrawList()->AddRectFilled({at.x, at.y + size * 0.2F}, {at.x + size * 0.6F, at.y + size * 0.85F},
                                            colour, 2.0F);
  ImGui::SetCursorScreenPos({at.x + size, at.y});
  ImGui::TextUnformatted(inLines(what, ImGui::GetContentRegionAvail().x).c_str());
  const float width = ImGui::CalcTextSize(value.c_str()).x;
  ImGui::SameLine();
  if (ImGui::GetContentRegionAvail().x < width) ImGui::NewLine();
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x - width);
  ImGui::TextUnformatted(value.c_str());
}

void drawDepth(const Protocol& protocol) {
  const NeedleDepth depth = needleDepth(protocol, protocol.needleLength());
  drawHeading(text("panel.depth"));
  readout(colours().steel, text("panel.protrusion"), shownFixed(depth.protrusion_mm, 2) + " mm");
  readout(colours().reach, text("panel.reach"), bandText(depth.reach_mm, 2, "mm"));
  readout(colours().hole, text("panel.residual"), bandText(depth.residual_mm, 2, "mm"));
  readout(colours().old_collagen, text("panel.deepest"), layerName(depth.deepest_layer));
  readout(colours().line, text("panel.channels"), bandText(channelDensityPerCm2(protocol), 0, "/ cm²"));
}

void drawCollagen(const Outcome& outcome, double day) {
  drawHeading(text("panel.collagen"));
  readout(colours().reach, text("chart.total"), gainText(outcome.at(SeriesId::kCollagenTotal, day)));
  readout(colours().type_3, text("chart.type3"), gainText(outcome.at(SeriesId::kCollagen3, day)));
  if (const std::string menopause = menopauseText(outcome); !menopause.empty()) drawWords(menopause);
}

void drawOutcome(const Derived& of, double day) {
  const IndicationRow& row = indicationOf(of.protocol());
  const Readout outcome = readoutOn(of.protocol(), of.outcome(), day);
  drawHeading(text("panel.outcome"));
  if (outcome.known()) {
    readout(colours().remodelling, row.quantityText(), bandText(*outcome.value, 0, shownUnit(row.unit)));
    readout(colours().line, outcome.untreated_text, bandText(*outcome.untreated, 0, shownUnit(row.unit)));
  }
  if (row.first_change_weeks.has_value()) {
    readout(colours().line, text("panel.firstChange"),
            formatText("panel.week", {shownNumber(*row.first_change_weeks)}));
  }
  readout(colours().line, text("panel.evidence"), row.grade);
  drawWords(row.gradeText() + " " + outcome.text);
}

void drawAnswers(const Derived& of, double day) {
  drawDepth(of.protocol());
  drawCollagen(of.outcome(), day);
  drawOutcome(of, day);
  ImGui::Spacing();
}

// The grave ones stand at the top, where nobody has to scroll for them.
void drawGraveWarnings(const std::vector<Warning>& warnings) {
  for (const Warning& warning : warnings) {
    if (warning.severity == Severity::kWarning) drawWarning(warning);
  }
}

// Those that stand beside no control of the tab that is open.
void drawOtherWarnings(const Protocol& protocol, Tab tab, const std::vector<Warning>& warnings) {
  drawHeading(text("panel.warnings"));
  for (const Warning& warning : warnings) {
    const bool beside = warning.about && isShown(protocol, tab, parameterRow(*warning.about));
    if (warning.severity != Severity::kWarning && !beside) drawWarning(warning);
  }
  drawWords(text(protocol.covered() ? "panel.openForCovered" : "panel.openFor"));
  ImGui::PushStyleColor(ImGuiCol_Text, colours().text_soft);
  drawWords(text("help.keys"));
  ImGui::PopStyleColor();
}

// What is set, and from what to start.
void drawStart(const Sim& sim, const Protocol& protocol, UiActions& actions) {
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(text("panel.preset").c_str());
  drawHistory(sim, actions);
  drawPresets(protocol, actions);
}

void drawTab(const Sim& sim, const UiState& state, const Protocol& protocol, UiActions& actions) {
  const State& shown = sim.state();
  switch (shown.view.tab) {
    case Tab::kGuide:
      return drawGuide(sim, protocol, actions);
    case Tab::kView:
      return drawViewSettings(shown, state, actions);
    case Tab::kMode:
      return drawMode(sim, state, actions);
    default:
      return;
  }
}

void drawContents(const Sim& sim, const UiState& state, bool stacked, UiActions& actions) {
  const ViewSettings& view = sim.state().view;
  const Derived& edited = state.edit_other ? sim.otherDerived() : sim.derived();
  const Protocol& protocol = edited.protocol();
  const std::vector<Warning> warnings = warningsFor(protocol);
  // A step sets what is needed, so there is nothing to choose beside it.
  const bool lesson = inLesson(view);
  const bool settings = *kTabs[static_cast<std::size_t>(view.tab)].group != '\0';
  if (!lesson) drawWhichProtocol(sim, state, actions);
  const std::size_t before = actions.commands.size();
  if (!lesson) drawStart(sim, protocol, actions);
  if (!lesson) drawGraveWarnings(warnings);
  ImGui::Spacing();
  // On a phone the answers come before the controls, or nobody scrolls to them.
  if (stacked && !lesson) drawAnswers(edited, sim.state().day);
  if (!lesson || (!stacked && view.extent == Extent::kFull)) drawTabs(view, actions);
  ImGui::Spacing();
  if (settings) drawControls(protocol, view.tab, state.edit_other, warnings, stacked, actions);
  if (state.edit_other) sendToOther(std::span(actions.commands).subspan(before));
  drawTab(sim, state, protocol, actions);
  if (settings && !stacked) drawAnswers(edited, sim.state().day);
  if (lesson) drawGraveWarnings(warnings);
  if (!lesson) drawOtherWarnings(protocol, view.tab, warnings);
}

}  // namespace

bool inLesson(const ViewSettings& view) { return view.tab == Tab::kMode && openLesson(view) != nullptr; }

float drawPanel(const Sim& sim, const UiState& state, const Layout& layout, UiActions& actions) {
  ImGui::SetNextWindowPos(layout.panel.min());
  ImGui::SetNextWindowSize(layout.panel.size());
  ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                           ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoBringToFrontOnFocus;
  // Beside the picture the panel scrolls when it must; on a phone the page does.
  flags = layout.stacked ? flags | ImGuiWindowFlags_NoScrollWithMouse : flags & ~ImGuiWindowFlags_NoScrollbar;
  ImGui::Begin("panel", nullptr, flags);
  const ImVec2 at = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
  actions.card = {at.x, at.y, size.x, size.y};
  drawContents(sim, state, layout.stacked, actions);
  const float content = ImGui::GetCursorPosY() + ImGui::GetStyle().WindowPadding.y;
  ImGui::End();
  return content;
}

}  // namespace needling::ui
