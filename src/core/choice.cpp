#include "core/choice.h"

#include <string>

#include "core/text.h"

namespace needling {

Status notOneOf(StatusCode code, std::string_view key, std::span<const std::string_view> names,
                std::string_view value) {
  return Status::fail(code, std::string(key) + " cannot be " + quoteForMessage(value) + ": it must be one of " +
                                joined({names.begin(), names.end()}, ", ") + ".");
}

}  // namespace needling
