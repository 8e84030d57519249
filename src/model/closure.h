// How long channels stay open, as two curves, because sources measure two things: the barrier (water loss, impedance)
// and the geometry (dye, OCT), which lasts longer. Each is open(t) = left^((t / T)^p): `left` is open after T hours.
//
// In the open air p = 1. Barrier: T 4.5 h in rat (Kalluri 2011), under 2 h by impedance in human (Gupta 2011), still
// above baseline at 48 h after 0.5 mm in one human series and longest after 1.5 mm (Sasaki 2019), within 72 h on the
// face (Han 2012). Geometry: T 12 h at 0.37 mm, 18 h at 0.77 mm, rat (Kalluri 2011); its upper end is the barrier's, as
// no study found the hole closed before the barrier was back. Covered, both curves follow the lifetime by impedance,
// longer in darker skin (Ogunjimi 2020). That study grouped people by ancestry and measured lightness L*: that its
// lightest and darkest group stand for Fitzpatrick tones 1 and 6 is an assumption. p then meets the published half-life
// too. No study tells the lifetime in the open air by skin tone. Over 65 closing is slower (Kelchen 2016, direction
// only): the upper end alone moves, by the delay published for another wound (Holt 1992).
#pragma once

#include "model/evidence.h"
#include "model/protocol.h"

namespace needling {

// Share still open `hours` after a treatment, 0 to 1, as value and band (low closes fastest); 1 before it.
Band barrierOpenFraction(const Protocol& protocol, double hours);
Band geometricOpenFraction(const Protocol& protocol, double hours);

}  // namespace needling
