#include "ui/words.h"

#include <imgui.h>

#include "core/text.h"
#include "model/citation.h"
#include "model/texts.h"
#include "ui/theme.h"

namespace needling::ui {

std::string inLines(const std::string& words, float width) {
  const float space = ImGui::CalcTextSize(" ").x;
  std::string lines;
  float used = 0.0F;
  for (const std::string_view word : split(words, ' ')) {
    const float wide = ImGui::CalcTextSize(word.data(), word.data() + word.size()).x;
    const bool fits = lines.empty() || used + space + wide <= width;
    if (!lines.empty()) lines += fits ? ' ' : '\n';
    used = lines.empty() || !fits ? wide : used + space + wide;
    lines += word;
  }
  return lines;
}

void drawWords(const std::string& words) {
  // A word wider than the window is still broken somewhere.
  ImGui::TextWrapped("%s", inLines(words, ImGui::GetContentRegionAvail().x - 1.0F).c_str());
}

bool isPointedAt() { return ImGui::IsItemHovered() || (ImGui::IsItemFocused() && ImGui::GetIO().NavVisible); }

void drawSources(const std::string& evidence, UiActions& actions) {
  if (evidence.empty()) return;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const std::string lines =
      inLines(formatText("guide.source", {citations(evidence)}), ImGui::GetContentRegionAvail().x - 1.0F);
  const ImVec2 size = ImGui::CalcTextSize(lines.c_str());
  ImGui::PushID(static_cast<int>(ImGui::GetCursorPosY()));
  const bool pressed = ImGui::InvisibleButton(evidence.c_str(), {size.x, size.y}, ImGuiButtonFlags_EnableNav);
  ImGui::PopID();
  if (pressed) actions.look_up = evidence;
  const bool near = isPointedAt();
  const ImU32 ink = near ? colours().accent : colours().text_soft;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddText(at, ink, lines.c_str());
  list->AddLine({at.x, at.y + size.y}, {at.x + size.x, at.y + size.y}, near ? ink : colours().line);
}

void sameLineIfFits(float width) {
  ImGui::SameLine();
  if (ImGui::GetContentRegionAvail().x < width) ImGui::NewLine();
}

void drawHeading(const std::string& words) {
  ImGui::Spacing();
  ImGui::PushStyleColor(ImGuiCol_Text, colours().accent);
  drawWords(words);
  ImGui::PopStyleColor();
}

}  // namespace needling::ui
