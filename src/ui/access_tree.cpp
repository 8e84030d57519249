#include "ui/access_tree.h"

#include <algorithm>
#include <cmath>

#include "core/text.h"
#include "model/citation.h"
#include "model/describe.h"
#include "model/guide.h"
#include "model/language.h"
#include "model/lock.h"
#include "model/safety.h"
#include "model/section_labels.h"
#include "model/shown.h"
#include "model/texts.h"
#include "model/timeline.h"
#include "ui/access_parts.h"
#include "ui/motion_controls.h"
#include "ui/panel.h"

namespace needling::ui {

AccessPart accessChoice(const std::string& id, const char* type, const std::string& label,
                        std::span<const ChoiceName> choices, std::string_view value) {
  AccessPart part = accessPart(id, type, label);
  part["value"] = value;
  for (const auto& [choice, words] : choices) part["choices"].push_back(AccessPart::array({choice, text(words)}));
  return part;
}

AccessPart accessRange(const std::string& id, const std::string& label, double value, Range range, double step,
                       const std::string& words) {
  AccessPart part = accessPart(id, "range", label);
  part["value"] = value;
  part["min"] = range.min;
  part["max"] = range.max;
  part["step"] = step;
  part["words"] = words;
  return part;
}

AccessPart accessSection(const char* id, const std::string& heading, AccessPart nodes) {
  return {{"id", id}, {"heading", heading}, {"nodes", std::move(nodes)}};
}

bool Folds::isOpen(std::string_view id) const {
  const std::vector<std::string_view> open = split(others, ' ');
  return sheet == id || std::find(open.begin(), open.end(), id) != open.end();
}

void addSource(const std::string& evidence, AccessPart& nodes) {
  if (evidence.empty()) return;
  // One that stands twice in a section has one part there.
  const std::string id = "source:" + evidence;
  for (const AccessPart& node : nodes) {
    if (node["id"] == id) return;
  }
  nodes.push_back(accessButton(id, formatText("guide.source", {citations(evidence)})));
}

namespace {

// --- picture

void addMotion(const Sim& sim, const UiState& state, AccessPart& nodes) {
  const Insertion& insertion = state.insertion;
  nodes.push_back(accessButton("motion:insertion", insertionName(insertion, state)));
  if (!insertion.shown) return;
  constexpr double kStep = 0.02;
  const NeedleDepth& depth = sim.scene().depth;
  nodes.push_back(accessRange("motion:at", text("access.needleAt"), insertion.at, {0.0, 1.0}, kStep,
                              insertionCaption(depth, insertionAt(depth, insertion.at))));
  nodes.push_back(accessButton("motion:done", text("insertion.done")));
}

void addSection(const Sim& sim, const UiState& state, AccessPart& nodes) {
  const Zoom& zoom = sim.state().look.zoom;
  nodes.push_back(accessButton("structure:back", text("picture.what.back")));
  nodes.push_back(accessButton("structure:next", text("picture.what.next")));
  nodes.push_back(accessChoice("near", "radio", text("picture.view"), kViews, zoom.factor == 1.0 ? "whole" : ""));
  const bool near = zoom.factor > 1.0;
  nodes.push_back(accessButton("zoom:closer", text("picture.closer"), zoom.factor < Zoom::kMost));
  nodes.push_back(accessButton("zoom:farther", text("picture.farther"), near));
  if (near) {
    nodes.push_back(accessButton("zoom:left", text("access.left")));
    nodes.push_back(accessButton("zoom:right", text("access.right")));
    nodes.push_back(accessButton("zoom:up", text("access.up")));
    nodes.push_back(accessButton("zoom:down", text("access.down")));
  }
  addMotion(sim, state, nodes);
}

void addPasses(const Derived& of, const UiState& state, AccessPart& nodes) {
  const auto treatments = static_cast<double>(of.protocol().treatmentDays().size());
  if (treatments > 1.0) {
    const double shown = of.surface().treatment + 1.0;
    nodes.push_back(accessRange("surface:treatment", text("access.treatment"), shown, {1.0, treatments}, 1.0,
                                formatText("surface.treatment", {shownNumber(shown), shownNumber(treatments)})));
  }
  const int most = of.surface().passes(), now = state.passes > 0 ? std::min(state.passes, most) : most;
  nodes.push_back(accessRange("surface:passes", text("access.passes"), now, {1.0, static_cast<double>(most)}, 1.0,
                              formatText("surface.pass", {std::to_string(now), std::to_string(most)})));
}

AccessPart coloursPart(const Look& look) {
  return accessChoice("colorProfile", "radio", text("picture.colours"), kColorProfiles, lookText(look, "colorProfile"));
}

AccessPart pictureSection(const Sim& sim, const UiState& state, bool picture) {
  const State& now = sim.state();
  AccessPart nodes = AccessPart::array();
  nodes.push_back(accessChoice("picture", "radio", text("access.picture"), kPictures, pictureName(now.picture)));
  // Where there is no tab for the view, the picture has its colours.
  if (now.view.extent == Extent::kCompact) nodes.push_back(coloursPart(now.look));
  if (now.picture == Picture::kSection) {
    nodes.push_back(accessSwitch("picture:light", text("picture.polarised"), now.look.light == Light::kPolarised));
    nodes.push_back(accessChoice("key:split", "select", text("picture.compare"), kSplits, splitName(now.split)));
    if (picture) addSection(sim, state, nodes);
  }
  if (picture && now.picture == Picture::kSurface) addPasses(sim.derived(), state, nodes);
  return accessSection("picture", text("access.picture"), nodes);
}

// --- time

std::string dayWords(const Sim& sim) {
  const State& now = sim.state();
  return dayTexts(sim) + ", " + phaseName(phaseOn(now.protocol, now.day));
}

AccessPart nowPart(const Protocol& protocol, double day, const Folds& folds) {
  return accessFold("time:now", text("time.now"), folds, [&] {
    AccessPart nodes = AccessPart::array();
    for (const GuideLine& line : linesForNow(protocol, day)) {
      const std::string id = std::to_string(nodes.size());
      if (!line.heading.empty()) nodes.push_back(accessHeading("now.heading." + id, line.heading));
      nodes.push_back(accessWords("now.words." + id, line.text));
      addSource(line.evidence, nodes);
    }
    return nodes;
  });
}

AccessPart timeSection(const Sim& sim, const UiState& state, const Folds& folds, bool picture) {
  const State& now = sim.state();
  const std::vector<double> days = now.protocol.treatmentDays();
  AccessPart nodes = AccessPart::array();
  // Without a picture there is no clock to play by.
  if (picture) nodes.push_back(accessButton("time:play", text(state.playing ? "time.pause" : "time.play")));
  AccessPart day = accessRange("time:day", text("access.day"), now.day, {0.0, kLastDay}, 1.0, dayWords(sim));
  day["covers"] = AccessPart::array({"day"});
  nodes.push_back(day);
  nodes.push_back(accessButton("time:back", text("time.back"), now.day > 0.0));
  nodes.push_back(accessButton("time:next", text("time.next"), now.day < kLastDay));
  if (days.size() > 1) {
    nodes.push_back(accessButton("time:earlier", text("surface.earlier"), now.day > days.front()));
    nodes.push_back(accessButton("time:later", text("surface.later"), now.day < days.back()));
  }
  if (picture) {
    nodes.push_back(accessChoice("time:speed", "select", text("access.speed"), kSpeeds, std::to_string(state.speed)));
  }
  nodes.push_back(accessWords("time.note", phaseNote(now.protocol, now.day)));
  nodes.push_back(nowPart(now.protocol, now.day, folds));
  return accessSection("time", text("access.time"), nodes);
}

// --- settings

AccessPart presetPart(const Protocol& protocol) {
  AccessPart part = accessPart("key:preset", "select", text("panel.preset"));
  std::string chosen;
  for (const bool by_goal : {true, false}) {
    AccessPart choices = AccessPart::array();
    for (const Preset& preset : presets()) {
      if (isForGoal(preset) != by_goal) continue;
      choices.push_back(AccessPart::array({preset.id, preset.label()}));
      if (preset.protocol == protocol && chosen.empty()) chosen = preset.id;
    }
    part["groups"].push_back(AccessPart::array({text(by_goal ? "panel.byGoal" : "panel.otherCourses"), choices}));
  }
  part["value"] = chosen;
  if (chosen.empty()) part["choices"].push_back(AccessPart::array({"", text("panel.custom")}));
  return part;
}

AccessPart startSection(const Sim& sim, const UiState& state, const Protocol& protocol) {
  AccessPart nodes = AccessPart::array();
  if (sim.state().split == Split::kProtocol) {
    AccessPart which = accessPart("protocol", "radio", text("access.which"));
    which["value"] = state.edit_other ? "b" : "a";
    for (const char* name : {"A", "B"}) {
      which["choices"].push_back(AccessPart::array({*name == 'B' ? "b" : "a", formatText("panel.protocol", {name})}));
    }
    nodes.push_back(which);
    if (state.edit_other) nodes.push_back(accessButton("history:copyOver", text("panel.copyOver")));
  }
  nodes.push_back(accessButton("history:undo", text("panel.undo"), sim.canUndo()));
  nodes.push_back(accessButton("history:redo", text("panel.redo"), sim.canRedo()));
  nodes.push_back(accessButton("history:reset", text("panel.reset")));
  nodes.push_back(presetPart(protocol));
  return accessSection("start", text("access.settings"), nodes);
}

AccessPart tabPart(const ViewSettings& view) {
  AccessPart part = accessPart("tab", "radio", text("access.tab"));
  part["value"] = kTabs[static_cast<std::size_t>(view.tab)].id;
  for (const TabRow& tab : kTabs) part["choices"].push_back(AccessPart::array({tab.id, tabWords(tab, view.mode)}));
  return part;
}

AccessPart parameterPart(const Protocol& protocol, const ParameterRow& row, bool locked) {
  const double value = protocol.get(row.parameter);
  const std::string id = "parameter:" + row.id;
  AccessPart part;
  if (row.kind == ParameterKind::kChoice) {
    part = accessPart(id, "select", row.label());
    part["value"] = parameterText(row, value);
    for (std::size_t i = 0; i < row.choices.size(); ++i) {
      part["choices"].push_back(AccessPart::array({row.choices[i].id, row.choiceLabel(i)}));
    }
  } else {
    part = accessRange(id, row.label(), value, rangeFor(protocol, row.parameter), row.step, valueWords(protocol, row));
  }
  part["about"] = locked ? text("panel.locked") + ". " + row.meaning() : row.meaning();
  if (locked) part["off"] = true;
  part["covers"] = AccessPart::array({"protocol"});
  if (row.parameter == ParameterId::kNeedleLength) part["covers"].push_back("depth");
  for (const Warning& warning : warningsFor(protocol)) {
    if (warning.about == row.parameter) part["warnings"].push_back(warning.text);
  }
  return part;
}

// What the mark at a parameter's name opens, but for what the field itself says.
AccessPart whyPart(const Protocol& protocol, const ParameterRow& row, const Folds& folds) {
  return accessFold("why:" + row.id, formatText("access.why", {row.label()}), folds, [&] {
    AccessPart nodes = AccessPart::array();
    if (const std::string range = rangeWords(protocol, row); !range.empty()) {
      nodes.push_back(accessWords("range." + row.id, range));
    }
    addSource(row.evidence, nodes);
    return nodes;
  });
}

AccessPart parameterSection(const Protocol& protocol, const TabRow& tab, const ViewSettings& view, const Folds& folds) {
  AccessPart nodes = AccessPart::array();
  for (const ParameterRow& row : parameterTable()) {
    if (row.group != tab.group || !hasEffect(protocol, row.parameter) || !isOffered(view, row)) continue;
    nodes.push_back(parameterPart(protocol, row, isLocked(view, row.id)));
    nodes.push_back(whyPart(protocol, row, folds));
  }
  return accessSection(tab.id, tabWords(tab, view.mode), nodes);
}

AccessPart viewSection(const Sim& sim, const UiState& state, bool picture) {
  const ViewSettings& view = sim.state().view;
  constexpr double kStep = 0.1;
  AccessPart nodes = AccessPart::array();
  const auto add = [&](AccessPart part) { nodes.push_back(std::move(part)); };
  add(accessChoice("mode", "radio", text("view.mode"), kModes, viewText(view, "mode")));
  add(accessRange("key:textScale", text("view.size"), view.text_scale,
                  {ViewSettings::kLeastTextScale, ViewSettings::kMostTextScale}, kStep,
                  shownFixed(100.0 * view.text_scale, 0) + " %"));
  add(accessChoice("locale", "radio", text("view.language"), kLanguages, languageId(language())));
  add(coloursPart(sim.state().look));
  if (picture) add(accessSwitch("view:motion", text("view.reduced"), state.reduced_motion));
  nodes.push_back(accessSwitch("view:text", text("access.textOnly"), view.extent == Extent::kText));
  return accessSection("view", text("panel.view"), nodes);
}

std::string write(const AccessPart& page) { return page.dump(-1, ' ', false, AccessPart::error_handler_t::replace); }

}  // namespace

std::string accessJson(const Sim& sim, const UiState& state, const AccessWants& wants) {
  const Derived& edited = state.edit_other ? sim.otherDerived() : sim.derived();
  const Protocol& protocol = edited.protocol();
  const Folds folds{.sheet = state.open_sheet, .others = wants.open};
  AccessPart page = AccessPart::array();
  page.push_back(pictureSection(sim, state, wants.picture));
  page.push_back(timeSection(sim, state, folds, wants.picture));
  page.push_back(startSection(sim, state, protocol));
  const bool compact = sim.state().view.extent == Extent::kCompact;
  if (wants.picture && !compact) page.back()["nodes"].push_back(tabPart(sim.state().view));
  for (const TabRow& tab : kTabs) {
    if (*tab.group != '\0') page.push_back(parameterSection(protocol, tab, sim.state().view, folds));
  }
  page.push_back(accessResults(sim, edited));
  page.push_back(accessChart(sim, folds));
  if (compact) return write(page);
  // Its many topics stand in nobody's way while another part of the panel is open.
  const bool guide = !wants.picture || sim.state().view.tab == Tab::kGuide;
  if (guide) page.push_back(accessGuide(sim, protocol));
  page.push_back(accessMode(sim, state.spotlight.has_value(), guide));
  page.push_back(viewSection(sim, state, wants.picture));
  return write(page);
}

}  // namespace needling::ui
