// Where a day stands in the course: phase of healing after the latest treatment (assets/evidence/phases.csv).
#pragma once

#include <string>
#include <vector>

#include "model/protocol.h"

namespace needling {

struct Phase {
  std::string id;   // "inflammation", "proliferation", "remodelling"
  double from_day;  // days after a treatment
};

const std::vector<Phase>& phases();

struct Treatment {
  int index;   // from 0
  double day;  // of the timeline
};

// The latest treatment on or before `day`; the first one before any. `treatment_days` rises and is not empty.
Treatment latestTreatment(const std::vector<double>& treatment_days, double day);

// Phase on `day`, counted from the latest treatment.
const Phase& phaseOn(const Protocol& protocol, double day);

struct PhaseSpan {
  const Phase* phase;
  double from_day;
  double to_day;
};

// The phases of the whole timeline in order, without gaps, from day 0 to day 730: the ribbon under the chart.
std::vector<PhaseSpan> phaseRibbon(const Protocol& protocol);

}  // namespace needling
