// The computed series as a comma-separated table: what the command line prints and the page hands out.
#pragma once

#include <string>
#include <vector>

#include "model/sim.h"

namespace needling {

// A header, then one line a day: the day, and every series with its band, "name,name_low,name_high", six decimals;
// empty where nothing supports the series. Where two protocols are compared, the same of B after them, "b.name". Days
// from 0 to 730.
std::string seriesCsv(const Sim& sim, const std::vector<double>& days);

}  // namespace needling
