// Numbers to and from text, without locale.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace needling {

// Reads the whole of `text` as one finite decimal number ("1.5", "-2e3"). False for anything else: empty,
// trailing characters, hexadecimal, "nan", "inf", or a value too large for a double. `value` is then untouched.
bool parseNumber(std::string_view text, double& value);

// Short, and exact when read back: "1.5", "0.25", "4", never "1.500000".
std::string formatNumber(double value);

// A number with a fixed count of decimals.
std::string formatFixed(double value, int decimals);

// Text from a stranger, made fit for a message: at most 40 characters, control characters replaced.
std::string quoteForMessage(std::string_view text);

std::vector<std::string_view> split(std::string_view text, char separator);

// "a, b, c".
std::string joined(const std::vector<std::string>& words, std::string_view separator);

}  // namespace needling
