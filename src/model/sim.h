// The state of one explorer and the only door into it: every change is a Command that apply() checks and either
// carries out or refuses with a sentence, the earlier value kept. Panel, keyboard, URL, page and tests all use it, so
// a fault is a list of commands that replays.
//
// Time is a position: seek() to any day gives the same state whatever came before. There is no clock here.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"
#include "model/command.h"
#include "model/derived.h"
#include "model/history.h"
#include "model/look.h"
#include "model/progress.h"
#include "model/protocol.h"
#include "model/view_settings.h"

namespace needling {

// What the picture shows: the section of the chosen needle, the same skin under seven lengths, or the skin from above.
enum class Picture { kSection, kStrip, kSurface };

// What stands beside the section: nothing, the same skin untreated, or the same skin under protocol B.
enum class Split { kNone, kBefore, kProtocol };

struct State {
  Protocol protocol;
  double day = 0.0;  // 0 to kLastDay
  Picture picture = Picture::kSection;
  Split split = Split::kNone;
  // Protocol B, once it was set apart: another course for the same skin, so the skin's parameters are always A's.
  std::optional<Protocol> other = {};
  Look look = {};
  ViewSettings view = {};

  const Protocol& otherProtocol() const { return other ? *other : protocol; }

  bool operator==(const State&) const = default;
};

class Sim {
 public:
  Sim() { progress_.note(state_); }

  const State& state() const { return state_; }
  const Derived& derived() const { return derived_; }
  // Of protocol B; of the protocol itself where none was set apart.
  const Derived& otherDerived() const { return other_ ? *other_ : derived_; }
  const Outcome& outcome() const { return derived_.outcome(); }
  const SectionScene& scene() const { return derived_.scene(); }
  const Coverage& coverage() const { return derived_.coverage(); }
  // Of the latest treatment on the day.
  const SurfaceView& surface() const { return derived_.surface(); }

  // One change. Besides those of a state, below, "reset" goes back to the defaults of all but the view, "undo" and "redo" go through what was
  // set (where there is nothing they change nothing), "step" ends what undo takes as one, and "forget" lets undo go back no
  // further. "progress" takes over what Progress::text() wrote, or with "" forgets the quiz's answers.
  //
  // A "lesson" that is opened, and a "choice" or "stage" that answers it, also set what its picture shows; the "mode"
  // lecture takes a projector's colours.
  //
  // Keys of a state: every parameter id, "day" (0 to 730), "picture" (section, strip, surface), "split" (none, before,
  // protocol), lookKeys(), viewKeys() and "preset". "b" sets protocol B apart (copy) or
  // gives it up (same); "b.preset" and "b." before the id of a parameter that is not the skin's change it.
  // A visitor's command leaves alone what is locked (model/lock.h).
  Status apply(const Command& command);
  // Several changes or none: starts from the defaults of all but the view, takes "preset" first, then the device, then the
  // rest in order, and protocol B's in the same order after them. A lesson sets nothing else here. On the first bad value nothing changes; unknown keys are ignored.
  // Of a visitor's what is locked is ignored too.
  Status applyAll(std::vector<Command> commands, Author author = Author::kHost);

  bool canUndo() const { return history_.canUndo(); }
  bool canRedo() const { return history_.canRedo(); }

  const Progress& progress() const { return progress_; }

  // Changes with the protocol, and with anything at all.
  unsigned protocolRevision() const { return derived_.revision(); }
  unsigned revision() const { return revision_; }

  // The last commands carried out, oldest first, at most kLogLength.
  static constexpr std::size_t kLogLength = 1024;
  const std::deque<Command>& log() const { return log_; }

 private:
  void accept(const State& next);
  void record(const Command& command);
  // Puts back in `next` what `author` may not change.
  Status keepFrom(Author author, State& next) const;
  // Undo or redo.
  void goTo(State next, Author author);
  Status changeProgress(std::string_view value);
  // Whether the command is about the history; then it is done.
  bool travel(const Command& command);

  State state_;
  unsigned revision_ = 0;
  std::deque<Command> log_;
  History history_;
  Progress progress_;
  Derived derived_{state_.protocol};
  std::optional<Derived> other_;
};

// One change of a state, as Sim::apply makes it; on failure `state` is untouched.
Status changeState(State& state, const Command& command);

// True for the keys of a state, which URLs and files may hold.
bool isStateKey(std::string_view key);

// Whether a parameter is the skin's, which both protocols share.
bool isOfSkin(const ParameterRow& row);
// Protocol B's key for a parameter's id, "b.sessions" for "sessions"; and back, null where a key is not such a one.
std::string otherKey(std::string_view id);
const ParameterRow* findOtherParameter(std::string_view key);

// "section", "strip", "surface".
std::string_view pictureName(Picture picture);
// "none", "before", "protocol".
std::string_view splitName(Split split);

}  // namespace needling
