#include "model/shown.h"

#include <algorithm>

#include "core/text.h"
#include "model/language.h"
#include "model/texts.h"

namespace needling {

std::string shownDigits(std::string digits) {
  if (language() == Language::kSpanish) std::replace(digits.begin(), digits.end(), '.', ',');
  return digits;
}

std::string shownNumber(double value) { return shownDigits(formatNumber(value)); }

std::string shownFixed(double value, int decimals) { return shownDigits(formatFixed(value, decimals)); }

std::string shownUnit(const std::string& unit) {
  const std::string id = "unit." + unit;
  return hasText(id) ? text(id) : unit;
}

std::string shownCount(double value, const std::string& unit) {
  const std::string one = "unit." + unit + ".one";
  return shownNumber(value) + " " + (value == 1.0 && hasText(one) ? text(one) : shownUnit(unit));
}

}  // namespace needling
