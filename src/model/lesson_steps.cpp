#include "model/lesson_steps.h"

#include <string>

namespace needling {
namespace {

std::vector<Command> open(const std::string& id) { return {{"lesson", id}}; }

std::vector<Command> openFirst(Mode mode) {
  if (mode == Mode::kPatient) return {};
  return open(lessonsOf(mode == Mode::kLecture ? LessonKind::kLecture : LessonKind::kTour).front()->id);
}

std::vector<Command> toStage(int stage) { return {{"stage", std::to_string(stage)}}; }

}  // namespace

const Lesson* openLesson(const ViewSettings& view) {
  const Lesson* lesson = findLesson(view.lesson);
  const Mode wanted = lesson != nullptr && lesson->kind == LessonKind::kLecture ? Mode::kLecture : Mode::kCourse;
  return view.mode == wanted ? lesson : nullptr;
}

bool isTold(const ViewSettings& view, const Lesson& lesson) {
  switch (lesson.kind) {
    case LessonKind::kTour:
      return true;
    case LessonKind::kQuiz:
      return view.choice > 0;
    case LessonKind::kLecture:
      break;
  }
  return view.stage == kLastStage;
}

std::vector<Command> stepOn(const ViewSettings& view) {
  const Lesson* lesson = openLesson(view);
  if (lesson == nullptr) return openFirst(view.mode);
  if (lesson->kind == LessonKind::kQuiz && view.choice == 0) return {};
  const std::vector<const Lesson*>& all = lessonsOf(lesson->kind);
  const std::size_t next = numberOf(*lesson) + 1;
  return open(next < all.size() ? all[next]->id : "");
}

std::vector<Command> stepBack(const ViewSettings& view) {
  const Lesson* lesson = openLesson(view);
  if (lesson == nullptr || numberOf(*lesson) == 0) return {};
  return open(lessonsOf(lesson->kind)[numberOf(*lesson) - 1]->id);
}

std::vector<Command> clickOn(const ViewSettings& view) {
  const Lesson* lesson = openLesson(view);
  const bool asked = lesson != nullptr && lesson->kind == LessonKind::kLecture && view.stage < kLastStage;
  return asked ? toStage(view.stage + 1) : stepOn(view);
}

std::vector<Command> clickBack(const ViewSettings& view) {
  const Lesson* lesson = openLesson(view);
  const bool explained = lesson != nullptr && lesson->kind == LessonKind::kLecture && view.stage > 0;
  return explained ? toStage(view.stage - 1) : stepBack(view);
}

}  // namespace needling
