#include "ui/legend.h"

#include <span>
#include <vector>

#include "model/texts.h"
#include "ui/theme.h"

namespace needling::ui {
namespace {

constexpr float kLegendMargin = 10.0F;

// A sample is twice as wide as high, and a little lower than the letters are.
float sampleHeight() { return ImGui::GetFontSize() * 0.72F; }
float sampleRoom() { return 2.0F * sampleHeight() + 6.0F; }

float entryWidth(const char* entry) {
  return sampleRoom() + ImGui::CalcTextSize(text(entry).c_str()).x + ImGui::GetFontSize();
}

// Where each entry stands, from the legend's top left, and the height of all; entries wrap like words.
std::vector<ImVec2> legendPlaces(float width, std::span<const char* const> entries, float& height) {
  const float line = ImGui::GetFontSize() + 4.0F;
  std::vector<ImVec2> places;
  float x = kLegendMargin, y = 5.0F;
  for (const char* entry : entries) {
    if (x > kLegendMargin && x + entryWidth(entry) > width) {
      x = kLegendMargin;
      y += line;
    }
    places.push_back({x, y});
    x += entryWidth(entry);
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
  legendPlaces(width, legendEntries(kind), height);
  return height;
}

void drawLegend(ImDrawList* list, const Box& picture, LegendKind kind, const LegendPainter* painter) {
  const std::span<const char* const> entries = legendEntries(kind);
  float height = 0.0F;
  const std::vector<ImVec2> places = legendPlaces(picture.width, entries, height);
  const float top = picture.top + picture.height - height;
  list->AddRectFilled({picture.left, top}, picture.max(), colours::kPage);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const float x = picture.left + places[i].x, y = top + places[i].y;
    const float sample_top = y + 0.5F * (ImGui::GetFontSize() - sampleHeight()) + 1.0F;
    if (painter != nullptr) painter->paint(list, {x, sample_top}, sampleHeight(), entries[i]);
    list->AddText({x + sampleRoom(), y}, colours::kText, text(entries[i]).c_str());
  }
}

}  // namespace needling::ui
