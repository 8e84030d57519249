// A batch of cells that differ in exposure: the work on which solvers are compared.
#pragma once

#include <vector>

#include "model/healing.h"

namespace needling::bench {

struct Batch {
  std::vector<double> exposures;  // one a cell, the same at every treatment
  std::vector<double> treatment_days;
  std::vector<double> output_days;  // none of them a day of treatment; nodes of the step plan
  double last_day = kLastDay;
  HealingFactors factors;

  std::size_t outputs() const { return exposures.size() * output_days.size(); }
};

// `cells` exposures from 0.1 to 8, evenly; four treatments, 730 days.
Batch usualBatch(std::size_t cells);

// The states of every cell on the output days: [cell * output days + output].
using BatchStates = std::vector<TissueState>;

// By our solver; every step of the plan divided by `refine`.
BatchStates healBatch(const Batch& batch, int refine = 1);

}  // namespace needling::bench
