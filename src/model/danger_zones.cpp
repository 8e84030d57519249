#include "model/danger_zones.h"

#include <algorithm>

#include "core/check.h"
#include "core/csv.h"
#include "model_assets.h"

namespace needling {
namespace {

Severity severityFromText(std::string_view name) {
  for (const Severity severity : {Severity::kNote, Severity::kCaution, Severity::kWarning}) {
    if (severityName(severity) == name) return severity;
  }
  NEEDLING_CHECK(!"unknown severity");
  return Severity::kWarning;
}

}  // namespace

std::vector<DangerZone> dangerZones(const Protocol& protocol) {
  static const CsvTable table(assets::kDangerZonesCsv);
  std::vector<DangerZone> zones;
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    if (table.at(row, "site") != protocol.choice(ParameterId::kSite)) continue;
    zones.push_back({.id = table.at(row, "zone"),
                     .severity = severityFromText(table.at(row, "severity")),
                     .text_id = table.at(row, "text"),
                     .evidence = table.at(row, "evidence")});
  }
  std::stable_sort(zones.begin(), zones.end(),
                   [](const DangerZone& a, const DangerZone& b) { return a.severity > b.severity; });
  return zones;
}

}  // namespace needling
