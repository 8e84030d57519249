#include <doctest/doctest.h>

#include "ui/pace.h"

using needling::ui::Pace;

namespace {

void frames(Pace& pace, int count, double interval_ms) {
  for (int i = 0; i < count; ++i) pace.moved(interval_ms);
}

}  // namespace

TEST_SUITE("pace") {
  TEST_CASE("two seconds of slow frames halve the sharpness, and rest brings it back") {
    Pace pace;
    frames(pace, 19, 100.0);
    CHECK_FALSE(pace.half());
    pace.moved(100.0);
    CHECK(pace.half());
    // Faster for being half as sharp: it stays so while the picture moves.
    frames(pace, 100, 33.0);
    CHECK(pace.half());
    pace.rested();
    CHECK_FALSE(pace.half());
    // Patience starts anew.
    frames(pace, 19, 100.0);
    CHECK_FALSE(pace.half());
  }

  TEST_CASE("frames that are fast enough, or slow only now and then, change nothing") {
    Pace pace;
    frames(pace, 1000, 33.0);
    frames(pace, 1000, Pace::kSlowMs);
    CHECK_FALSE(pace.half());
    for (int i = 0; i < 100; ++i) {
      frames(pace, 10, 120.0);
      pace.moved(40.0);
    }
    CHECK_FALSE(pace.half());
  }

  TEST_CASE("a page that stood still for a while is not slow") {
    Pace pace;
    pace.moved(60'000.0);
    CHECK_FALSE(pace.half());
    frames(pace, 2, 60'000.0);
    CHECK_FALSE(pace.half());
  }

  TEST_CASE("only a canvas with pixels to spare is halved") {
    CHECK_FALSE(Pace::mayHalve(1280, 720, 1280, 720));
    CHECK_FALSE(Pace::mayHalve(390, 844, 390, 844));
    CHECK(Pace::mayHalve(390, 844, 1170, 2532));
    CHECK(Pace::mayHalve(1280, 720, 1600, 900));
    CHECK(Pace::mayHalve(1920, 1080, 1920, 1080));
  }
}
