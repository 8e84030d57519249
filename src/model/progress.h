// What of a course was taken, kept as the states go by: what was looked at, the tour's steps, and the first answer to each
// question of the quiz. A course page stores it as a short text and gives it back.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"

namespace needling {

struct State;

class Progress {
 public:
  // Needle lengths to be looked at, the day to be reached, and the guide's topic to be opened for a course to be complete.
  static constexpr std::size_t kLengthsNeeded = 3;
  static constexpr double kDayNeeded = 90.0;
  static constexpr std::string_view kTopicNeeded = "risks";

  Progress();

  void note(const State& state);

  std::size_t lengthsSeen() const { return lengths_.size(); }
  double farthestDay() const { return farthest_day_; }
  bool topicOpened() const { return topic_opened_; }
  bool isComplete() const;

  std::size_t tourSeen() const;
  // Of the quiz: answered so far, and right at the first try. A question's first answer, from 1; 0 where there is none.
  std::size_t answered() const;
  std::size_t right() const;
  int firstAnswer(std::size_t question) const { return answers_[question]; }
  // The quiz from its beginning; what else was taken stays.
  void forgetAnswers();

  // "1.l100-150.d90.t1.s1111.q2031": version, lengths in hundredths of a millimetre, day, topic, tour, answers.
  std::string text() const;
  // Takes over such a text, all of it or none; what this version does not have is left out.
  Status read(std::string_view text);

  bool operator==(const Progress&) const = default;

 private:
  std::set<int> lengths_;  // hundredths of a millimetre
  double farthest_day_ = 0.0;
  bool topic_opened_ = false;
  std::vector<bool> tour_;
  std::vector<int> answers_;
};

}  // namespace needling
