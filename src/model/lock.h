// What the page around has locked: parameters that a visitor may not change, by the view's key "lock". A visitor's change of
// one is refused; what changes many at once, such as a preset, leaves it as it is, in both protocols.
#pragma once

#include <string_view>

#include "core/status.h"

namespace needling {

struct State;
struct ViewSettings;

// "site,age": ids of parameters, or nothing. Refused with the one that is none; then `view` is untouched.
Status changeLock(ViewSettings& view, std::string_view key, std::string_view value);

// `key`: the id of a parameter, or protocol B's key for it.
bool isLocked(const ViewSettings& view, std::string_view key);

// Says that a visitor may not change it.
Status refuseLocked(std::string_view key);

// Gives what is locked in `before` its value there in `next`; refused where the rest of `next` does not allow that value.
Status keepLocked(const State& before, State& next);

}  // namespace needling
