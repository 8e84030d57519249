// A file that keeps what the program once answered.
#pragma once

#include <string>

namespace needling {

// Its content; with NEEDLING_UPDATE_GOLDEN set it is first written anew with `text`.
std::string goldenFile(const std::string& path, const std::string& text);

}  // namespace needling
