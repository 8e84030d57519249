#include "model/state_text.h"

#include <cstdint>
#include <cstdio>
#include <vector>

#include "core/text.h"
#include "model/state_json.h"
#include "model/texts.h"

namespace needling {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;
constexpr std::size_t kLongestInput = 100'000;

// FNV-1a, 32 bits (Fowler, Noll, Vo): a checksum against cut links, not against ill will.
std::string checksum(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  char buffer[9];
  std::snprintf(buffer, sizeof buffer, "%08x", hash);
  return buffer;
}

// A JSON value as it would stand in a URL. What no key takes becomes the name of its type, so that the parameter itself
// refuses it, with its range. Never prints a nested value: printing recurses, and a stranger chose the depth.
std::string scalarText(const Json& value, const std::string& key) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number_float()) return formatNumber(value.get<double>());
  if (value.is_number()) return value.dump();
  if (value.is_boolean() && key == parameterRow(ParameterId::kSmoking).id) return value.get<bool>() ? "yes" : "no";
  if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
  return value.type_name();
}

// What makes protocol B of A, in the order in which it must be done: the device changes needle defaults.
std::vector<Command> otherCommands(const State& state) {
  if (!state.other) return {};
  std::vector<Command> commands = {{"b", "copy"}};
  State reached{.protocol = state.protocol, .other = state.protocol};
  for (const ParameterRow& row : parameterTable()) {
    const double value = state.other->get(row.parameter);
    if (value == reached.other->get(row.parameter)) continue;
    commands.push_back({otherKey(row.id), parameterText(row, value)});
    [[maybe_unused]] const Status status = changeState(reached, commands.back());
  }
  return commands;
}

std::vector<Command> readCommands(const Json& document) {
  std::vector<Command> commands;
  for (const auto& [key, value] : document.items()) {
    if (isStateKey(key)) commands.push_back({key, scalarText(value, key)});
  }
  return commands;
}

Status checkVersion(const Json& document) {
  const auto version = document.find("version");
  if (version == document.end()) return {};
  if (version->is_number() && version->get<double>() == kVersion) return {};
  return Status::fail(StatusCode::kMalformed,
                      formatText("refused.version", {quoteForMessage(scalarText(*version, "version"))}));
}

}  // namespace

std::string stateToJson(const State& state) {
  Json document;
  document["version"] = kVersion;
  const auto add = [&](std::string_view key) { document[std::string(key)] = stateValueJson(state, key); };
  for (const ParameterRow& row : parameterTable()) add(row.id);
  for (const char* key : {"day", "picture", "split"}) add(key);
  for (const Command& command : otherCommands(state)) add(command.key);
  for (const std::string_view key : lookKeys()) add(key);
  for (const std::string_view key : viewKeys()) add(key);
  return document.dump();
}

Status stateFromJson(Sim& sim, std::string_view json) {
  if (json.size() > kLongestInput) {
    return Status::fail(StatusCode::kMalformed, text("refused.long"));
  }
  // The reader takes a NUL for the end and would ignore what follows.
  const bool whole = json.find('\0') == std::string_view::npos;
  const Json document = whole ? Json::parse(json, nullptr, false) : Json(Json::value_t::discarded);
  if (document.is_discarded()) {
    return Status::fail(StatusCode::kMalformed, text("refused.json"));
  }
  if (!document.is_object()) {
    return Status::fail(StatusCode::kMalformed, text("refused.object"));
  }
  if (Status status = checkVersion(document); !status.ok()) return status;
  return sim.applyAll(readCommands(document));
}

std::string stateToFragment(const State& state) {
  State reached;
  std::string body;
  const auto add = [&](const std::string& key, const std::string& value) {
    body += (body.empty() ? "" : "~") + key + "_" + value;
    [[maybe_unused]] const Status status = changeState(reached, {key, value});
  };
  // The device comes first in the table and changes needle defaults, so compare with what was reached so far.
  for (const ParameterRow& row : parameterTable()) {
    const double value = state.protocol.get(row.parameter);
    if (value != reached.protocol.get(row.parameter)) add(row.id, parameterText(row, value));
  }
  if (state.day != 0.0) add("day", formatNumber(state.day));
  if (state.picture != Picture::kSection) add("picture", std::string(pictureName(state.picture)));
  if (state.split != Split::kNone) add("split", std::string(splitName(state.split)));
  for (const Command& command : otherCommands(state)) add(command.key, command.value);
  for (const std::string_view key : lookKeys()) {
    const std::string value = lookText(state.look, key);
    if (value != lookText(reached.look, key)) add(std::string(key), value);
  }
  for (const std::string_view key : viewKeys()) {
    const std::string value = viewText(state.view, key);
    if (value != viewText(reached.view, key)) add(std::string(key), value);
  }
  return "v1." + body + "." + checksum(body);
}

Status stateFromFragment(Sim& sim, std::string_view fragment) {
  const auto malformed = [] { return Status::fail(StatusCode::kMalformed, text("refused.link")); };
  constexpr std::string_view kPrefix = "v1.";
  const std::size_t dot = fragment.rfind('.');
  if (fragment.size() > kLongestInput || !fragment.starts_with(kPrefix) || dot < kPrefix.size()) return malformed();
  const std::string_view body = fragment.substr(kPrefix.size(), dot - kPrefix.size());
  if (fragment.substr(dot + 1) != checksum(body)) return malformed();
  std::vector<Command> commands;
  for (const std::string_view pair : split(body, '~')) {
    const std::size_t underscore = pair.find('_');
    if (underscore == std::string_view::npos) continue;
    commands.push_back({std::string(pair.substr(0, underscore)), std::string(pair.substr(underscore + 1))});
  }
  return sim.applyAll(std::move(commands), Author::kVisitor);
}

}  // namespace needling
