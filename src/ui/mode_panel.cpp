#include "ui/mode_panel.h"

#include "model/guide.h"
#include "model/lesson_steps.h"
#include "model/texts.h"
#include "ui/choice_button.h"
#include "ui/choices.h"
#include "ui/guide_panel.h"
#include "ui/lesson_panel.h"
#include "ui/spotlight.h"
#include "ui/theme.h"
#include "ui/words.h"

namespace needling::ui {
namespace {

// What the course asks for, what to avoid and when, and what to ask: on paper and in a calendar.
void drawTakeHome(UiActions& actions) {
  drawWords(text("takeHome.about"));
  ImGui::Spacing();
  if (wideButton(text("takeHome.sheet"))) actions.page = "sheet";
  notePlace(actions, "page", "sheet");
  if (wideButton(text("takeHome.calendar"))) actions.page = "calendar";
  notePlace(actions, "page", "calendar");
  for (const std::string_view id : kTakeHomeTopics) {
    const GuideTopic& topic = *findGuideTopic(id);
    if (wideButton(topic.name(), topic.id.c_str())) openTopic(topic, actions);
    notePlace(actions, "topic", topic.id);
  }
  drawWords(text("takeHome.private"));
}

void drawStageTools(const UiState& state, UiActions& actions) {
  drawHeading(text("lecture.stage"));
  if (wideButton(text("lecture.window"))) actions.page = "window";
  notePlace(actions, "page", "window");
  bool on = state.spotlight.has_value();
  if (drawSwitch(text("lecture.spotlight"), on)) {
    actions.spotlight = on ? std::optional(kSpotlightStart) : std::nullopt;
  }
  notePlace(actions, "stage", "spotlight");
  drawWords(text("lecture.keys"));
}

}  // namespace

void drawMode(const Sim& sim, const UiState& state, UiActions& actions) {
  ImGui::PushID("mode");
  switch (sim.state().view.mode) {
    case Mode::kPatient:
      drawTakeHome(actions);
      break;
    case Mode::kLecture:
      // Windows are opened before the first question; then the question comes first.
      if (openLesson(sim.state().view) == nullptr) {
        drawStageTools(state, actions);
        drawLecture(sim.state().view, actions);
      } else {
        drawLecture(sim.state().view, actions);
        if (sim.state().view.extent == Extent::kFull) drawStageTools(state, actions);
      }
      break;
    case Mode::kCourse:
      drawStudies(sim, actions);
      break;
  }
  ImGui::PopID();
}

}  // namespace needling::ui
