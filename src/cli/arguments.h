// The words of a command line: a command, plain words, "--name value" options and flags ("--shown").
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"

namespace needling::cli {

class Arguments {
 public:
  Arguments(int count, char** words);

  std::string_view command() const { return command_; }
  const std::vector<std::string>& words() const { return words_; }
  const std::map<std::string, std::string>& options() const { return options_; }
  bool has(const std::string& name) const { return options_.contains(name); }
  // The option's value, or `otherwise` where it was not given.
  std::string option(const std::string& name, const std::string& otherwise) const;
  // Refuses options other than `allowed` and --locale, options without a value or given twice, and more than `words` plain words.
  Status check(const std::vector<std::string>& allowed, std::size_t words) const;

 private:
  std::string command_;
  std::vector<std::string> words_;
  std::map<std::string, std::string> options_;
  std::string without_value_, repeated_;
};

}  // namespace needling::cli
