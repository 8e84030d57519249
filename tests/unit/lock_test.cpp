#include "model/lock.h"

#include <doctest/doctest.h>

#include "model/sim.h"
#include "model/state_text.h"

using namespace needling;

namespace {

Status visitor(Sim& sim, const char* key, const char* value) { return sim.apply({key, value, Author::kVisitor}); }

std::string site(const Sim& sim) { return sim.state().protocol.choice(ParameterId::kSite); }

Sim lockedSim(const char* ids) {
  Sim sim;
  REQUIRE(sim.apply({"lock", ids}).ok());
  return sim;
}

}  // namespace

TEST_SUITE("lock") {
  TEST_CASE("a visitor may not change what is locked, the page around may") {
    Sim sim = lockedSim("site,needleLength");
    const State before = sim.state();
    CHECK_EQ(visitor(sim, "site", "chin").message, "site cannot be changed here: the page around has fixed it.");
    CHECK_EQ(visitor(sim, "b.needleLength", "2").message,
             "b.needleLength cannot be changed here: the page around has fixed it.");
    CHECK(sim.state() == before);
    CHECK(visitor(sim, "age", "60").ok());
    CHECK(sim.apply({"site", "chin"}).ok());
    CHECK_EQ(site(sim), "chin");
  }

  TEST_CASE("what changes many at once leaves it as it is, in both protocols") {
    Sim sim = lockedSim("site,needleLength");
    CHECK(visitor(sim, "preset", "hairLoss").ok());
    CHECK_EQ(site(sim), "cheek");
    CHECK(sim.state().protocol.needleLength() == 1.5);
    CHECK(sim.state().protocol.get(ParameterId::kIndication) != Protocol().get(ParameterId::kIndication));
    CHECK(visitor(sim, "b.preset", "homeRoller").ok());
    CHECK(sim.state().otherProtocol().needleLength() == 1.5);
    CHECK(visitor(sim, "reset", "").ok());
    CHECK_EQ(site(sim), "cheek");
  }

  TEST_CASE("undo and redo do not go behind it") {
    Sim sim;
    REQUIRE(sim.apply({"site", "chin"}).ok());
    REQUIRE(sim.apply({"step", ""}).ok());
    REQUIRE(sim.apply({"lock", "site"}).ok());
    CHECK(visitor(sim, "undo", "").ok());
    CHECK_EQ(site(sim), "chin");
  }

  TEST_CASE("a link does not reach it, and neither locks nor unlocks; a document of the page around does reach it") {
    Sim sim = lockedSim("site");
    Sim other;
    REQUIRE(other.apply({"site", "chin"}).ok());
    REQUIRE(other.apply({"age", "60"}).ok());
    CHECK(stateToFragment(sim.state()) == stateToFragment(State{}));
    CHECK(stateToJson(sim.state()).find("lock") == std::string::npos);
    CHECK(stateFromFragment(sim, stateToFragment(other.state())).ok());
    CHECK_EQ(site(sim), "cheek");
    CHECK(sim.state().protocol.get(ParameterId::kAge) == 60.0);
    CHECK(stateFromJson(sim, R"({"site":"chin","lock":""})").ok());
    CHECK_EQ(site(sim), "chin");
    CHECK_EQ(sim.state().view.lock, "site");
  }

  TEST_CASE("a change that does not allow the locked value is refused") {
    Sim sim = lockedSim("needleCount");
    const State before = sim.state();
    // A pen's count of needles is none of a roller's.
    CHECK_EQ(visitor(sim, "device", "roller").message,
             "needleCount cannot be changed here: the page around has fixed it.");
    CHECK(sim.state() == before);
  }

  TEST_CASE("only parameters can be locked, and nothing locks nothing") {
    Sim sim = lockedSim("site");
    CHECK_EQ(sim.apply({"lock", "site,moon"}).message,
             "lock cannot hold \"moon\": each entry must be the name of a parameter.");
    CHECK_EQ(sim.state().view.lock, "site");
    CHECK(sim.apply({"lock", ""}).ok());
    CHECK(visitor(sim, "site", "chin").ok());
  }
}
