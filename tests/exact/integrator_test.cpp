#include <doctest/doctest.h>

#include <array>
#include <cmath>

#include "core/rk4.h"
#include "model/exposure.h"
#include "model/healing.h"
#include "model/needle.h"

using namespace needling;

namespace {

// y0' = -2 y0, y1' = 2 y0 - y1: a decay chain with a closed solution.
constexpr auto kChain = [](const std::array<double, 2>& y) {
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

  TEST_CASE("the exposure's closed form is the integral of its Green's function") {
    Protocol protocol;
    const Skin skin = skinOf(protocol);
    const ExposureInput input{.density_per_cm2 = 250.0, .reach_mm = 0.78, .lambda_mm = 0.3};
    // Sum over depth by the midpoint rule against the closed mean.
    constexpr int kPieces = 20000;
    double sum = 0.0;
    const double top = skin.epidermisBottom(), bottom = skin.papillaryBottom();
    for (int i = 0; i < kPieces; ++i) sum += exposureAtDepth(input, top + (i + 0.5) * (bottom - top) / kPieces);
    CHECK(papillaryExposure(input, skin) == doctest::Approx(sum / kPieces).epsilon(1e-8));
    // Each depth against the line integral of exp(-|z - z'| / lambda), itself summed.
    const double at_half = exposureAtDepth(input, 0.5);
    const double at_tip = exposureAtDepth(input, 0.78);
    double half = 0.0, tip = 0.0;
    for (int i = 0; i < kPieces; ++i) {
      const double z = (i + 0.5) * 0.78 / kPieces;
      half += std::exp(-std::abs(0.5 - z) / 0.3);
      tip += std::exp(-std::abs(0.78 - z) / 0.3);
    }
    CHECK(at_half / at_tip == doctest::Approx(half / tip).epsilon(1e-7));
  }

  TEST_CASE("the mean over a dense regular field of channels is the plane average") {
    // 20 x 20 mm of channels at 250 per cm2 on a square grid; the mean over one cell of the grid far from the edges.
    const ExposureInput input{.density_per_cm2 = 250.0, .reach_mm = 0.78, .lambda_mm = 0.3};
    const double spacing = 10.0 / std::sqrt(250.0);
    double sum = 0.0;
    constexpr int kSamples = 24;
    for (int j = 0; j < kSamples; ++j) {
      std::vector<ChannelPosition> channels;
      const double shift = (j + 0.5) / kSamples * spacing;
      for (int a = -8; a <= 8; ++a) {
        for (int b = -8; b <= 8; ++b) channels.push_back({a * spacing, b * spacing + shift});
      }
      for (int i = 0; i < kSamples; ++i) sum += exposureAtPoint(input, channels, (i + 0.5) / kSamples * spacing, 0.3);
    }
    CHECK(sum / (kSamples * kSamples) == doctest::Approx(exposureAtDepth(input, 0.3)).epsilon(0.05));
  }

  TEST_CASE("beside one long channel the signal is smooth along it, without beads") {
    const ExposureInput input{.density_per_cm2 = 1.0, .reach_mm = 2.8, .lambda_mm = 0.3};
    const std::vector<ChannelPosition> one = {{0.0, 0.0}};
    const double middle = exposureAtPoint(input, one, 0.0, 1.4);
    for (double depth = 1.0; depth < 1.8; depth += 0.01) {
      CHECK(exposureAtPoint(input, one, 0.0, depth) == doctest::Approx(middle).epsilon(0.05));
    }
  }

  TEST_CASE("exposure is linear in density and never falls with reach; the reference treatment is exactly 1") {
    const Preset* reference = findPreset("reference");
    const Skin skin = skinOf(reference->protocol);
    const ExposureInput input = exposureInput(reference->protocol);
    CHECK(papillaryExposure(input, skin) == doctest::Approx(1.0).epsilon(1e-14));
    ExposureInput twice = input;
    twice.density_per_cm2 *= 2.0;
    CHECK(papillaryExposure(twice, skin) == doctest::Approx(2.0).epsilon(1e-14));
    double before = 0.0;
    for (double reach = 0.0; reach <= 3.0; reach += 0.01) {
      const double exposure = papillaryExposure({.density_per_cm2 = 250, .reach_mm = reach, .lambda_mm = 0.3}, skin);
      REQUIRE(exposure >= before - 1e-12);
      before = exposure;
    }
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
