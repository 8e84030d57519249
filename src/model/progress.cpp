#include "model/progress.h"

#include <algorithm>
#include <cmath>

#include "core/text.h"
#include "model/lessons.h"
#include "model/sim.h"
#include "model/texts.h"

namespace needling {
namespace {

constexpr std::string_view kVersion = "1";
constexpr std::size_t kMostLengths = 300;  // every hundredth of a millimetre that there is

int hundredths(double length_mm) { return static_cast<int>(std::lround(length_mm * 100.0)); }

bool readLengths(std::string_view part, std::set<int>& lengths) {
  if (part.empty()) return true;
  for (const std::string_view each : split(part, '-')) {
    double value = 0.0;
    const ParameterRow& row = parameterRow(ParameterId::kNeedleLength);
    if (!parseNumber(each, value) || value < row.min * 100.0 || value > row.max * 100.0) return false;
    lengths.insert(static_cast<int>(value));
  }
  return lengths.size() <= kMostLengths;
}

// Digits up to `most`; those beyond the end of `digits` are of steps that this version does not have.
template <class Value>
bool readDigits(std::string_view part, int most, std::vector<Value>& digits) {
  for (std::size_t i = 0; i < part.size(); ++i) {
    const int digit = part[i] - '0';
    if (digit < 0 || digit > most) return false;
    if (i < digits.size()) digits[i] = static_cast<Value>(digit);
  }
  return true;
}

}  // namespace

Progress::Progress() : tour_(lessonsOf(LessonKind::kTour).size()), answers_(lessonsOf(LessonKind::kQuiz).size()) {}

void Progress::note(const State& state) {
  lengths_.insert(hundredths(state.protocol.needleLength()));
  farthest_day_ = std::max(farthest_day_, std::floor(state.day));
  topic_opened_ = topic_opened_ || state.view.topic == kTopicNeeded;
  const Lesson* lesson = findLesson(state.view.lesson);
  if (lesson == nullptr) return;
  const std::size_t number = numberOf(*lesson);
  if (lesson->kind == LessonKind::kTour) tour_[number] = true;
  const int choice = state.view.choice;
  const bool first = lesson->kind == LessonKind::kQuiz && answers_[number] == 0;
  if (first && choice <= lesson->options) answers_[number] = choice;
}

bool Progress::isComplete() const {
  return lengths_.size() >= kLengthsNeeded && farthest_day_ >= kDayNeeded && topic_opened_;
}

std::size_t Progress::tourSeen() const {
  return static_cast<std::size_t>(std::count(tour_.begin(), tour_.end(), true));
}

std::size_t Progress::answered() const {
  return answers_.size() - static_cast<std::size_t>(std::count(answers_.begin(), answers_.end(), 0));
}

std::size_t Progress::right() const {
  std::size_t count = 0;
  const std::vector<const Lesson*>& quiz = lessonsOf(LessonKind::kQuiz);
  for (std::size_t i = 0; i < answers_.size(); ++i) count += answers_[i] == quiz[i]->answer ? 1 : 0;
  return count;
}

void Progress::forgetAnswers() { std::fill(answers_.begin(), answers_.end(), 0); }

std::string Progress::text() const {
  std::string written = std::string(kVersion) + ".l";
  for (const int length : lengths_) written += (written.back() == 'l' ? "" : "-") + std::to_string(length);
  written += ".d" + formatNumber(farthest_day_) + ".t" + (topic_opened_ ? "1" : "0") + ".s";
  for (const bool seen : tour_) written += seen ? '1' : '0';
  written += ".q";
  for (const int answer : answers_) written += std::to_string(answer);
  return written;
}

Status Progress::read(std::string_view written) {
  const auto refuse = [&] {
    return Status::fail(StatusCode::kMalformed, formatText("refused.progress", {quoteForMessage(written)}));
  };
  constexpr std::string_view kMarks = "ldtsq";
  const std::vector<std::string_view> parts = split(written, '.');
  if (parts.size() != kMarks.size() + 1 || parts[0] != kVersion) return refuse();
  for (std::size_t i = 0; i < kMarks.size(); ++i) {
    if (!parts[i + 1].starts_with(kMarks[i])) return refuse();
  }
  Progress next;
  const auto part = [&](std::size_t number) { return parts[number].substr(1); };
  const bool day =
      parseNumber(part(2), next.farthest_day_) && next.farthest_day_ >= 0.0 && next.farthest_day_ <= kLastDay;
  std::vector<bool> opened(1);
  const bool rest = readLengths(part(1), next.lengths_) && readDigits(part(3), 1, opened) &&
                    readDigits(part(4), 1, next.tour_) && readDigits(part(5), kMostOptions, next.answers_);
  if (!day || !rest) return refuse();
  next.topic_opened_ = opened[0];
  *this = next;
  return {};
}

}  // namespace needling
