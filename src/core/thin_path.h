// Leaves out the points of a path that no one would miss.
#pragma once

#include <cstddef>

namespace needling {

// Calls keep(i), rising, for the first and the last point and for those between without which one that is left out would
// stray: strays(i, from, to) answers whether point i lies too far from the straight way between two others.
template <class Strays, class Keep>
void thinPath(std::size_t count, const Strays& strays, const Keep& keep) {
  constexpr std::size_t kMostLeftOut = 24;  // in a row: each is looked at again for every further one
  if (count == 0) return;
  keep(std::size_t{0});
  std::size_t from = 0;
  for (std::size_t i = 1; i + 1 < count; ++i) {
    bool needed = i - from > kMostLeftOut;
    for (std::size_t between = from + 1; between <= i && !needed; ++between) needed = strays(between, from, i + 1);
    if (!needed) continue;
    keep(i);
    from = i;
  }
  if (count > 1) keep(count - 1);
}

}  // namespace needling
