#include "ui/panel.h"

#include <algorithm>
#include <span>
#include <tuple>

#include "model/describe.h"
#include "model/indication.h"
#include "model/lesson_steps.h"
#include "model/lock.h"
#include "model/safety.h"
#include "model/shown.h"
#include "model/texts.h"
#include "ui/choice_button.h"
#include "ui/guide_panel.h"
#include "ui/mode_panel.h"
#include "ui/parameter_control.h"
#include "ui/part.h"
#include "ui/theme.h"
#include "ui/view_panel.h"
#include "ui/words.h"

namespace needling::ui {
namespace {

constexpr const char* kModeTabs[] = {"panel.patient", "panel.lecture", "panel.learn"};

std::string presetLabel(const Protocol& protocol) {
  for (const Preset& preset : presets()) {
    if (preset.protocol == protocol) return preset.label();
  }
  return text("panel.custom");
}

// What a course is called goes before its settings, which stand beside their controls too: "Acne scars" alone where there
// is no room for "Acne scars, cheek, pen 1.5 mm".
std::string shortened(const std::string& label, float width) {
  if (ImGui::CalcTextSize(label.c_str()).x <= width) return label;
  return label.substr(0, label.find_first_of(",:"));
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
    notePlace(actions, "protocol", other ? "b" : "a");
  }
  if (!state.edit_other) return;
  if (ImGui::Button(text("panel.copyOver").c_str(), {-1.0F, touchHeight()})) actions.commands.push_back({"b", "copy"});
  notePlace(actions, "history", "copyOver");
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
    notePlace(actions, "history", key);
    ImGui::EndDisabled();
  }
  ImGui::PopStyleVar();
}

void drawPreset(const Preset& preset, bool chosen, UiActions& actions) {
  constexpr float kMostEms = 36.0F, kEdges = 48.0F;
  const float width = std::min(kMostEms * ImGui::GetFontSize(), ImGui::GetIO().DisplaySize.x - kEdges);
  const std::string lines = inLines(preset.label(), width);
  const float height = std::max(touchHeight() * 0.8F, ImGui::CalcTextSize(lines.c_str()).y);
  if (ImGui::Selectable(lines.c_str(), chosen, 0, {0.0F, height})) {
    actions.commands.push_back({"preset", preset.id});
  }
}

void drawPresets(const Protocol& protocol, UiActions& actions) {
  ImGui::SetNextItemWidth(-1.0F);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {8.0F, 0.5F * (touchHeight() - ImGui::GetFontSize())});
  const float room = ImGui::GetContentRegionAvail().x - touchHeight() - 16.0F;
  const std::string shown = shortened(presetLabel(protocol), room);
  const bool open = ImGui::BeginCombo("##preset", shown.c_str(), ImGuiComboFlags_HeightLargest);
  notePlace(actions, "key", "preset");
  if (open) {
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
  actions.tabs_top = ImGui::GetCursorScreenPos().y - ImGui::GetStyle().WindowPadding.y;
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
void drawControls(const Protocol& protocol, const ViewSettings& view, bool edit_other,
                  const std::vector<Warning>& warnings, bool stacked, UiActions& actions) {
  if (edit_other && view.tab == Tab::kSkin) drawWords(text("panel.sameSkin"));
  for (const ParameterRow& row : parameterTable()) {
    if (!isShown(protocol, view.tab, row)) continue;
    drawParameter(protocol, row, isLocked(view, row.id), stacked, actions);
    for (const Warning& warning : warnings) {
      if (warning.severity != Severity::kWarning && warning.about == row.parameter) drawWarning(warning);
    }
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

void drawDepth(const Protocol& protocol, UiActions& actions) {
  const NeedleDepth depth = needleDepth(protocol, protocol.needleLength());
  drawHeading(text("panel.depth"));
  readout(colours().steel, text("panel.protrusion"), shownFixed(depth.protrusion_mm, 2) + " mm");
  readout(colours().reach, text("panel.reach"), bandText(depth.reach_mm, 2, "mm"));
  readout(colours().hole, text("panel.residual"), bandText(depth.residual_mm, 2, "mm"));
  readout(colours().old_collagen, text("panel.deepest"), layerName(depth.deepest_layer));
  readout(colours().line, text("panel.channels"), bandText(channelDensityPerCm2(protocol), 0, "/ cm²"));
  drawSources(depthEvidence(protocol), actions);
}

void drawCollagen(const Outcome& outcome, double day, UiActions& actions) {
  drawHeading(text("panel.collagen"));
  readout(colours().reach, text("chart.total"), gainText(outcome.at(SeriesId::kCollagenTotal, day)));
  readout(colours().type_3, text("chart.type3"), gainText(outcome.at(SeriesId::kCollagen3, day)));
  if (const std::string menopause = menopauseText(outcome); !menopause.empty()) drawWords(menopause);
  drawSources(textEvidence("describe.compared"), actions);
}

void drawOutcome(const Derived& of, double day, UiActions& actions) {
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
  drawSources(row.evidence(), actions);
}

void drawAnswers(const Derived& of, double day, UiActions& actions) {
  drawDepth(of.protocol(), actions);
  drawCollagen(of.outcome(), day, actions);
  drawOutcome(of, day, actions);
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

// What a small frame in a text has beside the picture: a course to start from, the settings that people compare, and what
// they lead to.
void drawCompact(const Sim& sim, bool stacked, UiActions& actions) {
  const Protocol& protocol = sim.state().protocol;
  drawStart(sim, protocol, actions);
  drawGraveWarnings(warningsFor(protocol));
  ImGui::Spacing();
  for (const ParameterRow& row : parameterTable()) {
    if (isOffered(sim.state().view, row)) {
      drawParameter(protocol, row, isLocked(sim.state().view, row.id), stacked, actions);
    }
  }
  drawAnswers(sim.derived(), sim.state().day, actions);
}

void drawContents(const Sim& sim, const UiState& state, bool stacked, UiActions& actions) {
  const ViewSettings& view = sim.state().view;
  if (view.extent == Extent::kCompact && !inLesson(view)) return drawCompact(sim, stacked, actions);
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
  if (stacked && !lesson) drawAnswers(edited, sim.state().day, actions);
  if (!lesson || (!stacked && view.extent == Extent::kFull)) drawTabs(view, actions);
  ImGui::Spacing();
  if (settings) drawControls(protocol, view, state.edit_other, warnings, stacked, actions);
  if (state.edit_other) sendToOther(std::span(actions.commands).subspan(before));
  drawTab(sim, state, protocol, actions);
  if (settings && !stacked) drawAnswers(edited, sim.state().day, actions);
  if (lesson) drawGraveWarnings(warnings);
  if (!lesson) drawOtherWarnings(protocol, view.tab, warnings);
}

}  // namespace

void sendToOther(std::span<Command> commands) {
  for (Command& command : commands) {
    const ParameterRow* row = findParameter(command.key);
    if (command.key == "preset" || (row != nullptr && !isOfSkin(*row))) command.key = otherKey(command.key);
  }
}

bool isForGoal(const Preset& preset) {
  const auto& table = indicationTable();
  return std::any_of(table.begin(), table.end(), [&](const IndicationRow& row) { return row.id == preset.id; });
}

const std::string& tabWords(const TabRow& tab, Mode mode) {
  return text(tab.words != nullptr ? tab.words : kModeTabs[static_cast<std::size_t>(mode)]);
}

bool isOffered(const ViewSettings& view, const ParameterRow& row) {
  constexpr ParameterId kCompared[] = {ParameterId::kNeedleLength, ParameterId::kSite, ParameterId::kSessions};
  return view.extent != Extent::kCompact ||
         std::find(std::begin(kCompared), std::end(kCompared), row.parameter) != std::end(kCompared);
}

bool inLesson(const ViewSettings& view) { return view.tab == Tab::kMode && openLesson(view) != nullptr; }

float drawPanel(const Sim& sim, const UiState& state, const Layout& layout, UiActions& actions) {
  // Beside the picture the panel scrolls when it must; on a phone the sheet does.
  constexpr ImGuiWindowFlags kScrolls =
      kPlainWindow & ~(ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  const Part part("panel", layout.panel, layout.stacked, layout.stacked ? kPlainWindow : kScrolls);
  actions.card = layout.stacked ? overlap(layout.panel, layout.below) : layout.panel;
  drawContents(sim, state, layout.stacked, actions);
  return part.used();
}

}  // namespace needling::ui
