// The values of a state's keys as JSON, for whoever writes JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

#include "model/sim.h"

namespace needling {

// A parameter's value: its choice's id, a whole number, or a number.
nlohmann::ordered_json parameterJson(const ParameterRow& row, double value);

// What stands under a key that isStateKey() knows, as one would set it; null where nothing does.
nlohmann::ordered_json stateValueJson(const State& state, std::string_view key);

}  // namespace needling
