// Results, chart, guide and lessons of the parallel page (access_tree.h): what is read rather than set.
#include "model/chart.h"
#include "model/citation.h"
#include "model/describe.h"
#include "model/guide.h"
#include "model/indication.h"
#include "model/lesson_steps.h"
#include "model/safety.h"
#include "model/section_view.h"
#include "model/shown.h"
#include "model/texts.h"
#include "ui/access_parts.h"
#include "ui/chart_table.h"
#include "ui/panel.h"

namespace needling::ui {
namespace {

AccessPart table(const std::string& id, const std::string& caption, AccessPart head, AccessPart rows) {
  return {{"id", id}, {"type", "table"}, {"caption", caption}, {"head", std::move(head)}, {"rows", std::move(rows)}};
}

AccessPart depthTable(const Protocol& protocol) {
  AccessPart rows = AccessPart::array();
  for (const double length : kStripLengths) {
    const NeedleDepth depth = needleDepth(protocol, length);
    rows.push_back({shownNumber(length) + " mm", bandText(depth.reach_mm, 2, "mm"),
                    bandText(depth.residual_mm, 2, "mm"),
                    layerName(depth.deepest_layer) + (depth.extrapolated ? ", " + text("picture.extrapolated") : "")});
  }
  return table("results.depths", text("page.depths"),
               {text("panel.protrusion"), text("page.reach"), text("page.residual"), text("panel.deepest")}, rows);
}

AccessPart nowTable(const Derived& of, double day) {
  const NeedleDepth depth = needleDepth(of.protocol(), of.protocol().needleLength());
  const Outcome& outcome = of.outcome();
  AccessPart rows = AccessPart::array();
  const auto add = [&](const std::string& what, const std::string& value) {
    rows.push_back(AccessPart::array({what, value}));
  };
  add(text("panel.reach"), bandText(depth.reach_mm, 2, "mm"));
  add(text("panel.residual"), bandText(depth.residual_mm, 2, "mm"));
  add(text("panel.deepest"), layerName(depth.deepest_layer));
  add(chartTitle(Chart::kCollagen), gainText(outcome.at(SeriesId::kCollagenTotal, day)));
  add(chartTitle(Chart::kCollagen3), gainText(outcome.at(SeriesId::kCollagen3, day)));
  const IndicationRow& row = indicationOf(of.protocol());
  const Readout readout = readoutOn(of.protocol(), outcome, day);
  if (readout.known()) {
    add(row.quantityText(), bandText(*readout.value, 0, shownUnit(row.unit)));
    add(readout.untreated_text, bandText(*readout.untreated, 0, shownUnit(row.unit)));
  }
  add(text("panel.evidence"), row.grade);
  return table("results.now", dayText(of.protocol(), day),
               AccessPart::array({text("access.what"), text("access.value")}), rows);
}

AccessPart warnings(const Protocol& protocol) {
  AccessPart items = AccessPart::array();
  for (const Warning& warning : warningsFor(protocol)) items.push_back(warning.text);
  items.push_back(text(protocol.covered() ? "panel.openForCovered" : "panel.openFor"));
  return {{"id", "results.warnings"}, {"type", "list"}, {"items", items}};
}

AccessPart courseTable(const Course& course, const ChartRow& row, Chart chart, double today) {
  AccessPart rows = AccessPart::array();
  for (const double day : chartTableDays(today)) {
    const Band band = course.of->outcome().at(row.main, day);
    rows.push_back({chartDayText(day), chartCell(row.unit, band.low), chartCell(row.unit, band.value),
                    chartCell(row.unit, band.high)});
  }
  return table("chart." + course.name, chartTitle(chart) + ", " + course.name + ". " + chartUnitText(row.unit),
               {text("chart.day"), text("chart.low"), text("chart.middle"), text("chart.high")}, rows);
}

// What studies measured of the chart's quantity.
AccessPart measured(Chart chart) {
  AccessPart items = AccessPart::array();
  for (const ChartedPoint* point : chartedPoints(chart)) items.push_back(chartedPointText(*point));
  items.push_back(text(items.empty() ? "chart.none.measured" : "chart.notYours"));
  return {{"id", "chart.points"}, {"type", "list"}, {"items", items}};
}

AccessPart lessonButton(const std::string& id, const std::string& words) { return accessButton("lesson:" + id, words); }

void addOptions(const ViewSettings& view, const Lesson& lesson, bool told, AccessPart& nodes) {
  for (int number = 1; number <= lesson.options; ++number) {
    const bool right = told && number == lesson.answer, chosen = number == view.choice;
    const char* mark = right ? "lesson.markRight" : told && chosen ? "lesson.markWrong" : "lesson.markNone";
    AccessPart option =
        accessButton("choice:" + std::to_string(number), formatText(mark, {lesson.option(number)}), !told);
    option["pressed"] = chosen;
    nodes.push_back(option);
  }
}

// The step that is open, and the way from it.
void addStep(const ViewSettings& view, const Lesson& lesson, AccessPart& nodes) {
  const bool told = isTold(view, lesson), tour = lesson.kind == LessonKind::kTour;
  const std::size_t number = numberOf(lesson), count = lessonsOf(lesson.kind).size();
  nodes.push_back(accessHeading("lesson.title", lesson.title()));
  nodes.push_back(
      accessWords("lesson.place", formatText("lesson.place", {std::to_string(number + 1), std::to_string(count)})));
  addOptions(view, lesson, told, nodes);
  if (told && !tour && lesson.kind == LessonKind::kQuiz) {
    nodes.push_back(accessWords("lesson.answer", text(view.choice == lesson.answer ? "lesson.right" : "lesson.wrong")));
  }
  if (told) {
    nodes.push_back(accessWords("lesson.words", lesson.words()));
    addSource(lesson.evidence(), nodes);
  }
  if (!told && lesson.kind == LessonKind::kLecture) {
    nodes.push_back(accessButton("step:stage", text(view.stage == 0 ? "lecture.watch" : "lecture.explain")));
  }
  if (tour) nodes.push_back(accessButton("step:again", text("lesson.show")));
  nodes.push_back(accessButton("step:back", text("lesson.back"), number > 0));
  nodes.push_back(accessButton("step:next", text(number + 1 == count ? "lesson.finish" : "lesson.next"),
                               told || lesson.kind == LessonKind::kLecture));
  if (number + 1 < count) nodes.push_back(accessButton("step:leave", text("lesson.leave")));
}

void addStudies(const Progress& progress, AccessPart& nodes) {
  const std::size_t answered = progress.answered(), questions = lessonsOf(LessonKind::kQuiz).size();
  nodes.push_back(lessonButton(lessonsOf(LessonKind::kTour).front()->id, text("learn.tourStart")));
  nodes.push_back(
      accessWords("learn.score", formatText("learn.quizScore", {std::to_string(answered), std::to_string(questions),
                                                                std::to_string(progress.right())})));
  if (answered < questions) {
    std::size_t next = 0;
    while (progress.firstAnswer(next) != 0) ++next;
    nodes.push_back(
        lessonButton(lessonsOf(LessonKind::kQuiz)[next]->id, text(answered == 0 ? "learn.quizStart" : "learn.quizOn")));
  }
  if (answered > 0) nodes.push_back(accessButton("step:quizAgain", text("learn.quizAgain")));
}

void addStageTools(bool spotlight, AccessPart& nodes) {
  nodes.push_back(accessButton("page:window", text("lecture.window")));
  nodes.push_back(accessSwitch("stage:spotlight", text("lecture.spotlight"), spotlight));
  nodes.push_back(accessWords("lecture.keys", text("lecture.keys")));
}

void addLecture(bool spotlight, AccessPart& nodes) {
  addStageTools(spotlight, nodes);
  for (const Lesson* each : lessonsOf(LessonKind::kLecture)) nodes.push_back(lessonButton(each->id, each->title()));
}

void addTakeHome(bool guide, AccessPart& nodes) {
  nodes.push_back(accessWords("takeHome.about", text("takeHome.about")));
  nodes.push_back(accessButton("page:sheet", text("takeHome.sheet")));
  nodes.push_back(accessButton("page:calendar", text("takeHome.calendar")));
  // Each topic is on the page once.
  for (const std::string_view id : guide ? std::span<const std::string_view>() : kTakeHomeTopics) {
    nodes.push_back(accessButton("topic:" + std::string(id), findGuideTopic(id)->name()));
  }
  nodes.push_back(accessWords("takeHome.private", text("takeHome.private")));
}

void addTopic(const Sim& sim, const GuideTopic& topic, const Protocol& protocol, AccessPart& nodes) {
  const State& now = sim.state();
  nodes.push_back(accessButton("guide:back", text("guide.back")));
  nodes.push_back(accessSwitch("guide:sources", text("guide.sources"), now.view.sources));
  nodes.push_back(accessHeading("guide.title", topic.name()));
  int number = 0;
  for (const GuideLine& line : guideLines(topic, protocol, now.day)) {
    const std::string id = std::to_string(number++);
    if (!line.heading.empty()) nodes.push_back(accessHeading("guide.heading." + id, line.heading));
    nodes.push_back(accessWords("guide.words." + id, line.text));
    if (now.view.sources) addSource(line.evidence, nodes);
    if (!line.show.empty()) nodes.push_back(accessButton("show:" + id, text("guide.show")));
  }
  if (const std::string compared = describeCompared(sim); !compared.empty()) {
    nodes.push_back(accessWords("guide.compared", compared));
  }
}

}  // namespace

AccessPart accessResults(const Sim& sim, const Derived& of) {
  const Protocol& protocol = of.protocol();
  const double day = sim.state().day;
  AccessPart nodes = AccessPart::array({nowTable(of, day)});
  if (const std::string words = menopauseText(of.outcome()); !words.empty()) {
    nodes.push_back(accessWords("results.menopause", words));
  }
  nodes.push_back(accessWords("results.outcome",
                              indicationOf(protocol).gradeText() + " " + readoutOn(protocol, of.outcome(), day).text));
  nodes.push_back(depthTable(protocol));
  nodes.push_back(accessHeading("results.reasons", text("panel.warnings")));
  nodes.push_back(warnings(protocol));
  return accessSection("results", text("access.results"), nodes);
}

AccessPart accessChart(const Sim& sim, const Folds& folds) {
  const Chart chart = sim.state().look.chart;
  AccessPart choice = accessPart("key:chart", "select", text("access.chart"));
  choice["value"] = chartRow(chart).id;
  for (std::size_t i = 0; i < static_cast<std::size_t>(Chart::kCount); ++i) {
    const auto each = static_cast<Chart>(i);
    choice["choices"].push_back(AccessPart::array({chartRow(each).id, chartTitle(each)}));
  }
  AccessPart nodes =
      AccessPart::array({choice, accessFold("chart:table", text("chart.table"), folds, [&] {
                           AccessPart tables = AccessPart::array();
                           for (const Course& course : coursesOf(sim)) {
                             tables.push_back(courseTable(course, chartRow(chart), chart, sim.state().day));
                           }
                           tables.push_back(accessHeading("chart.measured", text("chart.measured")));
                           tables.push_back(measured(chart));
                           return tables;
                         })});
  if (!hasSeries(sim.state().protocol, chartRow(chart).main))
    nodes.push_back(accessWords("chart.none", text("chart.none")));
  return accessSection("chart", text("access.chart"), nodes);
}

AccessPart accessGuide(const Sim& sim, const Protocol& protocol) {
  AccessPart nodes = AccessPart::array();
  if (const GuideTopic* topic = findGuideTopic(sim.state().view.topic)) {
    addTopic(sim, *topic, protocol, nodes);
  } else {
    for (const bool questions : {true, false}) {
      nodes.push_back(
          accessHeading(questions ? "guide.asked" : "guide.topics", text(questions ? "guide.asked" : "guide.topics")));
      for (const GuideTopic& each : guideTopics()) {
        if (each.isQuestion() == questions) nodes.push_back(accessButton("topic:" + each.id, each.name()));
      }
    }
  }
  return accessSection("guide", text("panel.guide"), nodes);
}

AccessPart accessMode(const Sim& sim, bool spotlight, bool guide) {
  const ViewSettings& view = sim.state().view;
  AccessPart nodes = AccessPart::array();
  if (const Lesson* lesson = openLesson(view)) {
    addStep(view, *lesson, nodes);
    if (view.mode == Mode::kLecture && view.extent == Extent::kFull) addStageTools(spotlight, nodes);
  } else if (view.mode == Mode::kCourse) {
    addStudies(sim.progress(), nodes);
  } else if (view.mode == Mode::kLecture) {
    addLecture(spotlight, nodes);
  } else {
    addTakeHome(guide, nodes);
  }
  return accessSection("mode", tabWords(kTabs[static_cast<std::size_t>(Tab::kMode)], view.mode), nodes);
}

}  // namespace needling::ui
