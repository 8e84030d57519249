#include "ui/words.h"

#include <imgui.h>

#include "core/text.h"
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

std::string listed(const std::string& evidence) {
  std::string list;
  for (const std::string_view id : split(evidence, ';')) list += (list.empty() ? "" : ", ") + std::string(id);
  return list;
}

void drawWords(const std::string& words) {
  // A word wider than the window is still broken somewhere.
  ImGui::TextWrapped("%s", inLines(words, ImGui::GetContentRegionAvail().x - 1.0F).c_str());
}

void drawSources(const std::string& evidence) {
  if (evidence.empty()) return;
  ImGui::PushStyleColor(ImGuiCol_Text, colours().text_soft);
  drawWords(formatText("guide.source", {listed(evidence)}));
  ImGui::PopStyleColor();
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
