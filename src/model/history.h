// What undo goes back to. A step is everything that was set until endStep(): a click, a slider while it is held down, all
// that a button sets at once. Where and how the visitor looks, day, zoom and view, is not a setting: it is left as it is.
#pragma once

#include <vector>

namespace needling {

struct State;

class History {
 public:
  static constexpr std::size_t kMostSteps = 100;  // the oldest are forgotten

  History();
  ~History();
  History(const History&) = delete;
  History& operator=(const History&) = delete;
  History(History&&) noexcept;
  History& operator=(History&&) noexcept;

  // A change; where a setting differs, what could be redone is forgotten.
  void note(const State& before, const State& after);
  void endStep() { open_ = false; }
  bool isOpen() const { return open_; }

  bool canUndo() const { return !past_.empty(); }
  bool canRedo() const { return !future_.empty(); }
  // The state to go to from `now`, which is kept for the way back; `now` itself where there is none.
  State undo(const State& now);
  State redo(const State& now);

 private:
  std::vector<State> past_, future_;
  bool open_ = false;
};

}  // namespace needling
