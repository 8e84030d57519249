// How long channels stay open, as two curves, because sources measure two things: the barrier (water loss, impedance) and
// the geometry (dye, OCT), which lasts longer, for longer needles longer still (Kalluri 2011, rat).
#pragma once

#include "model/evidence.h"
#include "model/protocol.h"

namespace needling {

// Share still open `hours` (>= 0) after a treatment, 0 to 1, as value and band (low closes fastest).
// Age and cover are not modelled; the band holds the slowest published group.
Band barrierOpenFraction(const Protocol& protocol, double hours);
Band geometricOpenFraction(const Protocol& protocol, double hours);

}  // namespace needling
