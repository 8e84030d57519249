// The state of one explorer and the only door into it: every change is a Command that apply() checks and either
// carries out or refuses with a sentence, the earlier value kept. Panel, keyboard, URL, page and tests all use it, so
// a fault is a list of commands that replays.
//
// Time is a position: seek() to any day gives the same state whatever came before. There is no clock here.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"
#include "model/coverage.h"
#include "model/look.h"
#include "model/outcome.h"
#include "model/protocol.h"
#include "model/section_view.h"
#include "model/surface_view.h"

namespace needling {

// What the picture shows: the section of the chosen needle, the same skin under seven lengths, or the skin from above.
enum class Picture { kSection, kStrip, kSurface };

struct State {
  Protocol protocol;
  double day = 0.0;  // 0 to kLastDay
  Picture picture = Picture::kSection;
  Look look;

  bool operator==(const State&) const = default;
};

struct Command {
  std::string key;    // a parameter id, "day", "picture", "preset" or one of lookKeys()
  std::string value;  // as it would stand in a URL
};

class Sim {
 public:
  const State& state() const { return state_; }
  // All are computed on first use after a change of the protocol.
  const Outcome& outcome() const;
  const SectionScene& scene() const;
  const Coverage& coverage() const;
  const SurfaceView& surface() const;

  // One change. Keys: every parameter id, "day" (0 to 730), "picture" (section, strip, surface), lookKeys(), "preset",
  // and "reset", which goes back to the defaults.
  Status apply(const Command& command);
  // Several changes or none: starts from the defaults, takes "preset" first, then the device, then the rest in order.
  // On the first bad value nothing changes; unknown keys are ignored.
  Status applyAll(std::vector<Command> commands);

  // Rise with every change of the protocol, and with every change at all.
  unsigned protocolRevision() const { return protocol_revision_; }
  unsigned revision() const { return revision_; }

  // The last commands carried out, oldest first, at most kLogLength.
  static constexpr std::size_t kLogLength = 1024;
  const std::deque<Command>& log() const { return log_; }

 private:
  void accept(const State& next);
  void record(const Command& command);

  State state_;
  unsigned revision_ = 0;
  unsigned protocol_revision_ = 0;
  std::deque<Command> log_;
  mutable std::unique_ptr<Outcome> outcome_;
  mutable std::unique_ptr<SectionScene> scene_;
  mutable std::unique_ptr<Coverage> coverage_;
  mutable std::unique_ptr<SurfaceView> surface_;
};

// One change of a state, as Sim::apply makes it; on failure `state` is untouched.
Status changeState(State& state, const Command& command);

// True for the keys that URLs and files may hold: parameter ids, "day", "picture", lookKeys() and "preset".
bool isStateKey(std::string_view key);

// "section", "strip", "surface".
std::string_view pictureName(Picture picture);

}  // namespace needling
