#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "model/channel.h"
#include "model/roller.h"

using namespace needling;

namespace {

constexpr double kPi = 3.14159265358979323846;

Protocol with(std::initializer_list<std::pair<const char*, const char*>> settings) {
  Protocol protocol;
  for (const auto& [key, value] : settings) REQUIRE(setParameter(protocol, key, value).ok());
  return protocol;
}

double densityOf(std::initializer_list<std::pair<const char*, const char*>> settings) {
  return channelDensityPerCm2(with(settings)).value;
}

}  // namespace

TEST_SUITE("channels") {
  TEST_CASE("a roller's 15 passes of 192 needles leave 229 channels per cm2") {
    CHECK(densityOf({{"device", "roller"}, {"passes", "15"}}) == doctest::Approx(229.2).epsilon(0.001));
    // P-T5-02: 192 / (pi 2 cm 2 cm) a pass.
    CHECK(densityOf({{"device", "roller"}, {"passes", "1"}}) == doctest::Approx(15.3).epsilon(0.003));
  }

  TEST_CASE("a given density is taken as it is") {
    CHECK(densityOf({{"channelDensity", "250"}}) == 250.0);
    CHECK(densityOf({{"channelDensity", "250"}, {"glideSpeed", "20"}}) == 250.0);
  }

  TEST_CASE("a pen of unknown glide speed makes the published 250-300 in its usual passes, whatever its stroke rate") {
    CHECK(densityOf({}) == 275.0);
    CHECK(densityOf({{"strokesPerSecond", "150"}}) == 275.0);
  }

  TEST_CASE("a pen that glides: needles times strokes over the area that it sweeps, with the width's band") {
    // 12 needles, 100 strokes a second, 6 mm (4 to 10) wide, 100 mm/s, one pass: 1200 holes on 600 mm2.
    const Protocol protocol = with({{"passes", "1"}, {"glideSpeed", "100"}});
    const Band density = channelDensityPerCm2(protocol);
    CHECK(density.value == doctest::Approx(200.0));
    CHECK(density.low == doctest::Approx(120.0));
    CHECK(density.high == doctest::Approx(300.0));
    CHECK(densityOf({{"passes", "2"}, {"glideSpeed", "100"}}) == doctest::Approx(400.0));
    CHECK(densityOf({{"passes", "1"}, {"glideSpeed", "50"}}) == doctest::Approx(400.0));
    CHECK(densityOf({{"passes", "1"}, {"glideSpeed", "100"}, {"strokesPerSecond", "50"}}) == doctest::Approx(100.0));
    CHECK(densityOf({{"passes", "1"}, {"glideSpeed", "100"}, {"needleCount", "36"}}) == doctest::Approx(600.0));
  }

  TEST_CASE("a pen that stands still makes no more holes than needles fit side by side") {
    const double most = 100.0 / (0.25 * kPi * 0.25 * 0.25);
    CHECK(densityOf({{"glideSpeed", "1"}, {"passes", "20"}}) == doctest::Approx(most));
  }

  TEST_CASE("glide speed is the pen's alone") {
    for (const char* device : {"roller", "stamp"}) {
      CHECK(densityOf({{"device", device}, {"glideSpeed", "20"}}) == densityOf({{"device", device}}));
    }
  }

  TEST_CASE("250 openings of 70.7 um make about 1 % of the surface (P-T5-03)") {
    const Protocol protocol = with({{"device", "roller"}, {"channelDensity", "250"}, {"needleDiameter", "0.14"}});
    CHECK(openingWidthMm(protocol).value == doctest::Approx(0.0707).epsilon(0.001));
    CHECK(openAreaPercent(protocol) == doctest::Approx(0.98).epsilon(0.01));
  }

  TEST_CASE("holes that overlap open less than the sum of their areas, and never more than all of the skin") {
    // n a = 1: each hole's area apart would be the whole surface; at random 1 - 1/e of it is open.
    const double opening_mm = 0.1;
    const double density = 100.0 / (0.25 * kPi * opening_mm * opening_mm);
    CHECK(openAreaPercent(density, opening_mm) == doctest::Approx(100.0 * (1.0 - std::exp(-1.0))));
    CHECK(openAreaPercent(1e9, opening_mm) == doctest::Approx(100.0));
    CHECK(openAreaPercent(0.0, opening_mm) == 0.0);
  }
}

TEST_SUITE("roller") {
  TEST_CASE("the published drum: 8 rows, needles 15 degrees apart, 192 in all, one hole on 6.5 mm2 a turn") {
    const RollerDrum& drum = rollerDrum();
    CHECK(drum.rows * drum.row_needles == 192.0);
    const HoleSpacing spacing = rollerHoleSpacing(192);
    CHECK(spacing.across_mm == doctest::Approx(2.5));
    CHECK(spacing.along_mm == doctest::Approx(20.0 * kPi * 15.0 / 360.0));
    for (const double needles : {24.0, 192.0, 540.0}) {
      const HoleSpacing other = rollerHoleSpacing(needles);
      CHECK(other.along_mm * other.across_mm == doctest::Approx(drum.rolledAreaMm2() / needles));
    }
  }

  // P-T3-17 to P-T3-21, rounded as published there.
  TEST_CASE("entry tilt and longest slot by needle length") {
    const double rows[][3] = {
        {0.5, 17.8, 0.206}, {1.0, 24.6, 0.571}, {1.5, 29.6, 1.028}, {2.0, 33.6, 1.553}, {3.0, 39.7, 2.75}};
    for (const auto& [length, degrees, slot] : rows) {
      CAPTURE(length);
      CHECK(std::abs(rollerEntryAngle(length) * 180.0 / kPi - degrees) <= 0.05);
      CHECK(std::abs(rollerSlotMm(length) - slot) <= 0.001);
    }
    CHECK(rollerEntryAngle(0.0) == 0.0);
    CHECK(rollerSlotMm(0.0) == 0.0);
  }

  TEST_CASE("only a roller's needles enter tilted") {
    CHECK(entryTilt(with({{"device", "roller"}})) == doctest::Approx(std::tan(29.6 * kPi / 180.0)).epsilon(0.002));
    CHECK(entryTilt(with({{"device", "pen"}})) == 0.0);
    CHECK(entryTilt(with({{"device", "stamp"}})) == 0.0);
  }
}

TEST_SUITE("pattern") {
  TEST_CASE("every device lays exactly its density inside the window, whatever the window") {
    for (const char* device : {"pen", "roller", "stamp"}) {
      for (const char* density : {"0", "10", "250", "600"}) {
        CAPTURE(device);
        CAPTURE(density);
        const Protocol protocol = with({{"device", device}, {"channelDensity", density}});
        const double expected = channelDensityPerCm2(protocol).value;
        CHECK(channelPattern(protocol, 0, 5.0, 5.0).size() == static_cast<std::size_t>(std::lround(expected)));
        const auto slab = channelPattern(protocol, 0, 5.2, 1.2);
        CHECK(slab.size() == static_cast<std::size_t>(std::lround(expected * 0.2496)));
        for (const ChannelPosition& channel : slab) {
          REQUIRE(std::abs(channel.x_mm) <= 5.2);
          REQUIRE(std::abs(channel.y_mm) <= 1.2);
        }
      }
    }
    CHECK(channelPattern(with({{"channelDensity", "10"}}), 0, 0.1, 0.1).size() == 1);
  }

  TEST_CASE("a density near nought, which is a legal one, leaves one channel and does not run for ever") {
    for (const char* device : {"pen", "roller", "stamp"}) {
      for (const char* density : {"1e-3", "1e-12", "1e-320"}) {
        CAPTURE(device);
        CAPTURE(density);
        const Protocol protocol = with({{"device", device}, {"channelDensity", density}});
        CHECK(channelPattern(protocol, 0, 5.2, 1.2).size() == 1);
        CHECK(channelPattern(protocol, 0, 0.1, 0.1).size() == 1);
      }
    }
  }

  TEST_CASE("the same seed and treatment give the same pattern, another seed or treatment another one") {
    for (const char* device : {"pen", "roller", "stamp"}) {
      CAPTURE(device);
      Protocol protocol = with({{"device", device}});
      const auto first = [&](int treatment) { return channelPattern(protocol, treatment, 5.0, 5.0).front().x_mm; };
      const double x_mm = first(0);
      CHECK(first(0) == x_mm);
      CHECK(first(1) != x_mm);
      REQUIRE(setParameter(protocol, "randomSeed", "2").ok());
      CHECK(first(0) != x_mm);
    }
  }

  TEST_CASE("no part of the window is favoured") {
    for (const char* device : {"pen", "roller", "stamp"}) {
      CAPTURE(device);
      const Protocol protocol = with({{"device", device}, {"channelDensity", "250"}});
      double right = 0.0, upper = 0.0, all = 0.0;
      for (int treatment = 0; treatment < 40; ++treatment) {
        for (const ChannelPosition& channel : channelPattern(protocol, treatment, 5.0, 5.0)) {
          all += 1.0;
          right += channel.x_mm > 0.0 ? 1.0 : 0.0;
          upper += channel.y_mm > 0.0 ? 1.0 : 0.0;
        }
      }
      CHECK(right / all == doctest::Approx(0.5).epsilon(0.03));
      CHECK(upper / all == doctest::Approx(0.5).epsilon(0.03));
    }
  }

  TEST_CASE("one pass of a roller keeps the rows of its drum: holes stand 2.5 mm apart, give or take their shaking") {
    const auto channels = channelPattern(with({{"device", "roller"}, {"passes", "1"}}), 0, 20.0, 20.0);
    for (const ChannelPosition& a : channels) {
      for (const ChannelPosition& b : channels) {
        const double dx = a.x_mm - b.x_mm, dy = a.y_mm - b.y_mm;
        if (&a != &b) REQUIRE(dx * dx + dy * dy > 1.9 * 1.9);
      }
    }
  }

  TEST_CASE("a stamp's field is a square lattice: 40 needles on 1 cm2 stand 1.58 mm apart") {
    const auto channels = channelPattern(with({{"device", "stamp"}, {"passes", "1"}}), 0, 10.0, 10.0);
    double nearest = 1e9;
    for (std::size_t i = 1; i < channels.size(); ++i) {
      nearest = std::min(nearest, std::hypot(channels[i].x_mm - channels[0].x_mm, channels[i].y_mm - channels[0].y_mm));
    }
    CHECK(nearest == doctest::Approx(10.0 / std::sqrt(40.0)));
  }
}
