// A course of treatments in several cells side by side: signals exact, tissue by the classical Runge-Kutta step on the
// nodes of a plan. At the same error that takes about a 60th of the time of a general stiff solver (MODEL.md, Numerics).
#pragma once

#include "core/rk4.h"
#include "model/step_plan.h"

namespace needling {

// The state of kLanes cells.
struct LaneState {
  std::array<Lanes, kSignalCount> signals;
  std::array<Lanes, kSlowCount> tissue;
  Lanes open;  // 1 right after the needles, 0 closed

  const Lanes& signal(Signal which) const { return signals[static_cast<std::size_t>(which)]; }
  const Lanes& slow(Slow which) const { return tissue[static_cast<std::size_t>(which)]; }
};

inline LaneState normalLanes(const TissueFactors<Lanes>& factors) {
  LaneState state{};
  for (const Slow one : {Slow::kF, Slow::kV, Slow::kH, Slow::kEl}) {
    state.tissue[static_cast<std::size_t>(one)] = lanesOf(1.0);
  }
  state.tissue[static_cast<std::size_t>(Slow::kCm)] = factors.baseline;
  state.tissue[static_cast<std::size_t>(Slow::kEe)] = factors.elastotic;
  return state;
}

inline void treatLanes(LaneState& state, const Lanes& exposure) {
  state.signals[static_cast<std::size_t>(Signal::kA)] += exposure;
  state.open = exposure > 0.0 ? lanesOf(1.0) : state.open;
}

inline void stepLanes(LaneState& state, const PlannedStep& step, const TissueFactors<Lanes>& factors,
                      const HealingRates& rates) {
  // Below this a signal does nothing; left alone it would become a denormal number, which is slow.
  constexpr double kSmallest = 1e-12;
  constexpr auto kB = static_cast<std::size_t>(Signal::kB), kQ = static_cast<std::size_t>(Signal::kQ);
  const std::array<std::array<Lanes, kSignalCount>, 3> stages = {state.signals, step.half.advance(state.signals),
                                                                 step.whole.advance(state.signals)};
  state.tissue = rk4Step(state.tissue, step.days, [&](const std::array<Lanes, kSlowCount>& y, Rk4Stage stage) {
    const auto& signals = stages[static_cast<std::size_t>(stage)];
    return tissueSlopes(y, signals[kB], signals[kQ], factors, rates);
  });
  for (std::size_t i = 0; i < kSignalCount; ++i) {
    state.signals[i] = stages[2][i] > kSmallest ? stages[2][i] : lanesOf(0.0);
  }
  state.open *= step.closure;
}

// One cell of the lanes, in the form of the scalar equations.
inline TissueState tissueOf(const LaneState& state, std::size_t lane) {
  const auto& [F, G, C3, C1, Cm, V, H, T, El, Ee, I, K3, K1] = state.tissue;
  const auto& [A, N, M, B, Q] = state.signals;
  return {A[lane],
          N[lane],
          M[lane],
          B[lane],
          F[lane],
          G[lane],
          Q[lane],
          C3[lane],
          C1[lane],
          Cm[lane],
          V[lane],
          H[lane],
          1.0 - state.open[lane],
          T[lane],
          El[lane],
          Ee[lane],
          I[lane],
          K3[lane],
          K1[lane]};
}

// Runs the plan. `exposures`: one for each treatment of the plan, in units of the reference treatment.
// `observe(node_index, state)` is called at every node, after its treatment.
template <typename Observer>
void healLanes(const StepPlan& plan, const TissueFactors<Lanes>& factors, const Lanes* exposures,
               const Observer& observe) {
  const HealingRates& rates = healingRates();
  const std::vector<StepNode>& nodes = plan.nodes();
  LaneState state = normalLanes(factors);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].treatment >= 0) treatLanes(state, exposures[nodes[i].treatment]);
    observe(i, state);
    const bool last = i + 1 == nodes.size();
    if (!last && nodes[i + 1].day > nodes[i].day) stepLanes(state, plan.step(nodes[i]), factors, rates);
  }
}

}  // namespace needling
