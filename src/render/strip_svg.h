// The strip as SVG: the same skin under seven needle lengths, as the page shows it.
#pragma once

#include <string>

#include "model/sim.h"
#include "render/svg_document.h"

namespace needling::render {

// A whole document, as sectionSvg(): with ruler, legend, parameters and disclaimer; described by describe().
std::string stripSvg(const Sim& sim, SvgOptions options);

}  // namespace needling::render
