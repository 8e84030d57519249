// The band: what the evidence does not settle, drawn as an ensemble of runs with a fixed seed. Unsettled are the
// persistence of new collagen, the spread between people, the decay length of the signal, the reach, the share of it
// that stays open, a pen's density, the effects of age, sun damage and menopause, and whether elastin is assembled; each is
// stratified (McKay MD, Beckman RJ, Conover WJ. 1979,
// Technometrics 21:239, Latin hypercube).
#pragma once

#include <algorithm>
#include <vector>

#include "model/healing_lanes.h"
#include "model/skin.h"

namespace needling {

inline constexpr int kEnsembleSize = 200;
// The band runs between these shares of the members.
inline constexpr double kLowShare = 0.05;
inline constexpr double kHighShare = 0.95;

struct EnsembleMember {
  double reach_mm = 0.0;
  double residual_mm = 0.0;  // of the channel that stays open
  double exposure = 0.0;     // papillary mean, 1 is the reference treatment
  HealingFactors factors;
};

// The members of a protocol; the same protocol always gives the same.
std::vector<EnsembleMember> drawEnsemble(const Protocol& protocol, const Skin& skin);

// The course of all members at the moments of one plan. A treatment after the first day has a moment before and one after
// the needles, on the same day.
class EnsembleRun {
 public:
  // At least one member; they are read as long as this is used.
  EnsembleRun(const std::vector<EnsembleMember>& members, const std::vector<double>& treatment_days);

  // When the moments are.
  const std::vector<double>& days() const { return days_; }

  // Runs all members and tells every state: of one member after the other in order of time, `observer(moment, member, state)`.
  template <class Observer>
  void observe(const Observer& observer) const {
    for (std::size_t first = 0; first < members_.size(); first += kLanes) {
      const std::size_t count = std::min(kLanes, members_.size() - first);
      const SideBySide some = sideBySide(first, count);
      healLanes(plan_, some.factors, some.exposures.data(), [&](std::size_t moment, const LaneState& state) {
        for (std::size_t lane = 0; lane < count; ++lane) observer(moment, first + lane, tissueOf(state, lane));
      });
    }
  }

 private:
  struct SideBySide {
    TissueFactors<Lanes> factors;
    std::vector<Lanes> exposures;  // one a treatment
  };
  SideBySide sideBySide(std::size_t first, std::size_t count) const;

  const std::vector<EnsembleMember>& members_;
  std::size_t treatments_;
  StepPlan plan_;
  std::vector<double> days_;
};

// All states kept: [moment * member count + member].
struct EnsembleCourse {
  std::vector<double> days;
  std::vector<TissueState> states;
};

EnsembleCourse runEnsemble(const std::vector<EnsembleMember>& members, const std::vector<double>& treatment_days);

}  // namespace needling
