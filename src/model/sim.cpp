#include "model/sim.h"

#include <algorithm>

#include "core/text.h"

namespace needling {
namespace {

constexpr std::string_view kPictureNames[] = {"section", "strip", "surface"};

Status changeDay(State& state, std::string_view value) {
  double day = 0.0;
  const bool number = parseNumber(value, day);
  if (number && day >= 0.0 && day <= kLastDay) {
    state.day = day + 0.0;  // "-0" is day 0
    return {};
  }
  return Status::fail(number ? StatusCode::kOutOfRange : StatusCode::kWrongType,
                      "day cannot be " + (number ? formatNumber(day) : quoteForMessage(value)) +
                          ": it must be a number from 0 to " + formatNumber(kLastDay) + " days.");
}

Status changePicture(State& state, std::string_view value) {
  for (std::size_t i = 0; i < std::size(kPictureNames); ++i) {
    if (kPictureNames[i] != value) continue;
    state.picture = static_cast<Picture>(i);
    return {};
  }
  const std::vector<std::string> names(std::begin(kPictureNames), std::end(kPictureNames));
  return Status::fail(StatusCode::kWrongType, "picture cannot be " + quoteForMessage(value) + ": it must be one of " +
                                                  joined(names, ", ") + ".");
}

Status changePreset(State& state, std::string_view value) {
  if (const Preset* preset = findPreset(value)) {
    state.protocol = preset->protocol;
    return {};
  }
  std::vector<std::string> names;
  for (const Preset& preset : presets()) names.push_back(preset.id);
  return Status::fail(StatusCode::kUnknownKey, "preset cannot be " + quoteForMessage(value) + ": it must be one of " +
                                                   joined(names, ", ") + ".");
}

int order(const Command& command) {
  if (command.key == "preset") return 0;
  return command.key == parameterRow(ParameterId::kDevice).id ? 1 : 2;
}

}  // namespace

bool isStateKey(std::string_view key) {
  return key == "day" || key == "picture" || key == "preset" || isLookKey(key) || findParameter(key) != nullptr;
}

std::string_view pictureName(Picture picture) { return kPictureNames[static_cast<std::size_t>(picture)]; }

Status changeState(State& state, const Command& command) {
  if (command.key == "day") return changeDay(state, command.value);
  if (command.key == "picture") return changePicture(state, command.value);
  if (isLookKey(command.key)) return changeLook(state.look, command.key, command.value);
  if (command.key == "preset") return changePreset(state, command.value);
  if (command.key == "reset") {
    state = {};
    return {};
  }
  return setParameter(state.protocol, command.key, command.value);
}

const Outcome& Sim::outcome() const {
  if (!outcome_) outcome_ = std::make_unique<Outcome>(state_.protocol);
  return *outcome_;
}

const SectionScene& Sim::scene() const {
  if (!scene_) scene_ = std::make_unique<SectionScene>(buildSectionScene(state_.protocol));
  return *scene_;
}

const Coverage& Sim::coverage() const {
  if (!coverage_) coverage_ = std::make_unique<Coverage>(coverageOf(state_.protocol));
  return *coverage_;
}

const SurfaceView& Sim::surface() const {
  if (!surface_) surface_ = std::make_unique<SurfaceView>(buildSurfaceView(state_.protocol, coverage()));
  return *surface_;
}

Status Sim::apply(const Command& command) {
  State next = state_;
  Status status = changeState(next, command);
  if (!status.ok()) return status;
  record(command);
  accept(next);
  return status;
}

Status Sim::applyAll(std::vector<Command> commands) {
  std::erase_if(commands, [](const Command& command) { return !isStateKey(command.key); });
  std::stable_sort(commands.begin(), commands.end(),
                   [](const Command& a, const Command& b) { return order(a) < order(b); });
  State next;
  for (const Command& command : commands) {
    Status status = changeState(next, command);
    if (!status.ok()) return status;
  }
  record({.key = "reset", .value = ""});
  for (const Command& command : commands) record(command);
  accept(next);
  return {};
}

void Sim::record(const Command& command) {
  log_.push_back(command);
  if (log_.size() > kLogLength) log_.pop_front();
}

void Sim::accept(const State& next) {
  if (next == state_) return;
  ++revision_;
  if (!(next.protocol == state_.protocol)) {
    ++protocol_revision_;
    outcome_.reset();
    scene_.reset();
    coverage_.reset();
    surface_.reset();
  }
  state_ = next;
}

}  // namespace needling
