// Several doubles that are computed side by side: GCC's and Clang's vector extension, which becomes SIMD instructions
// where the target has them and plain ones where not, with the same bits either way.
#pragma once

#include <cstddef>

namespace needling {

inline constexpr std::size_t kLanes = 2;  // what SSE2, NEON and WebAssembly's SIMD hold
using Lanes = double __attribute__((vector_size(kLanes * sizeof(double))));

inline Lanes lanesOf(double value) { return Lanes{} + value; }

// The larger of a number and a bound, for double and Lanes alike. NaN becomes the bound.
inline double atLeast(double value, double bound) { return value > bound ? value : bound; }
inline Lanes atLeast(const Lanes& value, double bound) {
  const Lanes bounds = lanesOf(bound);
  return value > bounds ? value : bounds;
}

}  // namespace needling
