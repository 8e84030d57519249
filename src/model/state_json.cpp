#include "model/state_json.h"

#include <string>

#include "core/text.h"

namespace needling {
namespace {

using Json = nlohmann::ordered_json;

// A number where the text is one.
Json readJson(const std::string& value) {
  double number = 0.0;
  return parseNumber(value, number) ? Json(number) : Json(value);
}

}  // namespace

Json parameterJson(const ParameterRow& row, double value) {
  if (row.kind == ParameterKind::kChoice) return parameterText(row, value);
  return row.kind == ParameterKind::kInteger ? Json(static_cast<long>(value)) : Json(value);
}

Json stateValueJson(const State& state, std::string_view key) {
  if (key == "day") return state.day;
  if (key == "picture") return pictureName(state.picture);
  if (key == "split") return splitName(state.split);
  if (key == "b") return state.other ? "copy" : "same";
  if (isLookKey(key)) return readJson(lookText(state.look, key));
  if (isViewKey(key)) return readJson(viewText(state.view, key));
  if (const ParameterRow* row = findParameter(key)) return parameterJson(*row, state.protocol.get(row->parameter));
  if (const ParameterRow* row = findOtherParameter(key)) {
    return parameterJson(*row, state.otherProtocol().get(row->parameter));
  }
  return nullptr;
}

}  // namespace needling
