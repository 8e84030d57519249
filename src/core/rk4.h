// The classical fourth-order Runge-Kutta step for y' = f(y), y a fixed-size array.
// Kutta W. 1901, Z. Math. Phys. 46:435-453.
#pragma once

#include <array>
#include <cstddef>

namespace needling {

// y advanced by `step`; `derivative(y)` returns y' as an array of the same size. Global error is O(step^4).
template <std::size_t N, typename Derivative>
std::array<double, N> rk4Step(const std::array<double, N>& y, double step, const Derivative& derivative) {
  const auto moved = [&y](const std::array<double, N>& slope, double by) {
    std::array<double, N> result;
    for (std::size_t i = 0; i < N; ++i) result[i] = y[i] + by * slope[i];
    return result;
  };
  const auto k1 = derivative(y);
  const auto k2 = derivative(moved(k1, 0.5 * step));
  const auto k3 = derivative(moved(k2, 0.5 * step));
  const auto k4 = derivative(moved(k3, step));
  std::array<double, N> next;
  for (std::size_t i = 0; i < N; ++i) {
    next[i] = y[i] + step / 6.0 * (k1[i] + 2.0 * k2[i] + 2.0 * k3[i] + k4[i]);
  }
  return next;
}

}  // namespace needling
