// The skin from above as SVG, as the page shows it after the last pass, and the door to whichever picture is chosen.
#pragma once

#include <string>

#include "model/sim.h"
#include "render/svg_document.h"

namespace needling::render {

// A whole document, as sectionSvg(): with scale bar, legend, parameters and disclaimer; described by describe().
std::string surfaceSvg(const Sim& sim, SvgOptions options);

// What `picture` of the state names: section, strip or the skin from above.
std::string pictureSvg(const Sim& sim, const SvgOptions& options);

}  // namespace needling::render
