#include "render/svg_words.h"

#include <algorithm>

#include "core/text.h"
#include "model/describe.h"
#include "model/label_layout.h"
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

double pictureBottom(const Drawing& drawing) { return drawing.window.top_px + drawing.window.height_px; }

glm::vec3 inkOf(const Palette& palette, Measure measure) {
  return measure == Measure::kResidual ? palette.hole_words
         : measure == Measure::kReach  ? palette.reach_words
                                       : palette.ink;
}

constexpr double kSide = 4.0;  // px of a label's ground beside its words

LabelType labelType(const SvgPage& page) {
  return {.line_px = 1.2 * page.font_px,
          .pad_px = 0.125 * page.font_px - 1.0,
          .side_px = kSide,
          .bend_px = 0.9 * page.font_px,
          .width_px = [font_px = page.font_px](const std::string& words) { return wordsWidth(words, font_px); }};
}

// A length in the picture's lower right corner.
struct ScaleBar {
  LabelBox ground;
  double length_px;
  std::string words;
};

ScaleBar scaleBar(const SvgPage& page, const Drawing& drawing) {
  const double mm_per_px = drawing.window.mm_per_px, length_mm = roundStep(1.0 / mm_per_px, 0.055 * page.width_px);
  ScaleBar bar{.ground = {}, .length_px = length_mm / mm_per_px, .words = shownNumber(length_mm) + " mm"};
  const double room = std::max(bar.length_px, wordsWidth(bar.words, page.font_px)) + 16.0;
  const double right = page.width_px - 10.0, bottom = pictureBottom(drawing) - 8.0;
  bar.ground = {right - room, bottom - tagHeight(page) - 10.0, right, bottom};
  return bar;
}

LabelRoom labelRoom(const SvgPage& page, const Drawing& drawing) {
  const ViewWindow& window = drawing.window;
  const double bottom = pictureBottom(drawing);
  return {.box = {.left = rulerWidth(page), .top = window.top_px, .right = page.width_px, .bottom = bottom},
          .seen_bottom = bottom,
          .bars = {scaleBar(page, drawing).ground}};
}

// Words on a light ground at the end of a line that leads there.
void drawLabel(SvgWriter& svg, const SvgPage& page, const Palette& palette, const PlacedLabel& label,
               const glm::vec3& ink, double width) {
  const LabelLine& way = label.leader;
  line(svg, way.from_x, way.from_y, way.to_x, way.to_y, svgColour(palette.paper), width + 1.9);
  line(svg, way.from_x, way.from_y, way.to_x, way.to_y, svgColour(ink), width);
  svg.leaf("rect", {{"x", svgNumber(label.box.left)},
                    {"y", svgNumber(label.box.top)},
                    {"width", svgNumber(label.box.right - label.box.left)},
                    {"height", svgNumber(label.box.bottom - label.box.top)},
                    {"rx", "3"},
                    {"fill", svgColour(palette.paper)},
                    {"fill-opacity", ".9"}});
  const double first = label.box.top + 1.05 * page.font_px - 1.0;
  for (std::size_t i = 0; i < label.lines.size(); ++i) {
    svg.words("text",
              {{"x", svgNumber(label.box.left + kSide)},
               {"y", svgNumber(first + 1.2 * page.font_px * static_cast<double>(i))},
               {"fill", svgColour(ink)}},
              label.lines[i]);
  }
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
  const ScaleBar bar = scaleBar(page, drawing);
  const double middle = 0.5 * (bar.ground.left + bar.ground.right);
  svg.open("g", {{"id", page.id("scale")}});
  svg.leaf("rect", {{"x", svgNumber(bar.ground.left)},
                    {"y", svgNumber(bar.ground.top)},
                    {"width", svgNumber(bar.ground.right - bar.ground.left)},
                    {"height", svgNumber(bar.ground.bottom - bar.ground.top)},
                    {"rx", "3"},
                    {"fill", svgColour(drawing.palette.paper)},
                    {"fill-opacity", ".9"}});
  svg.leaf("rect", {{"x", svgNumber(middle - 0.5 * bar.length_px)},
                    {"y", svgNumber(bar.ground.bottom - 9.0)},
                    {"width", svgNumber(bar.length_px)},
                    {"height", "4"},
                    {"fill", svgColour(drawing.palette.ink)}});
  svg.words(
      "text",
      {{"x", svgNumber(middle)}, {"y", svgNumber(bar.ground.top + 1.15 * page.font_px)}, {"text-anchor", "middle"}},
      bar.words);
  svg.close();
}

void drawLabels(SvgWriter& svg, const SvgPage& page, const Drawing& drawing) {
  const std::vector<ChannelDrawing> channels = sectionChannels(drawing.scene, drawing.moment);
  const auto layers = layerSpans(drawing.scene.skin, drawing.moment.epidermis, drawing.window.bottomMm());
  const LabelRoom room = labelRoom(page, drawing);
  const LabelType type = labelType(page);
  std::vector<PlacedCallout> callouts;
  if (!channels.empty()) {
    const ChannelDrawing& labelled = channels.back();
    callouts = placeCallouts(drawing.window,
                             {.x_mm = labelled.x_mm,
                              .half_width_mm = 0.5 * std::max(labelled.opening_mm, labelled.needle_diameter_mm),
                              .full = calloutsFor(labelled, true),
                              .brief = calloutsFor(labelled, false)},
                             room, type, namesRight(drawing.window, layers, room, type));
  }
  svg.open("g", {{"id", page.id("layers")}});
  for (const PlacedName& name : placeNames(drawing.window, layers, room, type, callouts))
    drawLabel(svg, page, drawing.palette, name.label, drawing.palette.ink, 1.2);
  svg.close();
  if (callouts.empty()) return;
  svg.open("g", {{"id", page.id("depths")}});
  for (const PlacedCallout& callout : callouts) {
    const glm::vec3 ink = inkOf(drawing.palette, callout.measure);
    drawLabel(svg, page, drawing.palette, callout.label, ink, 1.6);
    svg.leaf("circle", {{"data-mm", formatNumber(callout.z_mm)},
                        {"cx", svgNumber(callout.label.leader.from_x)},
                        {"cy", svgNumber(callout.label.leader.from_y)},
                        {"r", "3"},
                        {"fill", svgColour(ink)}});
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
