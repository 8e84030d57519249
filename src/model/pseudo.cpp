#include "model/pseudo.h"

#include <algorithm>
#include <utility>

namespace needling {
namespace {

constexpr std::pair<char, std::string_view> kAccented[] = {{'a', "á"}, {'e', "é"}, {'i', "í"}, {'o', "ó"},
                                                           {'u', "ú"}, {'n', "ñ"}, {'A', "Á"}, {'E', "É"},
                                                           {'I', "Í"}, {'O', "Ó"}, {'U', "Ú"}, {'N', "Ñ"}};

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string twinOf(char letter) {
  const auto* found =
      std::find_if(std::begin(kAccented), std::end(kAccented), [&](const auto& each) { return each.first == letter; });
  return found == std::end(kAccented) ? std::string(1, letter) : std::string(found->second);
}

}  // namespace

std::string pseudoText(std::string_view english) {
  std::string result = "[";
  for (const char c : english) {
    result += c;
    if (isLetter(c)) result += twinOf(c);
  }
  return result + "]";
}

}  // namespace needling
