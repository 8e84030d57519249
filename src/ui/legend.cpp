#include "ui/legend.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "model/texts.h"
#include "ui/theme.h"
#include "ui/words.h"

namespace needling::ui {
namespace {

constexpr float kLegendMargin = 10.0F;

// A sample is twice as wide as high, and a little lower than the letters are.
float sampleHeight() { return ImGui::GetFontSize() * 0.72F; }
float sampleRoom() { return 2.0F * sampleHeight() + 6.0F; }

float entryWidth(const char* entry) {
  return sampleRoom() + ImGui::CalcTextSize(text(entry).c_str()).x + ImGui::GetFontSize();
}

// Where an entry's sample stands, from the legend's top left, and its words; one that is too long for the picture has several
// lines.
struct Place {
  ImVec2 at;
  std::string lines;
};

// Entries wrap like words; `height` is that of all.
std::vector<Place> legendPlaces(float width, std::span<const char* const> entries, float& height) {
  constexpr float kBetween = 4.0F;
  std::vector<Place> places;
  float x = kLegendMargin, y = 5.0F, tall = ImGui::GetFontSize();
  for (const char* entry : entries) {
    if (x > kLegendMargin && x + entryWidth(entry) > width) {
      x = kLegendMargin;
      y += tall + kBetween;
      tall = ImGui::GetFontSize();
    }
    places.push_back({{x, y}, inLines(text(entry), width - x - sampleRoom())});
    tall = std::max(tall, ImGui::CalcTextSize(places.back().lines.c_str()).y);
    x += entryWidth(entry);
  }
  height = y + tall + kBetween + 5.0F;
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
  const std::vector<Place> places = legendPlaces(picture.width, entries, height);
  const float top = picture.top + picture.height - height;
  list->AddRectFilled({picture.left, top}, picture.max(), colours().page);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const float x = picture.left + places[i].at.x, y = top + places[i].at.y;
    const float sample_top = y + 0.5F * (ImGui::GetFontSize() - sampleHeight()) + 1.0F;
    list->AddRectFilled({x, sample_top}, {x + 2.0F * sampleHeight(), sample_top + sampleHeight()}, colours().sample);
    if (painter != nullptr) painter->paint(list, {x, sample_top}, sampleHeight(), entries[i]);
    list->AddText({x + sampleRoom(), y}, colours().text, places[i].lines.c_str());
  }
}

}  // namespace needling::ui
