#include "cli/table.h"

#include <cstdio>

#include "core/text.h"

namespace needling::cli {
namespace {

// A bar inside a field would end it.
std::string markdownRow(const std::vector<std::string>& row) {
  std::string line = "|";
  for (const std::string& field : row) {
    line += ' ';
    for (const char c : field) line += c == '|' ? std::string("\\|") : std::string(1, c);
    line += " |";
  }
  return line;
}

std::string csvField(const std::string& field) {
  if (field.find_first_of(",\"\n") == std::string::npos) return field;
  std::string escaped;
  for (const char c : field) escaped += c == '"' ? std::string("\"\"") : std::string(1, c);
  return "\"" + escaped + "\"";
}

std::string csvRow(const std::vector<std::string>& row) {
  std::vector<std::string> fields;
  for (const std::string& field : row) fields.push_back(csvField(field));
  return joined(fields, ",");
}

}  // namespace

void print(const std::string& line) { std::printf("%s\n", line.c_str()); }

void write(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void Table::print(const std::string& format) const {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    cli::print(format == "md" ? markdownRow(rows_[i]) : csvRow(rows_[i]));
    if (format == "md" && i == 0) cli::print(markdownRow(std::vector<std::string>(rows_[0].size(), "---")));
  }
}

}  // namespace needling::cli
