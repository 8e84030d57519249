#include "model/series_csv.h"

#include "core/text.h"

namespace needling {
namespace {

void addNames(std::string& table, const std::string& prefix) {
  for (std::size_t s = 0; s < kSeriesCount; ++s) {
    const std::string name = prefix + std::string(seriesName(static_cast<SeriesId>(s)));
    for (const char* suffix : {"", "_low", "_high"}) table += "," + name + suffix;
  }
}

void addValues(std::string& table, const Derived& of, double day) {
  for (std::size_t s = 0; s < kSeriesCount; ++s) {
    const auto id = static_cast<SeriesId>(s);
    const Band band = of.outcome().at(id, day);
    const bool known = hasSeries(of.protocol(), id);
    for (const double value : {band.value, band.low, band.high}) table += "," + (known ? formatFixed(value, 6) : "");
  }
}

}  // namespace

std::string seriesCsv(const Sim& sim, const std::vector<double>& days) {
  const bool compares = sim.state().split == Split::kProtocol;
  std::string table = "day";
  addNames(table, "");
  if (compares) addNames(table, otherKey(""));
  table += "\n";
  for (const double day : days) {
    table += formatNumber(day);
    addValues(table, sim.derived(), day);
    if (compares) addValues(table, sim.otherDerived(), day);
    table += "\n";
  }
  return table;
}

}  // namespace needling
