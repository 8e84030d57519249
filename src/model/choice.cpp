#include "model/choice.h"

#include <string>

#include "core/text.h"
#include "model/texts.h"

namespace needling {

Status notOneOf(StatusCode code, std::string_view key, std::span<const std::string_view> names,
                std::string_view value) {
  return Status::fail(
      code, formatText("refused.choice", {key, quoteForMessage(value), joined({names.begin(), names.end()}, ", ")}));
}

}  // namespace needling
