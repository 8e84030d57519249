#include "model/history.h"

#include "model/sim.h"

namespace needling {
namespace {

void takePlace(State& state, const State& from) {
  state.day = from.day;
  state.look.zoom = from.look.zoom;
  state.view = from.view;
}

bool sameSettings(State a, const State& b) {
  takePlace(a, b);
  return a == b;
}

State step(std::vector<State>& from, std::vector<State>& to, const State& now) {
  if (from.empty()) return now;
  State next = from.back();
  from.pop_back();
  to.push_back(now);
  takePlace(next, now);
  return next;
}

}  // namespace

History::History() = default;
History::~History() = default;
History::History(History&&) noexcept = default;
History& History::operator=(History&&) noexcept = default;

void History::note(const State& before, const State& after) {
  if (sameSettings(before, after)) return;
  future_.clear();
  if (open_) return;
  open_ = true;
  past_.push_back(before);
  if (past_.size() > kMostSteps) past_.erase(past_.begin());
}

State History::undo(const State& now) {
  endStep();
  return step(past_, future_, now);
}

State History::redo(const State& now) {
  endStep();
  return step(future_, past_, now);
}

}  // namespace needling
