// A table on standard output, as Markdown or CSV.
#pragma once

#include <string>
#include <vector>

namespace needling::cli {

// One line on standard output.
void print(const std::string& line);
// A whole text on standard output, with its own line ends.
void write(const std::string& text);

class Table {
 public:
  explicit Table(std::vector<std::string> header) { rows_.push_back(std::move(header)); }
  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
  // `format` is md or csv.
  void print(const std::string& format) const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace needling::cli
