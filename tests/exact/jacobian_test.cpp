#include "bench/solvers/jacobian.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

#include "model/healing.h"

using namespace needling;

namespace {

using Matrix = std::array<TissueState, kTissueCount>;  // by columns

Matrix byHand(const TissueState& state, const HealingFactors& factors) {
  Matrix columns{};
  bench::putHealingJacobian(state, factors, [&](Tissue row, Tissue column, double value) {
    columns[static_cast<std::size_t>(column)][static_cast<std::size_t>(row)] = value;
  });
  return columns;
}

TissueState quotients(const TissueState& state, std::size_t column, const HealingFactors& factors) {
  constexpr double kStep = 1e-6;
  TissueState above = state, below = state;
  above[column] += kStep;
  below[column] -= kStep;
  const TissueState up = healingDerivative(above, factors), down = healingDerivative(below, factors);
  TissueState slopes;
  for (std::size_t row = 0; row < kTissueCount; ++row) slopes[row] = (up[row] - down[row]) / (2.0 * kStep);
  return slopes;
}

}  // namespace

TEST_SUITE("jacobian") {
  TEST_CASE("the one that the compared solvers are given is that of the model's equations") {
    Protocol protocol;
    REQUIRE(setParameter(protocol, "age", "70").ok());
    REQUIRE(setParameter(protocol, "photodamage", "marked").ok());
    const HealingFactors factors = healingFactors(protocol, {.age = 1.0, .sun_damage = 0.0});
    const HealingSeries series({.treatment_days = {0.0, 28.0}, .exposure = 1.2, .factors = factors});
    // Not day 0: synthesis and growth factor have a corner where there is no gain yet.
    for (const int day : {1, 3, 10, 28, 30, 60, 200, 700}) {
      const TissueState& state = series.onDay(day);
      const Matrix columns = byHand(state, factors);
      for (std::size_t column = 0; column < kTissueCount; ++column) {
        const TissueState slopes = quotients(state, column, factors);
        for (std::size_t row = 0; row < kTissueCount; ++row) {
          CAPTURE(day);
          CAPTURE(row);
          CAPTURE(column);
          CHECK(columns[column][row] == doctest::Approx(slopes[row]).epsilon(1e-5));
        }
      }
    }
  }
}
