#include "model/timeline.h"

#include <algorithm>

#include "core/csv.h"
#include "model_assets.h"

namespace needling {

const std::vector<Phase>& phases() {
  static const std::vector<Phase> list = rowsOf(
      CsvTable(assets::kPhasesCsv),
      [](const CsvTable& table, std::size_t row) { return Phase{table.at(row, "id"), table.number(row, "from_day")}; });
  return list;
}

Treatment latestTreatment(const std::vector<double>& treatment_days, double day) {
  const auto next = std::upper_bound(treatment_days.begin() + 1, treatment_days.end(), day);
  return {static_cast<int>(next - treatment_days.begin()) - 1, *(next - 1)};
}

const Phase& phaseOn(const Protocol& protocol, double day) {
  const double since = day - latestTreatment(protocol.treatmentDays(), day).day;
  const Phase* current = &phases().front();
  for (const Phase& phase : phases()) {
    if (phase.from_day <= since) current = &phase;
  }
  return *current;
}

std::vector<PhaseSpan> phaseRibbon(const Protocol& protocol) {
  std::vector<PhaseSpan> spans;
  const std::vector<double> treatments = protocol.treatmentDays();
  for (std::size_t k = 0; k < treatments.size(); ++k) {
    const double end = k + 1 < treatments.size() ? treatments[k + 1] : kLastDay;
    for (std::size_t p = 0; p < phases().size(); ++p) {
      const double from = treatments[k] + phases()[p].from_day;
      const double to = p + 1 < phases().size() ? treatments[k] + phases()[p + 1].from_day : kLastDay;
      if (from < end) spans.push_back({&phases()[p], from, std::min(to, end)});
    }
  }
  return spans;
}

}  // namespace needling
