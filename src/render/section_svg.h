// The section as SVG, from the same scene and moment that WebGL draws: for print, for pages without WebGL, and for tests
// without a GPU. Tissue is drawn in micrometres, so the file is to scale at any size.
#pragma once

#include <string>

#include "model/split.h"
#include "render/svg_document.h"

namespace needling::render {

// A whole document: words, ruler, legend and disclaimer included. The same arguments give the same bytes. No script, no
// style sheet, nothing loaded from elsewhere. As `sim` looks there, described by describe(); `options` gives width and prefix.
std::string sectionSvg(const Sim& sim, SvgOptions options);

// One side of the state alone, on any day, for rows of stills of one scale; described by its title alone.
std::string stillSvg(const Sim& sim, const SplitSide& side, double day, const SvgOptions& options);

}  // namespace needling::render
