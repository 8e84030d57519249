// How much of a topical passes through the open channels, against intact skin. Two paths side by side: diffusion
// through the holes to the superficial vessels while the holes close (slab_diffusion.h, closure.h), and intact skin by
// its permeability (Potts and Guy 1992).
//
//   gain = 1 + kappa a Q / (Kp t)     a open area, Q delivered through a hole, Kp permeability, t contact time
//
// A hole full of water would give thousands, as in isolated epidermis; in full-thickness skin 2 to 22 times were
// measured (Mohammed 2014; vitamin C in rat 10.54, You and Park 2010). The one fitted constant kappa brings vitamin C
// at the reference treatment to 10.54; it stands for all that makes a hole conduct less than water. Where the model
// still exceeds what was measured, the measured range is shown and `exceeds_measured` says so.
#pragma once

#include <string>
#include <vector>

#include "model/evidence.h"
#include "model/protocol.h"

namespace needling {

struct Molecule {
  std::string id;       // "vitaminC"
  std::string topical;  // choice of the parameter `topical` that it stands for, empty for none
  double molar_mass_da = 0.0;
  Band diffusion_cm2_s;    // in a channel; low: in the tissue around it
  Band permeability_cm_h;  // of intact skin

  const std::string& label() const;  // "vitamin C", in the language chosen
};

// assets/evidence/molecules.csv.
const std::vector<Molecule>& molecules();
// The molecule that the chosen topical stands for; null for nothing, and for retinoids, which are only warned of.
const Molecule* moleculeOf(const Protocol& protocol);

struct Delivery {
  Band gain;                      // over 24 h, times intact skin; 1 without channels; never above what was measured
  Band percent_through_channels;  // share of what is delivered, 0 to 100
  Band model_gain;                // as computed, not shown to people
  bool exceeds_measured = false;  // part of the model's band lies above the measured range and is not shown
  bool centre_exceeds_measured = false;  // so does its centre: `gain` is then the measured one alone
};

// For a topical put on right after a treatment; about 0.3 ms, so for results, not for frames.
Delivery deliveryOf(const Protocol& protocol, const Molecule& molecule);

}  // namespace needling
