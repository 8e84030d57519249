// SUNDIALS CVODE 7 (Hindmarsh AC et al. 2005, ACM Trans Math Softw 31:363): BDF with a dense solver, Adams without one.
#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>
#include <sunnonlinsol/sunnonlinsol_fixedpoint.h>

#include <cstdio>
#include <cstdlib>

#include "bench/solvers/jacobian.h"
#include "bench/solvers/solver.h"

namespace needling::bench {
namespace {

void require(bool good, const char* what) {
  if (good) return;
  std::fprintf(stderr, "CVODE: %s\n", what);
  std::abort();
}

TissueState& stateOf(N_Vector vector) { return *reinterpret_cast<TissueState*>(N_VGetArrayPointer(vector)); }

int slopes(sunrealtype, N_Vector y, N_Vector result, void* factors) {
  stateOf(result) = healingDerivative(stateOf(y), *static_cast<const HealingFactors*>(factors));
  return 0;
}

int jacobian(sunrealtype, N_Vector y, N_Vector, SUNMatrix matrix, void* factors, N_Vector, N_Vector, N_Vector) {
  double* data = SUNDenseMatrix_Data(matrix);  // by columns; CVODE has set it to nought
  putHealingJacobian(stateOf(y), *static_cast<const HealingFactors*>(factors),
                     [&](Tissue row, Tissue column, double v) {
                       data[static_cast<std::size_t>(column) * kTissueCount + static_cast<std::size_t>(row)] = v;
                     });
  return 0;
}

enum class Scheme { kBdf, kBdfDifferences, kAdamsNewton, kAdamsIteration };

class Cvode {
 public:
  Cvode(Scheme scheme, const HealingFactors& factors, Tolerance tolerance) : factors_(factors) {
    require(SUNContext_Create(SUN_COMM_NULL, &context_) == 0, "context");
    y_ = N_VNew_Serial(static_cast<sunindextype>(kTissueCount), context_);
    const bool bdf = scheme == Scheme::kBdf || scheme == Scheme::kBdfDifferences;
    memory_ = CVodeCreate(bdf ? CV_BDF : CV_ADAMS, context_);
    require(CVodeInit(memory_, slopes, 0.0, y_) == 0, "init");
    require(CVodeSStolerances(memory_, tolerance.relative, tolerance.absolute) == 0, "tolerances");
    CVodeSetUserData(memory_, &factors_);
    CVodeSetMaxNumSteps(memory_, 1'000'000);
    if (scheme == Scheme::kAdamsIteration) {
      iteration_ = SUNNonlinSol_FixedPoint(y_, 0, context_);
      require(CVodeSetNonlinearSolver(memory_, iteration_) == 0, "fixed point");
      return;
    }
    matrix_ = SUNDenseMatrix(kTissueCount, kTissueCount, context_);
    linear_ = SUNLinSol_Dense(y_, matrix_, context_);
    require(CVodeSetLinearSolver(memory_, linear_, matrix_) == 0, "linear solver");
    if (scheme != Scheme::kBdfDifferences) require(CVodeSetJacFn(memory_, jacobian) == 0, "jacobian");
  }
  Cvode(const Cvode&) = delete;
  Cvode& operator=(const Cvode&) = delete;
  ~Cvode() {
    CVodeFree(&memory_);
    if (iteration_ != nullptr) SUNNonlinSolFree(iteration_);
    if (linear_ != nullptr) SUNLinSolFree(linear_);
    if (matrix_ != nullptr) SUNMatDestroy(matrix_);
    N_VDestroy(y_);
    SUNContext_Free(&context_);
  }

  void solveCell(const std::vector<Segment>& segments, double exposure, TissueState* outputs) {
    stateOf(y_) = normalSkin(factors_);
    for (const Segment& segment : segments) {
      treat(stateOf(y_), exposure);
      require(CVodeReInit(memory_, segment.start, y_) == 0, "restart");
      CVodeSetStopTime(memory_, segment.end);
      for (std::size_t i = 0; i < segment.outputs.size(); ++i) {
        advance(segment.outputs[i]);
        outputs[segment.first_output + i] = stateOf(y_);
      }
      if (segment.outputs.empty() || segment.outputs.back() < segment.end) advance(segment.end);
    }
  }

 private:
  void advance(double day) {
    sunrealtype reached = 0.0;
    require(CVode(memory_, day, y_, &reached, CV_NORMAL) >= 0, "step");
  }

  HealingFactors factors_;
  SUNContext context_ = nullptr;
  N_Vector y_ = nullptr;
  SUNMatrix matrix_ = nullptr;
  SUNLinearSolver linear_ = nullptr;
  SUNNonlinearSolver iteration_ = nullptr;
  void* memory_ = nullptr;
};

template <Scheme scheme>
BatchStates solve(const Batch& batch, Tolerance tolerance) {
  const std::vector<Segment> segments = segmentsOf(batch);
  BatchStates states(batch.outputs());
  Cvode cvode(scheme, batch.factors, tolerance);
  for (std::size_t i = 0; i < batch.exposures.size(); ++i) {
    cvode.solveCell(segments, batch.exposures[i], &states[i * batch.output_days.size()]);
  }
  return states;
}

}  // namespace

std::vector<Solver> cvodeSolvers() {
  return {{"CVODE, BDF, dense, exact Jacobian", solve<Scheme::kBdf>},
          {"CVODE, BDF, dense, difference quotients", solve<Scheme::kBdfDifferences>},
          {"CVODE, Adams, dense, exact Jacobian", solve<Scheme::kAdamsNewton>},
          {"CVODE, Adams, fixed-point iteration", solve<Scheme::kAdamsIteration>}};
}

}  // namespace needling::bench
