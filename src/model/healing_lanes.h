// A course of treatments in several cells side by side: signals exact, tissue by the classical Runge-Kutta step on the
// nodes of a plan. At the same error that takes about a 60th of the time of a general stiff solver (MODEL.md, Numerics).
#pragma once

#include "core/rk4.h"
#include "model/step_plan.h"

namespace needling {

// The state of kLanes cells, with all of the tissue group or its first kDrawnCount states.
template <std::size_t N>
struct LaneStateOf {
  std::array<Lanes, kSignalCount> signals;
  std::array<Lanes, N> tissue;
  Lanes open;  // 1 right after the needles, 0 closed

  const Lanes& signal(Signal which) const { return signals[static_cast<std::size_t>(which)]; }
  const Lanes& slow(Slow which) const { return tissue[static_cast<std::size_t>(which)]; }
};

using LaneState = LaneStateOf<kSlowCount>;
using DrawnLanes = LaneStateOf<kDrawnCount>;

template <std::size_t N>
LaneStateOf<N> normalLanes(const TissueFactors<Lanes>& factors) {
  LaneStateOf<N> state{};
  const auto set = [&state](Slow which, const Lanes& value) { state.tissue[static_cast<std::size_t>(which)] = value; };
  set(Slow::kF, lanesOf(1.0));
  set(Slow::kV, lanesOf(1.0));
  set(Slow::kCm, factors.baseline);
  if constexpr (N == kSlowCount) {
    set(Slow::kH, lanesOf(1.0));
    set(Slow::kEl, lanesOf(1.0));
    set(Slow::kEe, factors.elastotic);
  }
  return state;
}

template <std::size_t N>
void treatLanes(LaneStateOf<N>& state, const Lanes& exposure) {
  state.signals[static_cast<std::size_t>(Signal::kA)] += exposure;
  state.open = exposure > 0.0 ? lanesOf(1.0) : state.open;
}

template <std::size_t N>
void stepLanes(LaneStateOf<N>& state, const PlannedStep& step, const TissueFactors<Lanes>& factors,
               const HealingRates& rates) {
  // Below this a signal does nothing; left alone it would become a denormal number, which is slow.
  constexpr double kSmallest = 1e-12;
  constexpr auto kB = static_cast<std::size_t>(Signal::kB), kQ = static_cast<std::size_t>(Signal::kQ);
  const std::array<std::array<Lanes, kSignalCount>, 3> stages = {state.signals, step.half.advance(state.signals),
                                                                 step.whole.advance(state.signals)};
  const std::array<Lanes, 3> growth = {growthOf(stages[0][kB]), growthOf(stages[1][kB]), growthOf(stages[2][kB])};
  state.tissue = rk4Step(state.tissue, step.days, [&](const std::array<Lanes, N>& y, Rk4Stage stage) {
    const auto now = static_cast<std::size_t>(stage);
    return tissueSlopes(y, growth[now], stages[now][kQ], factors, rates);
  });
  for (std::size_t i = 0; i < kSignalCount; ++i) {
    state.signals[i] = stages[2][i] > kSmallest ? stages[2][i] : lanesOf(0.0);
  }
  state.open *= step.closure;
}

// One cell of the lanes, in the form of the scalar equations.
inline TissueState tissueOf(const LaneState& state, std::size_t lane) {
  const auto& [F, G, C3, C1, Cm, V, K3, K1, H, T, El, Ee, I] = state.tissue;
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
template <std::size_t N = kSlowCount, typename Observer>
void healLanes(const StepPlan& plan, const TissueFactors<Lanes>& factors, const Lanes* exposures,
               const Observer& observe) {
  const HealingRates& rates = healingRates();
  const std::vector<StepNode>& nodes = plan.nodes();
  LaneStateOf<N> state = normalLanes<N>(factors);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].treatment >= 0) treatLanes(state, exposures[nodes[i].treatment]);
    observe(i, state);
    const bool last = i + 1 == nodes.size();
    if (!last && nodes[i + 1].day > nodes[i].day) stepLanes(state, plan.step(nodes[i]), factors, rates);
  }
}

}  // namespace needling
