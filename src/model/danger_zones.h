// What lies close below or is thin at a site, so that needles there call for care: assets/evidence/danger_zones.csv.
// Sites of bone are plain anatomy; what follows from it is Plastic Surgery Key's chapter on skin of colour (S-039, S-182),
// arteries are Shen 2022 (P-T7-10), thin skin is the thickness ledger.
#pragma once

#include <string>
#include <vector>

#include "model/safety.h"

namespace needling {

struct DangerZone {
  std::string id;  // "eyelid", "boneClose", "arteries", "thinNeck"
  Severity severity;
  std::string text_id;   // one plain sentence of the catalogue
  std::string evidence;  // ledger ids, separated by semicolons
};

// The zones of the protocol's site, gravest first; none for a site without any.
std::vector<DangerZone> dangerZones(const Protocol& protocol);

}  // namespace needling
