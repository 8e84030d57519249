// needling_bench [--json FILE]: how long the things take that a visitor waits for, natively and as WebAssembly, and the
// healing solver beside others'.
#include <cstring>

#include "bench/groups.h"

using namespace needling::bench;

int main(int count, char** words) {
  Report report;
  benchPage(report);
  benchHealing(report);
  benchSolvers(report);
  if (count == 3 && std::strcmp(words[1], "--json") == 0 && !report.writeJson(words[2])) return 1;
  return 0;
}
