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

std::vector<LegendEntry> legendEntries(LegendKind kind, const PictureColours& painted) {
  const auto plain = [](ImU32 colour, const char* words) { return LegendEntry{colour, colour, words}; };
  switch (kind) {
    case LegendKind::kStrip:
      return {plain(colours::kSteel, "panel.protrusion"),
              {IM_COL32(0x0b, 0x6f, 0xa4, 110), colours::kReach, "panel.reach"},
              plain(colours::kHole, "panel.residual")};
    case LegendKind::kPolarised:
      return {plain(painted.type_3, "picture.polarised.type3"),
              {painted.type_1, painted.type_1_edge, "picture.polarised.type1"},
              plain(painted.old_collagen, "picture.polarised.old"),
              plain(colours::kText, "picture.polarised.dark")};
    case LegendKind::kSurface:
      return {plain(colours::kPassAcross, "surface.across"),
              plain(colours::kPassDown, "surface.down"),
              plain(colours::kPassDiagonal, "surface.diagonal"),
              {colours::kReachedSkin, colours::kLine, "surface.reached"}};
    case LegendKind::kSection:
      break;
  }
  return {plain(painted.type_3, "picture.newType3"),          {painted.type_1, painted.type_1_edge, "picture.newType1"},
          plain(painted.old_collagen, "picture.oldCollagen"), plain(painted.track, "picture.track"),
          plain(painted.platelet, "picture.platelets"),       plain(painted.neutrophil, "picture.neutrophils"),
          plain(painted.macrophage, "picture.macrophages"),   plain(painted.fibroblast, "picture.fibroblasts"),
          plain(painted.capillary, "picture.capillaries"),    {painted.artery, painted.vein, "picture.vessels"}};
}

constexpr float kLegendMargin = 10.0F;

float legendEntryWidth(const LegendEntry& entry) {
  return ImGui::GetFontSize() * 2.4F + ImGui::CalcTextSize(text(entry.words).c_str()).x;
}

// Where each entry stands, from the legend's top left, and the height of all; entries wrap like words.
std::vector<ImVec2> legendPlaces(float width, const std::vector<LegendEntry>& entries, float& height) {
  const float line = ImGui::GetFontSize() + 4.0F;
  std::vector<ImVec2> places;
  float x = kLegendMargin, y = 5.0F;
  for (const LegendEntry& entry : entries) {
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

LegendKind legendOf(const State& state) {
  if (state.picture == Picture::kStrip) return LegendKind::kStrip;
  if (state.picture == Picture::kSurface) return LegendKind::kSurface;
  return state.look.light == Light::kPolarised ? LegendKind::kPolarised : LegendKind::kSection;
}

float legendHeight(float width, LegendKind kind) {
  float height = 0.0F;
  legendPlaces(width, legendEntries(kind, {}), height);
  return height;
}

void drawLegend(ImDrawList* list, const Box& picture, LegendKind kind, const PictureColours& painted) {
  const float font = ImGui::GetFontSize();
  const std::vector<LegendEntry> entries = legendEntries(kind, painted);
  float height = 0.0F;
  const std::vector<ImVec2> places = legendPlaces(picture.width, entries, height);
  const float top = picture.top + picture.height - height;
  list->AddRectFilled({picture.left, top}, picture.max(), colours::kPage);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const LegendEntry& entry = entries[i];
    const float x = picture.left + places[i].x, y = top + places[i].y;
    const ImVec2 a = {x, y + font * 0.25F}, b = {x + font, y + font * 0.8F};
    list->AddRectFilled(a, b, entry.fill, 3.0F);
    list->AddRect(a, b, entry.edge, 3.0F, 0, 1.5F);
    list->AddText({x + font * 1.4F, y}, colours::kText, text(entry.words).c_str());
  }
}

}  // namespace needling::ui
