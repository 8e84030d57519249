#include "render/stills.h"

#include <nlohmann/json.hpp>

namespace needling::render {
namespace {

nlohmann::json daysOf(const Sim& sim, const SplitSide& side, const SvgOptions& options) {
  nlohmann::json row = nlohmann::json::array();
  for (const double day : kStillDays) row.push_back(stillSvg(sim, side, day, options));
  return row;
}

}  // namespace

std::string stillsJson(const Sim& sim, const SvgOptions& wanted) {
  SvgOptions options = wanted;
  options.look = sim.state().look;
  options.look.zoom = {};
  nlohmann::json rows = nlohmann::json::array();
  const std::size_t count = splitCount(sim.state());
  const bool two_courses = sim.state().split == Split::kProtocol;
  rows.push_back(daysOf(sim, splitSide(sim.state(), two_courses ? 0 : count - 1), options));
  if (count == 1) return rows.dump();
  if (two_courses) {
    rows.push_back(daysOf(sim, splitSide(sim.state(), 1), options));
  } else {
    rows[0].insert(rows[0].begin(), stillSvg(sim, splitSide(sim.state(), 0), 0.0, options));
  }
  return rows.dump();
}

}  // namespace needling::render
