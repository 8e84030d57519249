#include "ui/structure_card.h"

#include <algorithm>

#include "model/citation.h"
#include "model/needle.h"
#include "model/texts.h"
#include "ui/theme.h"
#include "ui/words.h"

namespace needling::ui {
namespace {

constexpr float kPad = 10.0F;
constexpr float kRing = 9.0F;

struct Lines {
  std::string name, about, source;
};

// Where the marks of depth are is computed for the protocol's device; of all else the words themselves have sources.
std::string evidenceOf(const std::string& name, const std::string& about, const Protocol& protocol) {
  const bool is_depth = name.ends_with("-mark") || name.ends_with("-band");
  return is_depth ? depthEvidence(protocol) : textEvidence(about);
}

Lines linesOf(const std::string& name, const Protocol& protocol) {
  const std::string id = "structure." + name, about = id + ".about";
  Lines lines{.name = text(id), .about = "", .source = ""};
  if (!hasText(about)) return lines;
  lines.about = text(about);
  const std::string evidence = evidenceOf(name, about, protocol);
  if (!evidence.empty()) lines.source = formatText("picture.source", {citations(evidence)});
  return lines;
}

ImVec2 sizeOf(const std::string& words, float width) {
  return words.empty() ? ImVec2{0.0F, 0.0F} : ImGui::CalcTextSize(inLines(words, width).c_str());
}

// Beside the place, to the right where it fits, and never over it.
ImVec2 cornerOf(ImVec2 place, ImVec2 size, const Box& room, float away) {
  const float right = room.left + room.width, bottom = room.top + room.height;
  ImVec2 at{place.x + away, place.y - size.y - away};
  if (at.x + size.x > right) at.x = place.x - away - size.x;
  if (at.y < room.top) at.y = place.y + away;
  at.x = std::clamp(at.x, room.left, std::max(room.left, right - size.x));
  at.y = std::clamp(at.y, room.top, std::max(room.top, bottom - size.y));
  return at;
}

}  // namespace

void drawStructureCard(ImDrawList* list, const ViewWindow& window, const Pointed& pointed, const Protocol& protocol,
                       const Box& room) {
  const Lines lines = linesOf(pointed.name, protocol);
  const float font = ImGui::GetFontSize(), width = std::min(font * 20.0F, room.width - 2.0F * kPad);
  const ImVec2 name = sizeOf(lines.name, width), about = sizeOf(lines.about, width),
               source = sizeOf(lines.source, width);
  const float below_name = lines.about.empty() ? 0.0F : 3.0F, below_about = lines.source.empty() ? 0.0F : 3.0F;
  const ImVec2 size{std::max({name.x, about.x, source.x}) + 2.0F * kPad,
                    name.y + below_name + about.y + below_about + source.y + 2.0F * kPad};
  const ImVec2 place{static_cast<float>(window.xToPx(pointed.x_mm)), static_cast<float>(window.zToPx(pointed.z_mm))};
  const ImVec2 at = cornerOf(place, size, room, pointed.walked ? 34.0F : 16.0F), end{at.x + size.x, at.y + size.y};
  if (pointed.walked) {
    const ImVec2 near{std::clamp(place.x, at.x, end.x), std::clamp(place.y, at.y, end.y)};
    list->AddLine(place, near, IM_COL32(255, 255, 255, 255), 4.5F);
    list->AddCircle(place, kRing, IM_COL32(255, 255, 255, 255), 0, 5.0F);
    list->AddLine(place, near, on_picture::kText, 2.0F);
    list->AddCircle(place, kRing, on_picture::kText, 0, 2.4F);
  }
  list->AddRectFilled({at.x + 1.0F, at.y + 2.0F}, {end.x + 2.0F, end.y + 3.0F}, IM_COL32(0, 0, 0, 60), 7.0F);
  list->AddRectFilled(at, end, colours().card, 7.0F);
  list->AddRect(at, end, colours().accent, 7.0F, 0, 1.5F);
  float y = at.y + kPad;
  const auto put = [&](const std::string& words, ImVec2 taken, ImU32 ink, float below) {
    if (words.empty()) return;
    list->AddText(nullptr, 0.0F, {at.x + kPad, y}, ink, inLines(words, width).c_str());
    y += taken.y + below;
  };
  put(lines.name, name, colours().accent, below_name);
  put(lines.about, about, colours().text, below_about);
  put(lines.source, source, colours().text_soft, 0.0F);
}

}  // namespace needling::ui
