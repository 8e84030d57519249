#include <doctest/doctest.h>

#include <algorithm>

#include <cmath>

#include "model/sim.h"
#include "model/view_window.h"

using namespace needling;

namespace {

double strokes(const std::vector<FibreStroke>& list, FibrePool pool) {
  double length = 0.0;
  for (const FibreStroke& stroke : list) {
    if (stroke.pool == pool) length += stroke.length_mm * stroke.width_mm;
  }
  return length;
}

ChannelDrawing labelledAt(const Sim& sim, double day) {
  return sectionChannels(sim.scene(), sectionMoment(sim.scene(), sim.state().protocol, sim.outcome(), day)).back();
}

}  // namespace

TEST_SUITE("section") {
  TEST_CASE("type III comes first, type I outlasts it, and both are absent on day 0") {
    Sim sim;
    const auto area = [&](double day, FibrePool pool) {
      return strokes(visibleFibres(sim.scene(), sectionMoment(sim.scene(), sim.state().protocol, sim.outcome(), day)),
                     pool);
    };
    CHECK(area(0, FibrePool::kType3) == 0.0);
    CHECK(area(0, FibrePool::kType1) == 0.0);
    CHECK(area(60, FibrePool::kType3) > 0.0);
    CHECK(area(150, FibrePool::kType1) > area(60, FibrePool::kType1));
    const double ratio_early = area(60, FibrePool::kType3) / area(60, FibrePool::kType1);
    const double ratio_late = area(365, FibrePool::kType3) / area(365, FibrePool::kType1);
    CHECK(ratio_late < 0.5 * ratio_early);
  }

  TEST_CASE("more new collagen grows where channels stand than where chance left a gap") {
    Sim sim;
    REQUIRE(sim.apply({"sessions", "1"}).ok());
    const SectionMoment moment = sectionMoment(sim.scene(), sim.state().protocol, sim.outcome(), 60);
    const auto newAt = [&](double x_mm) {
      const FieldValues here = moment.field.sample(x_mm, 0.8);
      return poolOf(here, FieldPool::kType3) + poolOf(here, FieldPool::kType1);
    };
    float least = newAt(0.0), most = least;
    for (double x_mm = -4.0; x_mm <= 4.0; x_mm += 0.1) {
      least = std::min(least, newAt(x_mm));
      most = std::max(most, newAt(x_mm));
    }
    CHECK(newAt(labelledAt(sim, 60.0).x_mm) > 0.5F * (least + most));
    CHECK(most > 1.5F * least);
  }

  TEST_CASE("fibres are laid down in any direction and have turned with the tension lines a year later") {
    Sim sim;
    REQUIRE(sim.apply({"sessions", "1"}).ok());
    const auto turned = [&](double day) {
      const SectionMoment moment = sectionMoment(sim.scene(), sim.state().protocol, sim.outcome(), day);
      return alignmentOf(poolOf(moment.field.sample(0.0, 0.6), FieldPool::kDispersion1));
    };
    CHECK(turned(0.0) == doctest::Approx(0.0));
    CHECK(turned(14.0) < 0.15);
    CHECK(turned(180.0) > turned(60.0));
    CHECK(turned(365.0) > 0.6);
    CHECK(turned(730.0) > turned(365.0));
  }

  TEST_CASE("cells gather in the first days and are gone after half a year") {
    Sim sim;
    const auto count = [&](double day) {
      return visibleCells(sim.scene(), sectionMoment(sim.scene(), sim.state().protocol, sim.outcome(), day)).size();
    };
    CHECK(count(2) > 20);
    const SectionMoment fresh = sectionMoment(sim.scene(), sim.state().protocol, sim.outcome(), 0);
    const auto platelets = visibleCells(sim.scene(), fresh);
    CHECK(std::all_of(platelets.begin(), platelets.end(),
                      [](const CellMark& mark) { return mark.kind == CellKind::kPlatelet; }));
    CHECK(platelets.size() > 20);
    CHECK(count(2) > 4 * (count(400) + 1));
  }

  TEST_CASE("cells gather at the holes of the latest treatment, and none is won or lost by it") {
    Sim sim;
    const auto marksOn = [&](double day, CellKind kind) {
      const SectionMoment moment = sectionMoment(sim.scene(), sim.state().protocol, sim.outcome(), day);
      std::vector<CellMark> marks = visibleCells(sim.scene(), moment);
      std::erase_if(marks, [&](const CellMark& mark) { return mark.kind != kind; });
      const auto counted =
          std::count_if(sim.scene().cells.begin(), sim.scene().cells.end(), [&](const SectionCell& cell) {
            return cell.kind == kind &&
                   cellShare(moment.field, moment.field.placeOf(cell.x_mm, cell.z_mm), kind) > cell.threshold;
          });
      CHECK(static_cast<long>(marks.size()) == counted);
      return marks;
    };
    const auto toChannel = [&](double x_mm) {
      double least = 1e9;
      for (const SectionChannel& channel : sim.scene().channels) {
        if (channel.treatment == 0) least = std::min(least, std::abs(channel.x_mm - x_mm));
      }
      return least;
    };
    constexpr double kNear = 0.15;  // mm
    const auto shareNear = [&](const std::vector<CellMark>& marks) {
      const auto near =
          std::count_if(marks.begin(), marks.end(), [&](const CellMark& mark) { return toChannel(mark.x_mm) < kNear; });
      return static_cast<double>(near) / static_cast<double>(marks.size());
    };
    double even = 0.0;
    for (double x_mm = -5.0; x_mm <= 5.0; x_mm += 0.01) even += toChannel(x_mm) < kNear ? 1.0 / 1001.0 : 0.0;
    const double reach = sim.scene().depth.reach_mm.value;
    for (const CellMark& mark : marksOn(0.05, CellKind::kPlatelet)) {
      CHECK(toChannel(mark.x_mm) <= 0.5 * sim.scene().opening_mm + 1e-9);
      CHECK(mark.z_mm <= reach);
    }
    const auto early = marksOn(0.3, CellKind::kNeutrophil), late = marksOn(1.5, CellKind::kNeutrophil);
    REQUIRE(late.size() > 20);
    CHECK(shareNear(late) > 1.5 * even);
    CHECK(shareNear(late) > shareNear(early));
    CHECK(shareNear(marksOn(3.5, CellKind::kMacrophage)) > 1.4 * even);
  }

  TEST_CASE("treated skin swells within hours and is back on the third day") {
    Sim sim;
    const auto raisedOn = [&](double day) {
      const DeviceDrawing device =
          deviceAtRest(sim.scene(), sectionMoment(sim.scene(), sim.state().protocol, sim.outcome(), day));
      return -device.dent.downAt(0.7, 0.0);
    };
    CHECK(raisedOn(0.0) == 0.0);
    CHECK(raisedOn(0.5) > raisedOn(0.1));
    CHECK(raisedOn(0.5) < 0.05);
    CHECK(raisedOn(1.5) > 0.0);
    CHECK(raisedOn(1.5) < raisedOn(0.5));
    CHECK(raisedOn(2.0) == 0.0);
  }

  TEST_CASE("the picture is to scale: the same millimetre in both directions, everything asked for inside") {
    Sim sim;
    for (const double width : {320.0, 900.0, 1600.0}) {
      for (const double deepest : {0.25, 1.5, 3.0}) {
        const ViewWindow window =
            fitWindow(sim.scene(), {.air_px = 60, .below_px = 30, .deepest_mm = deepest}, 10, 20, width, 420);
        CHECK(window.xToPx(0.0) == doctest::Approx(10 + 0.5 * width));
        CHECK(window.zToPx(0.0) == doctest::Approx(20 + 60));
        CHECK(window.xToPx(1.0) - window.xToPx(0.0) == doctest::Approx(window.zToPx(1.0) - window.zToPx(0.0)));
        CHECK(window.pxToX(window.xToPx(0.7)) == doctest::Approx(0.7));
        CHECK(window.widthMm() <= 2.0 * kSceneHalfWidth + 1e-9);
      }
    }
  }

  TEST_CASE("a close-up stays inside the picture and keeps the point under the pointer") {
    Sim sim;
    const ViewWindow whole = fitWindow(sim.scene(), {.air_px = 60, .deepest_mm = 1.5}, 0, 0, 900, 400);
    Zoom zoom;
    CHECK(zoomedWindow(whole, zoom) == whole);
    for (const double times : {1.5, 3.0, 4.0}) {
      const ViewWindow before = zoomedWindow(whole, zoom);
      zoom = zoomAround(whole, zoom, times, 300, 250);
      const ViewWindow after = zoomedWindow(whole, zoom);
      CHECK(after.pxToX(300) == doctest::Approx(before.pxToX(300)));
      CHECK(after.top_z_mm + 250 * after.mm_per_px == doctest::Approx(before.top_z_mm + 250 * before.mm_per_px));
      CHECK(after.top_z_mm >= whole.top_z_mm - 1e-9);
      CHECK(after.bottomMm() <= whole.bottomMm() + 1e-9);
    }
    zoom = {1e9, 1e9, -1e9};  // beyond every border
    const ViewWindow corner = zoomedWindow(whole, zoom);
    CHECK(zoom.factor == Zoom::kMost);
    CHECK(corner.xToPx(whole.pxToX(900)) == doctest::Approx(900));
    CHECK(corner.top_z_mm == doctest::Approx(whole.top_z_mm));
    CHECK(zoomAround(whole, zoom, 1e-9, 10, 10) == Zoom{});
    // The page's widest and narrowest pictures come down to a tenth of a millimetre across.
    for (const double width : {320.0, 900.0, 1900.0}) {
      const ViewWindow page =
          fitWindow(sim.scene(), {.air_px = 60, .below_px = 40, .deepest_mm = 1.5}, 0, 0, width, 400);
      Zoom close = zoomOn(page, -0.15, 0.3, 0.1, 40.0);
      const ViewWindow part = zoomedWindow(page, close);
      CHECK(part.widthMm() == doctest::Approx(0.1));
      CHECK(part.centre_x_mm == doctest::Approx(-0.15));
      CHECK(part.pxToZ(180.0) == doctest::Approx(0.3));
      CHECK(zoomOn(page, 0.0, 0.0, 1e3, 40.0) == Zoom{});
    }
  }

  TEST_CASE("every treatment has its labelled channel, at the same place, and its signal comes from there") {
    Sim sim;
    const Protocol& protocol = sim.state().protocol;
    const std::vector<double> days = protocol.treatmentDays();
    for (std::size_t k = 0; k < days.size(); ++k) {
      CAPTURE(k);
      const auto ours = [&](const SectionChannel& channel) { return channel.treatment == static_cast<int>(k); };
      const auto& channels = sim.scene().channels;
      REQUIRE(std::count_if(channels.begin(), channels.end(),
                            [&](const SectionChannel& c) { return ours(c) && c.labelled; }) == 1);
      CHECK(labelledAt(sim, days[k]).with_needle);
      CHECK(labelledAt(sim, days[k]).with_gauge);
      CHECK(labelledAt(sim, days[k]).x_mm == labelledAt(sim, 0.0).x_mm);
      // Platelets are the alarm of the latest treatment: at their most where a channel stands.
      const SectionMoment moment = sectionMoment(sim.scene(), protocol, sim.outcome(), days[k]);
      const auto alarm = [&](double x_mm) { return poolOf(moment.field.sample(x_mm, 0.8), FieldPool::kPlatelets); };
      double mean = 0.0;
      for (double x_mm = -4.0; x_mm <= 4.0; x_mm += 0.1) mean += alarm(x_mm) / 81.0;
      CHECK(alarm(labelledAt(sim, days[k]).x_mm) > mean);
    }
  }

  TEST_CASE("cutting through a channel leaves no part of a sparse pattern's slab empty") {
    // 60 channels per cm2; drawn are those within 0.15 mm of the plane, over 12.4 mm of it, besides the labelled one.
    // A pen's pattern has no rows that the plane could run along, so that is about their mean number.
    Sim sim;
    REQUIRE(sim.apply({"channelDensity", "60"}).ok());
    REQUIRE(sim.apply({"sessions", "8"}).ok());
    double left = 0.0, right = 0.0;
    for (int seed = 1; seed <= 25; ++seed) {
      REQUIRE(sim.apply({"randomSeed", std::to_string(seed)}).ok());
      for (const SectionChannel& channel : sim.scene().channels) {
        if (channel.labelled) continue;
        left += channel.x_mm < 0.0 ? 1.0 : 0.0;
        right += channel.x_mm > 0.0 ? 1.0 : 0.0;
      }
    }
    const double expected_each_side = 0.6 * 0.3 * 6.2 * 8 * 25;
    CHECK(left == doctest::Approx(expected_each_side).epsilon(0.2));
    CHECK(right == doctest::Approx(expected_each_side).epsilon(0.2));
  }

  TEST_CASE("channels: the labelled one comes last, holes close within two days, a roller's lean") {
    Sim sim;
    const auto at = [&](double day) {
      return sectionChannels(sim.scene(), sectionMoment(sim.scene(), sim.state().protocol, sim.outcome(), day));
    };
    CHECK(at(0).back().with_needle);
    CHECK(at(0).back().with_gauge);
    CHECK_FALSE(at(2).back().with_needle);
    CHECK(at(2).back().with_gauge);
    CHECK(std::abs(at(0).back().x_mm) < 0.2);
    CHECK(at(0).size() >= 3);
    CHECK(at(0).back().open_fraction == doctest::Approx(1.0));
    CHECK(at(2).back().open_fraction < 0.01);
    CHECK(at(0).front().tilt == 0.0);
    REQUIRE(sim.apply({"device", "roller"}).ok());
    CHECK(std::abs(at(0).front().tilt) == doctest::Approx(std::tan(std::acos(10.0 / 11.5))));
  }

  TEST_CASE("the strip has one column a length, in order") {
    Sim sim;
    const ViewWindow window = fitWindow(sim.scene(), {.air_px = 60, .deepest_mm = 3.0}, 0, 0, 700, 400);
    const auto columns = stripColumns(50, 700);
    const auto channels = stripChannels(sim.state().protocol, sim.scene(), window, columns);
    REQUIRE(channels.size() == kStripLengths.size());
    for (std::size_t i = 0; i < channels.size(); ++i) {
      CHECK(channels[i].depth.protrusion_mm == kStripLengths[i]);
      CHECK(window.xToPx(channels[i].x_mm) == doctest::Approx(columns[i]));
      if (i > 0) CHECK(columns[i] > columns[i - 1]);
    }
  }
}
