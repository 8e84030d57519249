// The linear part of the healing model: alarm, neutrophils, macrophages, growth factor and proteinase after a
// treatment. Driven by nothing but the treatments, they are advanced exactly, by the exponential of their matrix
// (a Taylor series with scaling and squaring: Moler C, Van Loan C. 2003, SIAM Rev 45:3), so that no fast rate limits the step.
#pragma once

#include <array>

#include "model/healing_equations.h"

namespace needling {

// In the order of the chain.
enum class Signal : std::size_t { kA, kN, kM, kB, kQ, kCount };
inline constexpr std::size_t kSignalCount = static_cast<std::size_t>(Signal::kCount);

// What turns the signals of one moment into those of a later one: a lower triangular matrix.
class SignalStep {
 public:
  // `proteinase`: times the release of Q (smokers). `days` >= 0.
  SignalStep(double proteinase, double days);

  template <typename Number>
  std::array<Number, kSignalCount> advance(const std::array<Number, kSignalCount>& signals) const {
    std::array<Number, kSignalCount> later{};
    for (std::size_t row = 0; row < kSignalCount; ++row) {
      for (std::size_t column = 0; column <= row; ++column) later[row] += matrix_[row][column] * signals[column];
    }
    return later;
  }

 private:
  std::array<std::array<double, kSignalCount>, kSignalCount> matrix_{};
};

}  // namespace needling
