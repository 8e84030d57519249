// Thickness of the skin's layers by site and sex: assets/evidence/sites.csv (histology, OCT and Raman for the
// epidermis; Meng 2022 ultrasound for the facial dermis with the 50 MHz study as the upper end of the band).
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
  Band fat;     // value 0 where no number was found: drawn, not measured

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
