// The classical fourth-order Runge-Kutta step for y' = f(y, t), y a fixed-size array of doubles or of Lanes.
// Kutta W. 1901, Z. Math. Phys. 46:435-453.
#pragma once

#include <array>
#include <cstddef>

namespace needling {

// Where in a step a slope is asked for.
enum class Rk4Stage { kStart, kMiddle, kEnd };

// y advanced by `step`; `derivative(y, stage)` returns y' as an array of the same size. Global error is O(step^4).
template <typename Number, std::size_t N, typename Derivative>
inline std::array<Number, N> rk4Step(const std::array<Number, N>& y, double step, const Derivative& derivative) {
  const auto moved = [&y](const std::array<Number, N>& slope, double by) {
    std::array<Number, N> result;
    for (std::size_t i = 0; i < N; ++i) result[i] = y[i] + by * slope[i];
    return result;
  };
  const auto k1 = derivative(y, Rk4Stage::kStart);
  const auto k2 = derivative(moved(k1, 0.5 * step), Rk4Stage::kMiddle);
  const auto k3 = derivative(moved(k2, 0.5 * step), Rk4Stage::kMiddle);
  const auto k4 = derivative(moved(k3, step), Rk4Stage::kEnd);
  std::array<Number, N> next;
  for (std::size_t i = 0; i < N; ++i) {
    next[i] = y[i] + step / 6.0 * (k1[i] + 2.0 * k2[i] + 2.0 * k3[i] + k4[i]);
  }
  return next;
}

}  // namespace needling
