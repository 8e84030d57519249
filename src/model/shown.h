// Numbers and units as people read them in the language chosen. What programs read (addresses, JSON, CSV, commands,
// attributes) keeps formatNumber and formatFixed of core/text.h, which have a decimal point everywhere.
#pragma once

#include <string>
#include <string_view>

namespace needling {

// formatNumber and formatFixed with the language's decimal sign.
std::string shownNumber(double value);
std::string shownFixed(double value, int decimals);
// The same for digits that stand in a table: "0.6", "3–4".
std::string shownDigits(std::string digits);

// A unit of the tables in words of the language, "treatments"; symbols such as "mm" are the same in all of them.
std::string shownUnit(const std::string& unit);
// After one of a thing: "1 treatment".
std::string shownCount(double value, const std::string& unit);

}  // namespace needling
