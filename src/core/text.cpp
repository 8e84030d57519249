#include "core/text.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace needling {

bool parseNumber(std::string_view text, double& value) {
  // strtod takes "0x1p3", "nan" and leading blanks too: only decimal notation passes this filter.
  if (text.empty() || text.size() > 64) return false;
  if (text.find_first_not_of("0123456789+-.eE") != std::string_view::npos) return false;
  const std::string terminated(text);
  char* end = nullptr;
  const double parsed = std::strtod(terminated.c_str(), &end);
  if (end != terminated.c_str() + terminated.size() || !std::isfinite(parsed)) return false;
  value = parsed;
  return true;
}

std::string formatNumber(double value) {
  char buffer[40];
  for (const int digits : {6, 9, 12, 15, 17}) {
    std::snprintf(buffer, sizeof buffer, "%.*g", digits, value);
    if (std::strtod(buffer, nullptr) == value) break;
  }
  return buffer;
}

std::string formatFixed(double value, int decimals) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%.*f", decimals, value);
  return buffer;
}

std::string quoteForMessage(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  std::string quoted = "\"";
  for (const char c : text.substr(0, kLongest)) {
    const bool plain = static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) < 0x7f;
    quoted += plain ? c : '?';
  }
  if (text.size() > kLongest) quoted += "...";
  return quoted + "\"";
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string joined(const std::vector<std::string>& words, std::string_view separator) {
  std::string text;
  for (const std::string& word : words) {
    if (&word != &words.front()) text += separator;
    text += word;
  }
  return text;
}

}  // namespace needling
