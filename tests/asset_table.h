// A table of assets/ as it lies in the source tree, also those that the program does not embed.
#pragma once

#include <doctest/doctest.h>

#include <cstdio>
#include <string>

#include "core/csv.h"

inline needling::CsvTable assetTable(const std::string& path) {
  std::string content;
  std::FILE* file = std::fopen((std::string(NEEDLING_TESTS_DIR) + "/../assets/" + path).c_str(), "rb");
  REQUIRE(file != nullptr);
  char buffer[4096];
  for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) content.append(buffer, n);
  std::fclose(file);
  return needling::CsvTable(content);
}
