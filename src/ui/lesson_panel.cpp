#include "ui/lesson_panel.h"

#include <algorithm>

#include "model/lesson_steps.h"
#include "model/shown.h"
#include "model/texts.h"
#include "ui/choice_button.h"
#include "ui/theme.h"
#include "ui/words.h"

namespace needling::ui {
namespace {

void send(const std::vector<Command>& commands, UiActions& actions) {
  actions.commands.insert(actions.commands.end(), commands.begin(), commands.end());
}

void open(const std::string& lesson, UiActions& actions) { actions.commands.push_back({"lesson", lesson}); }

std::string countText(std::size_t count) { return std::to_string(count); }

// "3 of 10", and a bar of it.
void drawPlace(const Lesson& lesson) {
  const std::size_t number = numberOf(lesson) + 1, count = lessonsOf(lesson.kind).size();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  constexpr float kThick = 4.0F;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(at, {at.x + width, at.y + kThick}, colours().line, 2.0F);
  const float share = static_cast<float>(number) / static_cast<float>(count);
  list->AddRectFilled(at, {at.x + share * width, at.y + kThick}, colours().accent, 2.0F);
  ImGui::Dummy({width, kThick});
  ImGui::PushStyleColor(ImGuiCol_Text, colours().text_soft);
  drawWords(formatText("lesson.place", {countText(number), countText(count)}));
  ImGui::PopStyleColor();
}

// Back, out and on; `ready`: whether one may go on.
void drawWay(const ViewSettings& view, const Lesson& lesson, bool ready, UiActions& actions) {
  ImGui::Spacing();
  const std::size_t number = numberOf(lesson), last = lessonsOf(lesson.kind).size() - 1;
  const char* onward = number == last ? "lesson.finish" : "lesson.next";
  ImGui::BeginDisabled(number == 0);
  if (ImGui::Button(text("lesson.back").c_str(), {0.0F, touchHeight()})) {
    send(stepBack(view), actions);
  }
  notePlace(actions, "step", "back");
  ImGui::EndDisabled();
  sameLineIfFits(buttonWidth(text(onward)));
  ImGui::BeginDisabled(!ready);
  if (choiceButton(text(onward), ready, {0.0F, touchHeight()})) {
    send(stepOn(view), actions);
  }
  notePlace(actions, "step", "next");
  ImGui::EndDisabled();
  if (number == last) return;
  sameLineIfFits(buttonWidth(text("lesson.leave")));
  if (ImGui::Button(text("lesson.leave").c_str(), {0.0F, touchHeight()})) open("", actions);
  notePlace(actions, "step", "leave");
}

void drawReason(const Lesson& lesson, UiActions& actions) {
  drawWords(lesson.words());
  drawSources(lesson.evidence(), actions);
}

void drawTourStep(const ViewSettings& view, const Lesson& lesson, UiActions& actions) {
  drawPlace(lesson);
  drawHeading(lesson.title());
  drawReason(lesson, actions);
  ImGui::Spacing();
  if (ImGui::Button(text("lesson.show").c_str(), {0.0F, touchHeight()})) open(lesson.id, actions);
  notePlace(actions, "step", "again");
  drawWay(view, lesson, true, actions);
}

constexpr std::string_view kNumbers[kMostOptions] = {"1", "2", "3", "4"};

// The options; `told`: the right one is marked, and a wrong one that was chosen.
void drawOptions(const ViewSettings& view, const Lesson& lesson, bool told, UiActions& actions) {
  // What is told must be read, so nothing is paled.
  ImGui::PushStyleVar(ImGuiStyleVar_DisabledAlpha, 1.0F);
  ImGui::BeginDisabled(told);
  for (int number = 1; number <= lesson.options; ++number) {
    const bool right = number == lesson.answer, chosen = number == view.choice;
    const char* mark = told && right ? "lesson.markRight" : told && chosen ? "lesson.markWrong" : "lesson.markNone";
    const ImU32 ground = told && right ? colours().right : told && chosen ? colours().warning : colours().accent;
    const bool marked = told ? right || chosen : chosen;
    const ChoiceColours look(marked, ground);
    const std::string id = std::to_string(number);
    if (wideButton(formatText(mark, {lesson.option(number)}), id.c_str())) actions.commands.push_back({"choice", id});
    notePlace(actions, "choice", kNumbers[number - 1]);
  }
  ImGui::EndDisabled();
  ImGui::PopStyleVar();
}

void drawQuestion(const ViewSettings& view, const Lesson& lesson, UiActions& actions) {
  const bool told = isTold(view, lesson);
  drawPlace(lesson);
  drawHeading(lesson.title());
  drawOptions(view, lesson, told, actions);
  if (told) {
    drawHeading(text(view.choice == lesson.answer ? "lesson.right" : "lesson.wrong"));
    drawReason(lesson, actions);
  }
  drawWay(view, lesson, told, actions);
}

void drawTourState(const Progress& progress, UiActions& actions) {
  const std::vector<const Lesson*>& steps = lessonsOf(LessonKind::kTour);
  drawHeading(text("learn.tour"));
  drawWords(formatText("learn.tourSeen", {countText(progress.tourSeen()), countText(steps.size())}));
  if (wideButton(text("learn.tourStart"))) open(steps.front()->id, actions);
  notePlace(actions, "lesson", steps.front()->id);
}

void drawQuizState(const Progress& progress, UiActions& actions) {
  const std::vector<const Lesson*>& questions = lessonsOf(LessonKind::kQuiz);
  const std::size_t answered = progress.answered();
  drawHeading(text("learn.quiz"));
  drawWords(
      formatText("learn.quizScore", {countText(answered), countText(questions.size()), countText(progress.right())}));
  if (answered < questions.size()) {
    std::size_t next = 0;
    while (progress.firstAnswer(next) != 0) ++next;
    if (wideButton(text(answered == 0 ? "learn.quizStart" : "learn.quizOn"))) open(questions[next]->id, actions);
    notePlace(actions, "lesson", questions[next]->id);
  }
  if (answered == 0) return;
  if (wideButton(text("learn.quizAgain"))) takeQuizAgain(actions);
  notePlace(actions, "step", "quizAgain");
}

void drawTask(const std::string& words, bool done) {
  drawWords(formatText(done ? "learn.done" : "learn.open", {words}));
}

void drawTasks(const Progress& progress) {
  drawHeading(text("learn.complete"));
  drawTask(formatText("learn.lengths", {countText(Progress::kLengthsNeeded), countText(progress.lengthsSeen())}),
           progress.lengthsSeen() >= Progress::kLengthsNeeded);
  drawTask(formatText("learn.day", {shownFixed(Progress::kDayNeeded, 0)}),
           progress.farthestDay() >= Progress::kDayNeeded);
  drawTask(text("learn.risks"), progress.topicOpened());
}

}  // namespace

void takeQuizAgain(UiActions& actions) {
  actions.commands.push_back({"progress", ""});
  open(lessonsOf(LessonKind::kQuiz).front()->id, actions);
}

void drawStudies(const Sim& sim, UiActions& actions) {
  const ViewSettings& view = sim.state().view;
  if (const Lesson* lesson = openLesson(view)) {
    return lesson->kind == LessonKind::kTour ? drawTourStep(view, *lesson, actions)
                                             : drawQuestion(view, *lesson, actions);
  }
  drawTourState(sim.progress(), actions);
  drawQuizState(sim.progress(), actions);
  drawTasks(sim.progress());
}

void drawLecture(const ViewSettings& view, UiActions& actions) {
  const Lesson* lesson = openLesson(view);
  if (lesson == nullptr) {
    drawHeading(text("lecture.questions"));
    drawWords(text("lecture.about"));
    for (const Lesson* each : lessonsOf(LessonKind::kLecture)) {
      if (wideButton(each->title())) open(each->id, actions);
      notePlace(actions, "lesson", each->id);
    }
    return;
  }
  drawPlace(*lesson);
  drawHeading(lesson->title());
  const bool told = isTold(view, *lesson);
  drawOptions(view, *lesson, told, actions);
  if (told) drawReason(*lesson, actions);
  // The class reads; the lecturer presses.
  if (view.extent == Extent::kStage) return;
  if (!told) {
    ImGui::Spacing();
    if (wideButton(text(view.stage == 0 ? "lecture.watch" : "lecture.explain"))) {
      send(clickOn(view), actions);
    }
    notePlace(actions, "step", "stage");
  }
  drawWay(view, *lesson, true, actions);
}

}  // namespace needling::ui
