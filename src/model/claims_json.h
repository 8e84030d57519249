// The claim ledger as JSON, for `needling claims --format json`.
#pragma once

#include <string>

namespace needling {

// An array of claims, each with its fields and with "shown_in", a list of {"table", "id"}; `only_shown` leaves out
// claims that no table rests on.
std::string claimsJson(bool only_shown);

}  // namespace needling
