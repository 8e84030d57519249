#include "model/history.h"

#include "model/sim.h"

namespace needling {
namespace {

bool isPlace(std::string_view key) { return key == "day" || key == "zoom" || key == "x" || key == "z"; }

State step(std::vector<State>& from, std::vector<State>& to, const State& now) {
  if (from.empty()) return now;
  State next = from.back();
  from.pop_back();
  to.push_back(now);
  next.day = now.day;
  next.look.zoom = now.look.zoom;
  return next;
}

}  // namespace

History::History() = default;
History::~History() = default;
History::History(History&&) noexcept = default;
History& History::operator=(History&&) noexcept = default;

void History::note(const State& before, std::string_view key) {
  if (isPlace(key)) return;
  future_.clear();
  if (key == open_key_) return;
  open_key_ = key;
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
