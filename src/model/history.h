// What undo goes back to. A step is one change of a setting, or a run of changes of the same one, such as a slider held
// down, until endStep(). Where the visitor looks, day and zoom, is not a setting: it is left as it is.
#pragma once

#include <string>
#include <string_view>
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

  // A change by `key` from `before`; forgets what could be redone.
  void note(const State& before, std::string_view key);
  void endStep() { open_key_.clear(); }

  bool canUndo() const { return !past_.empty(); }
  bool canRedo() const { return !future_.empty(); }
  // The state to go to from `now`, which is kept for the way back; `now` itself where there is none.
  State undo(const State& now);
  State redo(const State& now);

 private:
  std::vector<State> past_, future_;
  std::string open_key_;
};

}  // namespace needling
