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

// The finest step in millimetres whose marks stand at least `apart` pixels from each other.
double rulerStep(double pixels_per_mm, double apart) {
  for (const double step : {0.001, 0.005, 0.01, 0.05, 0.1, 0.5}) {
    if (step * pixels_per_mm >= apart) return step;
  }
  return 1.0;
}

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
  struct Name {
    Layer layer;
    float points_at;
  };
  std::vector<Name> names;
  std::vector<float> tops;
  for (const LayerSpan& span : layerSpans(skin, window.bottomMm())) {
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
    tag(list, {bend + 5.0F, tops[i] + 1.0F}, layerName(names[i].layer), colours::kText);
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
  const std::string reach = stacked ? formatFixed(depth.reach_mm.value, 2) + " mm" : bandText(depth.reach_mm, 2, "mm");
  const std::string residual =
      stacked ? formatFixed(depth.residual_mm.value, 2) + " mm" : bandText(depth.residual_mm, 2, "mm");
  if (depth.reach_mm.value > 0.0) {
    callouts.push_back(
        {depth.residual_mm.value * 0.8,
         channel.open_fraction > kClosed ? formatText("picture.residual", {residual}) : text("picture.closed"),
         colours::kHole});
    callouts.push_back({depth.reach_mm.value, formatText("picture.reach", {reach}), colours::kReach});
  } else {
    callouts.push_back({0.0, text("picture.noEntry"), colours::kReach});
  }
  callouts.push_back(
      {depth.protrusion_mm, formatText("picture.protrusion", {formatNumber(depth.protrusion_mm)}), colours::kSteel});
  return callouts;
}

void drawCallouts(ImDrawList* list, const ViewWindow& window, const ChannelDrawing& channel, bool stacked,
                  float bottom) {
  const float height = ImGui::GetFontSize() + 7.0F;
  const float x = px(window.xToPx(channel.x_mm));
  std::vector<Callout> callouts = calloutsFor(channel, stacked);
  // What a close-up leaves outside is not labelled.
  std::erase_if(callouts, [&](const Callout& callout) {
    const float y = px(window.zToPx(callout.z_mm));
    return y < px(window.top_px) || y > bottom;
  });
  if (callouts.empty() || x < px(window.left_px) || x > px(window.left_px + window.width_px)) return;
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

void drawColumns(ImDrawList* list, const ViewWindow& window, const std::vector<ChannelDrawing>& channels, bool stacked,
                 float top) {
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
  static const std::vector<LegendEntry> section = {
      {colours::kType3, colours::kType3, "picture.newType3"},
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

float legendEntryWidth(const LegendEntry& entry) { return ImGui::GetFontSize() * 2.4F + textSize(text(entry.words)).x; }

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

// Wheel and drag on the section, and buttons for fingers and keyboards.
void handleZoom(const ViewWindow& whole, const Layout& layout, float bottom, UiActions& actions) {
  const Box& box = layout.picture;
  const float height = touchHeight();
  ImGui::SetCursorScreenPos(box.min());
  ImGui::SetNextItemAllowOverlap();
  ImGui::InvisibleButton("section", {box.width, bottom - box.top}, ImGuiButtonFlags_MouseButtonLeft);
  const ImGuiIO& io = ImGui::GetIO();
  if (ImGui::IsItemHovered() && io.MouseWheel != 0.0F) {
    actions.zoom = zoomAround(whole, actions.zoom, std::pow(1.25, static_cast<double>(io.MouseWheel)),
                              static_cast<double>(io.MousePos.x), static_cast<double>(io.MousePos.y));
  }
  if (ImGui::IsItemActive()) {
    const double mm_per_px = whole.mm_per_px / actions.zoom.factor;
    actions.zoom.shift_x_mm -= static_cast<double>(io.MouseDelta.x) * mm_per_px;
    actions.zoom.shift_z_mm -= static_cast<double>(io.MouseDelta.y) * mm_per_px;
  }
  const double middle_x = whole.left_px + 0.5 * whole.width_px,
               middle_y = 0.5 * (whole.top_px + static_cast<double>(bottom));
  const float gap = 4.0F;
  ImGui::SetCursorScreenPos({box.left + box.width - 2.0F * height - gap - 8.0F, bottom - height - 8.0F});
  ImGui::BeginDisabled(actions.zoom.factor >= Zoom::kMost);
  if (ImGui::Button("+##closer", {height, height})) {
    actions.zoom = zoomAround(whole, actions.zoom, 1.6, middle_x, middle_y);
  }
  ImGui::EndDisabled();
  ImGui::SetItemTooltip("%s", text("picture.closer").c_str());
  ImGui::SameLine(0.0F, gap);
  ImGui::BeginDisabled(actions.zoom.factor <= 1.0);
  if (ImGui::Button("-##farther", {height, height})) {
    actions.zoom = zoomAround(whole, actions.zoom, 1.0 / 1.6, middle_x, middle_y);
  }
  ImGui::EndDisabled();
  ImGui::SetItemTooltip("%s", text("picture.farther").c_str());
}

void arrange(const Sim& sim, const UiState& state, const Layout& layout, float bottom, UiActions& actions) {
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
  actions.zoom = state.zoom;
  if (!strip) {
    const ViewWindow whole = actions.window;
    handleZoom(whole, layout, bottom, actions);
    actions.window = zoomedWindow(whole, actions.zoom);
  }
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

void drawPicturePanel(const Sim& sim, const UiState& state, const Layout& layout, UiActions& actions) {
  const Box& box = layout.picture;
  const bool strip = sim.state().picture == Picture::kStrip;
  ImGui::SetNextWindowPos(box.min());
  ImGui::SetNextWindowSize(box.size());
  ImGui::Begin("picture", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollWithMouse |
                   ImGuiWindowFlags_NoBringToFrontOnFocus);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float bottom = box.top + box.height - legendHeight(box.width, strip);
  arrange(sim, state, layout, bottom, actions);
  const ViewWindow& window = actions.window;
  list->PushClipRect(box.min(), {box.left + box.width, bottom}, true);
  drawRuler(list, window, bottom);
  if (!strip || !layout.stacked) drawLayerNames(list, window, sim.scene().skin, bottom);
  if (strip) {
    drawColumns(list, window, actions.channels, layout.stacked, box.top + touchHeight() + 16.0F);
  } else if (!actions.channels.empty()) {
    drawCallouts(list, window, actions.channels.back(), layout.stacked, bottom);
  }
  list->PopClipRect();
  if (!layout.stacked) tag(list, {box.left + 12.0F, box.top + 16.0F}, text("app.title"), colours::kText);
  drawLegend(list, box, strip);
  drawSwitch(sim, layout, actions);
  ImGui::End();
}

}  // namespace needling::ui
