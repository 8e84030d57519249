// Two sections beside each other: what each of them shows and is called, for the page and for print.
#pragma once

#include <string>

#include "model/sim.h"

namespace needling {

struct SplitSide {
  bool untreated = false;
  bool other = false;  // protocol B's
};

// Two, where the state asks for them and the section is shown; else one.
std::size_t splitCount(const State& state);
// The left is number 0; where there is one section it is what was treated.
SplitSide splitSide(const State& state, std::size_t number);

const Derived& derivedOf(const Sim& sim, const SplitSide& side);
SectionMoment momentOf(const Sim& sim, const SplitSide& side, double day);

// Of all that is shown, mm: both sections are drawn to one scale.
double longestNeedle(const State& state);

// "Untreated", "Treated, day 90", "A: Motor pen, 1.5 mm, 4 × every 4 wk"; `brief` where there is little room.
std::string splitTitle(const State& state, const SplitSide& side, double day, bool brief);

}  // namespace needling
