#include "ui/parameter_control.h"

#include <algorithm>
#include <cmath>

#include "model/describe.h"
#include "model/safety.h"
#include "model/texts.h"
#include "ui/choice_button.h"
#include "ui/sheet.h"
#include "ui/slider.h"
#include "ui/theme.h"
#include "ui/words.h"

namespace needling::ui {
namespace {

void send(const ParameterRow& row, double value, UiActions& actions) {
  actions.commands.push_back({row.id, parameterText(row, value)});
}

double snapped(const ParameterRow& row, Range range, double value) {
  const double steps = std::round((value - range.min) / row.step);
  // Back through the text form, so that 0.1 + 2 * 0.05 is 0.2 and not 0.20000000000000001.
  const double snapped_value = std::round((range.min + steps * row.step) * 1e6) / 1e6;
  return std::clamp(snapped_value, range.min, range.max);
}

void drawChoice(const ParameterRow& row, double value, float width, UiActions& actions) {
  ImGui::SetNextItemWidth(width);
  const auto current = static_cast<std::size_t>(value);
  if (!ImGui::BeginCombo("##choice", row.choiceLabel(current).c_str(), ImGuiComboFlags_HeightLargest)) return;
  for (std::size_t i = 0; i < row.choices.size(); ++i) {
    if (ImGui::Selectable(row.choiceLabel(i).c_str(), i == current, 0, {0.0F, touchHeight() * 0.8F})) {
      send(row, static_cast<double>(i), actions);
    }
    if (i == current) ImGui::SetItemDefaultFocus();
  }
  ImGui::EndCombo();
}

// A button that repeats while held; disabled at the end of the range.
bool stepper(const char* label, bool possible) {
  ImGui::BeginDisabled(!possible);
  ImGui::PushItemFlag(ImGuiItemFlags_ButtonRepeat, true);
  const bool pressed = ImGui::Button(label, {touchHeight(), touchHeight()});
  ImGui::PopItemFlag();
  ImGui::EndDisabled();
  return pressed;
}

void drawNumber(const Protocol& protocol, const ParameterRow& row, double value, float width, UiActions& actions) {
  const Range range = rangeFor(protocol, row.parameter);
  const float gap = ImGui::GetStyle().ItemInnerSpacing.x;
  if (stepper("-", value > range.min)) send(row, snapped(row, range, value - row.step), actions);
  ImGui::SameLine(0.0F, gap);
  ImGui::SetNextItemWidth(width - 2.0F * (touchHeight() + gap));
  double moved = value;
  if (drawSlider("##number", moved, range.min, range.max, parameterLabel(row, value))) {
    const double next = snapped(row, range, moved);
    if (next != value) send(row, next, actions);
  }
  ImGui::SameLine(0.0F, gap);
  if (stepper("+", value < range.max)) send(row, snapped(row, range, value + row.step), actions);
}

// The name, and a mark that a press tells more: answers whether it was pressed.
bool drawLabel(const ParameterRow& row, float width, float height, UiActions& actions) {
  const float font = ImGui::GetFontSize(), radius = 0.5F * font;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const std::string lines = inLines(row.label(), width - 2.0F * radius - 10.0F);
  const ImVec2 size = ImGui::CalcTextSize(lines.c_str());
  const float tall = std::max(height, size.y + 4.0F);
  const bool pressed =
      ImGui::InvisibleButton("##why", {size.x + 2.0F * radius + 8.0F, tall}, ImGuiButtonFlags_EnableNav);
  notePlace(actions, "why", row.id);
  const bool near = isPointedAt();
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddText({at.x, at.y + 0.5F * (tall - size.y)}, colours().text, lines.c_str());
  const ImVec2 middle{at.x + size.x + 6.0F + radius, at.y + 0.5F * tall};
  list->AddCircle(middle, radius, near ? colours().accent : colours().text_soft, 0, near ? 2.0F : 1.2F);
  const ImVec2 mark = ImGui::CalcTextSize("?");
  list->AddText(nullptr, 0.8F * font, {middle.x - 0.4F * mark.x, middle.y - 0.4F * mark.y},
                near ? colours().accent : colours().text_soft, "?");
  return pressed;
}

// Why it matters, what it may be, and where that comes from.
void drawWhy(const Protocol& protocol, const ParameterRow& row, bool pressed, UiActions& actions) {
  const Sheet sheet("why", row.id, pressed, row.label(), 26.0F, actions);
  if (!sheet) return;
  drawWords(row.meaning());
  if (const std::string range = rangeWords(protocol, row); !range.empty()) drawWords(range);
  for (const Warning& warning : warningsFor(protocol)) {
    if (warning.about == row.parameter) drawWords(warning.text);
  }
  drawSources(row.evidence, actions);
}

// Below a control that is fixed.
void drawLockWord(float left, float width) {
  ImGui::SetCursorPosX(left);
  ImGui::PushStyleColor(ImGuiCol_Text, colours().text_soft);
  ImGui::TextUnformatted(inLines(text("panel.locked"), width).c_str());
  ImGui::PopStyleColor();
}

}  // namespace

void drawParameter(const Protocol& protocol, const ParameterRow& row, bool locked, bool stacked, UiActions& actions) {
  const double value = protocol.get(row.parameter);
  const float whole = ImGui::GetContentRegionAvail().x;
  const float label_width = stacked ? whole : whole * 0.40F;
  const float height = touchHeight();
  ImGui::PushID(row.id.c_str());
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {8.0F, 0.5F * (height - ImGui::GetFontSize())});
  const ImVec2 start = ImGui::GetCursorPos();
  const bool asked = drawLabel(row, label_width, stacked ? ImGui::GetFontSize() + 8.0F : height, actions);
  if (!stacked) {
    ImGui::SameLine();
    ImGui::SetCursorPos({start.x + label_width, start.y});
  }
  const float control_width = stacked ? whole : whole - label_width;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  noteBox(actions, "parameter", row.id, {at.x, at.y, control_width, height});
  // What is fixed is still to be read.
  ImGui::PushStyleVar(ImGuiStyleVar_DisabledAlpha, locked ? 0.75F : ImGui::GetStyle().DisabledAlpha);
  ImGui::BeginDisabled(locked);
  if (row.kind == ParameterKind::kChoice) {
    drawChoice(row, value, control_width, actions);
  } else {
    drawNumber(protocol, row, value, control_width, actions);
  }
  ImGui::EndDisabled();
  ImGui::PopStyleVar();
  if (locked) drawLockWord(start.x + whole - control_width, control_width);
  ImGui::PopStyleVar();
  drawWhy(protocol, row, asked, actions);
  ImGui::PopID();
}

}  // namespace needling::ui
