#include <doctest/doctest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "model/language.h"
#include "model/safety.h"
#include "model/sim.h"
#include "ui/jump_bar.h"
#include "ui/layout.h"
#include "ui/motion_controls.h"
#include "ui/picture_labels.h"
#include "ui/picture_tools.h"
#include "ui/plot.h"
#include "ui/theme.h"
#include "ui/time_axis.h"
#include "ui/ui.h"
#include "ui/words.h"
#include "unit/screen.h"

using namespace needling;

namespace {

ui::Box controlOf(const ui::UiActions& actions, const ParameterRow& row) {
  return placeOf(actions, "parameter", row.id);
}

// Some parameters are shown only where they change something.
void makeEffective(Sim& sim, const ParameterRow& row) {
  for (const char* device : {"pen", "roller", "stamp"}) {
    for (const char* setting : {"clinic", "home"}) {
      for (const char* sex : {"female", "male"}) {
        for (const char* age : {"35", "60"}) {
          if (hasEffect(sim.state().protocol, row.parameter)) return;
          for (const Command& command : {Command{"device", device}, Command{"setting", setting}, Command{"sex", sex},
                                         Command{"age", age}, Command{"glideSpeed", "20"}}) {
            CHECK(sim.apply(command).ok());
          }
        }
      }
    }
  }
  CHECK(hasEffect(sim.state().protocol, row.parameter));
}

constexpr const char* kTabs[] = {"needle", "skin", "course", "guide", "view", "mode"};

void set(Sim& sim, const std::string& key, const std::string& value) {
  CAPTURE(key);
  CHECK(sim.apply({key, value}).message == "");
}

}  // namespace

TEST_SUITE("ui") {
  TEST_CASE("wherever a visitor clicks, the panels only send commands that are accepted") {
    for (const ImVec2 size : {ImVec2{1280, 720}, ImVec2{390, 1700}}) {
      for (const char* tab : kTabs) {
        Screen screen(size.x, size.y);
        Sim sim;
        set(sim, "tab", tab);
        screen.frame(sim);
        for (float y = 10.0F; y < size.y; y += 31.0F) {
          for (float x = 15.0F; x < size.x; x += 61.0F) screen.click(sim, x, y);
        }
        CHECK(screen.commands > 10);
      }
    }
  }

  TEST_CASE("the chart is a scrubber: a press on it seeks") {
    Screen screen(1280, 720);
    Sim sim;
    screen.frame(sim);
    const ui::Layout layout = ui::layoutFor({.canvas = {1280, 720}});
    screen.click(sim, layout.timeline.left + layout.timeline.width * 0.7F,
                 layout.timeline.top + layout.timeline.height * 0.6F);
    CHECK(sim.state().day > 100.0);
    CHECK(sim.state().day < 300.0);
  }

  TEST_CASE("a warning stands beside the control that can change it") {
    int beside = 0;
    for (const char* topical : {"none", "retinoid", "vitaminC"}) {
      Sim sim;
      REQUIRE(sim.apply({"topical", topical}).ok());
      for (const Warning& warning : warningsFor(sim.state().protocol)) {
        CAPTURE(warning.id);
        if (warning.id == "wait" || warning.id == "ask") CHECK_FALSE(warning.about.has_value());
        if (warning.id == topical) CHECK(warning.about == ParameterId::kTopical);
        if (warning.about) ++beside;
      }
    }
    CHECK(beside > 3);
  }

  TEST_CASE("every parameter has a control that changes it, keeps it in its range, and can be undone") {
    for (const ParameterRow& row : parameterTable()) {
      CAPTURE(row.id);
      Sim sim;
      makeEffective(sim, row);
      set(sim, "tab", row.group);
      set(sim, "forget", "");
      Screen screen(390.0F, 4000.0F);
      screen.frame(sim);
      // A warning of what was set may move the control, so it is looked for each time.
      const auto box_now = [&] { return controlOf(screen.frame(sim), row); };
      const ui::Box box = box_now();
      const Range range = rangeFor(sim.state().protocol, row.parameter);
      const auto value = [&] { return sim.state().protocol.get(row.parameter); };
      const double before = value();
      const float middle = box.top + 0.5F * box.height;
      if (row.kind == ParameterKind::kChoice) {
        screen.click(sim, box.left + 0.5F * box.width, middle);
        // The list has opened below or over its control: the first entry that is another one.
        for (float y = 20.0F; y < 3990.0F && value() == before; y += 12.0F) {
          if (std::abs(y - middle) < box.height) continue;
          screen.click(sim, box.left + 0.5F * box.width, y);
          if (value() == before) screen.click(sim, box.left + 0.5F * box.width, middle);
        }
        CHECK(value() != before);
      } else {
        const bool up = before < range.max;
        screen.click(sim, up ? box.left + box.width - 10.0F : box.left + 10.0F, middle);
        CHECK(std::abs(value() - before) == doctest::Approx(row.step).epsilon(1e-6));
        // Dragged beyond either end it stays within.
        screen.drag(sim, box_now(), 3.0F);
        CHECK(value() == doctest::Approx(range.max));
        screen.drag(sim, box_now(), -3.0F);
        CHECK(value() == doctest::Approx(range.min));
      }
      while (sim.canUndo()) set(sim, "undo", "");
      CHECK(value() == before);
    }
  }

  TEST_CASE("size of the words, language and motion are set in the panel, within what is possible") {
    Screen screen(390, 3200);
    Sim sim;
    set(sim, "tab", "view");
    const float panel_top = screen.frame(sim).card.top;
    std::set<int> sizes_percent;
    bool reduced = false;
    for (float y = panel_top; y < panel_top + 1300.0F; y += 17.0F) {
      for (int again = 0; again < 14; ++again) {
        screen.click(sim, 370.0F, y);
        sizes_percent.insert(static_cast<int>(std::lround(100.0 * sim.state().view.text_scale)));
        reduced = reduced || screen.state.reduced_motion;
        set(sim, "tab", "view");
        set(sim, "mode", "patient");
      }
      set(sim, "textScale", "1");
      screen.click(sim, 24.0F, y);
      reduced = reduced || screen.state.reduced_motion;
      set(sim, "tab", "view");
      set(sim, "mode", "patient");
    }
    CHECK(*sizes_percent.begin() >= 80);
    CHECK(*sizes_percent.rbegin() <= 200);
    CHECK(sizes_percent.size() > 2);
    CHECK(screen.asked_locales == std::set<std::string>{"en", "es"});
    CHECK(reduced);
  }

  TEST_CASE("a number is never broken at the end of a line") {
    Screen screen(1280, 720);
    Sim sim;
    screen.frame(sim);
    const std::string words = "2 to 3 days at 0.2–0.5 mm, 1,54 mm (0,71–2,4) and then 12.5 more.";
    for (float width = 20.0F; width < 500.0F; width += 7.0F) {
      std::string lines = ui::inLines(words, width);
      for (const char* number : {"0.2–0.5", "1,54", "(0,71–2,4)", "12.5"})
        CHECK(lines.find(number) != std::string::npos);
      std::replace(lines.begin(), lines.end(), '\n', ' ');
      CHECK(lines == words);
    }
  }

  TEST_CASE("every chart is drawn, for one protocol and for two, at every size") {
    for (const ImVec2 size : {ImVec2{1280, 720}, ImVec2{1920, 1080}, ImVec2{320, 1900}}) {
      Screen screen(size.x, size.y);
      for (const char* compared : {"none", "protocol"}) {
        for (const char* treated : {"acneScars", "wrinkles"}) {
          Sim sim;
          REQUIRE(sim.apply({"split", compared}).ok());
          REQUIRE(sim.apply({"indication", treated}).ok());
          REQUIRE(sim.apply({"b.sessions", "6"}).ok());
          for (const std::string_view name : chartNames()) {
            REQUIRE(sim.apply({"chart", std::string(name)}).ok());
            screen.frame(sim);
            CHECK(ImGui::GetDrawData()->TotalVtxCount > 1000);
          }
        }
      }
    }
  }

  TEST_CASE("a chart holds its curve, its band and what was measured") {
    Sim sim;
    for (std::size_t i = 0; i < static_cast<std::size_t>(Chart::kCount); ++i) {
      const auto chart = static_cast<Chart>(i);
      REQUIRE(sim.apply({"chart", std::string(chartRow(chart).id)}).ok());
      CAPTURE(chartRow(chart).id);
      const std::vector<ui::Course> courses = ui::coursesOf(sim);
      const ui::Plot plot = ui::plotFor(chart, courses, {100.0F, 50.0F, 600.0F, 200.0F});
      const auto inside = [&](double day, double value) {
        const ImVec2 at = plot.at(day, value);
        return at.x >= 99.9F && at.x <= 700.1F && at.y >= 49.9F && at.y <= 250.1F;
      };
      for (double day = 0.0; day <= kLastDay; day += 0.5) {
        const Band band = courses[0].of->outcome().at(plot.row().main, day);
        for (const double value : {band.low, band.value, band.high})
          CHECK(inside(day, charted(plot.row().unit, value)));
      }
      for (const ChartedPoint* point : chartedPoints(chart)) {
        CHECK(inside(point->day, point->height()));
        const ImVec2 at = plot.at(point->day, point->height());
        CHECK(ui::pointAt(plot, at) != nullptr);
      }
      CHECK(ui::pointAt(plot, {0.0F, 0.0F}) == nullptr);
    }
  }

  TEST_CASE("on a phone everything stands below each other and the page is told how tall it is") {
    for (const float width : {320.0F, 390.0F, 600.0F}) {
      Screen screen(width, 600.0F);
      Sim sim;
      const float first_px = screen.frame(sim).needed_height_px;
      const ui::UiActions actions = screen.frame(sim);
      CHECK(actions.needed_height_px == first_px);
      CHECK(actions.needed_height_px > 900.0F);
      CHECK(actions.needed_height_px < 3100.0F);
      const ui::Layout layout = ui::layoutFor({.canvas = {width, 600.0F}, .under_px = 60.0F});
      CHECK(layout.stacked);
      for (const ui::Box& box : {layout.picture, layout.timeline, layout.panel}) {
        CHECK(box.left >= 0.0F);
        CHECK(box.left + box.width <= width);
      }
      CHECK(layout.picture.top + layout.picture.height <= layout.timeline.top);
      CHECK(layout.timeline.top + layout.timeline.height <= layout.panel.top);
    }
  }

  TEST_CASE("on a phone the picture keeps its place while what is below it scrolls") {
    Screen screen(390.0F, 780.0F);
    Sim sim;
    screen.state.seen_px = 780.0F;
    for (int settling = 0; settling < 3; ++settling) screen.frame(sim);
    const ui::UiActions before = screen.frame(sim);
    REQUIRE(before.pinned);
    screen.state.scroll_px = 300.0F;
    screen.frame(sim);
    const ui::UiActions after = screen.frame(sim);
    CHECK(after.scroll_px == 300.0F);
    CHECK(after.mainView().window == before.mainView().window);
    const ParameterRow& row = parameterRow(ParameterId::kNeedleLength);
    CHECK(controlOf(after, row).top == doctest::Approx(controlOf(before, row).top - 300.0F));

    SUBCASE("what is scrolled under the picture cannot be pressed through it") {
      const ui::Box box = controlOf(after, row);
      const float picture_bottom = ui::layoutFor({.canvas = {390.0F, 780.0F}}).picture.max().y;
      screen.state.scroll_px = after.scroll_px + box.top - 0.5F * picture_bottom;
      screen.frame(sim);
      const ui::Box hidden = controlOf(screen.frame(sim), row);
      REQUIRE(hidden.max().y < picture_bottom);
      screen.click(sim, hidden.max().x - 10.0F, hidden.top + 0.5F * hidden.height);
      CHECK(sim.state().protocol.needleLength() == Sim().state().protocol.needleLength());
    }
    SUBCASE("a button leads to each part") {
      for (const auto& [id, tab] : {std::pair{"guide", Tab::kGuide}, std::pair{"settings", Tab::kNeedle}}) {
        const ui::Box button = placeOf(screen.frame(sim), "jump", id);
        screen.click(sim, button.left + 10.0F, button.top + 10.0F);
        const ui::UiActions there = screen.frame(sim);
        CHECK(sim.state().view.tab == tab);
        CHECK(std::abs(there.tabs_top - ui::layoutFor({.canvas = {390.0F, 780.0F}}).picture.max().y) < 2.0F);
      }
      const ui::Box button = placeOf(screen.frame(sim), "jump", "picture");
      screen.click(sim, button.left + 10.0F, button.top + 10.0F);
      CHECK(screen.frame(sim).scroll_px == 0.0F);
    }
    SUBCASE("the end of the panel is reached") {
      screen.state.scroll_px = after.needed_height_px - 780.0F;
      screen.frame(sim);
      const ui::UiActions end = screen.frame(sim);
      CHECK(std::abs(end.scroll_px - (end.needed_height_px - 780.0F)) <= 1.0F);
      CHECK(std::abs(end.card.max().y + ui::jumpBarHeight() - 780.0F) <= 1.0F);
    }
  }

  TEST_CASE("on a wide but low screen the words of the time axis stay on it, whatever stands over the chart") {
    for (const Language each : {Language::kSpanish, Language::kEnglish}) {
      setLanguage(each);
      Screen screen(1000.0F, 600.0F);
      Sim sim;
      set(sim, "split", "protocol");
      screen.frame(sim);
      screen.frame(sim);
      CHECK(screen.state.timeline_height_px > 200.0F);
      CHECK(ImGui::FindWindowByName("timeline")->Size.y >= screen.state.timeline_height_px);
    }
  }

  TEST_CASE("a compact panel has the settings that people compare, and no tabs") {
    for (const ImVec2 size : {ImVec2{1000, 640}, ImVec2{390, 780}}) {
      Screen screen(size.x, size.y);
      Sim sim;
      set(sim, "ui", "compact");
      screen.state.seen_px = size.y;
      screen.frame(sim);
      std::vector<std::string> offered;
      for (const ui::ControlPlace& place : screen.frame(sim).controls) {
        const std::string_view kind = place.kind;
        CHECK(kind != "tab");
        CHECK(kind != "jump");
        if (kind == "parameter") offered.emplace_back(place.id);
      }
      std::sort(offered.begin(), offered.end());
      CHECK(offered == std::vector<std::string>{"needleLength", "sessions", "site"});
    }
  }

  TEST_CASE("where the picture would leave too little of the rest, all scrolls with the page") {
    for (const ImVec2 seen : {ImVec2{667.0F, 330.0F}, ImVec2{320.0F, 240.0F}}) {
      CHECK_FALSE(ui::layoutFor({.canvas = seen, .panel_height_px = 900.0F, .seen_px = seen.y}).pinned);
    }
    // Nor is there a reason to where all is seen, as in a frame as tall as its content.
    CHECK_FALSE(ui::layoutFor({.canvas = {390.0F, 2400.0F}, .panel_height_px = 900.0F, .seen_px = 2400.0F}).pinned);
  }

  TEST_CASE("at 320 pixels with words twice as large nothing is wider than the page, in either language") {
    for (const Language each : {Language::kSpanish, Language::kEnglish}) {
      setLanguage(each);
      for (const char* tab : kTabs) {
        Screen screen(320.0F, 5000.0F);
        Sim sim;
        set(sim, "textScale", "2");
        set(sim, "tab", tab);
        screen.frame(sim);
        screen.frame(sim);
        const ImGuiWindow* window = ImGui::FindWindowByName("below");
        REQUIRE(window != nullptr);
        CHECK(window->DC.CursorMaxPos.x > 200.0F);
        CHECK(window->DC.CursorMaxPos.x <= 320.5F);
      }
    }
  }

  TEST_CASE("at 320 pixels with words twice as large the picture's buttons and both needles are in view") {
    for (const Language each : {Language::kSpanish, Language::kEnglish}) {
      setLanguage(each);
      Screen screen(320.0F, 2000.0F);
      Sim sim;
      set(sim, "textScale", "2");
      set(sim, "split", "protocol");
      screen.frame(sim);
      const ui::UiActions actions = screen.frame(sim);
      for (const auto& [kind, id] : {std::pair{"structure", "back"},
                                     {"structure", "next"},
                                     {"near", "menu"},
                                     {"zoom", "closer"},
                                     {"zoom", "farther"}}) {
        CAPTURE(id);
        const ui::Box box = placeOf(actions, kind, id);
        CHECK(box.left >= 0.0F);
        CHECK(box.max().x <= 320.0F);
        CHECK(box.width >= 24.0F);
      }
      CHECK(placeOf(actions, "motion", "insertion").top >= placeOf(actions, "key", "split").max().y);
      const std::vector<ui::PictureView>& views = actions.views;
      REQUIRE(views.size() == 2);
      CHECK(views[0].window.xToPx(views[0].channels.back().x_mm) > static_cast<double>(ui::rulerWidth()));
      CHECK(views[1].window.xToPx(views[1].channels.back().x_mm) < 320.0);
    }
  }

  TEST_CASE("on wide screens nothing overlaps and the text grows for a projector") {
    for (const ImVec2 size : {ImVec2{1280, 720}, ImVec2{1920, 1080}, ImVec2{2560, 1440}}) {
      const ui::Layout layout = ui::layoutFor({.canvas = size});
      CHECK_FALSE(layout.stacked);
      CHECK(layout.picture.width == layout.timeline.width);
      CHECK(layout.picture.width <= layout.panel.left);
      CHECK(layout.picture.height == layout.timeline.top);
      CHECK(layout.panel.left + layout.panel.width == doctest::Approx(size.x));
    }
    Screen screen(1920, 1080);
    Sim sim;
    screen.frame(sim);
    CHECK(ImGui::GetStyle().FontSizeBase > 18.0F);
  }

  TEST_CASE("the strip shows no day's collagen, the section does") {
    Screen screen(1280, 720);
    Sim sim;
    REQUIRE(sim.apply({"day", "120"}).ok());
    CHECK_FALSE(visibleFibres(sim.scene(), screen.frame(sim).mainView().moment).empty());
    REQUIRE(sim.apply({"picture", "strip"}).ok());
    const ui::UiActions actions = screen.frame(sim);
    CHECK(visibleFibres(sim.scene(), actions.mainView().moment).empty());
    CHECK(actions.mainView().channels.size() == kStripLengths.size());
  }

  TEST_CASE("two pictures: one scale, one stretch of skin, side by side, each with what it is about") {
    for (const ImVec2 size : {ImVec2{1280, 720}, ImVec2{390, 1700}}) {
      Screen screen(size.x, size.y);
      Sim sim;
      REQUIRE(sim.apply({"day", "120"}).ok());
      CHECK(screen.frame(sim).views.size() == 1);
      REQUIRE(sim.apply({"split", "before"}).ok());
      const ui::UiActions before = screen.frame(sim);
      CHECK(before.views.size() == 2);
      if (before.views.size() != 2) return;
      const ViewWindow &left = before.views[0].window, &right = before.views[1].window;
      CHECK(left.mm_per_px == right.mm_per_px);
      CHECK(left.centre_x_mm == right.centre_x_mm);
      CHECK(left.left_px + left.width_px < right.left_px);
      CHECK(visibleFibres(sim.scene(), before.views[0].moment).empty());
      CHECK(visibleCells(sim.scene(), before.views[0].moment).empty());
      CHECK(before.views[0].channels.empty());
      CHECK_FALSE(visibleFibres(sim.scene(), before.views[1].moment).empty());
      CHECK(&before.mainView() == &before.views[1]);
      REQUIRE(sim.apply({"split", "protocol"}).ok());
      REQUIRE(sim.apply({"b.needleLength", "0.5"}).ok());
      const ui::UiActions both = screen.frame(sim);
      CHECK(both.views[0].channels.back().depth.protrusion_mm == 1.5);
      CHECK(both.views[1].channels.back().depth.protrusion_mm == 0.5);
      REQUIRE(sim.apply({"picture", "strip"}).ok());
      CHECK(screen.frame(sim).views.size() == 1);
    }
  }

  TEST_CASE("both needles of two protocols go in at once") {
    Screen screen(1280, 720);
    Sim sim;
    REQUIRE(sim.apply({"split", "protocol"}).ok());
    REQUIRE(sim.apply({"b.needleLength", "3"}).ok());
    screen.state.insertion = {.shown = true, .at = 0.62};
    const ui::UiActions in = screen.frame(sim);
    for (const ui::PictureView& view : in.views) CHECK(view.device.in_tissue);
    CHECK(in.views.back().device.tip_mm > in.views.front().device.tip_mm);
  }

  TEST_CASE("the panel changes protocol B under B's keys, and the skin of both") {
    Sim sim;
    REQUIRE(sim.apply({"split", "protocol"}).ok());
    REQUIRE(sim.apply({"b", "copy"}).ok());
    // Down the column of the steppers at the right; each click on a new screen, as lists would stay open.
    const auto click_all = [&](const char* tab) {
      for (float y = 200.0F; y < 400.0F; y += 20.0F) {
        Screen screen(1280, 720);
        screen.state.edit_other = true;
        set(sim, "tab", tab);
        screen.frame(sim);
        screen.click(sim, 1280.0F - 42.0F, y);
      }
    };
    click_all("needle");
    CHECK(sim.state().protocol == Protocol{});
    CHECK(sim.state().otherProtocol().needleLength() > 1.5);
    click_all("skin");
    CHECK(sim.state().protocol.get(ParameterId::kAge) > 35.0);
    CHECK(sim.state().otherProtocol().get(ParameterId::kAge) == sim.state().protocol.get(ParameterId::kAge));
  }

  TEST_CASE("the needle goes in on treatment days, in the section and nowhere else") {
    Screen screen(1280, 720);
    Sim sim;
    screen.state.insertion = {.shown = true, .playing = true, .at = 0.62};
    const ui::UiActions in = screen.frame(sim);
    CHECK(in.insertion == screen.state.insertion);
    CHECK(in.mainView().device.in_tissue);
    CHECK(in.mainView().device.dent.depth_mm > 0.0);
    for (const Command& elsewhere :
         {Command{"picture", "surface"}, Command{"picture", "strip"}, Command{"day", "12"}}) {
      screen.state.insertion = {.shown = true, .playing = true, .at = 0.62};
      REQUIRE(sim.apply({"reset", ""}).ok());
      REQUIRE(sim.apply(elsewhere).ok());
      const ui::UiActions out = screen.frame(sim);
      CHECK_FALSE(out.insertion.shown);
      CHECK_FALSE(out.mainView().device.in_tissue);
      CHECK(out.mainView().device.dent.depth_mm == 0.0);
    }
  }

  TEST_CASE("without motion the needle goes from still to still") {
    Screen screen(390, 1700);
    Sim sim;
    set(sim, "reducedMotion", "on");
    screen.frame(sim);
    screen.state.insertion = {.shown = true};
    screen.frame(sim);
    const ui::UiActions actions = screen.frame(sim);
    const ui::Box step = placeOf(actions, "motion", "insertion");
    screen.click(sim, step.left + 0.5F * step.width, step.top + 0.5F * step.height);
    CHECK(screen.state.insertion.at == kInsertionStills[1]);
    CHECK_FALSE(screen.state.insertion.playing);
  }

  TEST_CASE("the buttons in the picture: closer, and the next structure; 44 pixels on a phone") {
    for (const ImVec2 size : {ImVec2{1280, 720}, ImVec2{320, 1700}}) {
      Screen screen(size.x, size.y);
      Sim sim;
      screen.frame(sim);
      const ui::UiActions before = screen.frame(sim);
      const bool stacked = size.x < 800.0F;
      const float height = ui::toolHeight(stacked);
      if (stacked) CHECK(height >= 44.0F);
      const float y = before.mainView().seen.top + before.mainView().seen.height + 6.0F + 0.5F * height;
      const float right =
          static_cast<float>(before.mainView().window.left_px + before.mainView().window.width_px) - 8.0F;
      screen.click(sim, right - 1.5F * height - 4.0F, y);
      CHECK(sim.state().look.zoom.factor == doctest::Approx(1.6));
      CHECK(screen.frame(sim).mainView().window.mm_per_px == doctest::Approx(before.mainView().window.mm_per_px / 1.6));
      int steps = 0;
      for (float x = 4.0F; x < right - 2.0F * height; x += 0.5F * height) {
        ImGui::GetIO().AddMousePosEvent(x, y);
        screen.frame(sim);
        ImGui::GetIO().AddMouseButtonEvent(0, true);
        steps += screen.frame(sim).structure_step != 0;
        ImGui::GetIO().AddMouseButtonEvent(0, false);
        steps += screen.frame(sim).structure_step != 0;
      }
      CHECK(steps >= 3);
    }
  }

  TEST_CASE("on a phone the controls of the skin from above stand below it, at any size of the words") {
    for (const auto& [width, scale] : {std::pair{390.0F, "1"}, std::pair{320.0F, "1"}, std::pair{320.0F, "2"}}) {
      Screen screen(width, 3000);
      Sim sim;
      set(sim, "textScale", scale);
      set(sim, "picture", "surface");
      screen.frame(sim);
      const ui::PictureView view = screen.frame(sim).mainView();
      CAPTURE(width);
      CAPTURE(scale);
      CHECK(static_cast<double>(view.bottom_px) >= 0.7 * width);
      for (float y = view.bottom_px - 4.0F; y > view.bottom_px - 150.0F; y -= 12.0F)
        screen.click(sim, width - 20.0F, y);
      CHECK(sim.state().day == 0.0);
      // The last button of the first row.
      for (float y = view.bottom_px + 10.0F; y < view.bottom_px + 130.0F && sim.state().day == 0.0; y += 10.0F)
        screen.click(sim, width - 20.0F, y);
      CHECK(sim.state().day == 28.0);
    }
  }

  TEST_CASE("the strip and the skin from above show the protocol that the panel changes") {
    Sim sim;
    for (const Command& command :
         {Command{"split", "protocol"}, Command{"b.device", "roller"}, Command{"b.needleLength", "0.5"}})
      REQUIRE(sim.apply(command).ok());
    for (const char* picture : {"strip", "surface"}) {
      REQUIRE(sim.apply({"picture", picture}).ok());
      for (const bool other : {false, true}) {
        Screen screen(1280, 720);
        screen.state.edit_other = other;
        CHECK(screen.frame(sim).mainView().side.other == other);
      }
    }
  }

  TEST_CASE("the bar that moves the needle leaves its tip free where there is room") {
    Screen screen(1280, 720);
    Sim sim;
    screen.state.insertion = {.shown = true, .at = 0.62};
    const ui::UiActions actions = screen.frame(sim);
    const ui::PictureView& view = actions.mainView();
    const ui::Layout layout = ui::layoutFor({.canvas = {1280, 720}, .font_px = ImGui::GetFontSize()});
    const auto tip = static_cast<float>(view.window.xToPx(view.channels.back().x_mm));
    for (const ui::Box& box : ui::insertionBoxes(sim, true, screen.state, layout, 350.0F, view)) {
      CHECK(box.left > tip + 30.0F);
      CHECK(box.max().x <= layout.picture.max().x);
    }
  }

  TEST_CASE("a card for every structure, at every border, and its words have a source or are labels") {
    Screen screen(390, 1700);
    Sim sim;
    const ui::UiActions actions = screen.frame(sim);
    for (const char* name :
         {"elastic-fibres", "melanocytes", "reticular-dermis", "channels", "reach-mark", "hole-band"}) {
      for (const double x : {-3.9, 0.0, 3.9}) {
        for (const double z : {-0.3, 0.5, 3.0}) {
          screen.state.pointed = {.name = name, .x_mm = x, .z_mm = z, .walked = x > 0.0};
          screen.frame(sim);
        }
      }
    }
    CHECK(actions.mainView().seen.width > 200.0F);
    CHECK(actions.mainView().seen.height > 80.0F);
  }

  TEST_CASE("the time axis maps to the day and back") {
    const ui::TimeAxis axis{50.0F, 600.0F};
    for (const double day : {0.0, 0.25, 0.5, 1.0, 1.75, 3.0, 28.0, 180.0, 365.0, 730.0})
      CHECK(axis.toDay(axis.toPx(day)) == doctest::Approx(day));
    CHECK(axis.toDay(-100.0F) == 0.0);
    CHECK(axis.toDay(1e6F) == 730.0);
  }
}
