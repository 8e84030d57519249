#include "golden_file.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>

namespace needling {

std::string goldenFile(const std::string& path, const std::string& text) {
  if (std::getenv("NEEDLING_UPDATE_GOLDEN") != nullptr) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    REQUIRE(file != nullptr);
    std::fwrite(text.data(), 1, text.size(), file);
    std::fclose(file);
  }
  std::string content;
  if (std::FILE* file = std::fopen(path.c_str(), "rb")) {
    char buffer[4096];
    for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) content.append(buffer, n);
    std::fclose(file);
  }
  return content;
}

}  // namespace needling
