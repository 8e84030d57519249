#include <doctest/doctest.h>

#include <array>
#include <cmath>

#include "core/rk4.h"
#include "model/healing.h"

using namespace needling;

namespace {

// y0' = -2 y0, y1' = 2 y0 - y1: a decay chain with a closed solution.
constexpr auto kChain = [](const std::array<double, 2>& y, Rk4Stage) {
  return std::array<double, 2>{-2.0 * y[0], 2.0 * y[0] - y[1]};
};
double chainError(int steps) {
  std::array<double, 2> y = {1.0, 0.0};
  const double step = 2.0 / steps;
  for (int i = 0; i < steps; ++i) y = rk4Step(y, step, kChain);
  return std::abs(y[1] - 2.0 * (std::exp(-2.0) - std::exp(-4.0)));
}

HealingRun referenceRun(double step) {
  return {.treatment_days = {0.0, 28.0},
          .exposure = 1.0,
          .factors = {.new_collagen_loss = 1.0 / 365.0},
          .step_days = step,
          .last_day = 120};
}

double totalOn(double step, double day) { return totalCollagen(HealingSeries(referenceRun(step)).at(day)); }

}  // namespace

TEST_SUITE("exact") {
  TEST_CASE("the step solves a decay chain, with fourth-order convergence") {
    CHECK(chainError(400) < 1e-9);
    for (const int steps : {20, 40, 80}) {
      const double order = std::log2(chainError(steps) / chainError(2 * steps));
      CAPTURE(steps);
      CHECK(order > 3.8);
      CHECK(order < 4.3);
    }
  }

  TEST_CASE("the healing equations converge at fourth order, and a quarter of a day is fine enough") {
    const double finest = totalOn(1.0 / 128.0, 20.0);
    const double coarse = std::abs(totalOn(1.0 / 4.0, 20.0) - finest);
    const double fine = std::abs(totalOn(1.0 / 8.0, 20.0) - finest);
    CHECK(std::log2(coarse / fine) > 3.5);
    CHECK(std::abs(totalOn(0.25, 120.0) - totalOn(0.02, 120.0)) < 1e-4);
  }

  TEST_CASE("a signal that only decays follows its exponential") {
    const HealingSeries series(referenceRun(1.0 / 64.0));
    for (const double day : {1.0, 5.0, 20.0}) {
      CHECK(valueOf(series.at(day), Tissue::kAlarm) == doctest::Approx(std::exp(-1.178 * day)).epsilon(1e-6));
    }
  }

  TEST_CASE("without treatment nothing changes for 730 days") {
    const HealingSeries series({.treatment_days = {}, .factors = {.new_collagen_loss = 1.0 / 365.0}});
    REQUIRE(series.dayCount() == 731);
    const TissueState start = normalSkin();
    for (std::size_t i = 0; i < kTissueCount; ++i) CHECK(series.at(730.0)[i] == start[i]);
  }

  TEST_CASE("needles that do not enter change nothing either") {
    HealingRun run = referenceRun(0.25);
    run.exposure = 0.0;
    CHECK(HealingSeries(run).at(100.0) == normalSkin());
  }

  TEST_CASE("collagen only moves between its pools apart from synthesis and loss") {
    // Sum of the three derivatives = synthesis - loss of new collagen - turnover of mature; nothing else.
    TissueState state = normalSkin();
    state[static_cast<std::size_t>(Tissue::kActivation)] = 2.0;
    state[static_cast<std::size_t>(Tissue::kNewCollagen3)] = 0.1;
    state[static_cast<std::size_t>(Tissue::kNewCollagen1)] = 0.2;
    state[static_cast<std::size_t>(Tissue::kProteinase)] = 0.3;
    const double loss = 1.0 / 365.0;
    const TissueState slope = healingDerivative(state, {.new_collagen_loss = loss});
    const double sum = valueOf(slope, Tissue::kNewCollagen3) + valueOf(slope, Tissue::kNewCollagen1) +
                       valueOf(slope, Tissue::kMatureCollagen);
    const double room = 1.0 - (totalCollagen(state) - 1.0);
    const double expected = 0.00355 * 2.0 * room - loss * (1.0 + 0.5 * 0.3) * (0.1 + 0.2);
    CHECK(sum == doctest::Approx(expected).epsilon(1e-12));
  }

  TEST_CASE("decayed signals are exactly zero, not denormal numbers") {
    const HealingSeries series(referenceRun(0.25));
    CHECK(valueOf(series.at(120.0), Tissue::kAlarm) == 0.0);
    CHECK(valueOf(series.at(120.0), Tissue::kNeutrophils) == 0.0);
  }

  TEST_CASE("a treatment is a jump: before it the line leads to the untreated state") {
    const HealingSeries series(referenceRun(0.25));
    CHECK(valueOf(series.at(28.0), Tissue::kClosure) == 0.0);
    CHECK(valueOf(series.at(27.999), Tissue::kClosure) > 0.99);
    CHECK(valueOf(series.at(27.999), Tissue::kAlarm) < 1e-3);
    CHECK(valueOf(series.at(28.0), Tissue::kAlarm) == doctest::Approx(1.0).epsilon(1e-9));
  }

  TEST_CASE("twice the channels never make less collagen, up to saturation") {
    double before = 1.0;
    for (double exposure = 0.125; exposure <= 16.0; exposure *= 2.0) {
      HealingRun run = referenceRun(0.25);
      run.exposure = exposure;
      const double total = totalCollagen(HealingSeries(run).at(90.0));
      CHECK(total > before);
      CHECK(total < 2.0);
      before = total;
    }
  }
}
