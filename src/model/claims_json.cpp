#include "model/claims_json.h"

#include <nlohmann/json.hpp>

#include "model/claims.h"

namespace needling {
namespace {

using Json = nlohmann::ordered_json;

Json claimJson(const Claim& claim, const std::vector<ShownRow>& shown) {
  Json rows = Json::array();
  for (const ShownRow& row : shown) rows.push_back({{"table", row.table}, {"id", row.id}});
  return {{"id", claim.id},
          {"statement", claim.statement},
          {"kind", claim.kind},
          {"grade", claim.grade},
          {"confidence", claim.confidence},
          {"source", claim.source},
          {"population", claim.population},
          {"n", claim.n},
          {"date", claim.date},
          {"checked", claim.checked},
          {"evidence", claim.evidence},
          {"shown_in", std::move(rows)}};
}

}  // namespace

std::string claimsJson(bool only_shown) {
  Json list = Json::array();
  for (const Claim& claim : claims()) {
    const std::vector<ShownRow> shown = shownIn(claim);
    if (!only_shown || !shown.empty()) list.push_back(claimJson(claim, shown));
  }
  return list.dump();
}

}  // namespace needling
