#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "model/claims.h"
#include "model/skin.h"

using namespace needling;

namespace {

Skin skinAt(const std::string& site, Sex sex, double age) {
  Protocol protocol;
  REQUIRE(setParameter(protocol, "site", site).ok());
  protocol.set(ParameterId::kSex, static_cast<double>(sex));
  protocol.set(ParameterId::kAge, age);
  return skinOf(protocol);
}

constexpr Sex kSexes[] = {Sex::kUnspecified, Sex::kFemale, Sex::kMale};

template <typename Check>
void forEverySiteSexAndAge(const Check& check) {
  for (const Choice& site : parameterRow(ParameterId::kSite).choices) {
    for (const Sex sex : kSexes) {
      for (double age = 18.0; age <= 90.0; age += 1.0) check(site.id, sex, age);
    }
  }
}

// Mean less one standard deviation of a row of the ledger.
double thinEnd(const std::string& id) {
  const CsvTable& ledger = embeddedTable("evidence/penetration.csv");
  for (std::size_t row = 0; row < ledger.rowCount(); ++row) {
    if (ledger.at(row, "id") == id) return ledger.number(row, "value") - ledger.number(row, "sd");
  }
  FAIL("no such row");
  return 0.0;
}

bool ordered(const Band& band) { return band.low <= band.value && band.value <= band.high; }

}  // namespace

TEST_SUITE("skin") {
  TEST_CASE("every site has all layers with ordered bands, at every age and for every sex") {
    forEverySiteSexAndAge([](const std::string& site, Sex sex, double age) {
      CAPTURE(site);
      CAPTURE(age);
      const Skin skin = skinAt(site, sex, age);
      for (const Band& band : {skin.stratum_corneum, skin.viable_epidermis, skin.papillary_dermis, skin.dermis}) {
        REQUIRE(band.low > 0.0);
        REQUIRE(ordered(band));
      }
      REQUIRE(skin.papillary_dermis.value < skin.dermis.value);
      // No row tells how lean a hand is; everywhere else there is some fat.
      REQUIRE((skin.fat.low > 0.0 || site == "hand"));
      REQUIRE(skin.fat.low >= 0.0);
      REQUIRE(skin.fat.value > 0.0);
      REQUIRE(ordered(skin.fat));
    });
  }

  TEST_CASE("where sex is not given, the band holds both sexes, or a warning would be lost") {
    for (const Choice& site : parameterRow(ParameterId::kSite).choices) {
      const Skin unknown = skinAt(site.id, Sex::kUnspecified, 35);
      const Skin female = skinAt(site.id, Sex::kFemale, 35), male = skinAt(site.id, Sex::kMale, 35);
      for (const auto layer : {&Skin::viable_epidermis, &Skin::dermis, &Skin::fat}) {
        CAPTURE(site.id);
        CHECK((unknown.*layer).low == std::min((female.*layer).low, (male.*layer).low));
        CHECK((unknown.*layer).high == std::max((female.*layer).high, (male.*layer).high));
      }
    }
  }

  // Meng 2022, the thinner of two ultrasound studies of the face.
  TEST_CASE("the thin end of facial dermis is the mean less one standard deviation, at every site alike") {
    const struct {
      const char *site, *female, *male;
    } rows[] = {{"forehead", "P-T1-18", "P-T1-17"},
                {"cheek", "P-T1-28", "P-T1-27"},
                {"perioral", "P-T1-28", "P-T1-27"},  // none of its own
                {"chin", "P-T1-30", "P-T1-29"},
                {"neck", "P-T1-32", "P-T1-31"}};
    for (const auto& row : rows) {
      CAPTURE(row.site);
      CHECK(skinAt(row.site, Sex::kFemale, 35).dermis.low == doctest::Approx(thinEnd(row.female)));
      CHECK(skinAt(row.site, Sex::kMale, 35).dermis.low == doctest::Approx(thinEnd(row.male)));
    }
  }

  // Hwang 2006, P-T1-76 and P-T1-77: no age effect in 61 upper eyelids.
  TEST_CASE("the eyelid does not thin with age, not even in its band") {
    for (const Sex sex : kSexes) {
      const Skin young = skinAt("periorbital", sex, 18), old = skinAt("periorbital", sex, 90);
      CHECK(old.dermis.value == young.dermis.value);
      CHECK(old.dermis.low == young.dermis.low);
      CHECK(old.dermis.high == young.dermis.high);
      CHECK(old.viable_epidermis.low == young.viable_epidermis.low);
    }
  }

  // Branchet 1990, P-T1-115 to P-T1-117, and H-T5-01: in per cent of the original a decade.
  TEST_CASE("away from the eye, thinning as on the inner arm lies in the band") {
    forEverySiteSexAndAge([](const std::string& site, Sex sex, double age) {
      if (site == "periorbital") return;
      CAPTURE(site);
      CAPTURE(age);
      const Skin typical = skinAt(site, sex, 35), skin = skinAt(site, sex, age);
      const double decades = (age - 35.0) / 10.0;
      const double dermis = typical.dermis.value * (1.0 - 0.06 * decades);
      const double epidermis = typical.viable_epidermis.value * (1.0 - (sex == Sex::kFemale ? 0.057 : 0.072) * decades);
      REQUIRE(skin.dermis.low <= dermis);
      REQUIRE(dermis <= skin.dermis.high);
      REQUIRE(skin.viable_epidermis.low <= epidermis);
      REQUIRE(epidermis <= skin.viable_epidermis.high);
    });
  }

  TEST_CASE("the centre moves with age on the cheek of men alone, and only in the ages that were read") {
    forEverySiteSexAndAge([](const std::string& site, Sex sex, double age) {
      CAPTURE(site);
      CAPTURE(age);
      const Skin typical = skinAt(site, sex, 35), skin = skinAt(site, sex, age);
      REQUIRE(skin.epidermisBottom() == typical.epidermisBottom());
      REQUIRE(skin.papillaryBottom() == typical.papillaryBottom());
      if (site != "cheek" || sex != Sex::kMale) REQUIRE(skin.dermis.value == typical.dermis.value);
    });
    const auto cheek = [](double age) { return skinAt("cheek", Sex::kMale, age).dermis.value; };
    // 2.53 mm in the twenties, 2.43 mm in the thirties: P-T1-40, P-T1-48.
    CHECK(cheek(25) / cheek(35) == doctest::Approx(2.53 / 2.43).epsilon(0.001));
    CHECK(cheek(90) == cheek(49));
    CHECK(cheek(18) == cheek(20));
  }

  TEST_CASE("age widens the band downwards, youth upwards, and at 35 the tables stand as they are") {
    const Band young = skinAt("back", Sex::kUnspecified, 20).dermis;
    const Band typical = skinAt("back", Sex::kUnspecified, 35).dermis;
    const Band old = skinAt("back", Sex::kUnspecified, 75).dermis;
    // sites.csv, row "back,dermis".
    CHECK(typical.value == 1.942);
    CHECK(typical.low == 1.942);
    CHECK(typical.high == 2.46);
    CHECK(old.low == doctest::Approx(1.942 * 0.76));
    CHECK(old.high == typical.high);
    CHECK(young.low == typical.low);
    CHECK(young.high == doctest::Approx(2.46 * 1.09));
  }

  // Gibney 2010, P-T1-88 and P-T1-90: women have 5.1 mm more fat there.
  TEST_CASE("fat differs by sex where a study tells it") {
    for (const char* site : {"abdomen", "thigh"}) {
      const double women = skinAt(site, Sex::kFemale, 35).fat.value, men = skinAt(site, Sex::kMale, 35).fat.value;
      CHECK(women - men == doctest::Approx(5.1));
      CHECK(0.5 * (women + men) == doctest::Approx(skinAt(site, Sex::kUnspecified, 35).fat.value));
    }
  }
}
