#include "model/sim.h"

#include <algorithm>
#include <span>

#include "core/text.h"

namespace needling {
namespace {

constexpr std::string_view kPictureNames[] = {"section", "strip", "surface"};
constexpr std::string_view kSplitNames[] = {"none", "before", "protocol"};
constexpr std::string_view kOtherNames[] = {"same", "copy"};
constexpr std::string_view kOther = "b";
constexpr std::string_view kOtherPrefix = "b.";
constexpr std::string_view kSkinGroup = "skin";

// The number of `value` among `names`; on failure `number` is untouched.
Status chooseName(std::string_view key, std::span<const std::string_view> names, std::string_view value,
                  std::size_t& number) {
  const auto found = std::find(names.begin(), names.end(), value);
  if (found != names.end()) {
    number = static_cast<std::size_t>(found - names.begin());
    return {};
  }
  return Status::fail(StatusCode::kWrongType,
                      std::string(key) + " cannot be " + quoteForMessage(value) + ": it must be one of " +
                          joined(std::vector<std::string>(names.begin(), names.end()), ", ") + ".");
}

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

template <class Enum>
Status changeNamed(Enum& field, std::string_view key, std::span<const std::string_view> names, std::string_view value) {
  auto number = static_cast<std::size_t>(field);
  Status status = chooseName(key, names, value, number);
  field = static_cast<Enum>(number);
  return status;
}

Status changePreset(Protocol& protocol, std::string_view key, std::string_view value) {
  if (const Preset* preset = findPreset(value)) {
    protocol = preset->protocol;
    return {};
  }
  std::vector<std::string> names;
  for (const Preset& preset : presets()) names.push_back(preset.id);
  return Status::fail(StatusCode::kUnknownKey, std::string(key) + " cannot be " + quoteForMessage(value) +
                                                   ": it must be one of " + joined(names, ", ") + ".");
}

// Both protocols are for one skin.
void shareSkin(State& state) {
  if (!state.other) return;
  for (const ParameterRow& row : parameterTable()) {
    if (row.group == kSkinGroup) state.other->set(row.parameter, state.protocol.get(row.parameter));
  }
}

Status changeOther(State& state, std::string_view key, std::string_view value) {
  if (key == kOther) {
    std::size_t number = 0;
    Status status = chooseName(key, kOtherNames, value, number);
    if (!status.ok()) return status;
    state.other.reset();
    if (number == 1) state.other = state.protocol;
    return status;
  }
  const std::string_view id = key.substr(kOtherPrefix.size());
  Protocol next = state.otherProtocol();
  Status status;
  if (id == "preset") {
    status = changePreset(next, key, value);
  } else {
    const ParameterRow* row = findParameter(id);
    if (row != nullptr && row->group == kSkinGroup) {
      return Status::fail(StatusCode::kUnknownKey, std::string(key) + " cannot be set: both protocols are for the " +
                                                       "same skin, so set " + std::string(id) + ".");
    }
    status = setParameter(next, id, value);
    // Its sentence names the parameter first.
    if (!status.ok() && row != nullptr) status.message.insert(0, kOtherPrefix);
  }
  if (status.ok()) state.other = next;
  return status;
}

bool isOtherKey(std::string_view key) {
  if (key == kOther) return true;
  if (!key.starts_with(kOtherPrefix)) return false;
  const std::string_view id = key.substr(kOtherPrefix.size());
  return id == "preset" || findParameter(id) != nullptr;
}

Status changeOne(State& state, const Command& command) {
  const auto& [key, value] = command;
  if (key == "day") return changeDay(state, value);
  if (key == "picture") return changeNamed(state.picture, key, kPictureNames, value);
  if (key == "split") return changeNamed(state.split, key, kSplitNames, value);
  if (isLookKey(key)) return changeLook(state.look, key, value);
  if (key == "preset") return changePreset(state.protocol, key, value);
  if (isOtherKey(key)) return changeOther(state, key, value);
  if (key == "reset") {
    state = {};
    return {};
  }
  return setParameter(state.protocol, key, value);
}

int order(const Command& command) {
  std::string_view key = command.key;
  const bool other = isOtherKey(key);
  if (other) key.remove_prefix(std::min(kOtherPrefix.size(), key.size()));
  const int within = key.empty() ? 0 : key == "preset" ? 1 : key == parameterRow(ParameterId::kDevice).id ? 2 : 3;
  return (other ? 4 : 0) + within;
}

}  // namespace

bool isStateKey(std::string_view key) {
  return key == "day" || key == "picture" || key == "split" || key == "preset" || isLookKey(key) || isOtherKey(key) ||
         findParameter(key) != nullptr;
}

std::string_view pictureName(Picture picture) { return kPictureNames[static_cast<std::size_t>(picture)]; }
std::string_view splitName(Split split) { return kSplitNames[static_cast<std::size_t>(split)]; }

Status changeState(State& state, const Command& command) {
  Status status = changeOne(state, command);
  if (status.ok()) shareSkin(state);
  return status;
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
  if (!(next.protocol == state_.protocol)) derived_ = Derived(next.protocol);
  if (!next.other) {
    other_.reset();
  } else if (!other_ || !(other_->protocol() == *next.other)) {
    other_.emplace(*next.other);
  }
  state_ = next;
}

}  // namespace needling
