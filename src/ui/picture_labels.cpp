#include "ui/picture_labels.h"

#include <algorithm>

#include "core/text.h"
#include "model/describe.h"
#include "model/section_labels.h"
#include "model/shown.h"
#include "model/texts.h"
#include "ui/theme.h"
#include "ui/words.h"

namespace needling::ui {
namespace {

float px(double value) { return static_cast<float>(value); }

constexpr float kSide = 4.0F, kPad = 1.0F;  // of a label's ground around its words

ImVec2 textSize(const std::string& words) { return ImGui::CalcTextSize(words.c_str()); }

ImU32 inkOf(Measure measure) {
  switch (measure) {
    case Measure::kResidual:
      return on_picture::kHole;
    case Measure::kReach:
      return on_picture::kReach;
    case Measure::kProtrusion:
      break;
  }
  return on_picture::kSteel;
}

// Words on their ground at the end of a line that leads there, light under dark so that it reads over any tissue.
void drawLabel(ImDrawList* list, const PlacedLabel& label, ImU32 ink, float width) {
  const ImVec2 from = {px(label.leader.from_x), px(label.leader.from_y)};
  const ImVec2 to = {px(label.leader.to_x), px(label.leader.to_y)};
  list->AddLine(from, to, on_picture::kPaper, width + 2.0F);
  list->AddLine(from, to, ink, width);
  const ImVec2 least = {px(label.box.left), px(label.box.top)}, most = {px(label.box.right), px(label.box.bottom)};
  list->AddRectFilled(least, most, on_picture::kPaper, 4.0F);
  for (std::size_t i = 0; i < label.lines.size(); ++i) {
    list->AddText({least.x + kSide, least.y + kPad + static_cast<float>(i) * ImGui::GetFontSize()}, ink,
                  label.lines[i].c_str());
  }
}

}  // namespace

void drawTag(ImDrawList* list, ImVec2 at, const std::string& words, ImU32 ink) {
  const ImVec2 size = textSize(words);
  list->AddRectFilled({at.x - kSide, at.y - kPad}, {at.x + size.x + kSide, at.y + size.y + kPad}, on_picture::kPaper,
                      4.0F);
  list->AddText(at, ink, words.c_str());
}

float rulerWidth() { return ImGui::GetFontSize() * 2.6F; }

void drawRuler(ImDrawList* list, const ViewWindow& window, float bottom) {
  const float left = px(window.left_px), width = rulerWidth();
  const float zero = std::max(px(window.zToPx(0.0)), px(window.top_px));
  list->AddRectFilled({left, zero}, {left + width, bottom}, on_picture::kPaper);
  for (const RulerMark& mark : rulerMarks(window, 7.0, 2.2 * static_cast<double>(ImGui::GetFontSize()))) {
    const float y = px(window.zToPx(mark.z_mm));
    if (y > bottom - 2.0F) break;
    const bool big = !mark.label.empty();
    list->AddLine({left + width * (big ? 0.62F : 0.84F), y}, {left + width, y}, on_picture::kText, big ? 1.6F : 1.0F);
    if (!big) continue;
    const ImVec2 size = textSize(mark.label);
    if (mark.z_mm == 0.0) {
      list->AddRectFilled({left, y - size.y - 2.0F}, {left + width, y}, on_picture::kPaper);
      list->AddText({left + 2.0F, y - size.y - 1.0F}, on_picture::kText, mark.label.c_str());
    } else if (y + 0.5F * size.y < bottom && y - 0.5F * size.y > px(window.top_px)) {
      list->AddText({left + 3.0F, y - (size.x > 0.6F * width ? size.y + 1.0F : 0.5F * size.y)}, on_picture::kText,
                    mark.label.c_str());
    }
  }
}

LabelType labelType() {
  return {.line_px = static_cast<double>(ImGui::GetFontSize()),
          .pad_px = static_cast<double>(kPad),
          .side_px = static_cast<double>(kSide),
          .bend_px = 12.0,
          .width_px = [](const std::string& words) { return static_cast<double>(textSize(words).x); }};
}

void drawLayerNames(ImDrawList* list, const std::vector<PlacedName>& names) {
  for (const PlacedName& name : names) drawLabel(list, name.label, on_picture::kText, 1.2F);
}

void drawCallouts(ImDrawList* list, const std::vector<PlacedCallout>& callouts) {
  for (const PlacedCallout& callout : callouts) {
    const ImU32 ink = inkOf(callout.measure);
    drawLabel(list, callout.label, ink, 1.6F);
    list->AddCircleFilled({px(callout.label.leader.from_x), px(callout.label.leader.from_y)}, 3.0F, ink);
  }
}

void drawSurfaceWords(ImDrawList* list, const ViewWindow& window, const std::vector<std::string>& lines, float top,
                      float bottom) {
  const float left = px(window.left_px) + 12.0F, line = ImGui::GetFontSize() + 6.0F;
  for (const std::string& whole : lines) {
    const std::string broken = inLines(whole, px(window.width_px) - 24.0F);
    for (const std::string_view words : split(broken, '\n')) {
      drawTag(list, {left, top}, std::string(words), on_picture::kText);
      top += line;
    }
  }
  const double length_mm = roundStep(1.0 / window.mm_per_px, 40.0);
  const float length = px(length_mm / window.mm_per_px), y = bottom - 14.0F;
  const std::string words = shownNumber(length_mm) + " mm";
  list->AddRectFilled({left - 6.0F, y - ImGui::GetFontSize() - 8.0F},
                      {left + std::max(length, textSize(words).x) + 6.0F, y + 8.0F}, on_picture::kPaper, 4.0F);
  list->AddText({left, y - ImGui::GetFontSize() - 5.0F}, on_picture::kText, words.c_str());
  list->AddRectFilled({left, y}, {left + length, y + 4.0F}, on_picture::kText);
}

void drawColumns(ImDrawList* list, const ViewWindow& window, const std::vector<ChannelDrawing>& channels, bool stacked,
                 float top) {
  const float line = ImGui::GetFontSize() + 2.0F;
  for (const ChannelDrawing& channel : channels) {
    const float x = px(window.xToPx(channel.x_mm));
    float y = top;
    for (const ColumnLine& each : columnLines(channel.depth, stacked)) {
      const ImVec2 size = textSize(each.words);
      const ImU32 ink = each.doubtful                          ? on_picture::kCaution
                        : each.measure == Measure::kProtrusion ? on_picture::kText
                                                               : inkOf(each.measure);
      list->AddText({x - 0.5F * size.x, y}, ink, each.words.c_str());
      y += line;
    }
  }
}

}  // namespace needling::ui
