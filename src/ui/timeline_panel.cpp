#include "ui/timeline_panel.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/text.h"
#include "model/describe.h"
#include "model/guide.h"
#include "model/shown.h"
#include "model/texts.h"
#include "model/timeline.h"
#include "ui/chart_head.h"
#include "ui/choice_button.h"
#include "ui/choices.h"
#include "ui/guide_panel.h"
#include "ui/part.h"
#include "ui/plot.h"
#include "ui/sheet.h"
#include "ui/theme.h"
#include "ui/words.h"

namespace needling::ui {
namespace {

struct Tick {
  double day;
  const char* id;  // of its words
  const char* count;
};
constexpr std::array<Tick, 10> kTicks = {{{0, "time.start", "0"},
                                          {0.25, "time.hours", "6"},
                                          {1, "time.days", "1"},
                                          {3, "time.days", "3"},
                                          {7, "time.weeks", "1"},
                                          {30, "time.months", "1"},
                                          {91, "time.months", "3"},
                                          {182, "time.months", "6"},
                                          {365, "time.years", "1"},
                                          {730, "time.years", "2"}}};

ImU32 phaseColour(const Phase& phase) {
  if (phase.id == "inflammation") return colours().inflammation;
  return phase.id == "proliferation" ? colours().proliferation : colours().remodelling;
}

// Play and pause take the same room in every language, so that nothing moves under the pointer.
float playWidth() {
  float width = ImGui::GetFontSize() * 5.0F;
  for (const char* id : {"time.play", "time.pause"}) {
    width = std::max(width, buttonWidth(text(id)));
  }
  return width;
}

float speedWidth() {
  float width = ImGui::GetFontSize() * 7.0F;
  for (const auto& [speed, id] : kSpeeds) {
    width = std::max(width, buttonWidth(text(id)) + ImGui::GetFrameHeight());
  }
  return width;
}

// A button that opens a sheet of what is due on this day: at the end of the line it stands on, or where it stands.
void drawNow(const Protocol& protocol, double day, bool at_end, UiActions& actions) {
  const std::string& words = text("time.now");
  const float width = buttonWidth(words);
  if (at_end) sameLineIfFits(width);
  if (at_end) {
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(0.0F, ImGui::GetContentRegionAvail().x - width));
  }
  const bool pressed = ImGui::Button(words.c_str(), {width, touchHeight()});
  notePlace(actions, "time", "now");
  if (const Sheet sheet("time", "now", pressed, words, 34.0F, actions); sheet) {
    for (const GuideLine& line : linesForNow(protocol, day)) drawGuideText(line, true, actions);
  }
}

void drawTransport(const Sim& sim, const UiState& state, bool stacked, UiActions& actions) {
  const float height = touchHeight();
  const double day = sim.state().day;
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {8.0F, 0.5F * (height - ImGui::GetFontSize())});
  ImGui::PushStyleColor(ImGuiCol_Button, colours().accent);
  ImGui::PushStyleColor(ImGuiCol_ButtonHovered, colours().accent_strong);
  ImGui::PushStyleColor(ImGuiCol_Text, colours().on_accent);
  const std::string& play = text(state.playing ? "time.pause" : "time.play");
  if (ImGui::Button((play + "###play").c_str(), {playWidth(), height})) actions.toggle_play = true;
  notePlace(actions, "time", "play");
  ImGui::PopStyleColor(3);
  ImGui::PushItemFlag(ImGuiItemFlags_ButtonRepeat, true);
  sameLineIfFits(height);
  if (ImGui::Button("<##back", {height, height})) sendDay(std::ceil(day) - 1.0, actions);
  notePlace(actions, "time", "back");
  ImGui::SetItemTooltip("%s", text("time.back").c_str());
  sameLineIfFits(height);
  if (ImGui::Button(">##next", {height, height})) sendDay(std::floor(day) + 1.0, actions);
  notePlace(actions, "time", "next");
  ImGui::SetItemTooltip("%s", text("time.next").c_str());
  ImGui::PopItemFlag();
  sameLineIfFits(speedWidth());
  ImGui::SetNextItemWidth(speedWidth());
  const bool open = ImGui::BeginCombo("##speed", text(kSpeeds[static_cast<std::size_t>(state.speed)].second).c_str());
  notePlace(actions, "time", "speed");
  if (open) {
    for (int i = 0; i < static_cast<int>(kSpeeds.size()); ++i) {
      const char* words = kSpeeds[static_cast<std::size_t>(i)].second;
      if (ImGui::Selectable(text(words).c_str(), i == state.speed)) actions.speed = i;
    }
    ImGui::EndCombo();
  }
  const std::string words = dayTexts(sim);
  if (!stacked) ImGui::SameLine();
  if (!stacked) ImGui::AlignTextToFramePadding();
  drawWords(words);
  ImGui::PopStyleVar();
  drawNow(sim.state().protocol, day, !stacked, actions);
}

void drawRibbon(ImDrawList* list, const Plot& plot, const Protocol& protocol, float top, float height) {
  for (const PhaseSpan& span : phaseRibbon(protocol)) {
    const float from = plot.axis.toPx(span.from_day), to = plot.axis.toPx(span.to_day);
    list->AddRectFilled({from, top}, {to, top + height}, phaseColour(*span.phase));
    const std::string& name = phaseName(*span.phase);
    const ImVec2 size = ImGui::CalcTextSize(name.c_str());
    if (size.x + 8.0F < to - from) {
      list->AddText({0.5F * (from + to - size.x), top + 0.5F * (height - size.y)}, colours().text, name.c_str());
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
    list->AddLine({x, top - 3.0F}, {x, top + 1.0F}, colours().text_soft);
    list->AddText({left, top + 1.0F}, colours().text_soft, words.c_str());
    free_from = left + size.x + 8.0F;
  }
}

void drawCursor(ImDrawList* list, const Plot& plot, const std::vector<Course>& courses, double day, float bottom) {
  const float x = plot.axis.toPx(day);
  list->AddLine({x, plot.area.top}, {x, bottom}, colours().text, 2.0F);
  for (const Course& course : courses) {
    const double value = course.of->outcome().at(plot.row().main, day).value;
    const ImVec2 point = plot.at(day, charted(plot.row().unit, value));
    list->AddCircleFilled(point, 6.0F, colours().text);
    list->AddCircleFilled(point, 4.0F, colours().card);
  }
}

// What the pointer is on: the values of that day, or what a study measured.
void drawTip(const Plot& plot, const std::vector<Course>& courses, const Protocol& protocol) {
  const ImVec2 pointer = ImGui::GetIO().MousePos;
  if (!ImGui::BeginTooltip()) return;
  const auto say = [](const std::string& words) {
    ImGui::TextUnformatted(inLines(words, 24.0F * ImGui::GetFontSize()).c_str());
  };
  if (const ChartedPoint* point = pointAt(plot, pointer)) {
    say(chartedPointText(*point));
    say(text("chart.notYours"));
  } else {
    const double day = plot.axis.toDay(pointer.x);
    say(dayText(protocol, day));
    for (const LegendEntry& entry : valuesOn(plot.chart, courses, day)) say(entry.words);
    if (!courses.empty()) say(text("chart.band"));
  }
  ImGui::EndTooltip();
}

void scrub(const Plot& plot, float bottom, const Sim& sim, UiActions& actions) {
  ImGui::SetCursorScreenPos({plot.area.left - 8.0F, plot.area.top});
  ImGui::InvisibleButton("scrub", {plot.area.width + 16.0F, bottom - plot.area.top});
  notePlace(actions, "time", "day");
  if (!ImGui::IsItemActive() || !ImGui::IsMouseDown(ImGuiMouseButton_Left)) return;
  const double day = plot.axis.toDay(ImGui::GetIO().MousePos.x);
  if (day != sim.state().day) sendDay(day, actions);
}

// What happens in the skin on a day, in words, marked with the phase's colour. `name`: of one of two protocols, or empty.
void drawPhaseNote(const Protocol& protocol, double day, const std::string& name) {
  const Phase& phase = phaseOn(protocol, day);
  const float size = ImGui::GetFontSize();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::GetWindowDrawList()->AddRectFilled({at.x, at.y + size * 0.2F}, {at.x + size * 0.6F, at.y + size * 0.85F},
                                            phaseColour(phase), 2.0F);
  ImGui::SetCursorScreenPos({at.x + size, at.y});
  const std::string words = phaseName(phase) + ": " + phaseNote(protocol, day);
  drawWords(name.empty() ? words : formatText("split.phase", {name, words}));
}

// On this day; for each of two protocols where they differ.
void drawPhaseNotes(const Sim& sim) {
  const State& state = sim.state();
  const Protocol& own = state.protocol;
  const Protocol& other = state.split == Split::kProtocol ? state.otherProtocol() : own;
  if (phaseNoteId(own, state.day) == phaseNoteId(other, state.day)) return drawPhaseNote(own, state.day, "");
  drawPhaseNote(own, state.day, "A");
  drawPhaseNote(other, state.day, "B");
}

void drawChart(const Sim& sim, const Part& part, bool stacked, UiActions& actions) {
  const float font = ImGui::GetFontSize();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const double day = sim.state().day;
  const std::vector<Course> courses = coursesOf(sim);
  drawChartHead(sim, courses, stacked, actions);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 room = part.room();
  const float ribbon_height = font * 1.35F, ticks_height = font * 1.2F, axis_width = font * 3.4F;
  const float below = ribbon_height + ticks_height + 10.0F, lowest = font * 3.5F;
  actions.timeline_height_px = std::ceil(part.used() + lowest + below);
  const Plot plot =
      plotFor(sim.state().look.chart, courses,
              {at.x + axis_width, at.y + 4.0F, room.x - axis_width - font * 0.7F, std::max(lowest, room.y - below)});
  const float ribbon_top = plot.area.top + plot.area.height + 4.0F;
  list->PushClipRect({plot.area.left - axis_width, plot.area.top - 8.0F},
                     {plot.area.left + plot.area.width + font, ribbon_top + ribbon_height + ticks_height + 6.0F}, true);
  drawCurves(list, plot, courses);
  drawRibbon(list, plot, sim.state().protocol, ribbon_top, ribbon_height);
  drawTreatments(list, plot, sim.state().protocol, ribbon_top, 1.0F, colours().text);
  if (sim.state().split == Split::kProtocol) {
    drawTreatments(list, plot, sim.state().otherProtocol(), ribbon_top + ribbon_height, -1.0F, colours().other);
  }
  drawTicks(list, plot, ribbon_top + ribbon_height + 2.0F);
  drawCursor(list, plot, courses, day, ribbon_top + ribbon_height);
  list->PopClipRect();
  scrub(plot, ribbon_top + ribbon_height + ticks_height, sim, actions);
  if (!stacked && ImGui::IsItemHovered() && !ImGui::IsItemActive()) drawTip(plot, courses, sim.state().protocol);
}

}  // namespace

void sendDay(double day, UiActions& actions) {
  actions.commands.push_back({"day", formatNumber(std::clamp(day, 0.0, kLastDay))});
}

void drawTimeline(const Sim& sim, const UiState& state, const Layout& layout, UiActions& actions) {
  const Part part("timeline", layout.timeline, layout.stacked);
  drawTransport(sim, state, layout.stacked, actions);
  drawPhaseNotes(sim);
  drawChart(sim, part, layout.stacked, actions);
}

}  // namespace needling::ui
