// The section as SVG, from the same scene and moment that WebGL draws: for print, for pages without WebGL, and for tests
// without a GPU. Tissue is drawn in micrometres, so the file is to scale at any size.
#pragma once

#include <string>

#include "model/sim.h"
#include "model/view_window.h"
#include "render/svg_document.h"

namespace needling::render {

// A whole document: words, ruler, legend and disclaimer included. The same arguments give the same bytes. No script, no
// style sheet, nothing loaded from elsewhere.
std::string sectionSvg(const Protocol& protocol, const SectionScene& scene, const SectionMoment& moment,
                       const SvgOptions& options);

// The state of `sim`, as it looks there, described by describe(); `options` gives width and prefix.
std::string sectionSvg(const Sim& sim, SvgOptions options);

// Another day of its course, for rows of stills; described by its title alone.
std::string sectionSvg(const Sim& sim, double day, const SvgOptions& options);

}  // namespace needling::render
