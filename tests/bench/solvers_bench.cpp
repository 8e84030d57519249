#include <cmath>
#include <cstdio>

#include "bench/groups.h"

#if NEEDLING_HAS_SOLVERS
#include "bench/solvers/jacobian.h"
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

// How far the Jacobian written by hand is from central differences, over all entries and some states.
double jacobianError(const Batch& batch, const BatchStates& states) {
  constexpr double kStep = 1e-6;
  double worst = 0.0;
  for (const TissueState& state : states) {
    std::array<TissueState, kTissueCount> columns{};
    putHealingJacobian(state, batch.factors, [&](Tissue row, Tissue column, double value) {
      columns[static_cast<std::size_t>(column)][static_cast<std::size_t>(row)] = value;
    });
    for (std::size_t column = 0; column < kTissueCount; ++column) {
      TissueState above = state, below = state;
      above[column] += kStep;
      below[column] -= kStep;
      const TissueState up = healingDerivative(above, batch.factors), down = healingDerivative(below, batch.factors);
      for (std::size_t row = 0; row < kTissueCount; ++row) {
        const double quotient = (up[row] - down[row]) / (2.0 * kStep);
        worst = std::max(worst, std::abs(quotient - columns[column][row]));
      }
    }
  }
  return worst;
}

struct Setting {
  Tolerance tolerance;
  double error;
};

// The loosest relative tolerance, to a tenth of a decade, at which the error is no larger than `target`; the absolute one is
// `share` of it.
Setting loosest(const Solver& solver, const Batch& batch, const BatchStates& exact, double target, double share) {
  const auto at = [&](double decades) {
    const double relative = std::pow(10.0, -decades);
    const Tolerance tolerance{relative, share * relative};
    return Setting{tolerance, largestDifference(solver.solve(batch, tolerance), exact)};
  };
  double decades = 2.0;
  while (at(decades).error > target && decades < 13.0) decades += 0.5;
  decades -= 0.4;
  Setting setting = at(decades);
  while (setting.error > target && decades < 13.0) setting = at(decades += 0.1);
  return setting;
}

// One in `every` cells, with the first and the last.
Batch sampleOf(const Batch& batch, std::size_t every) {
  Batch sample = batch;
  sample.exposures.clear();
  for (std::size_t i = 0; i < batch.exposures.size(); i += every) sample.exposures.push_back(batch.exposures[i]);
  sample.exposures.push_back(batch.exposures.back());
  return sample;
}

// The fastest of the settings with the wanted error, found on a sample of the cells and held to on all of them.
Setting fastest(const Solver& solver, const Batch& batch, const BatchStates& exact, double target) {
  const Batch sample = sampleOf(batch, 32);
  const BatchStates exact_sample = referenceStates(sample);
  Setting best{};
  double best_ms = 1e300;
  for (const double share : {10.0, 1.0, 0.1, 0.01}) {
    Setting setting = loosest(solver, sample, exact_sample, target, share);
    if (setting.error > target) continue;
    const double ms = timeOf(3, 1, [&](int) { use(solver.solve(sample, setting.tolerance).back()[0]); }).ms;
    if (ms < best_ms) best = setting, best_ms = ms;
  }
  while ((best.error = largestDifference(solver.solve(batch, best.tolerance), exact)) > target) {
    best.tolerance.relative *= 0.8;
    best.tolerance.absolute *= 0.8;
  }
  return best;
}

void compare(Report& report, const Batch& batch, const BatchStates& exact, int refine) {
  constexpr int kRounds = 3;
  const double target = largestDifference(healBatch(batch, refine), exact);
  const auto ours = [&](int) { use(healBatch(batch, refine).back()[0]); };
  char title[120];
  std::snprintf(title, sizeof title, "%zu cells, 730 days, 4 treatments: largest error %.2g", batch.exposures.size(),
                target);
  report.section(title);
  report.add(refine == 1 ? "ours" : "ours, every step halved", timeOf(9, 1, ours), {{"error", target}});
  std::vector<Solver> solvers = cvodeSolvers();
  for (const Solver& solver : odeintSolvers()) solvers.push_back(solver);
  for (const Solver& solver : solvers) {
    const Setting setting = fastest(solver, batch, exact, target);
    std::vector<double> times_ours;
    const Timing timing = timeOf(kRounds, 1, [&](int) { use(solver.solve(batch, setting.tolerance).back()[0]); });
    for (int i = 0; i < kRounds; ++i) times_ours.push_back(timing.ms / timeOf(1, 3, ours).ms);
    report.add(solver.name, timing,
               {{"error", setting.error},
                {"rtol", setting.tolerance.relative},
                {"atol", setting.tolerance.absolute},
                {"times_ours", medianOf(times_ours)}});
  }
}

}  // namespace

void benchSolvers(Report& report) {
  const Batch batch = usualBatch(1024);
  const BatchStates exact = referenceStates(batch);
  const Batch few = sampleOf(batch, 256);
  std::printf(
      "\n  reference: Runge-Kutta-Fehlberg 7(8) at 1e-14; from it differ CVODE at 1e-12 by %.1e, our plan with steps "
      "of "
      "1/16 by %.1e, the Jacobian by hand from differences by %.1e\n",
      largestDifference(cvodeSolvers()[0].solve(few, {1e-12, 1e-13}), referenceStates(few)),
      largestDifference(healBatch(batch, 16), exact), jacobianError(few, referenceStates(few)));
  compare(report, batch, exact, 1);
  compare(report, batch, exact, 2);
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
