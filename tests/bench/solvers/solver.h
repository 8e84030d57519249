// The solvers of others that ours is compared with. Each solves all 19 equations, cell by cell, with its memory kept
// between cells, and starts anew at every treatment.
#pragma once

#include "bench/batch.h"

namespace needling::bench {

struct Tolerance {
  double relative;
  double absolute;
};

struct Solver {
  const char* name;
  BatchStates (*solve)(const Batch& batch, Tolerance tolerance);
};

std::vector<Solver> cvodeSolvers();   // SUNDIALS CVODE
std::vector<Solver> odeintSolvers();  // Boost odeint

// By Runge-Kutta-Fehlberg 7(8) at the smallest tolerance that doubles bear.
BatchStates referenceStates(const Batch& batch);

// The time from one treatment to the next.
struct Segment {
  double start;
  double end;
  std::vector<double> outputs;  // days of output within
  std::size_t first_output;
};
std::vector<Segment> segmentsOf(const Batch& batch);

inline void treat(TissueState& state, double exposure) {
  state[static_cast<std::size_t>(Tissue::kAlarm)] += exposure;
  state[static_cast<std::size_t>(Tissue::kClosure)] = 0.0;
}

}  // namespace needling::bench
