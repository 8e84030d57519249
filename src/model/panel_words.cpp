#include "model/panel_words.h"

#include "model/describe.h"
#include "model/guide.h"
#include "model/lesson_steps.h"
#include "model/texts.h"

namespace needling {
namespace {

void add(std::string& words, const std::string& sentence) {
  if (sentence.empty()) return;
  words += words.empty() ? sentence : " " + sentence;
}

// A heading ends like a sentence, so that what follows is not heard as its part.
std::string ended(const std::string& heading) {
  constexpr std::string_view kEnds = ".?!:";
  const bool open = !heading.empty() && kEnds.find(heading.back()) == std::string_view::npos;
  return open ? heading + "." : heading;
}

std::string topicWords(const Sim& sim, const GuideTopic& topic) {
  std::string words;
  add(words, ended(topic.name()));
  for (const GuideLine& line : guideLines(topic, sim.state().protocol, sim.state().day)) {
    add(words, ended(line.heading));
    add(words, line.text);
  }
  add(words, describeCompared(sim));
  return words;
}

std::string lessonWords(const ViewSettings& view, const Lesson& lesson) {
  std::string words;
  add(words, ended(lesson.title()));
  for (int number = 1; number <= lesson.options; ++number) add(words, ended(lesson.option(number)));
  const bool told = isTold(view, lesson);
  if (told && lesson.answer > 0) add(words, ended(formatText("lesson.markRight", {lesson.option(lesson.answer)})));
  if (told) add(words, lesson.words());
  return words;
}

}  // namespace

std::string panelWords(const Sim& sim) {
  const ViewSettings& view = sim.state().view;
  if (const Lesson* lesson = openLesson(view); lesson != nullptr && view.tab == Tab::kMode) {
    return lessonWords(view, *lesson);
  }
  const GuideTopic* topic = findGuideTopic(view.topic);
  return topic != nullptr && view.tab == Tab::kGuide ? topicWords(sim, *topic) : "";
}

}  // namespace needling
