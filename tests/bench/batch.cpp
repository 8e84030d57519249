#include "bench/batch.h"

#include <algorithm>

#include "core/check.h"
#include "model/evidence.h"
#include "model/healing_lanes.h"

namespace needling::bench {
namespace {

// Which output day each node of the plan is: the number of output days where none.
std::vector<std::size_t> outputsOf(const StepPlan& plan, const Batch& batch) {
  std::vector<std::size_t> outputs;
  std::size_t found = 0;
  for (const StepNode& node : plan.nodes()) {
    const auto day = std::find(batch.output_days.begin(), batch.output_days.end(), node.day);
    outputs.push_back(static_cast<std::size_t>(day - batch.output_days.begin()));
    if (day != batch.output_days.end()) ++found;
  }
  NEEDLING_CHECK(found == batch.output_days.size());
  return outputs;
}

}  // namespace

Batch usualBatch(std::size_t cells) {
  Batch batch{.exposures = {},
              .treatment_days = {0.0, 28.0, 56.0, 84.0},
              .output_days = {1.0, 3.0, 7.0, 14.0, 30.0, 60.0, 90.0, 182.0, 366.0, 730.0},
              .factors = {.new_collagen_loss = constant("heal.dn")}};
  for (std::size_t i = 0; i < cells; ++i) {
    batch.exposures.push_back(0.1 + 7.9 * static_cast<double>(i) / static_cast<double>(cells - 1));
  }
  return batch;
}

BatchStates healBatch(const Batch& batch, int refine) {
  const StepPlan plan(batch.treatment_days, batch.factors, batch.last_day, refine);
  const TissueFactors<Lanes> factors = lanesOf(batch.factors);
  const std::vector<std::size_t> outputs = outputsOf(plan, batch);
  const std::size_t days = batch.output_days.size(), cells = batch.exposures.size();
  BatchStates states(batch.outputs());
  std::vector<Lanes> exposures(batch.treatment_days.size());
  for (std::size_t first = 0; first < cells; first += kLanes) {
    const std::size_t count = std::min(kLanes, cells - first);
    Lanes exposure{};
    for (std::size_t lane = 0; lane < count; ++lane) exposure[lane] = batch.exposures[first + lane];
    std::fill(exposures.begin(), exposures.end(), exposure);
    healLanes(plan, factors, exposures.data(), [&](std::size_t node, const LaneState& state) {
      if (outputs[node] == days) return;
      for (std::size_t lane = 0; lane < count; ++lane) {
        states[(first + lane) * days + outputs[node]] = tissueOf(state, lane);
      }
    });
  }
  return states;
}

}  // namespace needling::bench
