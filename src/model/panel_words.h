// What the open topic of the guide, or the open step of a lesson, says: for those who hear the page.
#pragma once

#include <string>

#include "model/sim.h"

namespace needling {

// Its heading and its sentences as the panel has them; empty while neither is open.
std::string panelWords(const Sim& sim);

}  // namespace needling
