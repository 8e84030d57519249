#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "model/lesson_steps.h"
#include "model/lessons.h"
#include "model/sim.h"
#include "model/state_text.h"
#include "model/texts.h"
#include "ui/shortcuts.h"

// The tour, the quiz and the lecture: what each step sets, the way through them, and what is kept of it.

using namespace needling;

namespace {

void set(Sim& sim, const std::string& key, const std::string& value) {
  CAPTURE(key);
  CAPTURE(value);
  CHECK(sim.apply({key, value}).message == "");
}

void carryOut(Sim& sim, const std::vector<Command>& commands) {
  for (const Command& command : commands) set(sim, command.key, command.value);
}

}  // namespace

TEST_SUITE("lessons") {
  TEST_CASE("a tour of at least eight steps, a quiz of at least twelve questions, five questions for a class") {
    CHECK(lessonsOf(LessonKind::kTour).size() >= 8);
    CHECK(lessonsOf(LessonKind::kQuiz).size() >= 12);
    CHECK(lessonsOf(LessonKind::kLecture).size() >= 5);
    std::set<std::string> ids;
    for (const Lesson& lesson : lessons()) {
      CAPTURE(lesson.id);
      CHECK(ids.insert(lesson.id).second);
      CHECK_FALSE(lesson.words().empty());
      CHECK_FALSE(lesson.evidence().empty());
      CHECK_FALSE(lesson.show.empty());
      CHECK((lesson.kind == LessonKind::kTour ? lesson.options == 0 : lesson.options >= 3));
      CHECK((lesson.kind == LessonKind::kTour ? lesson.answer == 0 : lesson.answer >= 1));
      CHECK(lesson.answer <= lesson.options);
    }
  }

  TEST_CASE("tour=on opens the course at the tour's first step, lets one that is under way go on, and off leaves it") {
    Sim sim;
    CHECK(viewText(sim.state().view, "tour") == "off");
    set(sim, "tour", "on");
    CHECK(sim.state().view.mode == Mode::kCourse);
    CHECK(openLesson(sim.state().view) == lessonsOf(LessonKind::kTour).front());
    CHECK(sim.state().split == Split::kBefore);
    CHECK(viewText(sim.state().view, "tour") == "on");
    set(sim, "lesson", "tour.colours");
    set(sim, "tour", "on");
    CHECK(sim.state().view.lesson == "tour.colours");
    set(sim, "tour", "off");
    CHECK(openLesson(sim.state().view) == nullptr);
    CHECK(sim.apply({"tour", "maybe"}).message == "tour cannot be \"maybe\": it must be one of off, on.");
    set(sim, "lesson", "quiz.peak");
    set(sim, "tour", "off");
    CHECK(sim.state().view.lesson == "quiz.peak");
  }

  TEST_CASE(
      "every step's picture can be set, is the same whatever was shown before, and the needle moves only where there "
      "is one") {
    for (const Lesson& lesson : lessons()) {
      CAPTURE(lesson.id);
      Sim fresh, used;
      set(used, "preset", "hairLoss");
      set(used, "picture", "surface");
      set(used, "chart", "barrier");
      set(used, "zoom", "7");
      for (Sim* sim : {&fresh, &used}) {
        for (const std::vector<Command>* list : {&lesson.show, &lesson.after}) {
          carryOut(*sim, *list);
        }
      }
      State a = fresh.state(), b = used.state();
      a.look.chart = b.look.chart = {};
      CHECK(a == b);
      if (lesson.watch_until) CHECK(*lesson.watch_until > fresh.state().day);
      if (lesson.watch_needle) {
        CHECK(fresh.state().picture == Picture::kSection);
        const std::vector<double> days = fresh.state().protocol.treatmentDays();
        CHECK(std::find(days.begin(), days.end(), fresh.state().day) != days.end());
      }
    }
  }

  TEST_CASE("opening a step shows its picture and its tab; another step has no answer yet") {
    Sim sim;
    set(sim, "mode", "course");
    const Lesson& first = *lessonsOf(LessonKind::kQuiz)[0];
    const Lesson& second = *lessonsOf(LessonKind::kQuiz)[1];
    set(sim, "lesson", first.id);
    CHECK(sim.state().view.tab == Tab::kMode);
    set(sim, "choice", "2");
    CHECK(sim.state().view.choice == 2);
    set(sim, "lesson", second.id);
    CHECK(sim.state().view.choice == 0);
    Sim expected;
    carryOut(expected, second.show);
    CHECK(sim.state().picture == expected.state().picture);
    CHECK(sim.state().day == expected.state().day);
  }

  TEST_CASE("a lecture's question that is opened as explained shows what was to be watched") {
    for (const Lesson* lesson : lessonsOf(LessonKind::kLecture)) {
      CAPTURE(lesson->id);
      Sim watched, explained;
      for (Sim* sim : {&watched, &explained}) {
        REQUIRE(sim->apply({"mode", "lecture"}).ok());
        REQUIRE(sim->apply({"lesson", lesson->id}).ok());
      }
      REQUIRE(watched.apply({"stage", "1"}).ok());
      REQUIRE(watched.apply({"stage", "2"}).ok());
      REQUIRE(explained.apply({"stage", "2"}).ok());
      CHECK(explained.state() == watched.state());
    }
  }

  TEST_CASE("what a teacher changes while a question is watched stays when it is explained") {
    Sim sim;
    REQUIRE(sim.apply({"mode", "lecture"}).ok());
    REQUIRE(sim.apply({"lesson", lessonsOf(LessonKind::kLecture).front()->id}).ok());
    REQUIRE(sim.apply({"stage", "1"}).ok());
    REQUIRE(sim.apply({"day", "33"}).ok());
    REQUIRE(sim.apply({"stage", "2"}).ok());
    CHECK(sim.state().day == 33.0);
  }

  TEST_CASE("a bad step, answer or stage is told by name and changes nothing") {
    Sim sim;
    const State before = sim.state();
    CHECK(sim.apply({"lesson", "tour.<b>"}).message == "lesson cannot be \"tour.<b>\": there is no such step.");
    CHECK(sim.apply({"choice", "9"}).message == "choice cannot be 9: it must be a whole number from 0 to 4.");
    CHECK(sim.apply({"stage", "1.5"}).message == "stage cannot be 1.5: it must be a whole number from 0 to 2.");
    CHECK(sim.apply({"mode", "doctor"}).message ==
          "mode cannot be \"doctor\": it must be one of patient, lecture, course.");
    CHECK(sim.apply({"textScale", "9"}).message == "textScale cannot be 9: it must be a number from 0.8 to 2.");
    CHECK(sim.apply({"topic", "x"}).code == StatusCode::kWrongType);
    CHECK(sim.state() == before);
  }

  TEST_CASE("a lecture takes a projector's colours and gives them back; what a visitor chose stays") {
    Sim sim;
    set(sim, "mode", "lecture");
    CHECK(sim.state().look.colours == ColorProfile::kProjector);
    set(sim, "mode", "patient");
    CHECK(sim.state().look.colours == ColorProfile::kDefault);
    set(sim, "colorProfile", "dark");
    set(sim, "mode", "lecture");
    CHECK(sim.state().look.colours == ColorProfile::kDark);
  }

  TEST_CASE("the whole tour and the whole quiz by the buttons alone, then out") {
    Sim sim;
    set(sim, "mode", "course");
    for (std::size_t i = 0; i < lessonsOf(LessonKind::kTour).size(); ++i) {
      carryOut(sim, stepOn(sim.state().view));
      CHECK(sim.state().view.lesson == lessonsOf(LessonKind::kTour)[i]->id);
    }
    carryOut(sim, stepOn(sim.state().view));
    CHECK(sim.state().view.lesson == "");
    CHECK(sim.progress().tourSeen() == lessonsOf(LessonKind::kTour).size());

    set(sim, "lesson", lessonsOf(LessonKind::kQuiz)[0]->id);
    for (const Lesson* question : lessonsOf(LessonKind::kQuiz)) {
      CHECK(sim.state().view.lesson == question->id);
      CHECK(stepOn(sim.state().view).empty());  // the question waits
      set(sim, "choice", std::to_string(question->answer));
      carryOut(sim, stepOn(sim.state().view));
    }
    CHECK(sim.state().view.lesson == "");
    CHECK(sim.progress().answered() == lessonsOf(LessonKind::kQuiz).size());
    CHECK(sim.progress().right() == lessonsOf(LessonKind::kQuiz).size());
  }

  TEST_CASE("a clicker's two buttons go through asked, watched, explained, and back") {
    Sim sim;
    set(sim, "mode", "lecture");
    const auto press = [&](ui::Key key) {
      const ui::Shortcut shortcut = ui::shortcutFor(key, {}, sim.state(), {});
      CHECK(shortcut.known);
      carryOut(sim, shortcut.commands);
    };
    press(ui::Key::kPageDown);
    CHECK(sim.state().view.lesson == lessonsOf(LessonKind::kLecture)[0]->id);
    for (const int stage : {1, 2}) {
      press(ui::Key::kPageDown);
      CHECK(sim.state().view.stage == stage);
    }
    press(ui::Key::kPageDown);
    CHECK(sim.state().view.lesson == lessonsOf(LessonKind::kLecture)[1]->id);
    press(ui::Key::kPageUp);
    CHECK(sim.state().view.lesson == lessonsOf(LessonKind::kLecture)[0]->id);
    CHECK_FALSE(ui::shortcutFor(ui::Key::kPageDown, {}, State{}, {}).known);  // a patient's page scrolls
    CHECK_FALSE(ui::shortcutFor(ui::Key::kB, {}, State{}, {}).known);
  }

  TEST_CASE("only the first answer counts, until the quiz is begun again") {
    Sim sim;
    const Lesson& question = *lessonsOf(LessonKind::kQuiz)[0];
    const int wrong = question.answer == 1 ? 2 : 1;
    set(sim, "lesson", question.id);
    set(sim, "choice", std::to_string(wrong));
    set(sim, "lesson", question.id);
    set(sim, "choice", std::to_string(question.answer));
    CHECK(sim.progress().answered() == 1);
    CHECK(sim.progress().right() == 0);
    set(sim, "progress", "");
    CHECK(sim.progress().answered() == 0);
  }

  TEST_CASE("a course is complete after three lengths, day 90 and the risks") {
    Sim sim;
    set(sim, "needleLength", "0.5");
    set(sim, "needleLength", "1");
    set(sim, "day", "90");
    CHECK_FALSE(sim.progress().isComplete());
    set(sim, "topic", "risks");
    CHECK(sim.progress().lengthsSeen() >= Progress::kLengthsNeeded);
    CHECK(sim.progress().isComplete());
  }

  TEST_CASE("progress goes out as a short text and comes back; what is no such text is refused") {
    Sim sim;
    set(sim, "needleLength", "2.5");
    set(sim, "day", "91.5");
    set(sim, "lesson", lessonsOf(LessonKind::kTour)[1]->id);
    set(sim, "lesson", lessonsOf(LessonKind::kQuiz)[2]->id);
    set(sim, "choice", "3");
    const std::string text = sim.progress().text();
    Progress back;
    CHECK(back.read(text).ok());
    CHECK(back == sim.progress());
    const Progress before = back;
    for (const std::string& bad :
         {std::string("x"), std::string("2") + text.substr(1), text + ".z", text.substr(0, text.size() / 2),
          std::string("1.l9999.d0.t0.s0.q0"), std::string("1.l100.d-1.t0.s0.q0"), std::string("1.l100.d0.t7.s0.q0"),
          std::string("1.l100.d0.t0.sx.q0"), std::string("1.l100.d0.t0.s0.q9"), std::string(1000000, 'q')}) {
      CHECK(back.read(bad).code == StatusCode::kMalformed);
      CHECK(back == before);
    }
    // Written by a version with more steps.
    CHECK(back.read("1.l100-150.d30.t1.s" + std::string(60, '1') + ".q" + std::string(90, '1')).ok());
    // Even after everything was looked at it fits what a course page stores.
    for (int length = 25; length <= 300; ++length) set(sim, "needleLength", std::to_string(0.01 * length));
    CHECK(sim.progress().text().size() < 2000);
  }

  TEST_CASE(
      "mode, topic, step and size of the words are in link and file; undo, reset and documents without them leave "
      "them") {
    Sim sim;
    for (const Command& command : std::vector<Command>{{"mode", "course"},
                                                       {"textScale", "1.5"},
                                                       {"topic", "risks"},
                                                       {"reducedMotion", "on"},
                                                       {"lesson", "tour.layers"}}) {
      set(sim, command.key, command.value);
    }
    Sim by_link, by_file;
    CHECK(stateFromFragment(by_link, stateToFragment(sim.state())).ok());
    CHECK(stateFromJson(by_file, stateToJson(sim.state())).ok());
    CHECK(by_link.state() == sim.state());
    CHECK(by_file.state() == sim.state());
    const ViewSettings view = sim.state().view;
    CHECK(stateFromJson(sim, R"({"needleLength":2})").ok());
    CHECK(sim.state().view == view);
    set(sim, "reset", "");
    CHECK(sim.state().view == view);
    set(sim, "undo", "");
    CHECK(sim.state().view == view);
  }
}
