#include "model/sim.h"

#include <algorithm>
#include <optional>

#include "core/check.h"
#include "core/text.h"
#include "model/lessons.h"
#include "model/lock.h"
#include "model/texts.h"
#include "model/timeline.h"
#include "model/value_reading.h"

namespace needling {
namespace {

constexpr std::string_view kPictureNames[] = {"section", "strip", "surface"};
constexpr std::string_view kSplitNames[] = {"none", "before", "protocol"};
constexpr std::string_view kOtherNames[] = {"same", "copy"};
constexpr std::string_view kOther = "b";
constexpr std::string_view kOtherPrefix = "b.";

Status changeDay(State& state, std::string_view value) {
  double day = 0.0;
  const bool number = parseNumber(value, day);
  if (number && day >= 0.0 && day <= kLastDay) {
    state.day = day + 0.0;  // "-0" is day 0
    return {};
  }
  return Status::fail(
      number ? StatusCode::kOutOfRange : StatusCode::kWrongType,
      formatText("refused.day", {number ? formatNumber(day) : quoteForMessage(value), formatNumber(kLastDay)}));
}

Status changePreset(Protocol& protocol, std::string_view key, std::string_view value) {
  if (const Preset* preset = findPreset(value)) {
    protocol = preset->protocol;
    return {};
  }
  std::vector<std::string_view> names;
  for (const Preset& preset : presets()) names.push_back(preset.id);
  return notOneOf(StatusCode::kUnknownKey, key, names, value);
}

// Both protocols are for one skin.
void shareSkin(State& state) {
  if (!state.other) return;
  for (const ParameterRow& row : parameterTable()) {
    if (isOfSkin(row)) state.other->set(row.parameter, state.protocol.get(row.parameter));
  }
}

// The id that a key of protocol B is about, empty for B itself; none for other keys.
std::optional<std::string_view> otherId(std::string_view key) {
  if (key == kOther) return "";
  if (!key.starts_with(kOtherPrefix)) return {};
  const std::string_view id = key.substr(kOtherPrefix.size());
  if (id != "preset" && findParameter(id) == nullptr) return {};
  return id;
}

Status chooseOther(State& state, std::string_view value) {
  bool copied = false;
  Status status = choose(copied, kOther, kOtherNames, value);
  if (!status.ok()) return status;
  state.other.reset();
  if (copied) state.other = state.protocol;
  return status;
}

Status changeOther(State& state, std::string_view id, std::string_view value) {
  if (id.empty()) return chooseOther(state, value);
  const std::string key = otherKey(id);
  Protocol next = state.otherProtocol();
  Status status;
  if (id == "preset") {
    status = changePreset(next, key, value);
  } else if (isOfSkin(*findParameter(id))) {
    status = Status::fail(StatusCode::kUnknownKey, formatText("refused.skin", {key, id}));
  } else {
    status = setParameter(next, id, value, key);
  }
  if (status.ok()) state.other = next;
  return status;
}

// A reset leaves the visitor the size of the words and the place in the panel.
State defaultsWith(const ViewSettings& view) {
  State state;
  state.view = view;
  return state;
}

Status changeOne(State& state, const Command& command) {
  const std::string &key = command.key, &value = command.value;
  if (key == "day") return changeDay(state, value);
  if (key == "picture") return choose(state.picture, key, kPictureNames, value);
  if (key == "split") return choose(state.split, key, kSplitNames, value);
  if (isLookKey(key)) return changeLook(state.look, key, value);
  if (isViewKey(key)) return changeView(state.view, key, value);
  if (key == "preset") return changePreset(state.protocol, key, value);
  if (const auto id = otherId(key)) return changeOther(state, *id, value);
  if (key == "reset") {
    state = defaultsWith(state.view);
    return {};
  }
  return setParameter(state.protocol, key, value);
}

int order(const Command& command) {
  const std::optional<std::string_view> other = otherId(command.key);
  const std::string_view key = other.value_or(command.key);
  const int within = key.empty() ? 0 : key == "preset" ? 1 : key == parameterRow(ParameterId::kDevice).id ? 2 : 3;
  return (other ? 4 : 0) + within;
}

}  // namespace

bool isStateKey(std::string_view key) {
  return key == "day" || key == "picture" || key == "split" || key == "preset" || isLookKey(key) || isViewKey(key) ||
         otherId(key) || findParameter(key) != nullptr;
}

bool isOfSkin(const ParameterRow& row) { return row.group == "skin"; }

std::string otherKey(std::string_view id) { return std::string(kOtherPrefix).append(id); }

const ParameterRow* findOtherParameter(std::string_view key) {
  return key.starts_with(kOtherPrefix) ? findParameter(key.substr(kOtherPrefix.size())) : nullptr;
}

std::string_view pictureName(Picture picture) { return kPictureNames[static_cast<std::size_t>(picture)]; }
std::string_view splitName(Split split) { return kSplitNames[static_cast<std::size_t>(split)]; }

Status changeState(State& state, const Command& command) {
  Status status = changeOne(state, command);
  if (status.ok()) shareSkin(state);
  return status;
}

namespace {

// What the step that is open wants to be seen after this change of it. A question may be opened as explained at once.
std::vector<Command> pictureAfter(const ViewSettings& before, const ViewSettings& view, std::string_view key) {
  const Lesson* lesson = findLesson(view.lesson);
  if (lesson == nullptr) return {};
  if (key == "lesson" || (key == kTourKey && view.lesson != before.lesson)) return lesson->show;
  const bool answered = key == "choice" && view.choice > 0 && lesson->kind == LessonKind::kQuiz;
  const bool observed = key == "stage" && before.stage == 0 && view.stage > 0 && lesson->kind == LessonKind::kLecture;
  return answered || observed ? lesson->after : std::vector<Command>{};
}

// What a change that a visitor or host makes brings with it. A lecture has a projector's colours.
std::vector<Command> consequences(const State& before, const State& next, std::string_view key) {
  if (key != "mode") return pictureAfter(before.view, next.view, key);
  const bool lecture = next.view.mode == Mode::kLecture;
  const ColorProfile usual = lecture ? ColorProfile::kDefault : ColorProfile::kProjector;
  if (next.look.colours != usual) return {};
  return {{"colorProfile", lecture ? "projector" : "default"}};
}

}  // namespace

Status Sim::changeProgress(std::string_view value) {
  if (!value.empty()) {
    if (Status status = progress_.read(value); !status.ok()) return status;
  } else {
    progress_.forgetAnswers();
  }
  ++revision_;
  return {};
}

Status Sim::keepFrom(Author author, State& next) const {
  return author == Author::kVisitor ? keepLocked(state_, next) : Status{};
}

void Sim::goTo(State next, Author author) {
  if (keepFrom(author, next).ok()) accept(next);
}

bool Sim::travel(const Command& command) {
  if (command.key == "step") {
    if (!history_.isOpen()) return true;
    history_.endStep();
  } else if (command.key == "undo") {
    goTo(history_.undo(state_), command.author);
  } else if (command.key == "redo") {
    goTo(history_.redo(state_), command.author);
  } else if (command.key == "forget") {
    history_ = {};
  } else {
    return false;
  }
  record(command);
  return true;
}

Status Sim::apply(const Command& command) {
  if (travel(command)) return {};
  if (command.key == "progress") return changeProgress(command.value);
  if (command.author == Author::kVisitor && isLocked(state_.view, command.key)) return refuseLocked(command.key);
  State next = state_;
  Status status = changeState(next, command);
  if (!status.ok()) return status;
  for (const Command& each : consequences(state_, next, command.key)) {
    status = changeState(next, each);
    NEEDLING_CHECK(status.ok());
  }
  status = keepFrom(command.author, next);
  if (!status.ok()) return status;
  record(command);
  history_.note(state_, next);
  accept(next);
  return status;
}

Status Sim::applyAll(std::vector<Command> commands, Author author) {
  std::erase_if(commands, [&](const Command& command) {
    return !isStateKey(command.key) || command.key == kLockKey ||
           (author == Author::kVisitor && isLocked(state_.view, command.key));
  });
  std::stable_sort(commands.begin(), commands.end(),
                   [](const Command& a, const Command& b) { return order(a) < order(b); });
  State next = defaultsWith(state_.view);
  for (const Command& command : commands) {
    Status status = changeState(next, command);
    if (!status.ok()) return status;
  }
  if (Status status = keepFrom(author, next); !status.ok()) return status;
  travel({.key = "step", .value = ""});
  record({.key = "reset", .value = "", .author = author});
  for (const Command& command : commands) record({command.key, command.value, author});
  history_.note(state_, next);
  accept(next);
  travel({.key = "step", .value = ""});
  return {};
}

void Sim::record(const Command& command) {
  log_.push_back(command);
  if (log_.size() > kLogLength) log_.pop_front();
}

void Sim::accept(const State& next) {
  progress_.note(next);
  if (next == state_) return;
  ++revision_;
  if (!(next.protocol == state_.protocol)) derived_ = Derived(next.protocol);
  if (!next.other) {
    other_.reset();
  } else if (!other_ || !(other_->protocol() == *next.other)) {
    other_.emplace(*next.other);
  }
  state_ = next;
  const auto show = [&](Derived& of) {
    of.showTreatment(latestTreatment(of.protocol().treatmentDays(), state_.day).index);
  };
  show(derived_);
  if (other_) show(*other_);
}

}  // namespace needling
