// What the page's own controls do: the same commands that the drawn ones send.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "core/text.h"
#include "model/guide.h"
#include "model/language.h"
#include "model/lesson_steps.h"
#include "ui/access_tree.h"
#include "ui/guide_panel.h"
#include "ui/lesson_panel.h"
#include "ui/motion_controls.h"
#include "ui/panel.h"
#include "ui/picture_tools.h"
#include "ui/picture_views.h"
#include "ui/shortcuts.h"
#include "ui/spotlight.h"
#include "ui/timeline_panel.h"

namespace needling::ui {
namespace {

struct Use {
  const Sim& sim;
  const UiState& state;
  const UiActions& shown;
  const std::string& value;
  UiActions& actions;

  void send(const std::string& key, const std::string& to) const { actions.commands.push_back({key, to}); }
  void send(const std::vector<Command>& commands) const {
    actions.commands.insert(actions.commands.end(), commands.begin(), commands.end());
  }
  void seek(double day) const { sendDay(day, actions); }
  // The key of the keyboard that does it.
  void press(Key key, bool shift = false) const {
    if (shown.views.empty()) return;
    send(shortcutFor(key, {.shift = shift}, sim.state(), shown.mainView().window).commands);
  }
  double number() const {
    double number = 0.0;
    return parseNumber(value, number) ? number : 0.0;
  }
};

// The day of the treatment after (1) or before (-1) this day.
void seekTreatment(const Use& use, int direction) {
  std::vector<double> days = use.sim.state().protocol.treatmentDays();
  if (direction < 0) std::reverse(days.begin(), days.end());
  const double now = use.sim.state().day;
  const auto next = std::find_if(days.begin(), days.end(), [&](double day) { return direction * (day - now) > 0.0; });
  if (next != days.end()) use.seek(*next);
}

void setPasses(const Use& use) {
  const int most = use.sim.surface().passes(), passes = std::clamp(static_cast<int>(use.number()), 1, most);
  use.actions.passes = passes == most ? 0 : passes;
}

// The day of the treatment that the view from above shows.
void setTreatment(const Use& use) {
  const std::vector<double> days = use.sim.state().protocol.treatmentDays();
  const double number = std::clamp(use.number(), 1.0, static_cast<double>(days.size()));
  use.seek(days[static_cast<std::size_t>(number) - 1]);
}

bool isOn(const Use& use) { return use.value == "true"; }

void openSheet(const Use& use, std::string_view id) { use.actions.sheet = {.id = std::string(id), .open = isOn(use)}; }

struct Action {
  std::string_view id;
  void (*run)(const Use&);
};

constexpr std::array kActions = std::to_array<Action>({
    {"time:now", [](const Use& use) { openSheet(use, "time:now"); }},
    {"chart:table", [](const Use& use) { openSheet(use, "chart:table"); }},
    {"time:play", [](const Use& use) { use.actions.toggle_play = true; }},
    {"time:day", [](const Use& use) { use.seek(use.number()); }},
    {"time:back", [](const Use& use) { use.seek(std::ceil(use.sim.state().day) - 1.0); }},
    {"time:next", [](const Use& use) { use.seek(std::floor(use.sim.state().day) + 1.0); }},
    {"time:earlier", [](const Use& use) { seekTreatment(use, -1); }},
    {"time:later", [](const Use& use) { seekTreatment(use, 1); }},
    {"time:speed", [](const Use& use) { use.actions.speed = std::clamp(static_cast<int>(use.number()), 0, 2); }},
    {"history:undo", [](const Use& use) { use.send("undo", ""); }},
    {"history:redo", [](const Use& use) { use.send("redo", ""); }},
    {"history:reset", [](const Use& use) { use.send("reset", ""); }},
    {"history:copyOver", [](const Use& use) { use.send("b", "copy"); }},
    {"protocol", [](const Use& use) { use.actions.edit_other = use.value == "b"; }},
    {"picture:light", [](const Use& use) { use.send("light", isOn(use) ? "polarised" : "normal"); }},
    {"key:split", [](const Use& use) { compareWith(use.sim.state(), use.value, use.actions); }},
    {"structure:next", [](const Use& use) { use.actions.structure_step = 1; }},
    {"structure:back", [](const Use& use) { use.actions.structure_step = -1; }},
    {"zoom:closer", [](const Use& use) { use.press(Key::kPlus); }},
    {"zoom:farther", [](const Use& use) { use.press(Key::kMinus); }},
    {"zoom:left", [](const Use& use) { use.press(Key::kLeft, true); }},
    {"zoom:right", [](const Use& use) { use.press(Key::kRight, true); }},
    {"zoom:up", [](const Use& use) { use.press(Key::kUp, true); }},
    {"zoom:down", [](const Use& use) { use.press(Key::kDown, true); }},
    {"motion:insertion",
     [](const Use& use) { pressInsertion(use.sim, use.shown.hasDevice(), use.state, use.actions); }},
    {"motion:at", [](const Use& use) { moveInsertion(std::clamp(use.number(), 0.0, 1.0), use.state, use.actions); }},
    {"motion:done", [](const Use& use) { use.actions.insertion = {}; }},
    {"surface:treatment", setTreatment},
    {"surface:passes", [](const Use& use) { setPasses(use); }},
    {"locale", [](const Use& use) { use.actions.locale = use.value; }},
    {"view:motion", [](const Use& use) { use.send("reducedMotion", isOn(use) ? "on" : "off"); }},
    {"view:text", [](const Use& use) { use.send("ui", isOn(use) ? "text" : "full"); }},
    {"stage:spotlight",
     [](const Use& use) { use.actions.spotlight = isOn(use) ? std::optional(kSpotlightStart) : std::nullopt; }},
    {"guide:back", [](const Use& use) { use.send("topic", ""); }},
    {"guide:sources", [](const Use& use) { use.send("sources", isOn(use) ? "on" : "off"); }},
    {"step:next", [](const Use& use) { use.send(stepOn(use.sim.state().view)); }},
    {"step:back", [](const Use& use) { use.send(stepBack(use.sim.state().view)); }},
    {"step:stage", [](const Use& use) { use.send(clickOn(use.sim.state().view)); }},
    {"step:again", [](const Use& use) { use.send("lesson", use.sim.state().view.lesson); }},
    {"step:leave", [](const Use& use) { use.send("lesson", ""); }},
    {"step:quizAgain", [](const Use& use) { takeQuizAgain(use.actions); }},
    {"page:sheet", [](const Use& use) { use.actions.page = "sheet"; }},
    {"page:calendar", [](const Use& use) { use.actions.page = "calendar"; }},
    {"page:window", [](const Use& use) { use.actions.page = "window"; }},
});

constexpr std::array<std::string_view, 3> kNear = {"whole", "zone", "channel"};

void setNear(const Use& use) {
  const auto place = std::find(kNear.begin(), kNear.end(), use.value);
  if (place == kNear.end() || use.shown.views.empty()) return;
  sendZoom(use.sim.state().look, use.shown.near[static_cast<std::size_t>(place - kNear.begin())], use.actions);
}

// What a line of the guide shows in the picture.
void showLine(const Use& use, std::string_view number) {
  double wanted = 0.0;
  const GuideTopic* topic = findGuideTopic(use.sim.state().view.topic);
  if (topic == nullptr || !parseNumber(number, wanted)) return;
  const std::vector<GuideLine> lines = guideLines(*topic, use.sim.state().protocol, use.sim.state().day);
  if (wanted < 0.0 || wanted >= static_cast<double>(lines.size())) return;
  use.send(lines[static_cast<std::size_t>(wanted)].show);
  use.actions.shown_in_picture = true;
}

// Those that name a key of the state, or one of many.
void useNamed(const Use& use, std::string_view kind, std::string_view name) {
  if (kind == "key" || kind == "parameter") return use.send(std::string(name), use.value);
  if (kind == "near") return setNear(use);
  if (kind == "why") return openSheet(use, "why:" + std::string(name));
  if (kind == "show") return showLine(use, name);
  if (kind == "source") {
    use.actions.look_up = name;
    return;
  }
  if (kind == "topic") {
    if (const GuideTopic* topic = findGuideTopic(name)) openTopic(*topic, use.actions);
    return;
  }
  if (isStateKey(kind)) use.send(std::string(kind), name.empty() ? use.value : std::string(name));
}

}  // namespace

UiActions accessActions(const Sim& sim, const UiState& state, const UiActions& shown, std::string_view id,
                        const std::string& value) {
  UiActions actions;
  actions.insertion = state.insertion;
  actions.passes = state.passes;
  actions.spotlight = state.spotlight;
  const Use use{sim, state, shown, value, actions};
  const auto action = std::find_if(kActions.begin(), kActions.end(), [&](const Action& each) { return each.id == id; });
  if (action != kActions.end()) {
    action->run(use);
  } else {
    const std::size_t colon = std::min(id.find(':'), id.size());
    useNamed(use, id.substr(0, colon), id.substr(std::min(colon + 1, id.size())));
  }
  if (state.edit_other) sendToOther(actions.commands);
  return actions;
}

}  // namespace needling::ui
