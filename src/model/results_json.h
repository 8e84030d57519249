// What the JavaScript interface and the command line hand out, as JSON texts with the names of the public interface.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/sim.h"

namespace needling {

std::string parametersJson();
// Of one protocol: Sim::derived() or Sim::otherDerived().
std::string resultsJson(const Derived& of, double day);
// {"days":[...],"values":[...],"low":[...],"high":[...]}; "null" where nothing supports the series.
std::string seriesJson(const Derived& of, SeriesId series);
// One row of `depth` a length, for the protocol's device and skin. Lengths in mm.
std::string depthTableJson(const Protocol& protocol, const std::vector<double>& lengths_mm);
// {"ok":...,"value":...,"message":...}: the calendar file of the protocol with its first treatment on `date`
// ("2026-12-01"), null on a bad date. `written_at` as in calendar.h.
std::string calendarJson(const Protocol& protocol, std::string_view date, std::int64_t written_at);
// {"ok":...,"value":{"parts":[{"id","heading","lines":[{"text","sources"}]}],"dates":[{"year","month","day","text"}]},
// "message":...}: what take_home.h tells of the protocol, with the course's days from its first treatment on `date`; dates are
// null on a bad date.
std::string takeHomeJson(const Protocol& protocol, std::string_view date);
// What was taken of the course, by its parts, and as the text that Progress::read() takes.
std::string progressJson(const Progress& progress);
// describeParts() and the grave warnings as a list of pairs.
std::string describedJson(const Sim& sim);
// A list of lists of texts.
std::string rowsJson(const std::vector<std::vector<std::string>>& rows);
// {"ok":...,"value":...,"message":...}; value is the one that holds now; null for an unknown key and for
// "preset", which sets many and holds none.
std::string statusJson(const Status& status, const Sim& sim, const std::string& key);

}  // namespace needling
