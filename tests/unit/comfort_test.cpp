#include "model/comfort.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace needling;

namespace {

Protocol protocolWith(std::initializer_list<std::pair<const char*, const char*>> values) {
  Protocol protocol;
  for (const auto& [key, value] : values) REQUIRE(setParameter(protocol, key, value).ok());
  return protocol;
}

bool says(const Protocol& protocol, const char* words) {
  const auto in = [words](const std::vector<ComfortSentence>& sentences) {
    return std::any_of(sentences.begin(), sentences.end(),
                       [words](const ComfortSentence& each) { return each.text.find(words) != std::string::npos; });
  };
  return in(painSentences(protocol)) || in(numbingSentences(protocol));
}

}  // namespace

TEST_SUITE("comfort") {
  TEST_CASE("threefold length is sevenfold pain, tenfold needles just over twofold (Gill 2008: S-069, S-070)") {
    const double shorter = comfortOf(protocolWith({{"needleLength", "0.5"}})).relative_pain.value;
    const double longer = comfortOf(protocolWith({{"needleLength", "1.5"}})).relative_pain.value;
    CHECK(longer / shorter == doctest::Approx(7.0).epsilon(0.01));
    // A stamp's usual number is 40 needles.
    const double few = comfortOf(protocolWith({{"device", "stamp"}, {"needleCount", "5"}})).relative_pain.value;
    const double many = comfortOf(protocolWith({{"device", "stamp"}, {"needleCount", "50"}})).relative_pain.value;
    CHECK(many / few > 2.0);
    CHECK(many / few < 2.15);
  }

  TEST_CASE("the needle that pain is told against is 1 without a band, whatever the device") {
    for (const char* device : {"pen", "roller", "stamp"}) {
      const Comfort comfort = comfortOf(protocolWith({{"device", device}, {"needleLength", "1"}}));
      CHECK(comfort.relative_pain.value == 1.0);
      CHECK(comfort.relative_pain.low == 1.0);
      CHECK(comfort.relative_pain.high == 1.0);
      CHECK_FALSE(comfort.extrapolated);
    }
  }

  TEST_CASE("the ledger's own arithmetic: 0.29 at 0.5 mm, 2.05 at 1.5, 3.4 at 2.0, 5.1 at 2.5 (S-073)") {
    for (const auto& [length, pain] : {std::pair{"0.5", 0.29}, {"1.5", 2.05}, {"2", 3.4}, {"2.5", 5.1}}) {
      CAPTURE(length);
      const Band band = comfortOf(protocolWith({{"needleLength", length}})).relative_pain;
      CHECK(band.value == doctest::Approx(pain).epsilon(0.02));
      CHECK(band.low < band.value);
      CHECK(band.value < band.high);
    }
  }

  TEST_CASE("longer needles and more of them never hurt less") {
    double before = 0.0;
    for (const char* length : {"0.25", "0.5", "1", "1.5", "2", "2.5", "3"}) {
      const double pain = comfortOf(protocolWith({{"needleLength", length}})).relative_pain.value;
      CHECK(pain > before);
      before = pain;
    }
    CHECK(comfortOf(protocolWith({{"needleCount", "36"}})).relative_pain.value >
          comfortOf(protocolWith({{"needleCount", "12"}})).relative_pain.value);
  }

  TEST_CASE("outside 0.48 to 1.45 mm, or outside 5 to 50 needles, it says that it is extrapolated") {
    CHECK(comfortOf(protocolWith({{"needleLength", "0.45"}})).extrapolated);
    CHECK_FALSE(comfortOf(protocolWith({{"needleLength", "0.5"}})).extrapolated);
    CHECK_FALSE(comfortOf(protocolWith({{"needleLength", "1.45"}})).extrapolated);
    CHECK(comfortOf(protocolWith({{"needleLength", "1.5"}})).extrapolated);
    CHECK(comfortOf(protocolWith({{"needleLength", "1"}, {"needleCount", "1"}})).extrapolated);
    CHECK(says(protocolWith({{"needleLength", "2"}}), "extrapolated"));
    CHECK_FALSE(says(protocolWith({{"needleLength", "1"}}), "extrapolated"));
  }

  TEST_CASE("numbing depth is a number only at 60 and 120 minutes (S-086, S-087), a range elsewhere") {
    const auto depth = [](const char* minutes) {
      return comfortOf(protocolWith({{"numbingMinutes", minutes}})).numbing_depth_mm;
    };
    CHECK_FALSE(depth("0").has_value());
    CHECK(depth("60")->min == 2.9);
    CHECK(depth("60")->max == 2.9);
    CHECK(depth("120")->min == 4.5);
    CHECK(depth("120")->max == 4.5);
    CHECK(depth("30")->min == 0.0);
    CHECK(depth("30")->max == 2.9);
    CHECK(depth("90")->min == 2.9);
    CHECK(depth("90")->max == 4.5);
  }

  TEST_CASE("the words tell thigh from face, and nothing of cream where there is none") {
    CHECK(says(protocolWith({{"numbingMinutes", "30"}}), "no depth was measured under 60 minutes"));
    CHECK(says(protocolWith({{"numbingMinutes", "60"}}), "2.9 mm"));
    CHECK(says(protocolWith({{"numbingMinutes", "90"}}), "from 2.9 to 4.5 mm"));
    CHECK(says(protocolWith({{"numbingMinutes", "60"}}), "not the face"));
    CHECK_FALSE(says(protocolWith({{"numbingMinutes", "0"}}), "minutes"));
  }
}
