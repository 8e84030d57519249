// What a key does while the picture has the focus and no control is walked through.
#pragma once

#include <vector>

#include "model/sim.h"
#include "model/view_window.h"

namespace needling::ui {

enum class Key {
  kSpace,
  kLeft,
  kRight,
  kUp,
  kDown,
  kHome,
  kEnd,
  kPlus,
  kMinus,
  kZero,
  kEscape,
  kZ,
  kPageUp,
  kPageDown,
  kS,
  kB
};

struct Modifiers {
  bool shift = false;
  bool control = false;
};

struct Shortcut {
  bool known = false;  // else the key belongs to the page
  std::vector<Command> commands = {};
  bool toggle_play = false;
  bool leave = false;  // the focus goes back to the page
  bool toggle_spotlight = false;
  bool toggle_dark = false;
};

// Page up and down, which clickers send, go through the steps of a course or lecture; S and B are a lecturer's light and
// dark. `window` is the last frame's. With Control only undo (Z) and redo (Shift Z) are known, the rest is the browser's.
Shortcut shortcutFor(Key key, Modifiers held, const State& state, const ViewWindow& window);

}  // namespace needling::ui
