#include <doctest/doctest.h>

#include <cmath>

#include "model/slab_diffusion.h"

using namespace needling;

namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kDiffusion = 0.03;  // cm2/h, vitamin C
constexpr double kDepth = 0.045;     // cm; the time scale L^2 / D is 0.0675 h

Slab slabOf(int cells, double step_hours) {
  return {.depth_cm = kDepth,
          .open_depth_cm = kDepth,
          .diffusion_open = kDiffusion,
          .diffusion_tissue = kDiffusion,
          .contact_hours = 1000.0,
          .step_hours = step_hours,
          .cells = cells};
}

std::vector<double> alwaysOpen(double hours, double step_hours) {
  return std::vector<double>(static_cast<std::size_t>(std::lround(hours / step_hours)), 1.0);
}

// Crank 1975, equation 4.24a: amount through a slab with 1 on one side, 0 on the other and nothing inside at first.
double crank(double hours) {
  double sum = 0.0;
  for (int n = 1; n < 200; ++n) {
    sum += (n % 2 == 0 ? 1.0 : -1.0) / (n * n) * std::exp(-kDiffusion * n * n * kPi * kPi * hours / (kDepth * kDepth));
  }
  return kDiffusion * hours / kDepth - kDepth / 6.0 - 2.0 * kDepth / (kPi * kPi) * sum;
}

// Share open at `hours`, closing at 0.166 per hour as the holes of 0.77 mm needles do.
double closing(double hours) { return std::exp(-0.166 * hours); }

std::vector<double> closingShares(double hours, double step_hours) {
  std::vector<double> shares;
  for (double t = 0.5 * step_hours; t < hours; t += step_hours) shares.push_back(closing(t));
  return shares;
}

}  // namespace

TEST_SUITE("exact") {
  TEST_CASE("holes that stay open deliver what Crank's slab does, from the first flux to the steady one") {
    constexpr double kStep = 1e-5;
    for (const double hours : {0.01, 0.03, 0.1, 0.3}) {
      CAPTURE(hours);
      const double delivered = diffuseThroughSlab(slabOf(200, kStep), alwaysOpen(hours, kStep)).delivered_cm;
      CHECK(delivered == doctest::Approx(crank(hours)).epsilon(2e-3));
    }
  }

  TEST_CASE("error falls with the square of the cell width") {
    constexpr double kStep = 1e-4, kHours = 0.03;
    const auto delivered = [&](int cells) {
      return diffuseThroughSlab(slabOf(cells, kStep), alwaysOpen(kHours, kStep)).delivered_cm;
    };
    const double finest = delivered(640);
    for (const int cells : {10, 20, 40}) {
      const double order = std::log2(std::abs(delivered(cells) - finest) / std::abs(delivered(2 * cells) - finest));
      CAPTURE(cells);
      CHECK(order > 1.9);
      CHECK(order < 2.1);
    }
  }

  TEST_CASE("closing holes are the same slab in the time scale of the integral of the open share") {
    constexpr double kStep = 1e-4;
    for (const double hours : {0.1, 1.0, 3.0}) {
      const double scaled_hours = (1.0 - closing(hours)) / 0.166;
      const double delivered = diffuseThroughSlab(slabOf(100, kStep), closingShares(hours, kStep)).delivered_cm;
      CAPTURE(hours);
      CHECK(delivered == doctest::Approx(crank(scaled_hours)).epsilon(2e-3));
      CHECK(delivered < crank(hours));
    }
  }

  TEST_CASE("what entered is delivered or still inside, also after the topical is off") {
    Slab slab = slabOf(24, 1.0 / 6.0);
    slab.open_depth_cm = 0.02;
    slab.diffusion_tissue = 0.002;
    slab.contact_hours = 8.0;
    for (const double hours : {1.0, 8.0, 24.0, 500.0}) {
      const SlabAmounts amounts = diffuseThroughSlab(slab, closingShares(hours, slab.step_hours));
      CHECK(amounts.entered_cm == doctest::Approx(amounts.delivered_cm + amounts.stored_cm).epsilon(1e-12));
      CHECK(amounts.stored_cm >= 0.0);
    }
  }

  TEST_CASE("the steady flux through hole and tissue is that of the two in series, wherever the hole ends in a cell") {
    constexpr double kStep = 0.01;
    for (const double open_cm : {0.0, 0.0101, 0.02, 0.0333, kDepth}) {
      Slab slab = slabOf(24, kStep);
      slab.open_depth_cm = open_cm;
      slab.diffusion_tissue = 0.01;
      const double series = open_cm / kDiffusion + (kDepth - open_cm) / 0.01;
      const double late = diffuseThroughSlab(slab, alwaysOpen(11.0, kStep)).delivered_cm -
                          diffuseThroughSlab(slab, alwaysOpen(10.0, kStep)).delivered_cm;
      CHECK(late == doctest::Approx(1.0 / series).epsilon(1e-9));
    }
  }

  TEST_CASE("more open never delivers less") {
    Slab slab = slabOf(24, 1.0 / 6.0);
    slab.contact_hours = 8.0;
    double before = 0.0;
    for (double share = 0.0; share <= 1.0; share += 0.05) {
      const double delivered = diffuseThroughSlab(slab, std::vector<double>(144, share)).delivered_cm;
      CHECK(delivered >= before);
      before = delivered;
    }
  }

  TEST_CASE("the steps that the page uses are fine enough: 10 minutes and 24 cells against 12 seconds and 100") {
    const auto delivered = [](int cells, double step_hours) {
      Slab slab = slabOf(cells, step_hours);
      slab.contact_hours = 8.0;
      return diffuseThroughSlab(slab, closingShares(24.0, step_hours)).delivered_cm;
    };
    CHECK(delivered(24, 1.0 / 6.0) == doctest::Approx(delivered(100, 1.0 / 300.0)).epsilon(2e-3));
  }
}
