#include "ui/legend.h"

#include <string>
#include <vector>

#include "model/texts.h"
#include "ui/theme.h"

namespace needling::ui {
namespace {

struct LegendEntry {
  ImU32 fill, edge;
  const char* words;
};

const std::vector<LegendEntry>& legendEntries(Picture shown) {
  const auto plain = [](ImU32 colour, const char* words) { return LegendEntry{colour, colour, words}; };
  static const std::vector<LegendEntry> section = {
      plain(colours::kType3, "picture.newType3"),          {colours::kType1, colours::kType1Edge, "picture.newType1"},
      plain(colours::kOldCollagen, "picture.oldCollagen"), plain(colours::kTrack, "picture.track"),
      plain(colours::kPlatelet, "picture.platelets"),      plain(colours::kNeutrophil, "picture.neutrophils"),
      plain(colours::kMacrophage, "picture.macrophages"),  plain(colours::kFibroblast, "picture.fibroblasts"),
      plain(colours::kCapillary, "picture.capillaries"),   {colours::kArtery, colours::kVein, "picture.vessels"}};
  static const std::vector<LegendEntry> columns = {{colours::kSteel, colours::kSteel, "panel.protrusion"},
                                                   {IM_COL32(0x0b, 0x6f, 0xa4, 110), colours::kReach, "panel.reach"},
                                                   {colours::kHole, colours::kHole, "panel.residual"}};
  static const std::vector<LegendEntry> surface = {plain(colours::kPassAcross, "surface.across"),
                                                   plain(colours::kPassDown, "surface.down"),
                                                   plain(colours::kPassDiagonal, "surface.diagonal"),
                                                   {colours::kReachedSkin, colours::kLine, "surface.reached"}};
  return shown == Picture::kStrip ? columns : shown == Picture::kSurface ? surface : section;
}

constexpr float kLegendMargin = 10.0F;

float legendEntryWidth(const LegendEntry& entry) {
  return ImGui::GetFontSize() * 2.4F + ImGui::CalcTextSize(text(entry.words).c_str()).x;
}

// Where each entry stands, from the legend's top left, and the height of all; entries wrap like words.
std::vector<ImVec2> legendPlaces(float width, Picture shown, float& height) {
  const float line = ImGui::GetFontSize() + 4.0F;
  std::vector<ImVec2> places;
  float x = kLegendMargin, y = 5.0F;
  for (const LegendEntry& entry : legendEntries(shown)) {
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

}  // namespace

float legendHeight(float width, Picture shown) {
  float height = 0.0F;
  legendPlaces(width, shown, height);
  return height;
}

void drawLegend(ImDrawList* list, const Box& picture, Picture shown) {
  const float font = ImGui::GetFontSize();
  float height = 0.0F;
  const std::vector<ImVec2> places = legendPlaces(picture.width, shown, height);
  const float top = picture.top + picture.height - height;
  list->AddRectFilled({picture.left, top}, picture.max(), colours::kPage);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const LegendEntry& entry = legendEntries(shown)[i];
    const float x = picture.left + places[i].x, y = top + places[i].y;
    const ImVec2 a = {x, y + font * 0.25F}, b = {x + font, y + font * 0.8F};
    list->AddRectFilled(a, b, entry.fill, 3.0F);
    list->AddRect(a, b, entry.edge, 3.0F, 0, 1.5F);
    list->AddText({x + font * 1.4F, y}, colours::kText, text(entry.words).c_str());
  }
}

}  // namespace needling::ui
