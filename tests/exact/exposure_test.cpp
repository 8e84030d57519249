#include "model/exposure.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace needling;

namespace {

constexpr ExposureInput kInput{.density_per_cm2 = 250.0, .reach_mm = 0.78, .lambda_mm = 0.3};

// integral from 0 to the reach of exp(-|z - z'| / lambda) dz', summed.
double lineSum(const ExposureInput& input, double z_mm) {
  constexpr int kPieces = 2000;
  double sum = 0.0;
  for (int i = 0; i < kPieces; ++i) {
    sum += std::exp(-std::abs(z_mm - (i + 0.5) * input.reach_mm / kPieces) / input.lambda_mm);
  }
  return sum * input.reach_mm / kPieces;
}

double papillarySum(const ExposureInput& input, const Skin& skin) {
  constexpr int kPieces = 2000;
  const double top = skin.epidermisBottom(), bottom = skin.papillaryBottom();
  double sum = 0.0;
  for (int i = 0; i < kPieces; ++i) sum += lineSum(input, top + (i + 0.5) * (bottom - top) / kPieces);
  return input.density_per_cm2 * input.lambda_mm * sum / kPieces;
}

double meanOf(const std::vector<double>& values, std::size_t from, std::size_t to) {
  return std::accumulate(values.begin() + static_cast<long>(from), values.begin() + static_cast<long>(to), 0.0) /
         static_cast<double>(to - from);
}

}  // namespace

TEST_SUITE("exact") {
  TEST_CASE("the exposure's closed form is the integral of its Green's function") {
    const Skin skin = skinOf(Protocol{});
    const ExposureInput longer{.density_per_cm2 = 100.0, .reach_mm = 1.4, .lambda_mm = 0.3};
    const double ratio = papillaryExposure(kInput, skin) / papillaryExposure(longer, skin);
    CHECK(ratio == doctest::Approx(papillarySum(kInput, skin) / papillarySum(longer, skin)).epsilon(1e-6));
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

  TEST_CASE("the mean of the field over many channels is the plane average of the closed form") {
    // 250 per cm2 on a square lattice; shifted through one cell of the lattice, the plane y = 0 sees all of it.
    const Skin skin = skinOf(Protocol{});
    const double spacing = 10.0 / std::sqrt(kInput.density_per_cm2);
    const SectionGrid grid{.columns = 25, .rows = 41, .half_width_mm = 0.5 * spacing, .depth_mm = 0.8};
    constexpr int kShifts = 24;
    std::vector<double> sum(grid.size(), 0.0);
    for (int j = 0; j < kShifts; ++j) {
      std::vector<ChannelPosition> channels;
      for (int a = -6; a <= 6; ++a) {
        for (int b = -6; b <= 6; ++b) channels.push_back({a * spacing, (b + (j + 0.5) / kShifts) * spacing});
      }
      const std::vector<double> field = exposureField(kInput, channels, grid);
      for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += field[i] / kShifts;
    }
    // Rows over the papillary dermis; the last column repeats the first.
    double mean = 0.0;
    int rows = 0;
    for (int row = 0; row < grid.rows; ++row) {
      const double z_mm = row * grid.stepZ();
      if (z_mm < skin.epidermisBottom() || z_mm > skin.papillaryBottom()) continue;
      const auto first = static_cast<std::size_t>(row * grid.columns);
      mean += meanOf(sum, first, first + static_cast<std::size_t>(grid.columns) - 1);
      ++rows;
    }
    CHECK(mean / rows == doctest::Approx(papillaryExposure(kInput, skin)).epsilon(0.05));
  }

  TEST_CASE("the field is the sum of its channels, each the integral of exp(-r / lambda) / r") {
    const SectionGrid grid{.columns = 9, .rows = 9, .half_width_mm = 1.0, .depth_mm = 2.0};
    const ChannelPosition one{0.1, 0.2}, other{-0.4, -0.3};
    const auto both = exposureField(kInput, {one, other}, grid);
    const auto first = exposureField(kInput, {one}, grid);
    const auto second = exposureField(kInput, {other}, grid);
    for (std::size_t i = 0; i < both.size(); ++i)
      CHECK(both[i] == doctest::Approx(first[i] + second[i]).epsilon(1e-12));
    const auto integral = [&](double dx, double z_mm) {
      constexpr int kPieces = 4000;
      double sum = 0.0;
      for (int i = 0; i < kPieces; ++i) {
        const double dz = z_mm - (i + 0.5) * kInput.reach_mm / kPieces;
        const double r = std::sqrt(dx * dx + one.y_mm * one.y_mm + dz * dz);
        sum += std::exp(-r / kInput.lambda_mm) / r;
      }
      return sum;
    };
    // Two places of the grid: x = 0 and x = 0.5, both 0.5 mm deep.
    const double ratio = first[2 * 9 + 4] / first[2 * 9 + 6];
    CHECK(ratio == doctest::Approx(integral(0.1, 0.5) / integral(0.4, 0.5)).epsilon(0.01));
  }

  TEST_CASE("beside one long channel the signal is smooth along it, without beads") {
    const ExposureInput input{.density_per_cm2 = 1.0, .reach_mm = 2.8, .lambda_mm = 0.3};
    const SectionGrid grid{.columns = 3, .rows = 281, .half_width_mm = 1.0, .depth_mm = 2.8};
    const auto field = exposureField(input, {{0.0, 0.0}}, grid);
    const auto along = [&](int row) { return field[static_cast<std::size_t>(row * 3 + 1)]; };
    for (int row = 100; row < 180; ++row) CHECK(along(row) == doctest::Approx(along(140)).epsilon(0.05));
  }

  TEST_CASE("deeper needles never mean less exposure, anywhere") {
    const SectionGrid grid{.columns = 9, .rows = 19, .half_width_mm = 1.0, .depth_mm = 3.6};
    const std::vector<ChannelPosition> channels = {{0.0, 0.1}, {0.5, -0.2}};
    std::vector<double> before(grid.size(), 0.0);
    for (double reach = 0.2; reach <= 3.0; reach += 0.2) {
      ExposureInput input = kInput;
      input.reach_mm = reach;
      const auto field = exposureField(input, channels, grid);
      // The midpoint rule moves its points with the reach: 2 % of the largest value.
      const double slack = 0.02 * *std::max_element(field.begin(), field.end());
      for (std::size_t i = 0; i < field.size(); ++i) REQUIRE(field[i] >= before[i] - slack);
      before = field;
    }
  }

  TEST_CASE("needles that do not enter leave no field") {
    ExposureInput input = kInput;
    input.reach_mm = 0.0;
    const auto field = exposureField(input, {{0.0, 0.0}}, {.columns = 3, .rows = 3});
    CHECK(*std::max_element(field.begin(), field.end()) == 0.0);
  }
}
