// A state as text and back: JSON for files and pages, a short form for the fragment of a URL.
#pragma once

#include <string>
#include <string_view>

#include "model/sim.h"

namespace needling {

// {"version":1,"device":"pen",...,"day":0,"picture":"section","split":"none"}: flat, keys are the parameter ids; of
// protocol B only what differs, "b":"copy","b.sessions":6.
std::string stateToJson(const State& state);

// Reads such a document into `sim`: all of it or nothing. Missing keys take their defaults ("preset" first, if it is
// there), unknown keys are ignored; a document of another version, broken JSON or a bad value is refused.
Status stateFromJson(Sim& sim, std::string_view json);

// "v1.needleLength_2~site_forehead~day_60.1a2b3c4d": what differs from the defaults, and a checksum that tells when
// the link was cut off. Characters that every URL and mail program leaves alone.
std::string stateToFragment(const State& state);
// A fragment is the visitor's, so it does not reach what is locked.
Status stateFromFragment(Sim& sim, std::string_view fragment);

}  // namespace needling
