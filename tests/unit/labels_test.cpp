#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "core/rng.h"
#include "model/label_layout.h"
#include "model/sim.h"

// The words of the section, whatever part of the skin is shown and however large: none covers another, no leading line passes
// through words or another line, and all stay in their room.

using namespace needling;

namespace {

LabelType typeOf(double font_px) {
  return {
      .line_px = font_px,
      .pad_px = 1.0,
      .side_px = 4.0,
      .bend_px = 12.0,
      .width_px = [font_px](const std::string& words) { return 0.42 * font_px * static_cast<double>(words.size()); }};
}

struct Placed {
  std::vector<PlacedCallout> callouts;
  std::vector<PlacedName> names;

  std::vector<const PlacedLabel*> all() const {
    std::vector<const PlacedLabel*> labels;
    for (const PlacedCallout& callout : callouts) labels.push_back(&callout.label);
    for (const PlacedName& name : names) labels.push_back(&name.label);
    return labels;
  }
};

// As picture and print do it: names only where `named`, `at` of the needle's way in and out.
Placed placedIn(const Sim& sim, const ViewWindow& window, const LabelRoom& room, const LabelType& type, bool named,
                double at = 1.0) {
  const SectionMoment moment = sectionMoment(sim.scene(), sim.state().protocol, sim.outcome(), sim.state().day);
  const std::vector<ChannelDrawing> channels = sectionChannels(sim.scene(), moment);
  const auto layers = layerSpans(sim.scene().skin, moment.epidermis, window.bottomMm());
  const InsertionState motion = insertionAt(sim.scene().depth, at);
  Placed placed;
  placed.callouts = placeCallouts(window,
                                  {.x_mm = channels.back().x_mm,
                                   .half_width_mm = 0.5 * channels.back().needle_diameter_mm,
                                   .full = calloutsInMotion(channels.back(), motion, true),
                                   .brief = calloutsInMotion(channels.back(), motion, false)},
                                  room, type, named ? namesRight(window, layers, room, type) : room.box.left);
  if (named) placed.names = placeNames(window, layers, room, type, placed.callouts);
  return placed;
}

void checkApart(const Placed& placed, const LabelRoom& room) {
  const std::vector<const PlacedLabel*> labels = placed.all();
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const PlacedLabel& label = *labels[i];
    CAPTURE(label.lines.front());
    CHECK(label.box.left >= room.box.left);
    CHECK(label.box.right <= room.box.right);
    CHECK(label.box.top >= room.box.top);
    CHECK(label.box.bottom <= room.box.bottom);
    CHECK(label.leader.from_y >= room.box.top);
    CHECK(label.leader.from_y <= room.seen_bottom);
    for (const LabelBox& bar : room.bars) {
      CHECK_FALSE(overlap(label.box, bar));
      CHECK_FALSE(crosses(label.leader, bar));
    }
    for (std::size_t j = 0; j < labels.size(); ++j) {
      if (i == j) continue;
      CAPTURE(labels[j]->lines.front());
      CHECK_FALSE(overlap(label.box, labels[j]->box));
      CHECK_FALSE(crosses(label.leader, labels[j]->box));
      CHECK_FALSE(crosses(label.leader, labels[j]->leader));
    }
  }
}

struct Page {
  double width_px, height_px;
  double font_px;
  double ruler_px;
  bool named;
};

// Laptop, projector, phone; half of a laptop's and of phones' pictures.
constexpr std::array<Page, 8> kPages = {{{908, 398, 16, 42, true},
                                         {1360, 640, 19, 50, true},
                                         {390, 281, 16, 42, true},
                                         {452, 398, 16, 42, true},
                                         {452, 398, 16, 0, false},
                                         {193, 281, 16, 42, false},
                                         {193, 281, 16, 0, false},
                                         {158, 260, 16, 42, false}}};

ViewWindow windowOf(const Sim& sim, const Page& page) {
  ViewWindow window = fitWindow(sim.scene(), {.air_px = 90.0, .deepest_mm = sim.scene().depth.protrusion_mm}, 0, 0,
                                page.width_px, page.height_px);
  if (page.width_px < 460.0) centreOnChannel(window, sim.scene(), page.width_px < 300.0 ? 0.32 : 0.4);
  return window;
}

LabelRoom roomOf(const Page& page) {
  return {.box = {.left = page.ruler_px, .top = 60.0, .right = page.width_px, .bottom = page.height_px},
          .seen_bottom = page.height_px};
}

}  // namespace

TEST_SUITE("labels") {
  TEST_CASE("a line through a box, past it and up to it; two lines that cross, touch and miss") {
    const LabelBox box = {10.0, 10.0, 20.0, 20.0};
    CHECK(crosses(LabelLine{0.0, 15.0, 30.0, 15.0}, box));
    CHECK(crosses(LabelLine{0.0, 0.0, 30.0, 30.0}, box));
    CHECK(crosses(LabelLine{12.0, 12.0, 14.0, 15.0}, box));
    CHECK_FALSE(crosses(LabelLine{0.0, 15.0, 10.0, 15.0}, box));
    CHECK_FALSE(crosses(LabelLine{0.0, 5.0, 30.0, 5.0}, box));
    CHECK_FALSE(crosses(LabelLine{0.0, 15.0, 15.0, 30.5}, box));
    CHECK(crosses(LabelLine{0.0, 0.0, 10.0, 10.0}, LabelLine{0.0, 10.0, 10.0, 0.0}));
    CHECK_FALSE(crosses(LabelLine{0.0, 0.0, 10.0, 10.0}, LabelLine{10.0, 10.0, 20.0, 0.0}));
    CHECK_FALSE(crosses(LabelLine{0.0, 0.0, 10.0, 0.0}, LabelLine{0.0, 1.0, 10.0, 1.0}));
  }

  TEST_CASE("words wrap into as few lines as a width allows, evenly, so that a number keeps its unit") {
    const LabelType type = typeOf(10.0);  // 4.2 px a letter
    using Lines = std::vector<std::string>;
    CHECK(wrapLabel("hole left 0.55 mm", 100.0, type) == Lines{"hole left 0.55 mm"});
    CHECK(wrapLabel("hole left 0.55 mm", 62.0, type) == Lines{"hole left", "0.55 mm"});
    CHECK(wrapLabel("needle length 1.5 mm", 60.0, type) == Lines{"needle length", "1.5 mm"});
    CHECK(wrapLabel("needle length 1.5 mm", 30.0, type) == Lines{"needle", "length", "1.5 mm"});
    CHECK(wrapLabel("immeasurable", 10.0, type) == Lines{"immeasurable"});
  }

  TEST_CASE("the whole picture names every layer and tells all three depths, on every page and site") {
    for (const char* site : {"cheek", "forehead", "periorbital", "abdomen", "hand", "scalp"}) {
      for (const char* day : {"0", "0.1", "90"}) {
        Sim sim;
        CHECK(sim.apply({"site", site}).ok());
        CHECK(sim.apply({"day", day}).ok());
        for (const Page& page : kPages) {
          CAPTURE(site);
          CAPTURE(day);
          CAPTURE(page.width_px);
          const LabelRoom room = roomOf(page);
          const Placed placed = placedIn(sim, windowOf(sim, page), room, typeOf(page.font_px), page.named);
          CHECK(placed.callouts.size() == 3);
          if (page.named) CHECK(placed.names.size() >= 4);
          checkApart(placed, room);
        }
      }
    }
  }

  TEST_CASE("in half of a phone's picture the depths stand beside their needle, whole words") {
    Sim sim;
    for (const Page& page : kPages) {
      if (page.width_px > 200.0 || page.width_px < 190.0) continue;
      const ViewWindow window = windowOf(sim, page);
      const Placed placed = placedIn(sim, window, roomOf(page), typeOf(page.font_px), false);
      const double x = window.xToPx(labelledChannel(sim.scene())->x_mm);
      // What the needle and the bars beside it take.
      constexpr double kTaken = 22.0;
      for (const PlacedCallout& callout : placed.callouts) {
        const LabelBox& box = callout.label.box;
        const bool beside = box.left > x + kTaken || box.right < x - kTaken;
        CHECK(beside);
        CHECK(callout.label.lines.size() <= 2);
      }
    }
  }

  TEST_CASE("no close-up and no moment of the needle's way makes words or lines cross") {
    Rng rng(7);
    const auto between = [&](double least, double most) { return least + (most - least) * rng.uniform(); };
    int close_to_names = 0, named = 0;
    for (const char* device : {"pen", "roller"}) {
      for (const char* length : {"0.5", "1.5", "3"}) {
        Sim sim;
        CHECK(sim.apply({"device", device}).ok());
        CHECK(sim.apply({"needleLength", length}).ok());
        for (int i = 0; i < 400; ++i) {
          const Page& page = kPages[static_cast<std::size_t>(i) % kPages.size()];
          CHECK(sim.apply({"day", i % 3 == 0 ? "0" : i % 3 == 1 ? "0.3" : "45"}).ok());
          const double x = labelledChannel(sim.scene())->x_mm;
          const ViewWindow whole = windowOf(sim, page);
          Zoom zoom{.factor = std::exp(between(0.0, 4.4)), .x_mm = 0.0, .z_mm = between(-0.2, 1.8)};
          // The needle anywhere in the picture, often under the names.
          zoom.x_mm = x + between(-0.5, 0.5) * whole.widthMm() / zoom.factor;
          const ViewWindow window = zoomedWindow(whole, zoom);
          LabelRoom room = roomOf(page);
          // A row of buttons along the lower edge, and controls with a sentence over it.
          if (i % 5 < 2) {
            const double left = between(0.1, 0.6) * page.width_px;
            room.bars = {{left, page.height_px - 42.0, page.width_px - 8.0, page.height_px - 8.0},
                         {left - 30.0, page.height_px - 106.0, page.width_px - 8.0, page.height_px - 50.0}};
          }
          const Placed placed =
              placedIn(sim, window, room, typeOf(page.font_px), page.named, i % 2 == 0 ? 1.0 : between(0.0, 1.0));
          CAPTURE(device);
          CAPTURE(length);
          CAPTURE(page.width_px);
          CAPTURE(zoom.factor);
          CAPTURE(zoom.x_mm);
          CAPTURE(zoom.z_mm);
          checkApart(placed, room);
          if (page.named && !placed.callouts.empty() && window.xToPx(x) < page.ruler_px + 130.0) ++close_to_names;
          named += placed.names.empty() ? 0 : 1;
        }
      }
    }
    CHECK(close_to_names > 60);
    CHECK(named > 800);
  }
}
