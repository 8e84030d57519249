#include <doctest/doctest.h>

#include <cmath>

#include "core/rng.h"
#include "model/coverage.h"

using namespace needling;

namespace {

constexpr double kPi = 3.14159265358979323846;

// 250 per cm2, the published density (P-T5-01).
constexpr double kDensityPerMm2 = 2.5;

std::vector<ChannelPosition> atRandom(int count, double half, std::uint64_t seed) {
  Rng rng(seed);
  std::vector<ChannelPosition> channels;
  for (int i = 0; i < count; ++i) {
    const double x_mm = rng.uniform(-half, half);
    channels.push_back({x_mm, rng.uniform(-half, half)});
  }
  return channels;
}

std::vector<ChannelPosition> squareLattice(int across, double half) {
  std::vector<ChannelPosition> channels;
  for (int i = 0; i < across; ++i) {
    for (int j = 0; j < across; ++j) {
      channels.push_back({half * ((2.0 * i + 1.0) / across - 1.0), half * ((2.0 * j + 1.0) / across - 1.0)});
    }
  }
  return channels;
}

}  // namespace

TEST_SUITE("exact") {
  TEST_CASE("channels at random: mean spacing 0.5 / sqrt(n), gaps exp(-n pi r^2), open area 1 - exp(-n a)") {
    constexpr CoverageWindow kWindow{.half_mm = 18.0, .margin_mm = 2.0};
    constexpr double kOpening = 0.2, kDecay = 0.2;
    constexpr int kCount = 4000, kPatterns = 10;  // 250 per cm2 on 40 x 40 mm
    Coverage mean;
    double open_fraction = 0.0;
    for (int i = 0; i < kPatterns; ++i) {
      const auto channels = atRandom(kCount, 20.0, 100 + static_cast<std::uint64_t>(i));
      const Coverage coverage = coverageOf(channels, kWindow, kOpening, kDecay);
      mean.spacing_mm += coverage.spacing_mm / kPatterns;
      mean.gap_median_mm += coverage.gap_median_mm / kPatterns;
      mean.gap_high_mm += coverage.gap_high_mm / kPatterns;
      mean.untreated_fraction += coverage.untreated_fraction / kPatterns;
      // Of a signal that reaches nowhere, what lies outside of every opening stays untreated.
      open_fraction += (1.0 - coverageOf(channels, kWindow, kOpening, 0.0).untreated_fraction) / kPatterns;
    }
    const auto distanceAt = [](double beyond) { return std::sqrt(-std::log(beyond) / (kPi * kDensityPerMm2)); };
    const auto shareBeyond = [](double r) { return std::exp(-kDensityPerMm2 * kPi * r * r); };
    CHECK(mean.spacing_mm == doctest::Approx(0.5 / std::sqrt(kDensityPerMm2)).epsilon(0.01));
    CHECK(mean.gap_median_mm == doctest::Approx(distanceAt(0.5) - 0.1).epsilon(0.02));
    CHECK(mean.gap_high_mm == doctest::Approx(distanceAt(0.05) - 0.1).epsilon(0.02));
    CHECK(mean.untreated_fraction == doctest::Approx(shareBeyond(0.3)).epsilon(0.02));
    CHECK(100.0 * open_fraction == doctest::Approx(openAreaPercent(250.0, kOpening)).epsilon(0.04));
  }

  TEST_CASE("a square lattice of 250 per cm2 has one channel every 0.63 mm and no gap over half a diagonal") {
    constexpr double kSpacing = 0.63245553203367588;  // 1 / sqrt(2.5 per mm2)
    constexpr int kAcross = 25;                       // 21 inside: the 64 points do not fall into step with them
    const Coverage coverage = coverageOf(squareLattice(kAcross, 12.5 * kSpacing),
                                         {.half_mm = 10.5 * kSpacing, .margin_mm = 2.0 * kSpacing}, 0.0, 0.3);
    CHECK(coverage.spacing_mm == doctest::Approx(0.632).epsilon(0.001));
    CHECK(coverage.gap_largest_mm <= kSpacing / std::sqrt(2.0) + 1e-9);
    CHECK(coverage.gap_largest_mm == doctest::Approx(kSpacing / std::sqrt(2.0)).epsilon(0.03));
    // Inside a cell the half that lies nearer is a disc of half its area while that disc does not reach its sides.
    CHECK(coverage.gap_median_mm == doctest::Approx(kSpacing / std::sqrt(2.0 * kPi)).epsilon(0.02));
    CHECK(coverage.untreated_fraction == doctest::Approx(1.0 - kPi * 0.09 * kDensityPerMm2).epsilon(0.02));
  }

  TEST_CASE("a point at the edge of the window sees the channels of the margin") {
    // One channel half a millimetre outside of a square of 2 mm: the nearest point is 0.5 mm away, the farthest corner
    // (-1, 1) is 2.5 mm to the side and 1 mm up.
    const Coverage coverage = coverageOf({{1.5, 0.0}}, {.half_mm = 1.0, .margin_mm = 1.0}, 0.2, 0.3);
    CHECK(coverage.gap_largest_mm == doctest::Approx(std::hypot(2.5, 1.0) - 0.1).epsilon(0.02));
    CHECK(coverage.untreated_fraction == 1.0);
    CHECK(coverage.spacing_mm == 4.0);  // alone: the width of the window with its margin
  }
}

TEST_SUITE("coverage") {
  TEST_CASE("one pass keeps the spacing of its device: a stamp's lattice, about that of a roller's drum") {
    Protocol protocol;
    REQUIRE(setParameter(protocol, "device", "stamp").ok());
    REQUIRE(setParameter(protocol, "passes", "1").ok());
    CHECK(coverageOf(protocol).spacing_mm == doctest::Approx(10.0 / std::sqrt(40.0)).epsilon(0.02));
    REQUIRE(setParameter(protocol, "device", "roller").ok());
    // 2.5 mm between rows, less what the shaking brings the nearest of four nearer.
    const double spacing = coverageOf(protocol).spacing_mm;
    CHECK(spacing > 2.0);
    CHECK(spacing < 2.5);
  }

  TEST_CASE("more passes leave smaller gaps and less untreated skin, for every device") {
    for (const char* device : {"pen", "roller", "stamp"}) {
      CAPTURE(device);
      Protocol protocol;
      REQUIRE(setParameter(protocol, "device", device).ok());
      Coverage before{.gap_median_mm = 1e9, .gap_high_mm = 1e9, .untreated_fraction = 1.1};
      for (const char* passes : {"1", "4", "16"}) {
        REQUIRE(setParameter(protocol, "passes", passes).ok());
        const Coverage coverage = coverageOf(protocol);
        CHECK(coverage.gap_median_mm < before.gap_median_mm);
        CHECK(coverage.gap_high_mm < before.gap_high_mm);
        CHECK(coverage.untreated_fraction < before.untreated_fraction);
        CHECK(coverage.gap_median_mm <= coverage.gap_high_mm);
        CHECK(coverage.gap_high_mm <= coverage.gap_largest_mm);
        before = coverage;
      }
    }
  }

  TEST_CASE("a stamp's one even field leaves smaller gaps than as many channels at random") {
    Protocol protocol;
    REQUIRE(setParameter(protocol, "device", "stamp").ok());
    REQUIRE(setParameter(protocol, "needleCount", "200").ok());
    REQUIRE(setParameter(protocol, "passes", "1").ok());
    const double at_random = std::sqrt(-std::log(0.05) / (kPi * 2.0));
    CHECK(coverageOf(protocol).gap_high_mm < 0.8 * at_random);
  }

  TEST_CASE("needles that do not enter leave all skin untreated") {
    Protocol protocol;
    REQUIRE(setParameter(protocol, "device", "roller").ok());
    REQUIRE(setParameter(protocol, "needleLength", "0.25").ok());
    REQUIRE(setParameter(protocol, "pressure", "light").ok());
    REQUIRE(setParameter(protocol, "needleCondition", "dull").ok());
    CHECK(coverageOf(protocol).untreated_fraction == 1.0);
  }
}
