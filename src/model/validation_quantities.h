// The quantities that published results are compared in; a closed set, each computed by the model as it stands, with
// the model's own band. Names and units:
//
//   reach_mm, residual_mm, reach_share (of the needle length), deepest_layer
//   opening_um, density_per_cm2
//   barrier_closed_hours, hole_closed_hours    until closure.left_at_closure is left open
//   closure_half_life_hours, epidermis_closed_share@day
//   neutrophil_peak_day, macrophage_peak_day, capillary_peak_day, capillary_peak_fold
//   inflammation_back_day, growth_factor_back_day, proteinase_back_day    less than a tenth of the peak is left
//   activation_share@day (of its peak), activation_ratio@day/day
//   collagen_total_gain_percent@day and the same of collagen_1, collagen_3, epidermis, capillaries, elastin
//   total_elastin_gain_percent@day (with what the sun had altered), tropoelastin@day (relative)
//   collagen_gain_ratio@day/day, new_collagen_3_share_percent@day
//   wound_ratio_3_to_1@day, wound_ratio_course@day/day, wound_cross_link_share@day    in a wound without a dermis
//   improvement_percent@day, hair_difference@week, synthesis_1, synthesis_3
//   relative_pain, delivery_gain (as computed, not held to what was measured)
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/skin.h"

namespace needling {

// What a prediction is made for; the fields as in ValidationRow.
struct PredictionCase {
  std::string protocol;
  std::string against;
  std::string course;
};

// An unknown quantity or a malformed case is a programmer's error.
Band predictedBand(std::string_view quantity, const PredictionCase& what);

bool isLayerQuantity(std::string_view quantity);
// None where no layer has that id.
std::optional<Layer> layerNamed(std::string_view id);

}  // namespace needling
