#include "model/insertion.h"

#include <doctest/doctest.h>

#include <cmath>

#include "model/device_view.h"
#include "model/evidence.h"
#include "model/section_labels.h"
#include "model/sim.h"
#include "model/texts.h"
#include "model/view_window.h"

using namespace needling;

namespace {

Protocol protocolWith(const char* device, const char* length) {
  Protocol protocol;
  CHECK(setParameter(protocol, "device", device).ok());
  CHECK(setParameter(protocol, "needleLength", length).ok());
  return protocol;
}

NeedleDepth depthOf(const Protocol& protocol) { return needleDepth(protocol, protocol.needleLength()); }

template <class Check>
void forEachDepth(Check check) {
  for (const char* device : {"pen", "roller", "stamp"}) {
    for (const char* length : {"0.25", "0.5", "1.5"}) {
      CAPTURE(device);
      CAPTURE(length);
      check(depthOf(protocolWith(device, length)));
    }
  }
}

}  // namespace

TEST_SUITE("insertion") {
  TEST_CASE("it begins above untouched skin and ends with the hole that the day shows") {
    forEachDepth([](const NeedleDepth& depth) {
      const InsertionState first = insertionAt(depth, 0.0), last = insertionAt(depth, 1.0);
      CHECK(first.phase == InsertionPhase::kAbove);
      CHECK(first.tip_mm < 0.0);
      for (const double none : {first.dent_mm, first.open_mm, first.torn_mm, last.dent_mm}) CHECK(none == 0.0);
      CHECK(last.phase == InsertionPhase::kLeft);
      CHECK(last.tip_mm < 0.0);
      CHECK(last.open_mm == doctest::Approx(depth.residual_mm.value));
      CHECK(last.torn_mm == doctest::Approx(depth.reach_mm.value));
      CHECK(insertionAt(depth, -3.0).tip_mm == first.tip_mm);
      CHECK(insertionAt(depth, 9.0).open_mm == last.open_mm);
    });
  }

  TEST_CASE("pressed in, the tip is as deep as the needle is long and as deep in tissue as its reach") {
    forEachDepth([](const NeedleDepth& depth) {
      const InsertionState state = insertionAt(depth, kInsertionStills[2]);
      CHECK(state.phase == InsertionPhase::kReach);
      CHECK(state.tip_mm == doctest::Approx(depth.protrusion_mm));
      CHECK(state.dent_mm == doctest::Approx(depth.protrusion_mm - depth.reach_mm.value));
      CHECK(state.tipInTissue() == doctest::Approx(depth.reach_mm.value));
    });
  }

  TEST_CASE(
      "on the way in nothing turns back, on the way out neither, and the hole is never shorter than the needle in it") {
    forEachDepth([](const NeedleDepth& depth) {
      InsertionState before = insertionAt(depth, 0.0);
      for (int i = 1; i <= 1000; ++i) {
        const InsertionState now = insertionAt(depth, i / 1000.0);
        const double way = now.phase <= InsertionPhase::kReach ? 1.0 : -1.0;
        CHECK(now.phase >= before.phase);
        CHECK(way * (now.tip_mm - before.tip_mm) >= -1e-12);
        CHECK(way * (now.dent_mm - before.dent_mm) >= -1e-12);
        CHECK(way * (now.open_mm - before.open_mm) >= -1e-12);
        CHECK(now.torn_mm >= before.torn_mm);
        CHECK(now.open_mm >= now.tipInTissue() - 1e-12);
        // Nothing jumps: a thousandth of the way moves a 1.5 mm needle by less than 0.02 mm.
        CHECK(std::abs(now.tip_mm - before.tip_mm) < 0.02);
        before = now;
      }
    });
  }

  TEST_CASE("skin gives all of its way before it breaks") {
    const NeedleDepth depth = depthOf(protocolWith("roller", "1.5"));
    const InsertionState dented = insertionAt(depth, kInsertionStills[1]);
    CHECK(dented.dent_mm == doctest::Approx(depth.protrusion_mm - depth.reach_mm.value));
    CHECK(dented.open_mm == 0.0);
    CHECK(dented.tip_mm == doctest::Approx(dented.dent_mm));
  }

  TEST_CASE("the four stills stand in four phases") {
    const NeedleDepth depth = depthOf(protocolWith("pen", "1.5"));
    for (int i = 0; i < 4; ++i) CHECK(nearestStill(kInsertionStills[static_cast<std::size_t>(i)]) == i);
    CHECK(insertionAt(depth, kInsertionStills[1]).phase == InsertionPhase::kDent);
    CHECK(insertionAt(depth, kInsertionStills[2]).phase == InsertionPhase::kReach);
  }

  TEST_CASE("the dent is deepest under the needle, fades sideways and downwards, and folds nothing") {
    const NeedleDepth depth = depthOf(protocolWith("roller", "1.5"));
    const Dent dent = dentOf(insertionAt(depth, kInsertionStills[1]), 0.25, {0.0, 2.6, -2.6});
    CHECK(dent.downAt(0.0, 0.0) == doctest::Approx(depth.protrusion_mm - depth.reach_mm.value));
    for (double x = 0.0; x < 1.2; x += 0.05) CHECK(dent.downAt(x + 0.05, 0.0) < dent.downAt(x, 0.0));
    for (const double x : {-0.3, 0.0, 0.7, 2.6}) {
      double before = -1e9;
      for (double z = 0.0; z < 4.0; z += 0.01) {
        const double now = z + dent.downAt(x, z);
        CHECK(now > before);
        before = now;
      }
    }
    CHECK(dent.downAt(0.1, 3.0) < 0.1 * dent.downAt(0.1, 0.0));
    CHECK(Dent{}.downAt(0.0, 0.0) == 0.0);
  }

  TEST_CASE("at its end the channels are the day's own; before it the labelled one is as deep as the tip has been") {
    Sim sim;
    const SectionMoment moment = sectionMoment(sim.scene(), sim.state().protocol, sim.outcome(), 0.0);
    const auto day = sectionChannels(sim.scene(), moment);
    const auto end = channelsInMotion(day, insertionAt(sim.scene().depth, 1.0));
    CHECK(end.back().with_gauge);
    CHECK(end.back().depth.residual_mm.value == day.back().depth.residual_mm.value);
    const auto in = channelsInMotion(day, insertionAt(sim.scene().depth, kInsertionStills[2]));
    CHECK_FALSE(in.back().with_gauge);
    CHECK(in.back().depth.residual_mm.value == doctest::Approx(day.back().depth.reach_mm.value));
    CHECK(in.size() == day.size());
  }

  TEST_CASE("every position has its sentence, and a needle that does not pierce is told so") {
    const NeedleDepth pierces = depthOf(protocolWith("pen", "1.5"));
    NeedleDepth dents = pierces;
    dents.reach_mm = dents.residual_mm = {0.0, 0.0, 0.0};
    for (int i = 0; i <= 100; ++i) {
      CHECK(insertionCaption(pierces, insertionAt(pierces, i / 100.0)) != text("insertion.onlyDent"));
      CHECK_FALSE(insertionCaption(dents, insertionAt(dents, i / 100.0)).empty());
    }
    CHECK(insertionCaption(dents, insertionAt(dents, 0.62)) == text("insertion.onlyDent"));
  }
}

TEST_SUITE("device") {
  TEST_CASE("the labelled needle comes first, upright, where the channel is, and as long as the dial says") {
    for (const char* device : {"pen", "roller", "stamp"}) {
      CAPTURE(device);
      const DeviceView view = deviceView(protocolWith(device, "1.0"), -0.15);
      REQUIRE_FALSE(view.needles.empty());
      const DeviceNeedle& needle = view.needles.front();
      CHECK(needle.root_x_mm == doctest::Approx(-0.15));
      CHECK(needle.tip_x_mm == doctest::Approx(-0.15));
      CHECK(needle.tip_z_mm == doctest::Approx(1.0));
      for (const DeviceNeedle& each : view.needles) {
        CHECK(std::hypot(each.tip_x_mm - each.root_x_mm, each.tip_z_mm - each.root_z_mm) == doctest::Approx(1.0));
      }
    }
  }

  TEST_CASE("a pen's needles stay inside its cartridge, more needles stand closer") {
    Protocol protocol = protocolWith("pen", "1.0");
    std::size_t fewer = 0;
    for (const char* count : {"1", "6", "12", "36"}) {
      CAPTURE(count);
      CHECK(setParameter(protocol, "needleCount", count).ok());
      const DeviceView view = deviceView(protocol, 0.0);
      CHECK(view.half_width_mm == doctest::Approx(0.5 * constant("channel.pen_cartridge_width")));
      CHECK(view.needles.size() >= fewer);
      fewer = view.needles.size();
      for (const double x : view.places()) CHECK(std::abs(x - view.middle_x_mm) <= view.half_width_mm);
    }
  }

  TEST_CASE("a drum's neighbours stand 15 degrees on and lean outwards") {
    const DeviceView view = deviceView(protocolWith("roller", "1.5"), 0.0);
    REQUIRE(view.needles.size() > 2);
    const DeviceNeedle& next = view.needles[2];
    CHECK(std::atan2(next.root_x_mm, view.half_width_mm + next.root_z_mm) * 57.29578 == doctest::Approx(15.0));
    CHECK(next.tip_x_mm > next.root_x_mm);
    CHECK(view.places().front() == 0.0);
  }

  TEST_CASE("it stands on the skin for an hour after a treatment, and the needle is in it as long") {
    Sim sim;
    for (const double day : {0.0, 0.04, 28.0, 0.05, 0.1, 0.9, 3.0, 28.5, 200.0}) {
      CAPTURE(day);
      const SectionMoment moment = sectionMoment(sim.scene(), sim.state().protocol, sim.outcome(), day);
      const bool within_an_hour = day < 0.041 || day == 28.0;
      CHECK(deviceAtRest(sim.scene(), moment).shown == within_an_hour);
      CHECK(sectionChannels(sim.scene(), moment).back().with_needle == within_an_hour);
    }
  }
}
