// What a drawing in print has around it, whatever it shows: page, title, description, the protocol above and the disclaimer
// below.
#pragma once

#include <functional>
#include <string>

#include "model/look.h"
#include "model/parameters.h"
#include "render/svg_words.h"

namespace needling::render {

inline constexpr Range kSvgWidths = {320.0, 4000.0};

struct SvgOptions {
  double width_px = 1200.0;      // brought into kSvgWidths; the height follows
  Look look = {};                // as on the page; the zoom is brought into range
  std::string description = {};  // what the picture shows, in sentences: describe()
  std::string id_prefix = "n-";  // letters; differs between drawings that share a page
};

// A page is laid out at most 1200 pixels wide; a wider drawing is that one, larger.
SvgPage pageFor(const SvgOptions& options);

// Height of the picture on a page: half its width, and on narrow pages more, as on the screen.
double pictureHeight(const SvgPage& page);

// The tissue in its own coordinates, micrometres, for what `draw(ink)` draws; what stands outside the window is cut off.
void drawTissue(SvgWriter& svg, const SvgPage& page, const Drawing& drawing, const std::function<void(Ink&)>& draw);

// What is drawn in print, in the look's colours. The arguments outlive the drawing.
Drawing svgDrawing(const SectionScene& scene, const SectionMoment& moment, const ViewWindow& window, const Look& look);

// Legend and disclaimer below the picture. Answers the page's lower edge.
double drawFoot(SvgWriter& svg, const SvgPage& page, const Drawing& drawing, LegendKind legend);

// The document around `body`, which is `height_px` high.
std::string svgDocument(const SvgPage& page, const SvgOptions& options, const Palette& palette, double height_px,
                        const std::string& title, const std::string& body);

}  // namespace needling::render
