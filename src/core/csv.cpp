#include "core/csv.h"

#include <algorithm>

#include "core/check.h"
#include "core/text.h"

namespace needling {
namespace {

// One record from text[position...]; leaves position behind its line end.
std::vector<std::string> readRecord(std::string_view text, std::size_t& position) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (; position < text.size(); ++position) {
    const char c = text[position];
    if (quoted) {
      if (c != '"') {
        fields.back() += c;
      } else if (position + 1 < text.size() && text[position + 1] == '"') {
        fields.back() += '"';
        ++position;
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      fields.emplace_back();
    } else if (c == '\n') {
      ++position;
      break;
    } else if (c != '\r') {
      fields.back() += c;
    }
  }
  return fields;
}

}  // namespace

CsvTable::CsvTable(std::string_view text) {
  std::size_t position = 0;
  columns_ = readRecord(text, position);
  while (position < text.size()) {
    std::vector<std::string> fields = readRecord(text, position);
    if (fields.size() == 1 && fields[0].empty()) continue;
    fields.resize(std::max(fields.size(), columns_.size()));
    rows_.push_back(std::move(fields));
  }
}

bool CsvTable::hasColumn(std::string_view column) const {
  return std::find(columns_.begin(), columns_.end(), column) != columns_.end();
}

const std::string& CsvTable::at(std::size_t row, std::string_view column) const {
  const auto found = std::find(columns_.begin(), columns_.end(), column);
  NEEDLING_CHECK(found != columns_.end() && row < rows_.size());
  return rows_[row][static_cast<std::size_t>(found - columns_.begin())];
}

double CsvTable::number(std::size_t row, std::string_view column) const {
  double value = 0.0;
  [[maybe_unused]] const bool read = parseNumber(at(row, column), value);
  NEEDLING_CHECK(read);
  return value;
}

}  // namespace needling
