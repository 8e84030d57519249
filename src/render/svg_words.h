// Words, ruler and legend around the drawn tissue. All in pixels of the page; text is as wide as the widest common
// sans-serif sets it, so that it fits with any.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/section_labels.h"
#include "render/drawing.h"
#include "render/svg_writer.h"

namespace needling::render {

// The page's measures, and the letters that its ids begin with.
struct SvgPage {
  double width_px;
  double font_px;
  double margin_px;
  std::string id_prefix;

  std::string id(std::string_view name) const { return id_prefix + std::string(name); }
};

// Width of words in pixels.
double wordsWidth(std::string_view words, double font_px);
// Lines of at most `width_px`.
std::vector<std::string> wrapWords(std::string_view words, double font_px, double width_px);

// Lines below each other; answers the lower edge.
double drawLines(SvgWriter& svg, const SvgPage& page, double top, std::string_view words, double font_px, bool bold);

void drawRuler(SvgWriter& svg, const SvgPage& page, const Drawing& drawing);
void drawScaleBar(SvgWriter& svg, const SvgPage& page, const Drawing& drawing);
// Names of the layers and the depths of the channel.
void drawLabels(SvgWriter& svg, const SvgPage& page, const Drawing& drawing);
// The words over the columns of the strip, from `top` down; `brief` as for columnLines().
void drawColumns(SvgWriter& svg, const SvgPage& page, const Drawing& drawing,
                 const std::vector<ChannelDrawing>& channels, double top, bool brief);
// From one of their lines to the next.
double columnStep(const SvgPage& page);
// Of the ruler, px.
double rulerWidth(const SvgPage& page);

// Answers the lower edge.
double drawLegend(SvgWriter& svg, const SvgPage& page, const Palette& palette, LegendKind kind, double top);

}  // namespace needling::render
