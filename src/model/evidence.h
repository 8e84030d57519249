// The numbers the model computes with: assets/evidence/constants.csv, each with its band, kind and source ids.
// Source ids (P-..., H-..., S-...) name rows of penetration.csv, healing.csv and safety.csv beside it.
#pragma once

#include <string>
#include <string_view>

#include "core/csv.h"

namespace needling {

// A number and the range the evidence leaves open; low <= value <= high, in the unit of its table row.
struct Band {
  double value = 0.0;
  double low = 0.0;
  double high = 0.0;

  bool operator==(const Band&) const = default;
};

// A row of constants.csv by id ("reach.pen.eta"). An unknown id is a programmer's error.
Band constantBand(std::string_view id);
double constant(std::string_view id);
// What a row rests on: ids separated by semicolons.
const std::string& constantEvidence(std::string_view id);

const CsvTable& constantsTable();

}  // namespace needling
