#include "ui/guide_panel.h"

#include <algorithm>
#include <array>

#include "model/describe.h"
#include "model/texts.h"
#include "ui/choice_button.h"
#include "ui/theme.h"
#include "ui/words.h"

namespace needling::ui {
namespace {

void drawTopics(UiActions& actions) {
  for (const bool questions : {true, false}) {
    drawHeading(text(questions ? "guide.asked" : "guide.topics"));
    for (const GuideTopic& topic : guideTopics()) {
      if (topic.isQuestion() != questions) continue;
      if (wideButton(topic.name())) openTopic(topic, actions);
      notePlace(actions, "topic", topic.id);
    }
  }
}

// A paragraph with a mark before it, so that lists read as lists.
void drawParagraph(const std::string& words) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float size = ImGui::GetFontSize();
  ImGui::GetWindowDrawList()->AddCircleFilled({at.x + 0.3F * size, at.y + 0.55F * size}, 0.14F * size,
                                              colours().accent);
  ImGui::Indent(0.8F * size);
  drawWords(words);
  ImGui::Unindent(0.8F * size);
}

// What there is to see is known by the number of its line.
constexpr std::array<std::string_view, 12> kLines = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"};

void drawLine(const GuideLine& line, int number, bool with_source, UiActions& actions) {
  drawGuideText(line, with_source, actions);
  if (line.show.empty()) return;
  ImGui::PushID(number);
  if (ImGui::Button(text("guide.show").c_str(), {0.0F, touchHeight()})) {
    actions.commands.insert(actions.commands.end(), line.show.begin(), line.show.end());
    actions.shown_in_picture = true;
  }
  notePlace(actions, "show", kLines[std::min(static_cast<std::size_t>(number), kLines.size() - 1)]);
  ImGui::PopID();
}

void drawTopic(const GuideTopic& topic, const Protocol& protocol, double day, bool sources, UiActions& actions) {
  if (wideButton("< " + text("guide.back"))) actions.commands.push_back({"topic", ""});
  notePlace(actions, "guide", "back");
  bool wanted = sources;
  if (drawSwitch(text("guide.sources"), wanted)) actions.commands.push_back({"sources", wanted ? "on" : "off"});
  notePlace(actions, "guide", "sources");
  drawHeading(topic.name());
  int number = 0;
  for (const GuideLine& line : guideLines(topic, protocol, day)) drawLine(line, number++, sources, actions);
}

}  // namespace

void openTopic(const GuideTopic& topic, UiActions& actions) {
  if (topic.isQuestion()) {
    const std::vector<Command>& show = topic.items.front().show;
    actions.commands.insert(actions.commands.end(), show.begin(), show.end());
  }
  actions.commands.push_back({"topic", topic.id});
}

void drawGuideText(const GuideLine& line, bool with_source, UiActions& actions) {
  if (!line.heading.empty()) drawHeading(line.heading);
  drawParagraph(line.text);
  if (with_source) drawSources(line.evidence, actions);
}

void drawGuide(const Sim& sim, const Protocol& protocol, UiActions& actions) {
  const ViewSettings& view = sim.state().view;
  const double day = sim.state().day;
  ImGui::PushID("guide");
  const GuideTopic* topic = findGuideTopic(view.topic);
  if (topic == nullptr) {
    drawTopics(actions);
  } else {
    drawTopic(*topic, protocol, day, view.sources, actions);
    if (const std::string compared = describeCompared(sim); !compared.empty()) {
      drawHeading(text("panel.compared"));
      drawWords(compared);
      if (view.sources) drawSources(textEvidence("describe.compared"), actions);
    }
  }
  ImGui::PopID();
}

}  // namespace needling::ui
