#include "core/check.h"

#include <cstdio>
#include <cstdlib>

namespace needling {

void checkFailed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "%s:%d: check failed: %s\n", file, line, condition);
  std::abort();
}

}  // namespace needling
