#include "ui/picture_panel.h"

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

// Words on a light ground, so that they read over any tissue.
void tag(ImDrawList* list, ImVec2 at, const std::string& words, ImU32 ink) {
  const ImVec2 size = textSize(words);
  list->AddRectFilled({at.x - 4.0F, at.y - 1.0F}, {at.x + size.x + 4.0F, at.y + size.y + 1.0F}, kPaper, 4.0F);
  list->AddText(at, ink, words.c_str());
}

// Moves label rows apart so that none overlaps, keeping their order and staying above `bottom` where possible.
void spread(std::vector<float>& tops, float height, float bottom) {
  for (std::size_t i = 1; i < tops.size(); ++i) tops[i] = std::max(tops[i], tops[i - 1] + height);
  float limit = bottom;
  for (std::size_t i = tops.size(); i-- > 0;) {
    tops[i] = std::min(tops[i], limit - height);
    limit = tops[i];
  }
}

float rulerWidth() { return ImGui::GetFontSize() * 2.6F; }

void drawRuler(ImDrawList* list, const ViewWindow& window, float bottom) {
  const float left = px(window.left_px), width = rulerWidth();
  const float zero = px(window.zToPx(0.0));
  list->AddRectFilled({left, zero}, {left + width, bottom}, kPaper);
  const double pixels_per_mm = 1.0 / window.mm_per_px;
  const int fine = pixels_per_mm > 70.0 ? 1 : 5;  // tenths of a millimetre
  const auto last = static_cast<int>(window.bottomMm() * 10.0);
  for (int tenth = 0; tenth <= last; tenth += fine) {
    const float y = px(window.zToPx(tenth / 10.0));
    if (y > bottom - 2.0F) break;
    const float length = tenth % 10 == 0 ? 0.42F : tenth % 5 == 0 ? 0.30F : 0.16F;
    list->AddLine({left + width * (1.0F - length), y}, {left + width, y}, colours::kText, tenth % 10 == 0 ? 1.6F : 1.0F);
    if (tenth % 5 != 0 || (tenth % 10 != 0 && pixels_per_mm < 60.0)) continue;
    const std::string label = tenth == 0 ? "0 mm" : formatNumber(tenth / 10.0);
    const ImVec2 size = textSize(label);
    if (tenth == 0) {
      list->AddText({left + 2.0F, y - size.y - 1.0F}, colours::kText, label.c_str());
    } else if (y + 0.5F * size.y < bottom) {
      list->AddText({left + 3.0F, y - 0.5F * size.y}, colours::kText, label.c_str());
    }
  }
}

struct LayerSpan {
  Layer layer;
  double top_mm;
  double bottom_mm;
};

std::array<LayerSpan, 5> layerSpans(const Skin& skin, double window_bottom) {
  return {{{Layer::kStratumCorneum, 0.0, skin.stratum_corneum.value},
           {Layer::kViableEpidermis, skin.stratum_corneum.value, skin.epidermisBottom()},
           {Layer::kPapillaryDermis, skin.epidermisBottom(), skin.papillaryBottom()},
           {Layer::kReticularDermis, skin.papillaryBottom(), skin.dermisBottom()},
           {Layer::kFat, skin.dermisBottom(), window_bottom}}};
}

void drawLayerNames(ImDrawList* list, const ViewWindow& window, const Skin& skin, float bottom) {
  const float height = ImGui::GetFontSize() + 4.0F;
  const float left = px(window.left_px) + rulerWidth();
  const auto spans = layerSpans(skin, window.bottomMm());
  std::vector<float> tops;
  for (const LayerSpan& span : spans) {
    const double middle = 0.5 * (window.zToPx(span.top_mm) + std::min(window.zToPx(span.bottom_mm), double{bottom}));
    tops.push_back(px(middle) - 0.5F * height);
  }
  // The first name stands in the air over the thin layers it points into.
  tops[0] = px(window.zToPx(0.0)) - height - 3.0F;
  spread(tops, height, bottom);
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (window.zToPx(spans[i].top_mm) > bottom - height && spans[i].layer == Layer::kFat) continue;
    const float y = px(0.5 * (window.zToPx(spans[i].top_mm) + std::min(window.zToPx(spans[i].bottom_mm), double{bottom})));
    const float row = tops[i] + 0.5F * height;
    const float bend = left + 12.0F;
    list->AddLine({left, y}, {bend, row}, colours::kText, 1.2F);
    tag(list, {bend + 5.0F, tops[i] + 1.0F}, layerName(spans[i].layer), colours::kText);
  }
}

struct Callout {
  double z_mm;
  std::string words;
  ImU32 ink;
};

std::vector<Callout> calloutsFor(const ChannelDrawing& channel, bool stacked) {
  constexpr double kClosed = 0.05;  // open share under which a hole counts as closed
  const NeedleDepth& depth = channel.depth;
  std::vector<Callout> callouts;
  const std::string reach =
      stacked ? formatFixed(depth.reach_mm.value, 2) + " mm" : bandText(depth.reach_mm, 2, "mm");
  const std::string residual =
      stacked ? formatFixed(depth.residual_mm.value, 2) + " mm" : bandText(depth.residual_mm, 2, "mm");
  if (depth.reach_mm.value > 0.0) {
    callouts.push_back({depth.residual_mm.value * 0.8, channel.open_fraction > kClosed ? formatText("picture.residual", {residual}) : text("picture.closed"),
                        colours::kHole});
    callouts.push_back({depth.reach_mm.value, formatText("picture.reach", {reach}), colours::kReach});
  } else {
    callouts.push_back({0.0, text("picture.noEntry"), colours::kReach});
  }
  callouts.push_back({depth.protrusion_mm, formatText("picture.protrusion", {formatNumber(depth.protrusion_mm)}),
                      colours::kSteel});
  return callouts;
}

void drawCallouts(ImDrawList* list, const ViewWindow& window, const ChannelDrawing& channel, bool stacked,
                  float bottom) {
  const float height = ImGui::GetFontSize() + 7.0F;
  const float x = px(window.xToPx(channel.x_mm));
  const std::vector<Callout> callouts = calloutsFor(channel, stacked);
  std::vector<float> tops;
  float widest = 0.0F;
  for (const Callout& callout : callouts) {
    tops.push_back(px(window.zToPx(callout.z_mm)) - 0.5F * height);
    widest = std::max(widest, textSize(callout.words).x);
  }
  spread(tops, height, bottom);
  // The words stand to the right of the needle, or to the left where there is no room.
  const float gap = 44.0F;
  const bool right = x + gap + widest + 10.0F < px(window.left_px + window.width_px);
  for (std::size_t i = 0; i < callouts.size(); ++i) {
    const float y = px(window.zToPx(callouts[i].z_mm)), row = tops[i] + 0.5F * height;
    const float width = textSize(callouts[i].words).x;
    const float text_left = right ? x + gap : x - gap - width;
    const float from = right ? x + 3.0F : x - 3.0F, to = right ? text_left - 5.0F : text_left + width + 5.0F;
    list->AddLine({from, y}, {to, row}, IM_COL32(255, 255, 255, 220), 3.5F);
    list->AddLine({from, y}, {to, row}, callouts[i].ink, 1.6F);
    list->AddCircleFilled({from, y}, 3.0F, callouts[i].ink);
    tag(list, {text_left, tops[i] + 2.0F}, callouts[i].words, callouts[i].ink);
  }
}

std::vector<std::string> columnLines(const NeedleDepth& depth, bool stacked) {
  const std::string length = formatNumber(depth.protrusion_mm);
  const std::string reach = formatFixed(depth.reach_mm.value, 2);
  if (stacked) return {length, reach};
  const std::string band = formatFixed(depth.reach_mm.low, 2) + "–" + formatFixed(depth.reach_mm.high, 2);
  return {length + " mm", "reach " + reach, "(" + band + ")", layerName(depth.deepest_layer)};
}

void drawColumns(ImDrawList* list, const ViewWindow& window, const std::vector<ChannelDrawing>& channels,
                 bool stacked, float top) {
  const float line = ImGui::GetFontSize() + 2.0F;
  for (const ChannelDrawing& channel : channels) {
    const float x = px(window.xToPx(channel.x_mm));
    float y = top;
    bool first = true;
    for (const std::string& words : columnLines(channel.depth, stacked)) {
      const ImVec2 size = textSize(words);
      list->AddText({x - 0.5F * size.x, y}, first ? colours::kText : colours::kReach, words.c_str());
      y += line;
      first = false;
    }
  }
}

struct LegendEntry {
  ImU32 fill, edge;
  const char* words;
};

const std::vector<LegendEntry>& legendEntries(bool strip) {
  static const std::vector<LegendEntry> section = {{colours::kType3, colours::kType3, "picture.newType3"},
                                      {colours::kType1, colours::kType1Edge, "picture.newType1"},
                                      {colours::kOldCollagen, colours::kOldCollagen, "picture.oldCollagen"},
                                      {IM_COL32(0x3f, 0x6f, 0xb0, 255), IM_COL32(0x3f, 0x6f, 0xb0, 255), "picture.cells"},
                                      {IM_COL32(0xd8, 0x34, 0x2c, 255), IM_COL32(0xd8, 0x34, 0x2c, 255), "picture.capillaries"}};
  static const std::vector<LegendEntry> columns = {{colours::kSteel, colours::kSteel, "panel.protrusion"},
                                      {IM_COL32(0x0b, 0x6f, 0xa4, 110), colours::kReach, "panel.reach"},
                                      {colours::kHole, colours::kHole, "panel.residual"}};
  return strip ? columns : section;
}

constexpr float kLegendMargin = 10.0F;

float legendEntryWidth(const LegendEntry& entry) {
  return ImGui::GetFontSize() * 2.4F + textSize(text(entry.words)).x;
}

// Where each entry stands, from the legend's top left, and the height of all; entries wrap like words.
std::vector<ImVec2> legendPlaces(float width, bool strip, float& height) {
  const float line = ImGui::GetFontSize() + 4.0F;
  std::vector<ImVec2> places;
  float x = kLegendMargin, y = 5.0F;
  for (const LegendEntry& entry : legendEntries(strip)) {
    if (x > kLegendMargin && x + legendEntryWidth(entry) > width) {
      x = kLegendMargin;
      y += line;
    }
    places.push_back({x, y});
    x += legendEntryWidth(entry);
  }
  height = y + line + 5.0F;
  return places;
}

float legendHeight(float width, bool strip) {
  float height = 0.0F;
  legendPlaces(width, strip, height);
  return height;
}

void drawLegend(ImDrawList* list, const Box& picture, bool strip) {
  const float font = ImGui::GetFontSize();
  float height = 0.0F;
  const std::vector<ImVec2> places = legendPlaces(picture.width, strip, height);
  const float top = picture.top + picture.height - height;
  list->AddRectFilled({picture.left, top}, picture.max(), colours::kPage);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const LegendEntry& entry = legendEntries(strip)[i];
    const float x = picture.left + places[i].x, y = top + places[i].y;
    const ImVec2 a = {x, y + font * 0.25F}, b = {x + font, y + font * 0.8F};
    list->AddRectFilled(a, b, entry.fill, 3.0F);
    list->AddRect(a, b, entry.edge, 3.0F, 0, 1.5F);
    list->AddText({x + font * 1.4F, y}, colours::kText, text(entry.words).c_str());
  }
}

void drawSwitch(const Sim& sim, const Layout& layout, UiActions& actions) {
  const float height = touchHeight();
  float width = 24.0F;
  constexpr const char* kTexts[] = {"picture.section", "picture.strip"};
  for (const char* id : kTexts) width += textSize(text(id)).x + 26.0F;
  ImGui::SetCursorScreenPos({layout.picture.left + layout.picture.width - width, layout.picture.top + 8.0F});
  for (int i = 0; i < 2; ++i) {
    const auto picture = static_cast<Picture>(i);
    const bool chosen = sim.state().picture == picture;
    if (i > 0) ImGui::SameLine();
    ImGui::PushStyleColor(ImGuiCol_Button, chosen ? colours::kAccent : IM_COL32(0xe1, 0xe9, 0xf0, 255));
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, chosen ? colours::kAccent : colours::kAccentSoft);
    ImGui::PushStyleColor(ImGuiCol_Text, chosen ? colours::kCard : colours::kText);
    if (ImGui::Button(text(kTexts[i]).c_str(), {textSize(text(kTexts[i])).x + 26.0F, height})) {
      actions.commands.push_back({"picture", std::string(pictureName(picture))});
    }
    ImGui::PopStyleColor(3);
  }
}

// The strip shows untreated skin, which has no edges; fibres and cells reach as far as the scene.
constexpr double kStripWidest = 40.0;

void arrange(const Sim& sim, const Layout& layout, UiActions& actions) {
  const Box& box = layout.picture;
  const bool strip = sim.state().picture == Picture::kStrip;
  const float line = ImGui::GetFontSize() + 2.0F;
  const float header = touchHeight() + 16.0F;
  const WindowNeeds needs{.air_px = header + (strip ? (layout.stacked ? 2.0F : 4.0F) * line + 22.0F : line + 8.0F),
                          .below_px = legendHeight(box.width, strip),
                          .deepest_mm = strip ? kStripLengths.back() : sim.state().protocol.needleLength(),
                          .widest_mm = strip ? kStripWidest : 2.0 * kSceneHalfWidth};
  const SectionScene& scene = sim.scene();
  actions.window = fitWindow(scene, needs, box.left, box.top, box.width, box.height);
  actions.moment = sectionMoment(sim.state().protocol, sim.outcome(), strip ? 0.0 : sim.state().day);
  if (strip) {
    const float names = layout.stacked ? 0.0F : ImGui::GetFontSize() * 9.5F;
    actions.channels = stripChannels(sim.state().protocol, scene, actions.window,
                                     stripColumns(box.left + rulerWidth() + names, box.left + box.width - 4.0F));
  } else {
    actions.channels = sectionChannels(scene, actions.moment);
  }
}

}  // namespace

void drawPicturePanel(const Sim& sim, const Layout& layout, UiActions& actions) {
  const Box& box = layout.picture;
  const bool strip = sim.state().picture == Picture::kStrip;
  ImGui::SetNextWindowPos(box.min());
  ImGui::SetNextWindowSize(box.size());
  ImGui::Begin("picture", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollWithMouse |
                   ImGuiWindowFlags_NoBringToFrontOnFocus);
  arrange(sim, layout, actions);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float bottom = box.top + box.height - legendHeight(box.width, strip);
  const ViewWindow& window = actions.window;
  if (!layout.stacked) {
    list->AddText({box.left + 12.0F, box.top + 16.0F}, colours::kText, text("app.title").c_str());
  }
  drawRuler(list, window, bottom);
  if (!strip || !layout.stacked) drawLayerNames(list, window, sim.scene().skin, bottom);
  if (strip) {
    drawColumns(list, window, actions.channels, layout.stacked, box.top + touchHeight() + 16.0F);
  } else if (!actions.channels.empty()) {
    drawCallouts(list, window, actions.channels.back(), layout.stacked, bottom);
  }
  drawLegend(list, box, strip);
  drawSwitch(sim, layout, actions);
  ImGui::End();
}

}  // namespace needling::ui
