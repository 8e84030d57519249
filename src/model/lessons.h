// The steps of the guided tour, of the quiz and of a lecture's questions: rows of assets/lessons.csv, in the order in which
// they are taken. Each sets what the picture shows, and a question also what shows its answer.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/command.h"

namespace needling {

// Tour: told. Quiz: asked, then told what is right. Lecture: asked, watched, then explained.
enum class LessonKind { kTour, kQuiz, kLecture };

inline constexpr int kMostOptions = 4;
inline constexpr int kLastStage = 2;  // of a lecture's question: 0 asked, 1 observed, 2 explained

struct Lesson {
  std::string id;  // "quiz.reach": its kind and its name
  LessonKind kind;
  std::vector<Command> show;               // when it is opened
  std::vector<Command> after;              // when it was answered or is to be watched; empty where nothing changes
  bool watch_needle = false;               // the needle is then seen going in
  std::optional<double> watch_until = {};  // the days then pass up to this one
  int options = 0;                         // to answer with; 0 in a tour
  int answer = 0;                          // the right one, from 1

  const std::string& title() const;  // or its question
  const std::string& words() const;  // of a tour's step, or why the answer is right
  const std::string& evidence() const;
  const std::string& option(int number) const;  // from 1
};

const std::vector<Lesson>& lessons();
// Null where there is no such id.
const Lesson* findLesson(std::string_view id);

// Those of one kind in their order, and where in it one stands, from 0.
const std::vector<const Lesson*>& lessonsOf(LessonKind kind);
std::size_t numberOf(const Lesson& lesson);

}  // namespace needling
