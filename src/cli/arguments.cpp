#include "cli/arguments.h"

#include <algorithm>
#include <iterator>

#include "core/text.h"
#include "model/language.h"

namespace needling::cli {
namespace {

// Options that stand alone.
constexpr std::string_view kFlags[] = {"--shown"};

}  // namespace

Arguments::Arguments(int count, char** words) {
  if (count > 1) command_ = words[1];
  for (int i = 2; i < count; ++i) {
    const std::string word = words[i];
    if (!word.starts_with("--")) {
      words_.push_back(word);
    } else if (std::find(std::begin(kFlags), std::end(kFlags), word) != std::end(kFlags)) {
      options_[word.substr(2)] = "";
    } else if (i + 1 < count) {
      if (has(word.substr(2))) repeated_ = word;
      options_[word.substr(2)] = words[++i];
    } else {
      without_value_ = word;
    }
  }
}

std::string Arguments::option(const std::string& name, const std::string& otherwise) const {
  const auto found = options_.find(name);
  return found == options_.end() ? otherwise : found->second;
}

Status Arguments::check(const std::vector<std::string>& allowed, std::size_t words) const {
  const auto known = [&](std::string_view name) {
    return std::find(allowed.begin(), allowed.end(), name) != allowed.end();
  };
  std::vector<std::string> given;
  for (const auto& [name, value] : options_) given.push_back(name);
  if (!without_value_.empty()) given.push_back(without_value_.substr(2));
  for (const std::string& name : given) {
    if (known(name) || name == kLocaleKey) continue;
    std::vector<std::string> options;
    for (const std::string& each : allowed) options.push_back("--" + each);
    return Status::fail(StatusCode::kUnknownKey, "There is no option " + quoteForMessage("--" + name) +
                                                     " here: the options are " + joined(options, ", ") + ".");
  }
  if (!without_value_.empty()) {
    return Status::fail(StatusCode::kMalformed, quoteForMessage(without_value_) + " needs a value after it.");
  }
  if (!repeated_.empty()) {
    return Status::fail(StatusCode::kMalformed, quoteForMessage(repeated_) + " is given more than once.");
  }
  if (words_.size() > words) {
    return Status::fail(StatusCode::kMalformed, "There is one word too many: " + quoteForMessage(words_[words]) + ".");
  }
  return {};
}

}  // namespace needling::cli
