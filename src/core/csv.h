// Comma-separated tables (RFC 4180: quoted fields, doubled quotes, CRLF or LF), the form of everything in assets/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace needling {

class CsvTable {
 public:
  // Reads a whole table; the first row names the columns. Short rows are filled with empty fields.
  explicit CsvTable(std::string_view text);

  std::size_t rowCount() const { return rows_.size(); }
  const std::vector<std::string>& columns() const { return columns_; }
  bool hasColumn(std::string_view column) const;
  // Field by row and column name. A column that does not exist is a programmer's error.
  const std::string& at(std::size_t row, std::string_view column) const;
  // The same as a number; an empty field or one that is no number is a programmer's error.
  double number(std::size_t row, std::string_view column) const;

 private:
  std::vector<std::string> columns_;
  std::vector<std::vector<std::string>> rows_;
};

// A value of each row, in order: what `make(table, row)` answers.
template <typename MakeRow>
auto rowsOf(const CsvTable& table, const MakeRow& make) {
  std::vector<decltype(make(table, std::size_t{0}))> rows;
  rows.reserve(table.rowCount());
  for (std::size_t row = 0; row < table.rowCount(); ++row) rows.push_back(make(table, row));
  return rows;
}

}  // namespace needling
