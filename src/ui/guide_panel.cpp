#include "ui/guide_panel.h"

#include "model/texts.h"
#include "ui/theme.h"
#include "ui/words.h"

namespace needling::ui {
namespace {

bool wideButton(const std::string& words) {
  ImGui::PushStyleVar(ImGuiStyleVar_ButtonTextAlign, {0.0F, 0.5F});
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {0.8F * ImGui::GetFontSize(), 4.0F});
  const bool pressed = ImGui::Button(words.c_str(), {-1.0F, touchHeight()});
  ImGui::PopStyleVar(2);
  return pressed;
}

void drawTopics(UiActions& actions) {
  for (const GuideTopic& topic : guideTopics()) {
    if (wideButton(topic.name())) actions.topic = topic.id;
  }
}

// A paragraph with a mark before it, so that lists read as lists.
void drawParagraph(const std::string& words) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float size = ImGui::GetFontSize();
  ImGui::GetWindowDrawList()->AddCircleFilled({at.x + 0.3F * size, at.y + 0.55F * size}, 0.14F * size,
                                              colours::kAccent);
  ImGui::Indent(0.8F * size);
  drawWords(words);
  ImGui::Unindent(0.8F * size);
}

void drawLine(const GuideLine& line, int number, bool with_source, UiActions& actions) {
  drawGuideText(line, with_source);
  if (line.show.empty()) return;
  ImGui::PushID(number);
  if (ImGui::Button(text("guide.show").c_str(), {0.0F, touchHeight()})) {
    actions.commands.insert(actions.commands.end(), line.show.begin(), line.show.end());
    actions.shown_in_picture = true;
  }
  ImGui::PopID();
}

void drawTopic(const GuideTopic& topic, const Protocol& protocol, double day, const UiState& state,
               UiActions& actions) {
  if (wideButton("< " + text("guide.back"))) actions.topic = "";
  bool sources = state.guide_sources;
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {6.0F, 0.5F * (touchHeight() - ImGui::GetFontSize())});
  if (ImGui::Checkbox(text("guide.sources").c_str(), &sources)) actions.guide_sources = sources;
  ImGui::PopStyleVar();
  drawHeading(topic.name());
  int number = 0;
  for (const GuideLine& line : guideLines(topic, protocol, day)) drawLine(line, number++, sources, actions);
}

}  // namespace

void drawGuideText(const GuideLine& line, bool with_source) {
  if (!line.heading.empty()) drawHeading(line.heading);
  drawParagraph(line.text);
  if (with_source) drawSources(line.evidence);
}

void drawGuide(const Protocol& protocol, double day, const UiState& state, UiActions& actions) {
  ImGui::PushID("guide");
  const GuideTopic* topic = findGuideTopic(state.topic);
  if (topic == nullptr) {
    drawTopics(actions);
  } else {
    drawTopic(*topic, protocol, day, state, actions);
  }
  ImGui::PopID();
}

}  // namespace needling::ui
