#include <cmath>
#include <cstdio>

#include "bench/groups.h"

#if NEEDLING_HAS_SOLVERS
#include "bench/solvers/solver.h"

namespace needling::bench {
namespace {

// Largest difference of any state of any cell on any output day.
double largestDifference(const BatchStates& a, const BatchStates& b) {
  double worst = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t s = 0; s < kTissueCount; ++s) worst = std::max(worst, std::abs(a[i][s] - b[i][s]));
  }
  return worst;
}

// One in `every` cells, and the last.
Batch sampleOf(const Batch& batch, std::size_t every) {
  Batch sample = batch;
  sample.exposures.clear();
  for (std::size_t i = 0; i < batch.exposures.size(); i += every) sample.exposures.push_back(batch.exposures[i]);
  sample.exposures.push_back(batch.exposures.back());
  return sample;
}

struct Setting {
  Tolerance tolerance;
  double error;
  double ms;  // all cells, once
};

// The loosest relative tolerance, to a tenth of a decade, at which no state of any cell is further off than `target`; the
// absolute one is `share` of it. Searched from the loose side, with a sample of the cells as long as that is worse.
Setting loosest(const Solver& solver, const Batch& batch, const BatchStates& exact, double target, double share) {
  const Batch sample = sampleOf(batch, 32);
  const BatchStates exact_sample = referenceStates(sample);
  constexpr double kTightest = 13.0;
  double decades = 2.0;
  const auto tolerance = [&] { return Tolerance{std::pow(10.0, -decades), share * std::pow(10.0, -decades)}; };
  while (decades < kTightest && largestDifference(solver.solve(sample, tolerance()), exact_sample) > target) {
    decades += 0.1;
  }
  for (;; decades += 0.1) {
    const double start = now();
    const BatchStates states = solver.solve(batch, tolerance());
    const Setting setting{tolerance(), largestDifference(states, exact), now() - start};
    if (setting.error <= target || decades >= kTightest) return setting;
  }
}

Setting fastest(const Solver& solver, const Batch& batch, const BatchStates& exact, double target) {
  Setting best = loosest(solver, batch, exact, target, 1.0);
  for (const double share : {10.0, 0.1}) {
    const Setting setting = loosest(solver, batch, exact, target, share);
    if (setting.ms < best.ms) best = setting;
  }
  return best;
}

void compare(Report& report, const Batch& batch, const BatchStates& exact) {
  const auto ours = [&](int) { use(healBatch(batch).back()[0]); };
  const double target = largestDifference(healBatch(batch), exact);
  std::vector<Solver> solvers = cvodeSolvers();
  for (const Solver& solver : odeintSolvers()) solvers.push_back(solver);
  report.section("1024 cells, 730 days, at the error of ours", "ours");
  report.add("ours", timeOf(ours, ours), {{"error", target}});
  for (const Solver& solver : solvers) {
    const Setting setting = fastest(solver, batch, exact, target);
    const auto theirs = [&](int) { use(solver.solve(batch, setting.tolerance).back()[0]); };
    report.add(solver.name, timeOf(theirs, ours),
               {{"error", setting.error}, {"rtol", setting.tolerance.relative}, {"atol", setting.tolerance.absolute}});
  }
}

}  // namespace

void benchSolvers(Report& report) {
  const Batch batch = usualBatch(1024);
  const BatchStates exact = referenceStates(batch);
  const Batch few = sampleOf(batch, 256);
  const BatchStates exact_few = referenceStates(few);
  const double cvode = largestDifference(cvodeSolvers()[0].solve(few, {1e-12, 1e-13}), exact_few);
  std::printf(
      "\n  Errors are from Runge-Kutta-Fehlberg 7(8) at 1e-14. From it differ CVODE at 1e-12 by %.1e and our steps\n",
      cvode);
  std::printf("  divided by 16 by %.1e.\n", largestDifference(healBatch(batch, 16), exact));
  compare(report, batch, exact);
}

}  // namespace needling::bench
#else
namespace needling::bench {

void benchSolvers(Report&) {
#ifndef __EMSCRIPTEN__
  std::printf("\n  No SUNDIALS and Boost: the solver is compared with nothing.\n");
#endif
}

}  // namespace needling::bench
#endif
