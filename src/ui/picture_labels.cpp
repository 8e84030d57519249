#include "ui/picture_labels.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/text.h"
#include "model/describe.h"
#include "model/texts.h"
#include "ui/theme.h"

namespace needling::ui {
namespace {

constexpr ImU32 kPaper = IM_COL32(255, 255, 255, 224);

float px(double value) { return static_cast<float>(value); }

ImVec2 textSize(const std::string& words) { return ImGui::CalcTextSize(words.c_str()); }

// Moves label rows apart so that none overlaps, keeping their order and staying above `bottom` where possible.
void spread(std::vector<float>& tops, float height, float bottom) {
  for (std::size_t i = 1; i < tops.size(); ++i) tops[i] = std::max(tops[i], tops[i - 1] + height);
  float limit = bottom;
  for (std::size_t i = tops.size(); i-- > 0;) {
    tops[i] = std::min(tops[i], limit - height);
    limit = tops[i];
  }
}

// The finest step in millimetres whose marks stand at least `apart` pixels from each other.
double rulerStep(double pixels_per_mm, double apart) {
  for (const double step : {0.001, 0.005, 0.01, 0.05, 0.1, 0.5}) {
    if (step * pixels_per_mm >= apart) return step;
  }
  return 1.0;
}

struct LayerSpan {
  Layer layer;
  double top_mm;
  double bottom_mm;
};

std::array<LayerSpan, 5> layerSpans(const Skin& skin, double epidermis_growth, double window_bottom) {
  const double epidermis = skin.epidermisBottom() * epidermis_growth;
  return {{{Layer::kStratumCorneum, 0.0, skin.stratum_corneum.value},
           {Layer::kViableEpidermis, skin.stratum_corneum.value, epidermis},
           {Layer::kPapillaryDermis, epidermis, skin.papillaryBottom()},
           {Layer::kReticularDermis, skin.papillaryBottom(), skin.dermisBottom()},
           {Layer::kFat, skin.dermisBottom(), window_bottom}}};
}

struct Callout {
  double z_mm;
  std::string words;
  ImU32 ink;
};

// Open, closing at a pace the evidence leaves open, or closed.
std::string holeWords(const ChannelDrawing& channel, const std::string& depth) {
  static const double kClosed = constant("closure.left_at_closure");
  if (channel.open_fraction > kClosed) return formatText("picture.residual", {depth});
  return text(channel.open_fraction_high > kClosed ? "picture.closing" : "picture.closed");
}

std::vector<Callout> calloutsFor(const ChannelDrawing& channel, bool with_bands) {
  const NeedleDepth& depth = channel.depth;
  const auto value = [&](const Band& band) {
    return with_bands ? bandText(band, 2, "mm") : formatFixed(band.value, 2) + " mm";
  };
  return {
      {depth.residual_mm.value, holeWords(channel, value(depth.residual_mm)), colours::kHole},
      {depth.reach_mm.value, formatText("picture.reach", {value(depth.reach_mm)}), colours::kReach},
      {depth.protrusion_mm, formatText("picture.protrusion", {formatNumber(depth.protrusion_mm)}), colours::kSteel}};
}

float widestOf(const std::vector<Callout>& callouts) {
  float widest = 0.0F;
  for (const Callout& callout : callouts) widest = std::max(widest, textSize(callout.words).x);
  return widest;
}

// The words over a column: needle length first, the others in the colour of what they tell.
std::vector<std::pair<std::string, ImU32>> columnLines(const NeedleDepth& depth, bool stacked) {
  const std::string length = formatNumber(depth.protrusion_mm);
  const std::string reach = formatFixed(depth.reach_mm.value, 2);
  if (stacked) return {{length, colours::kText}, {reach, colours::kReach}};
  const std::string band = formatFixed(depth.reach_mm.low, 2) + "–" + formatFixed(depth.reach_mm.high, 2);
  const std::string& last = depth.extrapolated ? text("picture.extrapolated") : layerName(depth.deepest_layer);
  return {{length + " mm", colours::kText},
          {formatText("picture.reachShort", {reach}), colours::kReach},
          {"(" + band + ")", colours::kReach},
          {formatText("picture.residualShort", {formatFixed(depth.residual_mm.value, 2)}), colours::kHole},
          {last, depth.extrapolated ? colours::kCaution : colours::kText}};
}

}  // namespace

void drawTag(ImDrawList* list, ImVec2 at, const std::string& words, ImU32 ink) {
  const ImVec2 size = textSize(words);
  list->AddRectFilled({at.x - 4.0F, at.y - 1.0F}, {at.x + size.x + 4.0F, at.y + size.y + 1.0F}, kPaper, 4.0F);
  list->AddText(at, ink, words.c_str());
}

float rulerWidth() { return ImGui::GetFontSize() * 2.6F; }

void drawRuler(ImDrawList* list, const ViewWindow& window, float bottom) {
  const float left = px(window.left_px), width = rulerWidth();
  const float zero = std::max(px(window.zToPx(0.0)), px(window.top_px));
  list->AddRectFilled({left, zero}, {left + width, bottom}, kPaper);
  const double fine = rulerStep(1.0 / window.mm_per_px, 7.0);
  const double named = rulerStep(1.0 / window.mm_per_px, 2.2 * static_cast<double>(ImGui::GetFontSize()));
  const int every = static_cast<int>(std::lround(named / fine));
  for (int mark = std::max(0, static_cast<int>(std::ceil(window.top_z_mm / fine))); mark * fine < window.bottomMm();
       ++mark) {
    const float y = px(window.zToPx(mark * fine));
    if (y > bottom - 2.0F) break;
    const bool big = mark % every == 0;
    list->AddLine({left + width * (big ? 0.62F : 0.84F), y}, {left + width, y}, colours::kText, big ? 1.6F : 1.0F);
    if (!big) continue;
    const std::string label = mark == 0 ? "0 mm" : formatNumber(std::round(mark * fine * 1000.0) / 1000.0);
    const ImVec2 size = textSize(label);
    if (mark == 0) {
      list->AddText({left + 2.0F, y - size.y - 1.0F}, colours::kText, label.c_str());
    } else if (y + 0.5F * size.y < bottom && y - 0.5F * size.y > px(window.top_px)) {
      list->AddText({left + 3.0F, y - (size.x > 0.6F * width ? size.y + 1.0F : 0.5F * size.y)}, colours::kText,
                    label.c_str());
    }
  }
}

void drawLayerNames(ImDrawList* list, const ViewWindow& window, const Skin& skin, double epidermis_growth,
                    float bottom) {
  const float height = ImGui::GetFontSize() + 4.0F;
  const float left = px(window.left_px) + rulerWidth();
  struct Name {
    Layer layer;
    float points_at;
  };
  std::vector<Name> names;
  std::vector<float> tops;
  for (const LayerSpan& span : layerSpans(skin, epidermis_growth, window.bottomMm())) {
    const float top = std::max(px(window.zToPx(span.top_mm)), px(window.top_px));
    const float end = std::min(px(window.zToPx(span.bottom_mm)), bottom);
    const bool fits = span.layer != Layer::kFat || end - top > height;
    if (end - top < 0.5F || !fits) continue;
    const float middle = 0.5F * (top + end);
    names.push_back({span.layer, middle});
    // The first name stands in the air over the thin layers it points into.
    const bool in_air = span.layer == Layer::kStratumCorneum && end - top < height;
    tops.push_back(in_air ? top - height - 3.0F : middle - 0.5F * height);
  }
  spread(tops, height, bottom);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const float bend = left + 12.0F;
    list->AddLine({left, names[i].points_at}, {bend, tops[i] + 0.5F * height}, colours::kText, 1.2F);
    drawTag(list, {bend + 5.0F, tops[i] + 1.0F}, layerName(names[i].layer), colours::kText);
  }
}

void drawCallouts(ImDrawList* list, const ViewWindow& window, const ChannelDrawing& channel, float bottom,
                  float words_bottom) {
  const float height = ImGui::GetFontSize() + 7.0F;
  const float x = px(window.xToPx(channel.x_mm));
  const float left_edge = px(window.left_px), right_edge = px(window.left_px + window.width_px);
  constexpr float kGap = 30.0F, kMargin = 8.0F;
  // With their bands where they fit beside the needle, else the numbers alone, pushed back inside the picture.
  std::vector<Callout> callouts = calloutsFor(channel, true);
  if (x + kGap + widestOf(callouts) + kMargin > right_edge) callouts = calloutsFor(channel, false);
  // What a close-up leaves outside is not labelled.
  std::erase_if(callouts, [&](const Callout& callout) {
    const float y = px(window.zToPx(callout.z_mm));
    return y < px(window.top_px) || y > bottom;
  });
  if (callouts.empty() || x < left_edge || x > right_edge) return;
  std::vector<float> tops;
  for (const Callout& callout : callouts) tops.push_back(px(window.zToPx(callout.z_mm)) - 0.5F * height);
  spread(tops, height, words_bottom);
  const float text_left = std::min(x + kGap, right_edge - widestOf(callouts) - kMargin);
  for (std::size_t i = 0; i < callouts.size(); ++i) {
    const float y = px(window.zToPx(callouts[i].z_mm)), row = tops[i] + 0.5F * height;
    const float from = x + 3.0F, to = text_left - 5.0F;
    list->AddLine({from, y}, {to, row}, IM_COL32(255, 255, 255, 220), 3.5F);
    list->AddLine({from, y}, {to, row}, callouts[i].ink, 1.6F);
    list->AddCircleFilled({from, y}, 3.0F, callouts[i].ink);
    drawTag(list, {text_left, tops[i] + 2.0F}, callouts[i].words, callouts[i].ink);
  }
}

void drawColumns(ImDrawList* list, const ViewWindow& window, const std::vector<ChannelDrawing>& channels, bool stacked,
                 float top) {
  const float line = ImGui::GetFontSize() + 2.0F;
  for (const ChannelDrawing& channel : channels) {
    const float x = px(window.xToPx(channel.x_mm));
    float y = top;
    for (const auto& [words, ink] : columnLines(channel.depth, stacked)) {
      const ImVec2 size = textSize(words);
      list->AddText({x - 0.5F * size.x, y}, ink, words.c_str());
      y += line;
    }
  }
}

}  // namespace needling::ui
