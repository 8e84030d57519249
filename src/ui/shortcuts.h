// What a key does while the picture has the focus and no control is walked through.
#pragma once

#include <vector>

#include "model/sim.h"
#include "model/view_window.h"

namespace needling::ui {

enum class Key { kSpace, kLeft, kRight, kUp, kDown, kHome, kEnd, kPlus, kMinus, kZero, kEscape };

struct Shortcut {
  bool known = false;  // else the key belongs to the page
  std::vector<Command> commands = {};
  bool toggle_play = false;
  bool leave = false;  // the focus goes back to the page
};

// `shift`: whether it is held. `window` is the last frame's.
Shortcut shortcutFor(Key key, bool shift, const State& state, const ViewWindow& window);

}  // namespace needling::ui
