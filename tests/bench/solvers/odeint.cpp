// Boost odeint (Ahnert K, Mulansky M. 2011, AIP Conf Proc 1389:1586): Rosenbrock 4 with step control, Dormand-Prince 5.
#ifndef NDEBUG
#error "Boost without NDEBUG is 23 times slower: a comparison would say nothing"
#endif
#include <boost/numeric/odeint.hpp>

#include "bench/solvers/jacobian.h"
#include "bench/solvers/solver.h"

namespace needling::bench {
namespace {

namespace odeint = boost::numeric::odeint;
namespace ublas = boost::numeric::ublas;

constexpr double kFirstStepDays = 0.02;

// The state as each kind of stepper wants it.
using Vector = ublas::vector<double>;
TissueState& stateOf(Vector& vector) { return *reinterpret_cast<TissueState*>(&vector[0]); }
const TissueState& stateOf(const Vector& vector) { return *reinterpret_cast<const TissueState*>(&vector[0]); }
TissueState& stateOf(TissueState& state) { return state; }
const TissueState& stateOf(const TissueState& state) { return state; }
Vector emptyState(const Vector*) { return Vector(kTissueCount); }
TissueState emptyState(const TissueState*) { return {}; }

struct Slopes {
  HealingFactors factors;
  template <typename State>
  void operator()(const State& y, State& slopes, double) const {
    stateOf(slopes) = healingDerivative(stateOf(y), factors);
  }
};

struct Jacobian {
  HealingFactors factors;
  void operator()(const Vector& y, ublas::matrix<double>& matrix, double, Vector& by_time) const {
    double* data = &matrix(0, 0);  // by rows
    std::fill_n(data, kTissueCount * kTissueCount, 0.0);
    std::fill_n(&by_time[0], kTissueCount, 0.0);
    putHealingJacobian(stateOf(y), factors, [&](Tissue row, Tissue column, double value) {
      data[static_cast<std::size_t>(row) * kTissueCount + static_cast<std::size_t>(column)] = value;
    });
  }
};

// integrate_times over every segment of every cell; the stepper is handed over by reference, as a copy allocates.
template <typename State, typename Stepper, typename System>
BatchStates solve(const Batch& batch, Stepper stepper, const System& system) {
  const std::vector<Segment> segments = segmentsOf(batch);
  BatchStates states(batch.outputs());
  State y = emptyState(static_cast<const State*>(nullptr));
  std::vector<double> times;
  for (std::size_t cell = 0; cell < batch.exposures.size(); ++cell) {
    stateOf(y) = normalSkin(batch.factors);
    for (const Segment& segment : segments) {
      treat(stateOf(y), batch.exposures[cell]);
      times = segment.outputs;
      times.insert(times.begin(), segment.start);
      if (times.back() < segment.end) times.push_back(segment.end);
      std::size_t seen = 0;
      TissueState end{};
      TissueState* outputs = &states[cell * batch.output_days.size() + segment.first_output];
      odeint::integrate_times(boost::ref(stepper), system, y, times.begin(), times.end(), kFirstStepDays,
                              [&](const State& state, double) {
                                if (seen > 0 && seen <= segment.outputs.size()) outputs[seen - 1] = stateOf(state);
                                ++seen;
                                end = stateOf(state);
                              });
      stateOf(y) = end;  // the last time asked for is the end of the segment
    }
  }
  return states;
}

BatchStates rosenbrock(const Batch& batch, Tolerance tolerance) {
  return solve<Vector>(batch,
                       odeint::make_controlled<odeint::rosenbrock4<double>>(tolerance.absolute, tolerance.relative),
                       std::make_pair(Slopes{batch.factors}, Jacobian{batch.factors}));
}

BatchStates rosenbrockDense(const Batch& batch, Tolerance tolerance) {
  return solve<Vector>(batch,
                       odeint::make_dense_output<odeint::rosenbrock4<double>>(tolerance.absolute, tolerance.relative),
                       std::make_pair(Slopes{batch.factors}, Jacobian{batch.factors}));
}

using Dopri5 = odeint::runge_kutta_dopri5<TissueState>;

BatchStates dopri(const Batch& batch, Tolerance tolerance) {
  return solve<TissueState>(batch, odeint::make_controlled<Dopri5>(tolerance.absolute, tolerance.relative),
                            Slopes{batch.factors});
}

BatchStates dopriDense(const Batch& batch, Tolerance tolerance) {
  return solve<TissueState>(batch, odeint::make_dense_output<Dopri5>(tolerance.absolute, tolerance.relative),
                            Slopes{batch.factors});
}

}  // namespace

std::vector<Solver> odeintSolvers() {
  return {{"odeint, rosenbrock4, exact Jacobian", rosenbrock},
          {"odeint, rosenbrock4, dense output", rosenbrockDense},
          {"odeint, runge_kutta_dopri5", dopri},
          {"odeint, runge_kutta_dopri5, dense output", dopriDense}};
}

BatchStates referenceStates(const Batch& batch) {
  return solve<TissueState>(batch, odeint::make_controlled<odeint::runge_kutta_fehlberg78<TissueState>>(1e-14, 1e-14),
                            Slopes{batch.factors});
}

}  // namespace needling::bench
