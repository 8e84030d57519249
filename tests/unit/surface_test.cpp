#include "model/surface_view.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "model/section_labels.h"
#include "model/sim.h"

using namespace needling;

TEST_SUITE("surface") {
  TEST_CASE("passes add channels one after another, and the last leaves the treatment's own coverage") {
    for (const char* preset : {"acneScars", "homeRoller", "reference"}) {
      CAPTURE(preset);
      Sim sim;
      REQUIRE(sim.apply({"preset", preset}).ok());
      const SurfaceView& surface = sim.surface();
      REQUIRE(surface.passes() >= 1);
      CHECK(surface.after_pass.back().untreated_fraction == sim.coverage().untreated_fraction);
      CHECK(surface.after_pass.back().channels_per_cm2 == channelDensityPerCm2(sim.state().protocol).value);
      for (int i = 1; i + 1 < surface.passes(); ++i) {
        const SurfaceState &now = surface.after_pass[static_cast<std::size_t>(i)],
                           &before = surface.after_pass[static_cast<std::size_t>(i - 1)];
        CHECK(now.channels_per_cm2 > before.channels_per_cm2);
        CHECK(now.untreated_fraction <= before.untreated_fraction);
      }
      for (std::size_t i = 1; i < surface.channels.size(); ++i) {
        CHECK(surface.channels[i].pass >= surface.channels[i - 1].pass);
      }
      CHECK(surface.channels.back().pass == surface.passes() - 1);
    }
  }

  TEST_CASE("the skin from above is that of the latest treatment on the day") {
    Sim sim;
    CHECK(sim.apply({"sessions", "3"}).ok());
    const std::vector<double> days = sim.state().protocol.treatmentDays();
    CHECK(sim.surface().treatment == 0);
    const ChannelPosition first = sim.surface().channels.front();
    CHECK(sim.apply({"day", std::to_string(days[1] + 2.0)}).ok());
    CHECK(sim.surface().treatment == 1);
    CHECK(surfaceWords(sim.state().protocol, sim.surface(), 1).front() == "Treatment 2 of 3");
    CHECK(sim.surface().channels.front().x_mm != first.x_mm);
    // The treatment's own coverage is the same each time.
    CHECK(sim.surface().after_pass.back().untreated_fraction == sim.coverage().untreated_fraction);
    for (const double day : days) {
      CHECK(sim.apply({"day", std::to_string(day)}).ok());
      CHECK(sim.surface().passes() == static_cast<int>(sim.state().protocol.get(ParameterId::kPasses)));
    }
    CHECK(sim.apply({"day", "0"}).ok());
    CHECK(sim.surface().channels.front().x_mm == first.x_mm);
    CHECK(sim.apply({"day", "700"}).ok());
    CHECK(sim.apply({"sessions", "1"}).ok());
    CHECK(sim.surface().treatment == 0);
  }

  TEST_CASE("so is that of protocol B, by its own course") {
    Sim sim;
    for (const Command& command : {Command{"b.intervalWeeks", "6"}, Command{"day", "60"}})
      REQUIRE(sim.apply(command).ok());
    CHECK(sim.surface().treatment == 2);
    CHECK(sim.otherDerived().surface().treatment == 1);
  }

  TEST_CASE("passes run across, down and along both diagonals in turn") {
    CHECK(wayOfPass(0) == PassWay::kAcross);
    CHECK(wayOfPass(1) == PassWay::kDown);
    CHECK(wayOfPass(3) == PassWay::kOtherDiagonal);
    CHECK(wayOfPass(4) == PassWay::kAcross);
  }

  TEST_CASE("needles that do not enter reach nothing") {
    Sim sim;
    for (const Command& command : {Command{"device", "roller"}, Command{"needleLength", "0.25"},
                                   Command{"pressure", "light"}, Command{"needleCondition", "dull"}}) {
      REQUIRE(sim.apply(command).ok());
    }
    const bool enters = sim.scene().depth.reach_mm.value > 0.0;
    CHECK((sim.surface().reached_mm > 0.0) == enters);
    if (enters) return;
    for (const SurfaceState& state : sim.surface().after_pass) CHECK(state.untreated_fraction == 1.0);
  }
}
