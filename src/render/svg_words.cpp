#include "render/svg_words.h"

#include <algorithm>
#include <utility>

#include "core/text.h"
#include "model/describe.h"
#include "model/section_labels.h"
#include "model/shown.h"
#include "model/texts.h"

namespace needling::render {
namespace {

// Of DejaVu Sans, the widest of those that "sans-serif" is likely to be; in text sizes.
double letterWidth(char c) {
  if ((static_cast<unsigned char>(c) & 0xc0U) == 0x80U) return 0.0;  // the rest of a letter of several bytes
  if (std::string_view("ijl.,:;'|!I ").find(c) != std::string_view::npos) return 0.34;
  if (std::string_view("ftr()[]-/").find(c) != std::string_view::npos) return 0.42;
  if (std::string_view("mwMW%+").find(c) != std::string_view::npos) return 0.92;
  return c >= 'A' && c <= 'Z' ? 0.73 : 0.63;
}

void line(SvgWriter& svg, double x1, double y1, double x2, double y2, const std::string& colour, double width) {
  svg.leaf("path", {{"d", "M" + svgNumber(x1) + " " + svgNumber(y1) + "L" + svgNumber(x2) + " " + svgNumber(y2)},
                    {"stroke", colour},
                    {"stroke-width", svgNumber(width)}});
}

double tagHeight(const SvgPage& page) { return 1.45 * page.font_px; }

// Words on a light ground that reads over any tissue.
void drawTag(SvgWriter& svg, const SvgPage& page, const Palette& palette, double x, double top, std::string_view words,
             const glm::vec3& ink) {
  svg.leaf("rect", {{"x", svgNumber(x - 4.0)},
                    {"y", svgNumber(top + 1.0)},
                    {"width", svgNumber(wordsWidth(words, page.font_px) + 8.0)},
                    {"height", svgNumber(tagHeight(page) - 2.0)},
                    {"rx", "3"},
                    {"fill", svgColour(palette.paper)},
                    {"fill-opacity", ".9"}});
  svg.words("text", {{"x", svgNumber(x)}, {"y", svgNumber(top + 1.05 * page.font_px)}, {"fill", svgColour(ink)}},
            words);
}

double pictureBottom(const Drawing& drawing) { return drawing.window.top_px + drawing.window.height_px; }

glm::vec3 inkOf(const Palette& palette, Measure measure) {
  return measure == Measure::kResidual ? palette.hole_words
         : measure == Measure::kReach  ? palette.reach_words
                                       : palette.ink;
}

double widestOf(const std::vector<Callout>& callouts, double font_px) {
  double widest = 0.0;
  for (const Callout& callout : callouts) widest = std::max(widest, wordsWidth(callout.words, font_px));
  return widest;
}

}  // namespace

double wordsWidth(std::string_view words, double font_px) {
  double width = 0.0;
  for (const char c : words) width += letterWidth(c);
  return width * font_px;
}

std::vector<std::string> wrapWords(std::string_view words, double font_px, double width_px) {
  std::vector<std::string> lines(1);
  for (const std::string_view word : split(words, ' ')) {
    const std::string longer = lines.back().empty() ? std::string(word) : lines.back() + " " + std::string(word);
    if (!lines.back().empty() && wordsWidth(longer, font_px) > width_px) {
      lines.emplace_back(word);
    } else {
      lines.back() = longer;
    }
  }
  return lines;
}

double drawLines(SvgWriter& svg, const SvgPage& page, double top, std::string_view words, double font_px, bool bold) {
  for (const std::string& each : wrapWords(words, font_px * (bold ? 1.1 : 1.0), page.width_px - 2.0 * page.margin_px)) {
    svg.words("text",
              {{"x", svgNumber(page.margin_px)},
               {"y", svgNumber(top + font_px)},
               {"font-size", svgNumber(font_px)},
               {"font-weight", bold ? "bold" : ""}},
              each);
    top += 1.4 * font_px;
  }
  return top;
}

double rulerWidth(const SvgPage& page) { return 3.3 * page.font_px; }

void drawRuler(SvgWriter& svg, const SvgPage& page, const Drawing& drawing) {
  const ViewWindow& window = drawing.window;
  const double width = rulerWidth(page), bottom = pictureBottom(drawing);
  const double zero = std::max(window.zToPx(0.0), window.top_px);
  svg.open("g", {{"id", page.id("ruler")}});
  svg.leaf("rect", {{"y", svgNumber(zero)},
                    {"width", svgNumber(width)},
                    {"height", svgNumber(bottom - zero)},
                    {"fill", svgColour(drawing.palette.paper)},
                    {"fill-opacity", ".9"}});
  for (const RulerMark& mark : rulerMarks(window, 7.0, 2.2 * page.font_px)) {
    const double y = window.zToPx(mark.z_mm);
    if (y > bottom - 2.0) break;
    const bool big = !mark.label.empty();
    svg.leaf("line", {{"data-mm", formatNumber(mark.z_mm)},
                      {"x1", svgNumber(width * (big ? 0.66 : 0.84))},
                      {"y1", svgNumber(y)},
                      {"x2", svgNumber(width)},
                      {"y2", svgNumber(y)},
                      {"stroke", svgColour(drawing.palette.ink)},
                      {"stroke-width", big ? "1.6" : "1"}});
    if (!big || y + 0.5 * page.font_px > bottom) continue;
    if (mark.z_mm == 0.0) {
      svg.leaf("rect", {{"y", svgNumber(y - 1.4 * page.font_px)},
                        {"width", svgNumber(width)},
                        {"height", svgNumber(1.4 * page.font_px)},
                        {"fill", svgColour(drawing.palette.paper)},
                        {"fill-opacity", ".9"}});
    }
    // Zero stands above its mark, in the air.
    const double lift = mark.z_mm == 0.0 ? -0.35 : 0.36;
    svg.words("text",
              {{"x", svgNumber(width * (mark.z_mm == 0.0 ? 0.98 : 0.58))},
               {"y", svgNumber(y + lift * page.font_px)},
               {"text-anchor", "end"}},
              mark.label);
  }
  svg.close();
}

void drawScaleBar(SvgWriter& svg, const SvgPage& page, const Drawing& drawing) {
  const ViewWindow& window = drawing.window;
  const double length_mm = roundStep(1.0 / window.mm_per_px, 0.055 * page.width_px);
  const double length_px = length_mm / window.mm_per_px;
  const std::string words = shownNumber(length_mm) + " mm";
  const double room = std::max(length_px, wordsWidth(words, page.font_px)) + 16.0;
  const double right = page.width_px - 10.0, bottom = pictureBottom(drawing) - 8.0;
  const double top = bottom - tagHeight(page) - 10.0, middle = right - 0.5 * room;
  svg.open("g", {{"id", page.id("scale")}});
  svg.leaf("rect", {{"x", svgNumber(right - room)},
                    {"y", svgNumber(top)},
                    {"width", svgNumber(room)},
                    {"height", svgNumber(bottom - top)},
                    {"rx", "3"},
                    {"fill", svgColour(drawing.palette.paper)},
                    {"fill-opacity", ".9"}});
  svg.leaf("rect", {{"x", svgNumber(middle - 0.5 * length_px)},
                    {"y", svgNumber(bottom - 9.0)},
                    {"width", svgNumber(length_px)},
                    {"height", "4"},
                    {"fill", svgColour(drawing.palette.ink)}});
  svg.words("text", {{"x", svgNumber(middle)}, {"y", svgNumber(top + 1.15 * page.font_px)}, {"text-anchor", "middle"}},
            words);
  svg.close();
}

void drawLayerNames(SvgWriter& svg, const SvgPage& page, const Drawing& drawing) {
  const ViewWindow& window = drawing.window;
  const double height = tagHeight(page) + 2.0, left = rulerWidth(page), bottom = pictureBottom(drawing);
  std::vector<std::pair<Layer, double>> names;  // and the height each points at
  std::vector<double> tops;
  for (const LayerSpan& span : layerSpans(drawing.scene.skin, drawing.moment.epidermis, window.bottomMm())) {
    const double top = std::max(window.zToPx(span.top_mm), window.top_px);
    const double end = std::min(window.zToPx(span.bottom_mm), bottom);
    if (end - top < 0.5) continue;
    names.emplace_back(span.layer, 0.5 * (top + end));
    // The first name stands in the air over the thin layers it points into.
    const bool in_air = span.layer == Layer::kStratumCorneum && end - top < height;
    tops.push_back(in_air ? top - height - 3.0 : 0.5 * (top + end - height));
  }
  spread(tops, height, bottom);
  svg.open("g", {{"id", page.id("layers")}});
  for (std::size_t i = 0; i < names.size(); ++i) {
    const double bend = left + 0.9 * page.font_px;
    for (const auto& [tint, wide] : {std::pair{drawing.palette.paper, 3.0}, std::pair{drawing.palette.ink, 1.2}})
      line(svg, left, names[i].second, bend, tops[i] + 0.5 * tagHeight(page), svgColour(tint), wide);
    drawTag(svg, page, drawing.palette, bend + 5.0, tops[i], layerName(names[i].first), drawing.palette.ink);
  }
  svg.close();
}

void drawCallouts(SvgWriter& svg, const SvgPage& page, const Drawing& drawing) {
  const ViewWindow& window = drawing.window;
  const std::vector<ChannelDrawing> channels = sectionChannels(drawing.scene, drawing.moment);
  if (channels.empty()) return;
  const double x = window.xToPx(channels.back().x_mm), bottom = pictureBottom(drawing), height = tagHeight(page) + 3.0;
  const double gap = 2.0 * page.font_px;
  constexpr double kMargin = 8.0;
  std::vector<Callout> callouts = calloutsFor(channels.back(), true);
  if (x + gap + widestOf(callouts, page.font_px) + kMargin > page.width_px)
    callouts = calloutsFor(channels.back(), false);
  // What a close-up leaves outside is not labelled.
  std::erase_if(callouts, [&](const Callout& callout) {
    const double y = window.zToPx(callout.z_mm);
    return y < window.top_px || y > bottom;
  });
  if (x < 0.0 || x > page.width_px) return;
  std::vector<double> tops;
  for (const Callout& callout : callouts) tops.push_back(window.zToPx(callout.z_mm) - 0.5 * height);
  spread(tops, height, bottom);
  const double left = std::min(x + gap, page.width_px - widestOf(callouts, page.font_px) - kMargin);
  svg.open("g", {{"id", page.id("depths")}});
  for (std::size_t i = 0; i < callouts.size(); ++i) {
    const double y = window.zToPx(callouts[i].z_mm), row = tops[i] + 0.5 * height;
    const glm::vec3 ink = inkOf(drawing.palette, callouts[i].measure);
    line(svg, x + 3.0, y, left - 5.0, row, svgColour(drawing.palette.paper), 3.5);
    line(svg, x + 3.0, y, left - 5.0, row, svgColour(ink), 1.6);
    svg.leaf("circle", {{"data-mm", formatNumber(callouts[i].z_mm)},
                        {"cx", svgNumber(x + 3.0)},
                        {"cy", svgNumber(y)},
                        {"r", "3"},
                        {"fill", svgColour(ink)}});
    drawTag(svg, page, drawing.palette, left, tops[i] + 1.5, callouts[i].words, ink);
  }
  svg.close();
}

double columnStep(const SvgPage& page) { return 1.25 * page.font_px; }

void drawColumns(SvgWriter& svg, const SvgPage& page, const Drawing& drawing,
                 const std::vector<ChannelDrawing>& channels, double top, bool brief) {
  svg.open("g", {{"id", page.id("columns")}, {"text-anchor", "middle"}});
  for (const ChannelDrawing& channel : channels) {
    const std::string x = svgNumber(drawing.window.xToPx(channel.x_mm));
    double y = top + page.font_px;
    for (const ColumnLine& each : columnLines(channel.depth, brief)) {
      svg.words("text",
                {{"x", x},
                 {"y", svgNumber(y)},
                 {"fill", svgColour(inkOf(drawing.palette, each.measure))},
                 {"font-style", each.doubtful ? "italic" : ""}},
                each.words);
      y += columnStep(page);
    }
  }
  svg.close();
}

}  // namespace needling::render
