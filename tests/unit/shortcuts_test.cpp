#include "ui/shortcuts.h"

#include <doctest/doctest.h>

using namespace needling;
using ui::Key;

namespace {

State after(State state, const std::vector<Command>& commands) {
  for (const Command& command : commands) {
    const Status status = changeState(state, command);
    CHECK(status.message == "");
  }
  return state;
}

State with(const std::vector<Command>& commands) { return after({}, commands); }

// What the state is after a key, with its commands carried out.
State pressed(const State& state, Key key, ui::Modifiers held = {}) {
  const ViewWindow window{.width_px = 800.0, .height_px = 400.0};
  return after(state, ui::shortcutFor(key, held, state, window).commands);
}

}  // namespace

TEST_SUITE("ui") {
  TEST_CASE("arrows go to whole days and stay within the two years") {
    CHECK(pressed(with({{"day", "2.5"}}), Key::kRight).day == 3.0);
    CHECK(pressed(with({{"day", "2.5"}}), Key::kLeft).day == 2.0);
    CHECK(pressed(with({{"day", "0"}}), Key::kLeft).day == 0.0);
    CHECK(pressed(with({{"day", "730"}}), Key::kRight).day == kLastDay);
    CHECK(pressed(with({{"day", "90"}}), Key::kHome).day == 0.0);
    CHECK(pressed(with({{"day", "90"}}), Key::kEnd).day == kLastDay);
  }

  TEST_CASE("plus and minus zoom within what there is, zero shows all") {
    const State near = pressed(with({}), Key::kPlus);
    CHECK(near.look.zoom.factor > 1.0);
    CHECK(pressed(near, Key::kMinus).look.zoom.factor == 1.0);
    CHECK(pressed(with({{"zoom", "100"}}), Key::kPlus).look.zoom.factor == Zoom::kMost);
    CHECK(pressed(near, Key::kZero) == with({}));
  }

  TEST_CASE("shift with an arrow moves a close-up; where all is shown it moves the day") {
    const State near = with({{"zoom", "4"}});
    CHECK(pressed(near, Key::kRight, {.shift = true}).look.zoom.x_mm > 0.0);
    CHECK(pressed(near, Key::kRight, {.shift = true}).day == 0.0);
    CHECK(pressed(near, Key::kDown, {.shift = true}).look.zoom.z_mm > 0.0);
    CHECK(pressed(with({}), Key::kRight, {.shift = true}).day == 1.0);
    CHECK_FALSE(ui::shortcutFor(Key::kDown, {}, near, {}).known);
  }

  TEST_CASE("Control Z is undo, with Shift redo; other keys with Control are the browser's") {
    const auto key = [](Key pressed, ui::Modifiers held) {
      const ui::Shortcut shortcut = ui::shortcutFor(pressed, held, {}, {});
      return shortcut.commands.empty() ? std::string() : shortcut.commands.front().key;
    };
    CHECK(key(Key::kZ, {.control = true}) == "undo");
    CHECK(key(Key::kZ, {.shift = true, .control = true}) == "redo");
    CHECK(key(Key::kZ, {}) == "");
    CHECK_FALSE(ui::shortcutFor(Key::kPlus, {.control = true}, {}, {}).known);
  }

  TEST_CASE("space plays and Escape gives the focus back, neither changes anything else") {
    const ui::Shortcut space = ui::shortcutFor(Key::kSpace, {}, {}, {}),
                       escape = ui::shortcutFor(Key::kEscape, {}, {}, {});
    CHECK((space.known && space.toggle_play && !space.leave && space.commands.empty()));
    CHECK((escape.known && escape.leave && !escape.toggle_play && escape.commands.empty()));
  }
}
