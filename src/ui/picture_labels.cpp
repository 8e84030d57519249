#include "ui/picture_labels.h"

#include <algorithm>

#include "model/describe.h"
#include "model/section_labels.h"
#include "model/shown.h"
#include "model/texts.h"
#include "ui/theme.h"

namespace needling::ui {
namespace {

constexpr ImU32 kPaper = IM_COL32(255, 255, 255, 224);

float px(double value) { return static_cast<float>(value); }

ImVec2 textSize(const std::string& words) { return ImGui::CalcTextSize(words.c_str()); }

ImU32 inkOf(Measure measure) {
  switch (measure) {
    case Measure::kResidual:
      return colours::kHole;
    case Measure::kReach:
      return colours::kReach;
    case Measure::kProtrusion:
      break;
  }
  return colours::kSteel;
}

float widestOf(const std::vector<Callout>& callouts) {
  float widest = 0.0F;
  for (const Callout& callout : callouts) widest = std::max(widest, textSize(callout.words).x);
  return widest;
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
  for (const RulerMark& mark : rulerMarks(window, 7.0, 2.2 * static_cast<double>(ImGui::GetFontSize()))) {
    const float y = px(window.zToPx(mark.z_mm));
    if (y > bottom - 2.0F) break;
    const bool big = !mark.label.empty();
    list->AddLine({left + width * (big ? 0.62F : 0.84F), y}, {left + width, y}, colours::kText, big ? 1.6F : 1.0F);
    if (!big) continue;
    const ImVec2 size = textSize(mark.label);
    if (mark.z_mm == 0.0) {
      list->AddRectFilled({left, y - size.y - 2.0F}, {left + width, y}, kPaper);
      list->AddText({left + 2.0F, y - size.y - 1.0F}, colours::kText, mark.label.c_str());
    } else if (y + 0.5F * size.y < bottom && y - 0.5F * size.y > px(window.top_px)) {
      list->AddText({left + 3.0F, y - (size.x > 0.6F * width ? size.y + 1.0F : 0.5F * size.y)}, colours::kText,
                    mark.label.c_str());
    }
  }
}

float drawLayerNames(ImDrawList* list, const ViewWindow& window, const Skin& skin, double epidermis_growth,
                     float bottom) {
  const float height = ImGui::GetFontSize() + 4.0F;
  const float left = px(window.left_px) + rulerWidth();
  struct Name {
    Layer layer;
    float points_at;
  };
  std::vector<Name> names;
  std::vector<double> tops;
  for (const LayerSpan& span : layerSpans(skin, epidermis_growth, window.bottomMm())) {
    const float top = std::max(px(window.zToPx(span.top_mm)), px(window.top_px));
    const float end = std::min(px(window.zToPx(span.bottom_mm)), bottom);
    const bool fits = span.layer != Layer::kFat || end - top > height;
    if (end - top < 0.5F || !fits) continue;
    const float middle = 0.5F * (top + end);
    names.push_back({span.layer, middle});
    // The first name stands in the air over the thin layers it points into.
    const bool in_air = span.layer == Layer::kStratumCorneum && end - top < height;
    tops.push_back(static_cast<double>(in_air ? top - height - 3.0F : middle - 0.5F * height));
  }
  spread(tops, static_cast<double>(height), static_cast<double>(bottom));
  float right = left;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const float bend = left + 12.0F;
    right = std::max(right, bend + 9.0F + textSize(layerName(names[i].layer)).x);
    list->AddLine({left, names[i].points_at}, {bend, px(tops[i]) + 0.5F * height}, kPaper, 3.2F);
    list->AddLine({left, names[i].points_at}, {bend, px(tops[i]) + 0.5F * height}, colours::kText, 1.2F);
    drawTag(list, {bend + 5.0F, px(tops[i]) + 1.0F}, layerName(names[i].layer), colours::kText);
  }
  return right;
}

void drawCallouts(ImDrawList* list, const ViewWindow& window, double x_mm, std::vector<Callout> callouts,
                  std::vector<Callout> short_callouts, const CalloutRoom& room) {
  const float height = ImGui::GetFontSize() + 7.0F;
  const float x = px(window.xToPx(x_mm));
  const float left_edge = px(window.left_px), right_edge = px(window.left_px + window.width_px);
  constexpr float kGap = 30.0F, kMargin = 8.0F;
  // With their bands where they fit beside the needle, else the numbers alone, pushed back inside the picture.
  const float beside = std::max(x + kGap, room.words_left + kMargin);
  if (beside + widestOf(callouts) + kMargin > right_edge) callouts = std::move(short_callouts);
  // What a close-up leaves outside is not labelled.
  std::erase_if(callouts, [&](const Callout& callout) {
    const float y = px(window.zToPx(callout.z_mm));
    return y < px(window.top_px) || y > room.bottom;
  });
  if (callouts.empty() || x < left_edge || x > right_edge) return;
  std::vector<double> tops;
  for (const Callout& callout : callouts) {
    tops.push_back(window.zToPx(callout.z_mm) - 0.5 * static_cast<double>(height));
  }
  spread(tops, static_cast<double>(height), static_cast<double>(room.words_bottom));
  const float text_left = std::min(beside, right_edge - widestOf(callouts) - kMargin);
  for (std::size_t i = 0; i < callouts.size(); ++i) {
    const float y = px(window.zToPx(callouts[i].z_mm)), row = px(tops[i]) + 0.5F * height;
    const float from = x + 3.0F, to = text_left - 5.0F;
    const ImU32 ink = inkOf(callouts[i].measure);
    list->AddLine({from, y}, {to, row}, IM_COL32(255, 255, 255, 220), 3.5F);
    list->AddLine({from, y}, {to, row}, ink, 1.6F);
    list->AddCircleFilled({from, y}, 3.0F, ink);
    drawTag(list, {text_left, px(tops[i]) + 2.0F}, callouts[i].words, ink);
  }
}

void drawSurfaceWords(ImDrawList* list, const ViewWindow& window, const std::vector<std::string>& lines, float top,
                      float bottom) {
  const float left = px(window.left_px) + 12.0F, line = ImGui::GetFontSize() + 6.0F;
  for (const std::string& words : lines) {
    drawTag(list, {left, top}, words, colours::kText);
    top += line;
  }
  const double length_mm = roundStep(1.0 / window.mm_per_px, 40.0);
  const float length = px(length_mm / window.mm_per_px), y = bottom - 14.0F;
  const std::string words = shownNumber(length_mm) + " mm";
  list->AddRectFilled({left - 6.0F, y - ImGui::GetFontSize() - 8.0F},
                      {left + std::max(length, textSize(words).x) + 6.0F, y + 8.0F}, kPaper, 4.0F);
  list->AddText({left, y - ImGui::GetFontSize() - 5.0F}, colours::kText, words.c_str());
  list->AddRectFilled({left, y}, {left + length, y + 4.0F}, colours::kText);
}

void drawColumns(ImDrawList* list, const ViewWindow& window, const std::vector<ChannelDrawing>& channels, bool stacked,
                 float top) {
  const float line = ImGui::GetFontSize() + 2.0F;
  for (const ChannelDrawing& channel : channels) {
    const float x = px(window.xToPx(channel.x_mm));
    float y = top;
    for (const ColumnLine& each : columnLines(channel.depth, stacked)) {
      const ImVec2 size = textSize(each.words);
      const ImU32 ink = each.doubtful                          ? colours::kCaution
                        : each.measure == Measure::kProtrusion ? colours::kText
                                                               : inkOf(each.measure);
      list->AddText({x - 0.5F * size.x, y}, ink, each.words.c_str());
      y += line;
    }
  }
}

}  // namespace needling::ui
