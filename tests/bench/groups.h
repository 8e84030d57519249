// The groups of benchmarks; each adds its lines to the report.
#pragma once

#include "bench/timing.h"

namespace needling::bench {

void benchPage(Report& report);     // what a visitor waits for
void benchHealing(Report& report);  // the batch solver: a batch, a field, an ensemble
void benchSolvers(Report& report);  // the same batch by SUNDIALS CVODE and Boost odeint at the same error

}  // namespace needling::bench
