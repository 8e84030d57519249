// The band: what the evidence does not settle, drawn as an ensemble of runs with a fixed seed. Unsettled are the
// persistence of new collagen, the spread between people, the decay length of the signal, the reach, the share of it
// that stays open, a pen's density, the effects of age, sun damage and menopause, and whether elastin is assembled; each is
// stratified (McKay MD, Beckman RJ, Conover WJ. 1979,
// Technometrics 21:239, Latin hypercube).
#pragma once

#include <vector>

#include "model/healing.h"
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

// The states of all members at some moments: [moment * member count + member]. A treatment after the first day has a
// moment before and one after the needles, on the same day.
struct EnsembleCourse {
  std::vector<double> days;
  std::vector<TissueState> states;
};

EnsembleCourse runEnsemble(const std::vector<EnsembleMember>& members, const std::vector<double>& treatment_days);

}  // namespace needling
