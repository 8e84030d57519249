#include <string>

#include "model/texts.h"
#include "render/legend_samples.h"
#include "render/svg_ink.h"
#include "render/svg_words.h"

namespace needling::render {

double drawLegend(SvgWriter& svg, const SvgPage& page, const Palette& palette, LegendKind kind, double top) {
  constexpr int kSampleDecimals = 1;
  const double row = 1.7 * page.font_px, sample = kSampleWidth + 7.0;
  double x = page.margin_px, y = top;
  int number = 0;
  svg.open("g", {{"id", page.id("legend")}});
  for (const char* entry : legendEntries(kind)) {
    const std::string& words = text(entry);
    const double width = sample + wordsWidth(words, page.font_px) + 1.2 * page.font_px;
    if (x > page.margin_px && x + width > page.width_px) {
      x = page.margin_px;
      y += row;
    }
    const double sample_top = y + 0.72 * page.font_px - 0.5 * kSampleHeight;
    svg.open("g", {{"transform", "translate(" + svgNumber(x) + " " + svgNumber(sample_top) + ")"}});
    SvgInk ink(svg, page.id("sample-" + std::to_string(number++) + "-"), kSampleDecimals, 0.1 * kSamplePixelMm);
    drawLegendSample(ink, palette, entry);
    ink.finish();
    svg.close();
    svg.words("text", {{"x", svgNumber(x + sample)}, {"y", svgNumber(y + 1.07 * page.font_px)}}, words);
    x += width;
  }
  svg.close();
  return y + row;
}

}  // namespace needling::render
