#include "model/signal_chain.h"

namespace needling {
namespace {

using Matrix = std::array<std::array<double, kSignalCount>, kSignalCount>;

Matrix product(const Matrix& a, const Matrix& b) {
  Matrix result{};
  for (std::size_t i = 0; i < kSignalCount; ++i) {
    for (std::size_t k = 0; k <= i; ++k) {
      for (std::size_t j = 0; j <= k; ++j) result[i][j] += a[i][k] * b[k][j];
    }
  }
  return result;
}

Matrix chainMatrix(double proteinase) {
  const HealingRates& k = healingRates();
  return {{{-k.kA, 0.0, 0.0, 0.0, 0.0},
           {k.rN, -k.kN, 0.0, 0.0, 0.0},
           {k.rMA, k.rMN, -k.kM, 0.0, 0.0},
           {k.pA, 0.0, k.pM, -k.kB, 0.0},
           {proteinase * k.qA, 0.0, proteinase * k.qM, 0.0, -k.kQ}}};
}

// exp(matrix * days): a Taylor series where the matrix is small, then squared back.
Matrix exponential(Matrix matrix, double days) {
  constexpr int kSquarings = 10;
  constexpr int kTerms = 10;
  for (auto& row : matrix) {
    for (double& entry : row) entry *= days / (1 << kSquarings);
  }
  Matrix sum{}, term{};
  for (std::size_t i = 0; i < kSignalCount; ++i) sum[i][i] = term[i][i] = 1.0;
  for (int n = 1; n <= kTerms; ++n) {
    term = product(term, matrix);
    for (std::size_t i = 0; i < kSignalCount; ++i) {
      for (std::size_t j = 0; j <= i; ++j) sum[i][j] += term[i][j] /= n;
    }
  }
  for (int n = 0; n < kSquarings; ++n) sum = product(sum, sum);
  return sum;
}

}  // namespace

SignalStep::SignalStep(double proteinase, double days) : matrix_(exponential(chainMatrix(proteinase), days)) {}

}  // namespace needling
