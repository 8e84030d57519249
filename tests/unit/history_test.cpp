#include <doctest/doctest.h>

#include "model/sim.h"

using namespace needling;

namespace {

void apply(Sim& sim, const std::vector<Command>& commands) {
  for (const Command& command : commands) {
    const Status status = sim.apply(command);
    CAPTURE(command.key);
    CHECK(status.message == "");
  }
}

double length(const Sim& sim) { return sim.state().protocol.needleLength(); }

}  // namespace

TEST_SUITE("sim") {
  TEST_CASE("undo goes back one setting at a time, redo forward again") {
    Sim sim;
    const State first = sim.state();
    apply(sim, {{"needleLength", "2"}, {"step", ""}, {"site", "scalp"}});
    const State last = sim.state();
    CHECK(sim.canUndo());
    CHECK_FALSE(sim.canRedo());
    apply(sim, {{"undo", ""}});
    CHECK(length(sim) == 2.0);
    CHECK(sim.state().protocol.get(ParameterId::kSite) == first.protocol.get(ParameterId::kSite));
    apply(sim, {{"undo", ""}});
    CHECK(sim.state() == first);
    CHECK_FALSE(sim.canUndo());
    apply(sim, {{"undo", ""}});  // nothing left: nothing changes
    CHECK(sim.state() == first);
    apply(sim, {{"redo", ""}, {"redo", ""}});
    CHECK(sim.state() == last);
    CHECK_FALSE(sim.canRedo());
  }

  TEST_CASE("a slider held down is one step, and two pulls are two") {
    Sim sim;
    const double before = length(sim);
    apply(sim, {{"needleLength", "1.6"}, {"needleLength", "1.8"}, {"needleLength", "2"}, {"step", ""}});
    apply(sim, {{"needleLength", "2.2"}, {"needleLength", "2.5"}, {"step", ""}});
    apply(sim, {{"undo", ""}});
    CHECK(length(sim) == 2.0);
    apply(sim, {{"undo", ""}});
    CHECK(length(sim) == before);
  }

  TEST_CASE("looking about is no step: the day and the zoom stay where they are") {
    Sim sim;
    apply(sim, {{"day", "30"}, {"zoom", "4"}});
    CHECK_FALSE(sim.canUndo());
    apply(sim, {{"needleLength", "2"}, {"day", "90"}, {"undo", ""}});
    CHECK(length(sim) == Sim().state().protocol.needleLength());
    CHECK(sim.state().day == 90.0);
    CHECK(sim.state().look.zoom.factor == 4.0);
  }

  TEST_CASE("what changes nothing is no step, and a new setting ends what could be redone") {
    Sim sim;
    apply(sim, {{"device", "pen"}});
    CHECK_FALSE(sim.canUndo());
    apply(sim, {{"device", "roller"}, {"undo", ""}, {"age", "60"}});
    CHECK_FALSE(sim.canRedo());
  }

  TEST_CASE("reset, a preset and a whole state are one step each") {
    Sim sim;
    apply(sim, {{"needleLength", "2"}, {"step", ""}, {"preset", "hairLoss"}, {"step", ""}});
    const State hair = sim.state();
    apply(sim, {{"reset", ""}, {"undo", ""}});
    CHECK(sim.state() == hair);
    REQUIRE(sim.applyAll({{"device", "roller"}, {"needleLength", "0.5"}}).ok());
    apply(sim, {{"undo", ""}});
    CHECK(sim.state() == hair);
  }

  TEST_CASE("all that one button sets is one step") {
    Sim sim;
    apply(sim, {{"split", "protocol"}, {"b", "copy"}, {"b.needleLength", "3"}, {"step", ""}, {"undo", ""}});
    CHECK(sim.state() == State{});
  }

  TEST_CASE("going to another day by reset or by a link is no step") {
    Sim sim;
    apply(sim, {{"day", "30"}, {"reset", ""}});
    CHECK_FALSE(sim.canUndo());
    REQUIRE(sim.applyAll({{"day", "60"}}).ok());
    CHECK_FALSE(sim.canUndo());
  }

  TEST_CASE("undo goes back no further than to where the history was forgotten") {
    Sim sim;
    apply(sim, {{"needleLength", "2"}, {"forget", ""}, {"age", "60"}, {"undo", ""}, {"undo", ""}});
    CHECK(length(sim) == 2.0);
  }

  TEST_CASE("the oldest steps are forgotten, the newest hundred are not") {
    Sim sim;
    for (int i = 0; i < 150; ++i) apply(sim, {{"age", std::to_string(18 + i % 70)}, {"step", ""}});
    int steps = 0;
    for (; sim.canUndo(); ++steps) apply(sim, {{"undo", ""}});
    CHECK(steps == static_cast<int>(History::kMostSteps));
  }

  TEST_CASE("a log with undo in it replays to the same state") {
    Sim sim, again;
    apply(sim, {{"needleLength", "1.6"}, {"needleLength", "2"}, {"step", ""}, {"needleLength", "3"}, {"forget", ""}});
    REQUIRE(sim.applyAll({{"device", "roller"}, {"needleLength", "0.5"}, {"age", "50"}}).ok());
    apply(sim, {{"age", "70"}, {"step", ""}, {"undo", ""}, {"undo", ""}, {"redo", ""}, {"undo", ""}});
    CHECK(length(sim) == 3.0);
    apply(again, {sim.log().begin(), sim.log().end()});
    CHECK(again.state() == sim.state());
  }
}
