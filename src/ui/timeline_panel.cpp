#include "ui/timeline_panel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "core/text.h"
#include "core/thin_path.h"
#include "model/describe.h"
#include "model/shown.h"
#include "model/texts.h"
#include "model/timeline.h"
#include "ui/theme.h"
#include "ui/time_axis.h"

namespace needling::ui {
namespace {

struct Tick {
  double day;
  const char* id;  // of its words
  const char* count;
};
constexpr std::array<Tick, 7> kTicks = {{{0, "time.start", "0"},
                                         {7, "time.weeks", "1"},
                                         {30, "time.months", "1"},
                                         {91, "time.months", "3"},
                                         {182, "time.months", "6"},
                                         {365, "time.years", "1"},
                                         {730, "time.years", "2"}}};

ImU32 phaseColour(const Phase& phase) {
  if (phase.id == "inflammation") return colours::kInflammation;
  return phase.id == "proliferation" ? colours::kProliferation : colours::kRemodelling;
}

void sendDay(double day, UiActions& actions) {
  actions.commands.push_back({"day", formatNumber(std::clamp(day, 0.0, kLastDay))});
}

// Play and pause take the same room in every language, so that nothing moves under the pointer.
float playWidth() {
  float width = ImGui::GetFontSize() * 5.0F;
  for (const char* id : {"time.play", "time.pause"}) {
    width = std::max(width, ImGui::CalcTextSize(text(id).c_str()).x + 2.0F * ImGui::GetStyle().FramePadding.x);
  }
  return width;
}

float speedWidth(std::span<const char* const> speeds) {
  float width = ImGui::GetFontSize() * 7.0F;
  for (const char* id : speeds) {
    width = std::max(width, ImGui::CalcTextSize(text(id).c_str()).x + 2.0F * ImGui::GetStyle().FramePadding.x +
                                ImGui::GetFrameHeight());
  }
  return width;
}

void drawTransport(const Sim& sim, const UiState& state, bool stacked, UiActions& actions) {
  const float height = touchHeight();
  const double day = sim.state().day;
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {8.0F, 0.5F * (height - ImGui::GetFontSize())});
  ImGui::PushStyleColor(ImGuiCol_Button, colours::kAccent);
  ImGui::PushStyleColor(ImGuiCol_ButtonHovered, IM_COL32(0x07, 0x45, 0x69, 255));
  ImGui::PushStyleColor(ImGuiCol_Text, colours::kCard);
  const std::string& play = text(state.playing ? "time.pause" : "time.play");
  if (ImGui::Button((play + "###play").c_str(), {playWidth(), height})) actions.toggle_play = true;
  ImGui::PopStyleColor(3);
  ImGui::PushItemFlag(ImGuiItemFlags_ButtonRepeat, true);
  ImGui::SameLine();
  if (ImGui::Button("<##back", {height, height})) sendDay(std::ceil(day) - 1.0, actions);
  ImGui::SetItemTooltip("%s", text("time.back").c_str());
  ImGui::SameLine();
  if (ImGui::Button(">##next", {height, height})) sendDay(std::floor(day) + 1.0, actions);
  ImGui::SetItemTooltip("%s", text("time.next").c_str());
  ImGui::PopItemFlag();
  constexpr const char* kSpeeds[] = {"time.slow", "time.normal", "time.fast"};
  ImGui::SameLine();
  ImGui::SetNextItemWidth(speedWidth(kSpeeds));
  if (ImGui::BeginCombo("##speed", text(kSpeeds[state.speed]).c_str())) {
    for (int i = 0; i < 3; ++i) {
      if (ImGui::Selectable(text(kSpeeds[i]).c_str(), i == state.speed)) actions.speed = i;
    }
    ImGui::EndCombo();
  }
  const std::string words = dayText(sim.state().protocol, day);
  if (!stacked) ImGui::SameLine();
  if (!stacked) ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(words.c_str());
  ImGui::PopStyleVar();
}

struct Plot {
  Box area;
  TimeAxis axis;
  double low = 0.0;   // gain in per cent at the bottom
  double high = 1.0;  // and at the top

  ImVec2 at(double day, double fold) const {
    const double share = (100.0 * (fold - 1.0) - low) / (high - low);
    return {axis.toPx(day), area.top + area.height * static_cast<float>(1.0 - share)};
  }
};

// What the chart compares, A first.
std::vector<const Outcome*> outcomesOf(const Sim& sim) {
  if (sim.state().split != Split::kProtocol) return {&sim.outcome()};
  return {&sim.outcome(), &sim.otherDerived().outcome()};
}

// Two are told apart by their totals alone.
std::vector<SeriesId> linesOf(const std::vector<const Outcome*>& outcomes) {
  if (outcomes.size() > 1) return {SeriesId::kCollagenTotal};
  return {SeriesId::kCollagen3, SeriesId::kCollagenTotal};
}

// Top of the value axis: the highest point shown, rounded up to a readable step.
double chartTop(const std::vector<const Outcome*>& outcomes) {
  double highest = 0.0;
  const auto reach = [&](const std::vector<double>& folds) {
    for (const double fold : folds) highest = std::max(highest, 100.0 * (fold - 1.0));
  };
  for (const Outcome* outcome : outcomes) {
    for (const SeriesId id : linesOf(outcomes)) reach(outcome->series(id).values);
    reach(outcome->series(SeriesId::kCollagenTotal).high);
  }
  for (const double step : {4.0, 10.0, 20.0, 40.0, 60.0, 80.0, 100.0, 120.0, 160.0, 200.0}) {
    if (highest <= step) return step;
  }
  return std::ceil(highest / 100.0) * 100.0;
}

// Bottom of the value axis: 0, or below it where skin starts with less collagen than normal.
double chartBottom(const std::vector<const Outcome*>& outcomes) {
  double lowest = 0.0;
  for (const Outcome* outcome : outcomes) {
    const std::vector<double>& low = outcome->series(SeriesId::kCollagenTotal).low;
    lowest = std::min(lowest, 100.0 * (*std::min_element(low.begin(), low.end()) - 1.0));
  }
  return lowest > -1e-9 ? 0.0 : 20.0 * std::floor(lowest / 20.0);
}

void drawGrid(ImDrawList* list, const Plot& plot) {
  for (int i = 0; i <= 2; ++i) {
    const double percent = plot.low + (plot.high - plot.low) * i / 2.0;
    const float y = plot.at(0.0, 1.0 + percent / 100.0).y;
    list->AddLine({plot.area.left, y}, {plot.area.left + plot.area.width, y}, colours::kLine);
    const std::string label = (percent > 0.0 ? "+" : "") + shownNumber(percent) + " %";
    const ImVec2 size = ImGui::CalcTextSize(label.c_str());
    list->AddText({plot.area.left - size.x - 6.0F, y - 0.5F * size.y}, colours::kTextSoft, label.c_str());
  }
}

// Days at which lines are sampled: every second pixel column.
std::vector<double> sampleDays(const Plot& plot) {
  std::vector<double> days;
  const int columns = std::max(2, static_cast<int>(plot.area.width / 2.0F));
  for (int i = 0; i <= columns; ++i) {
    const double share = static_cast<double>(i) / columns;
    days.push_back(share * share * kLastDay);
  }
  return days;
}

// Whether a point of a line lies off the straight way between two others by what could be seen.
bool strays(ImVec2 point, ImVec2 from, ImVec2 to) {
  constexpr float kSeenPx = 0.05F;
  if (to.x <= from.x) return true;
  const float share = (point.x - from.x) / (to.x - from.x);
  return std::abs(point.y - from.y - share * (to.y - from.y)) > kSeenPx;
}

struct PlottedBand {
  std::vector<ImVec2> low, high;
};

// Its corners, of which a quiet course needs few.
PlottedBand plottedBand(const Plot& plot, const Outcome& outcome, const std::vector<double>& days) {
  PlottedBand all, seen;
  for (const double day : days) {
    const Band band = outcome.at(SeriesId::kCollagenTotal, day);
    all.low.push_back(plot.at(day, band.low));
    all.high.push_back(plot.at(day, band.high));
  }
  const auto either_strays = [&](std::size_t i, std::size_t from, std::size_t to) {
    return strays(all.low[i], all.low[from], all.low[to]) || strays(all.high[i], all.high[from], all.high[to]);
  };
  thinPath(days.size(), either_strays, [&](std::size_t i) {
    seen.low.push_back(all.low[i]);
    seen.high.push_back(all.high[i]);
  });
  return seen;
}

void drawBand(ImDrawList* list, const Plot& plot, const Outcome& outcome, const std::vector<double>& days, ImU32 fill) {
  const PlottedBand band = plottedBand(plot, outcome, days);
  // Without antialiased edges, or the seams between the pieces would show.
  const ImDrawListFlags flags = list->Flags;
  list->Flags &= ~ImDrawListFlags_AntiAliasedFill;
  for (std::size_t i = 0; i + 1 < band.low.size(); ++i)
    list->AddQuadFilled(band.low[i], band.high[i], band.high[i + 1], band.low[i + 1], fill);
  list->Flags = flags;
  for (const std::vector<ImVec2>* border : {&band.low, &band.high})
    list->AddPolyline(border->data(), static_cast<int>(border->size()), fill, 0, 1.5F);
}

void drawLine(ImDrawList* list, const Plot& plot, const Outcome& outcome, SeriesId id, const std::vector<double>& days,
              ImU32 colour, float width) {
  std::vector<ImVec2> all;
  for (const double day : days) all.push_back(plot.at(day, outcome.at(id, day).value));
  thinPath(
      all.size(), [&](std::size_t i, std::size_t from, std::size_t to) { return strays(all[i], all[from], all[to]); },
      [&](std::size_t i) { list->PathLineTo(all[i]); });
  list->PathStroke(colour, 0, width);
}

void drawRibbon(ImDrawList* list, const Plot& plot, const Protocol& protocol, float top, float height) {
  for (const PhaseSpan& span : phaseRibbon(protocol)) {
    const float from = plot.axis.toPx(span.from_day), to = plot.axis.toPx(span.to_day);
    list->AddRectFilled({from, top}, {to, top + height}, phaseColour(*span.phase));
    const std::string& name = phaseName(*span.phase);
    const ImVec2 size = ImGui::CalcTextSize(name.c_str());
    if (size.x + 8.0F < to - from) {
      list->AddText({0.5F * (from + to - size.x), top + 0.5F * (height - size.y)}, colours::kText, name.c_str());
    }
  }
}

// One for each treatment: points down on the ribbon's upper edge, up on its lower one for protocol B.
void drawTreatments(ImDrawList* list, const Plot& plot, const Protocol& protocol, float edge, float direction,
                    ImU32 ink) {
  for (const double day : protocol.treatmentDays()) {
    const float x = plot.axis.toPx(day), root = edge - direction;
    list->AddTriangleFilled({x - 5.0F, root}, {x + 5.0F, root}, {x, edge + 8.0F * direction}, ink);
  }
}

void drawTicks(ImDrawList* list, const Plot& plot, float top) {
  float free_from = -1e9F;
  for (const Tick& tick : kTicks) {
    const std::string words = formatText(tick.id, {tick.count});
    const ImVec2 size = ImGui::CalcTextSize(words.c_str());
    const float x = plot.axis.toPx(tick.day);
    const float left = std::min(x - 0.5F * size.x, plot.area.left + plot.area.width - size.x + 6.0F);
    if (left < free_from) continue;
    list->AddLine({x, top - 3.0F}, {x, top + 1.0F}, colours::kTextSoft);
    list->AddText({left, top + 1.0F}, colours::kTextSoft, words.c_str());
    free_from = left + size.x + 8.0F;
  }
}

void drawCursor(ImDrawList* list, const Plot& plot, const Sim& sim, float bottom) {
  const double day = sim.state().day;
  const float x = plot.axis.toPx(day);
  list->AddLine({x, plot.area.top}, {x, bottom}, colours::kText, 2.0F);
  for (const Outcome* outcome : outcomesOf(sim)) {
    const ImVec2 point = plot.at(day, outcome->at(SeriesId::kCollagenTotal, day).value);
    list->AddCircleFilled(point, 6.0F, colours::kText);
    list->AddCircleFilled(point, 4.0F, colours::kCard);
  }
}

// On the title's line where there is room, else on its own.
void drawChartHead(ImDrawList* list, bool compares, bool stacked) {
  const float size = ImGui::GetFontSize();
  ImGui::PushTextWrapPos(0.0F);
  ImGui::TextUnformatted(text("chart.title").c_str());
  ImGui::PopTextWrapPos();
  const std::pair<ImU32, std::string> second = compares ? std::pair(colours::kOther, formatText("chart.totalOf", {"B"}))
                                                        : std::pair(colours::kType3, text("chart.type3"));
  const std::pair<ImU32, std::string> entries[] = {
      {colours::kReach, compares ? formatText("chart.totalOf", {"A"}) : text("chart.total")},
      second,
      {IM_COL32(0x0b, 0x5f, 0x8f, 90), text("chart.band")}};
  const auto width_of = [size](const std::string& words) {
    return size * 1.25F + ImGui::CalcTextSize(words.c_str()).x;
  };
  float widest = 0.0F;
  for (const auto& [colour, words] : entries) widest = std::max(widest, width_of(words));
  const float title = ImGui::GetItemRectSize().x;
  if (!stacked && title + size * 1.5F + widest < ImGui::GetContentRegionAvail().x) ImGui::SameLine(0.0F, size * 1.5F);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float right = at.x + ImGui::GetContentRegionAvail().x;
  float x = at.x, y = at.y;
  for (const auto& [colour, words] : entries) {
    const float width = width_of(words);
    if (x > at.x && x + width > right) {
      x = at.x;
      y += size + 4.0F;
    }
    list->AddRectFilled({x, y + size * 0.3F}, {x + size, y + size * 0.7F}, colour, 2.0F);
    list->AddText({x + size * 1.25F, y}, colours::kText, words.c_str());
    x += width + size * 0.65F;
  }
  ImGui::Dummy({1.0F, y + size - at.y});
}

void scrub(const Plot& plot, float bottom, const Sim& sim, UiActions& actions) {
  ImGui::SetCursorScreenPos({plot.area.left - 8.0F, plot.area.top});
  ImGui::InvisibleButton("scrub", {plot.area.width + 16.0F, bottom - plot.area.top});
  if (!ImGui::IsItemActive() || !ImGui::IsMouseDown(ImGuiMouseButton_Left)) return;
  const double day = plot.axis.toDay(ImGui::GetIO().MousePos.x);
  if (day != sim.state().day) sendDay(day, actions);
}

// What happens in the skin on this day, in words, marked with the phase's colour.
void drawPhaseNote(const Sim& sim) {
  const Phase& phase = phaseOn(sim.state().protocol, sim.state().day);
  const float size = ImGui::GetFontSize();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::GetWindowDrawList()->AddRectFilled({at.x, at.y + size * 0.2F}, {at.x + size * 0.6F, at.y + size * 0.85F},
                                            phaseColour(phase), 2.0F);
  ImGui::SetCursorScreenPos({at.x + size, at.y});
  ImGui::TextWrapped("%s: %s", phaseName(phase).c_str(), phaseNote(phase).c_str());
}

void drawChart(const Sim& sim, bool stacked, UiActions& actions) {
  const float font = ImGui::GetFontSize();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const std::vector<const Outcome*> outcomes = outcomesOf(sim);
  const bool compares = outcomes.size() > 1;
  drawChartHead(list, compares, stacked);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const float ribbon_height = font * 1.35F, ticks_height = font * 1.2F, axis_width = font * 3.4F;
  Plot plot;
  plot.area = {at.x + axis_width, at.y + 4.0F, room.x - axis_width - font * 0.7F,
               std::max(font * 3.0F, room.y - ribbon_height - ticks_height - 10.0F)};
  plot.axis = {plot.area.left, plot.area.width};
  plot.low = chartBottom(outcomes);
  plot.high = chartTop(outcomes);
  const float ribbon_top = plot.area.top + plot.area.height + 4.0F;
  const std::vector<double> days = sampleDays(plot);
  list->PushClipRect({plot.area.left - axis_width, plot.area.top - 8.0F},
                     {plot.area.left + plot.area.width + font, ribbon_top + ribbon_height + ticks_height + 6.0F}, true);
  drawGrid(list, plot);
  if (compares) drawBand(list, plot, *outcomes[1], days, colours::kOtherFill);
  drawBand(list, plot, *outcomes[0], days, colours::kBandFill);
  if (compares) {
    drawLine(list, plot, *outcomes[1], SeriesId::kCollagenTotal, days, colours::kOther, 2.6F);
  } else {
    drawLine(list, plot, *outcomes[0], SeriesId::kCollagen3, days, colours::kType3, 1.8F);
  }
  drawLine(list, plot, *outcomes[0], SeriesId::kCollagenTotal, days, colours::kReach, 2.6F);
  drawRibbon(list, plot, sim.state().protocol, ribbon_top, ribbon_height);
  drawTreatments(list, plot, sim.state().protocol, ribbon_top, 1.0F, colours::kText);
  if (compares) {
    drawTreatments(list, plot, sim.state().otherProtocol(), ribbon_top + ribbon_height, -1.0F, colours::kOther);
  }
  drawTicks(list, plot, ribbon_top + ribbon_height + 2.0F);
  drawCursor(list, plot, sim, ribbon_top + ribbon_height);
  list->PopClipRect();
  scrub(plot, ribbon_top + ribbon_height + ticks_height, sim, actions);
}

}  // namespace

void drawTimeline(const Sim& sim, const UiState& state, const Layout& layout, UiActions& actions) {
  ImGui::SetNextWindowPos(layout.timeline.min());
  ImGui::SetNextWindowSize(layout.timeline.size());
  ImGui::Begin("timeline", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollWithMouse |
                   ImGuiWindowFlags_NoBringToFrontOnFocus);
  drawTransport(sim, state, layout.stacked, actions);
  drawPhaseNote(sim);
  drawChart(sim, layout.stacked, actions);
  ImGui::End();
}

}  // namespace needling::ui
