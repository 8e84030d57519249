#include "model/lessons.h"

#include <algorithm>
#include <array>

#include "core/check.h"
#include "core/csv.h"
#include "core/text.h"
#include "model/texts.h"
#include "model_assets.h"

namespace needling {
namespace {

constexpr std::array<std::string_view, 3> kKinds = {"tour", "quiz", "lecture"};

LessonKind readKind(std::string_view id) {
  const auto found = std::find(kKinds.begin(), kKinds.end(), id.substr(0, id.find('.')));
  NEEDLING_CHECK(found != kKinds.end());
  return static_cast<LessonKind>(found == kKinds.end() ? 0 : found - kKinds.begin());
}

std::string optionId(const std::string& id, int number) { return id + "." + std::to_string(number); }

int countOptions(const std::string& id) {
  int count = 0;
  while (count < kMostOptions && hasText(optionId(id, count + 1))) ++count;
  return count;
}

Lesson readRow(const CsvTable& table, std::size_t row) {
  const std::string& id = table.at(row, "step");
  Lesson lesson{.id = id,
                .kind = readKind(id),
                .show = readPictureCommands(table.at(row, "show")),
                .after = readPictureCommands(table.at(row, "after")),
                .options = countOptions(id)};
  double number = 0.0;
  if (parseNumber(table.at(row, "answer"), number)) lesson.answer = static_cast<int>(number);
  const std::string& watch = table.at(row, "watch");
  lesson.watch_needle = watch == "needle";
  if (parseNumber(watch, number)) lesson.watch_until = number;
  return lesson;
}

std::vector<Lesson> load() {
  const CsvTable table(assets::kLessonsCsv);
  std::vector<Lesson> all;
  for (std::size_t row = 0; row < table.rowCount(); ++row) all.push_back(readRow(table, row));
  return all;
}

std::vector<const Lesson*> pick(LessonKind kind) {
  std::vector<const Lesson*> picked;
  for (const Lesson& lesson : lessons()) {
    if (lesson.kind == kind) picked.push_back(&lesson);
  }
  return picked;
}

std::string wordsId(const Lesson& lesson) { return lesson.id + (lesson.kind == LessonKind::kTour ? ".text" : ".why"); }

}  // namespace

const std::string& Lesson::title() const { return text(id); }
const std::string& Lesson::words() const { return text(wordsId(*this)); }
const std::string& Lesson::evidence() const { return textEvidence(wordsId(*this)); }
const std::string& Lesson::option(int number) const { return text(optionId(id, number)); }

const std::vector<Lesson>& lessons() {
  static const std::vector<Lesson> all = load();
  return all;
}

const Lesson* findLesson(std::string_view id) {
  const auto found =
      std::find_if(lessons().begin(), lessons().end(), [&](const Lesson& each) { return each.id == id; });
  return found == lessons().end() ? nullptr : &*found;
}

const std::vector<const Lesson*>& lessonsOf(LessonKind kind) {
  static const std::array<std::vector<const Lesson*>, 3> kinds = {pick(LessonKind::kTour), pick(LessonKind::kQuiz),
                                                                  pick(LessonKind::kLecture)};
  return kinds[static_cast<std::size_t>(kind)];
}

std::size_t numberOf(const Lesson& lesson) {
  const std::vector<const Lesson*>& all = lessonsOf(lesson.kind);
  return static_cast<std::size_t>(std::find(all.begin(), all.end(), &lesson) - all.begin());
}

}  // namespace needling
