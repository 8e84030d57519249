#include "render/stills_svg.h"

namespace needling::render {
namespace {

std::vector<std::string> daysOf(const Sim& sim, const SplitSide& side, const SvgOptions& options) {
  std::vector<std::string> row;
  for (const double day : kStillDays) row.push_back(stillSvg(sim, side, day, options));
  return row;
}

}  // namespace

std::vector<std::vector<std::string>> stillRows(const Sim& sim, const SvgOptions& wanted) {
  SvgOptions options = wanted;
  options.look = sim.state().look;
  options.look.zoom = {};
  const State& state = sim.state();
  const std::size_t count = splitCount(state);
  if (count == 2 && state.split == Split::kProtocol) {
    return {daysOf(sim, splitSide(state, 0), options), daysOf(sim, splitSide(state, 1), options)};
  }
  std::vector<std::string> row = daysOf(sim, splitSide(state, count - 1), options);
  if (count == 2) row.insert(row.begin(), stillSvg(sim, splitSide(state, 0), 0.0, options));
  return {row};
}

}  // namespace needling::render
