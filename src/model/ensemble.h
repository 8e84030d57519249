// The band: what the evidence does not settle, drawn as an ensemble of runs with a fixed seed. Unsettled are the
// persistence of new collagen, the spread between people, the decay length of the signal, the reach, a pen's density
// and the effect of age; each is stratified (McKay MD, Beckman RJ, Conover WJ. 1979, Technometrics 21:239, Latin hypercube).
#pragma once

#include <vector>

#include "model/healing.h"
#include "model/skin.h"

namespace needling {

inline constexpr int kEnsembleSize = 40;

// Runs of the protocol; the same protocol always gives the same members.
std::vector<HealingSeries> runEnsemble(const Protocol& protocol, const Skin& skin);

// The value below which `share` of the sorted `values` lie, linear between neighbours.
double quantileOfSorted(const std::vector<double>& values, double share);

}  // namespace needling
