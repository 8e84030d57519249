#include "model/lock.h"

#include "core/text.h"
#include "model/sim.h"
#include "model/texts.h"

namespace needling {
namespace {

Status keepIn(const Protocol& before, Protocol& next, const ParameterRow& row) {
  const double value = before.get(row.parameter);
  if (next.get(row.parameter) == value) return {};
  return setParameter(next, row.id, parameterText(row, value));
}

}  // namespace

Status changeLock(ViewSettings& view, std::string_view key, std::string_view value) {
  if (!value.empty()) {
    for (const std::string_view id : split(value, ',')) {
      if (findParameter(id) != nullptr) continue;
      return Status::fail(StatusCode::kWrongType, formatText("refused.lock", {key, quoteForMessage(id)}));
    }
  }
  view.lock = value;
  return {};
}

bool isLocked(const ViewSettings& view, std::string_view key) {
  const ParameterRow* other = findOtherParameter(key);
  const std::string_view id = other != nullptr ? other->id : key;
  for (const std::string_view locked : split(view.lock, ',')) {
    if (locked == id && !id.empty()) return true;
  }
  return false;
}

Status refuseLocked(std::string_view key) {
  return Status::fail(StatusCode::kLocked, formatText("refused.locked", {key}));
}

Status keepLocked(const State& before, State& next) {
  for (const ParameterRow& row : parameterTable()) {
    if (!isLocked(before.view, row.id)) continue;
    const bool kept = keepIn(before.protocol, next.protocol, row).ok() &&
                      (!next.other || keepIn(before.otherProtocol(), *next.other, row).ok());
    if (!kept) return refuseLocked(row.id);
  }
  return {};
}

}  // namespace needling
