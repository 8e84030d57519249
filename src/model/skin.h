// Thickness of the skin's layers by site, sex and age: assets/evidence/sites.csv (histology, OCT and Raman for the
// epidermis; Meng 2022 ultrasound for the facial dermis with the 50 MHz study as the upper end of the band; Kim 2019 and
// Gibney 2010 for fat) and ageing.csv.
//
// Age: no blanket rate. The central thickness moves only where studies of that very site agree on size and direction
// (Hwang 2006: the upper eyelid does not thin; ultrasound of the male cheek). Elsewhere only the band widens: from the
// age that the studies typically speak of ("skin.typical_age") its low end falls with age, and its high end rises
// towards youth, by the slope of the upper inner arm (Branchet 1990: dermis 6 %, epidermis 7.2 % in men and 5.7 % in
// women, a decade). Stratum corneum and fat carry no age: flat after the thirties (Tsugita 2013), no number (Satoh 2005).
#pragma once

#include <string_view>

#include "model/evidence.h"
#include "model/protocol.h"

namespace needling {

enum class Layer { kStratumCorneum, kViableEpidermis, kPapillaryDermis, kReticularDermis, kFat };

struct Skin {
  Band stratum_corneum;  // mm, as are all
  Band viable_epidermis;
  Band papillary_dermis;
  Band dermis;  // papillary and reticular together
  Band fat;     // most sites: the nearest measured one's, with a wider band; the note in sites.csv says so

  // Depth below the surface, central values.
  double epidermisBottom() const { return stratum_corneum.value + viable_epidermis.value; }
  double papillaryBottom() const { return epidermisBottom() + papillary_dermis.value; }
  double dermisBottom() const { return epidermisBottom() + dermis.value; }
};

Skin skinOf(const Protocol& protocol);

// The layer that holds a depth in mm; a depth on a border belongs to the layer above it.
Layer layerAt(const Skin& skin, double depth_mm);

// "stratumCorneum", "viableEpidermis", "papillaryDermis", "reticularDermis", "fat".
std::string_view layerId(Layer layer);

}  // namespace needling
