// What a claim ledger must keep to, as functions over tables, so that a test can also feed them tables that break the
// rules. Each answers one sentence a fault and nothing when all is well.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/csv.h"
#include "model/claims.h"

namespace needling::claim_checks {

using Complaints = std::vector<std::string>;

// Ledger rows by id with their confidence: of every table with a column "citation".
using Ledger = std::map<std::string, std::string, std::less<>>;
Ledger readLedger(const std::vector<NamedTable>& tables);

// Form of ids, kinds, grades and dates; rows that exist; confidence the worst of the rows; no fact that nobody read.
Complaints checkClaims(const std::vector<Claim>& claims, const Ledger& ledger);

// Every ledger row belongs to one claim.
Complaints checkCoverage(const std::vector<Claim>& claims, const Ledger& ledger);

// Every id in the evidence columns of a shown table stands in the ledger and in a claim, and nothing unread is shown as a
// fact. In a table with a column "kind" an unread number may stand where its claim is of kind model and the row says that
// it is unread or assumed, or has a band: columns like low and high, or speed_low and speed_high.
Complaints checkReferences(const NamedTable& shown, const std::vector<Claim>& claims, const Ledger& ledger);

// Every text has evidence or is an interface word. `interface` lists those: an id, or a prefix ending in "." under
// which labels may stand, that is texts without a digit, without a full stop, and with none of the first words of
// facts.
Complaints checkTexts(const NamedTable& texts, const CsvTable& interface);

// Every row of `shown` has evidence, or says that it is assumed, or stands in `interface` as PREFIX.id.
Complaints checkSourced(const NamedTable& shown, const CsvTable& interface, const std::string& prefix);

}  // namespace needling::claim_checks
