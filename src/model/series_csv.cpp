#include "model/series_csv.h"

#include "core/text.h"

namespace needling {

std::string seriesCsv(const Sim& sim, const std::vector<double>& days) {
  std::string table = "day";
  for (std::size_t s = 0; s < kSeriesCount; ++s) {
    const std::string name(seriesName(static_cast<SeriesId>(s)));
    for (const char* suffix : {"", "_low", "_high"}) table += "," + name + suffix;
  }
  table += "\n";
  for (const double day : days) {
    table += formatNumber(day);
    for (std::size_t s = 0; s < kSeriesCount; ++s) {
      const Band band = sim.outcome().at(static_cast<SeriesId>(s), day);
      const bool known = hasSeries(sim.state().protocol, static_cast<SeriesId>(s));
      for (const double value : {band.value, band.low, band.high}) table += "," + (known ? formatFixed(value, 6) : "");
    }
    table += "\n";
  }
  return table;
}

}  // namespace needling
