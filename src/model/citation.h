// The sources behind an evidence id as people read them: rows of assets/evidence/cited.csv, made from the ledgers.
#pragma once

#include <string>

namespace needling {

// "Lotfi 2013 (30 people, grade D); Robins 2003 (grade D)" of ids separated by semicolons; each source once. An id without a
// row stands as it is.
std::string citations(const std::string& evidence);

}  // namespace needling
