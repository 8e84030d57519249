// The moments at which a course of treatments is computed: close together after each treatment, when all is in motion,
// and wider as the skin quietens. The signals are exact at any step (signal_chain.h), so what sets the step is
// the accuracy of the slow tissue states.
#pragma once

#include <vector>

#include "model/signal_chain.h"

namespace needling {

struct StepNode {
  double day;
  int treatment;     // number of the treatment given here, or -1
  std::size_t step;  // index of the step that leads to the next node
};

// One length of step with its exact propagators.
struct PlannedStep {
  double days;
  SignalStep half;
  SignalStep whole;
  double closure;  // what is left of an open epidermis after the step
};

// What a plan's steps are short enough for: numbers that are told, or a picture, in which a thousandth is not seen.
enum class Accuracy { kNumbers, kPicture };

class StepPlan {
 public:
  // `treatment_days` rising, none after `last_day`; `refine` >= 1 divides every step, for tests of convergence.
  StepPlan(const std::vector<double>& treatment_days, const HealingFactors& factors, double last_day, int refine = 1,
           Accuracy accuracy = Accuracy::kNumbers);

  // In order of time. A treatment has two nodes on its day: before and after the needles (one alone on day 0).
  const std::vector<StepNode>& nodes() const { return nodes_; }
  // Leaves out what comes after a node.
  void endAt(std::size_t node) { nodes_.resize(node + 1); }
  const PlannedStep& step(const StepNode& node) const { return steps_[node.step]; }

 private:
  std::size_t stepIndex(double days, const HealingFactors& factors);

  std::vector<StepNode> nodes_;
  std::vector<PlannedStep> steps_;
};

}  // namespace needling
