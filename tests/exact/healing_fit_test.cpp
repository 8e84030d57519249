#include <doctest/doctest.h>

#include <vector>

#include "model/healing.h"
#include "model/validation_course.h"

// The fitted constants of healing give back what they were fitted to. Each case names the study and its ledger row.

using namespace needling;

namespace {

HealingSeries course(int treatments, int interval_days, const HealingFactors& factors = healingFactors({})) {
  std::vector<double> days;
  for (int i = 0; i < treatments; ++i) days.push_back(static_cast<double>(i) * interval_days);
  HealingFactors young = factors;
  young.synthesis_1 = young.synthesis_3 = 1.0;
  return HealingSeries(
      {.treatment_days = days, .exposure = 1.0, .factors = young, .step_days = 0.125, .last_day = 200});
}

double collagenGain(const HealingSeries& series, int day) { return totalCollagen(series.onDay(day)) - 1.0; }

int peakDay(const HealingSeries& series, Tissue tissue) {
  int best = 0;
  for (int day = 0; day < series.dayCount(); ++day) {
    if (valueOf(series.onDay(day), tissue) > valueOf(series.onDay(best), tissue)) best = day;
  }
  return best;
}

// A healed wound from which all dermis had been cut out.
TissueState excised(int days) {
  return excisedWound({.new_collagen_loss = healingFactors({}).new_collagen_loss}, days);
}

}  // namespace

TEST_SUITE("exact") {
  TEST_CASE("cut human skin: neutrophils peak on day 1, macrophages on day 2 (H-T1-31, H-T1-32)") {
    const HealingSeries one = course(1, 1);
    CHECK(peakDay(one, Tissue::kNeutrophils) == 1);
    CHECK(peakDay(one, Tissue::kMacrophages) == 2);
  }

  TEST_CASE("growth factor is still raised at two weeks, a quarter of its peak, and gone by four (H-T1-20)") {
    const HealingSeries one = course(1, 1);
    const double peak = valueOf(one.onDay(peakDay(one, Tissue::kGrowthFactor)), Tissue::kGrowthFactor);
    CHECK(valueOf(one.onDay(14), Tissue::kGrowthFactor) > 0.2 * peak);
    CHECK(valueOf(one.onDay(28), Tissue::kGrowthFactor) < 0.05 * peak);
  }

  TEST_CASE("proteinase peaks on day 1 and by day 7 seven eighths of it are gone (H-T1-44)") {
    const HealingSeries one = course(1, 1);
    CHECK(peakDay(one, Tissue::kProteinase) == 1);
    CHECK(valueOf(one.onDay(7), Tissue::kProteinase) < 0.13 * valueOf(one.onDay(1), Tissue::kProteinase));
  }

  TEST_CASE("Robins 2003, half a year after excision: III over I 1.70 of normal, cross-links 0.23 (H-T1-40, H-T1-41)") {
    const TissueState healed = excised(180);
    CHECK(collagen3(healed) / collagen1(healed) == doctest::Approx(1.70).epsilon(0.02));
    CHECK(valueOf(healed, Tissue::kMatureCollagen) / totalCollagen(healed) == doctest::Approx(0.23).epsilon(0.05));
  }

  TEST_CASE("Kenkel 2021, four monthly treatments: one month after, 0.903 of the gain at three (H-T1-10, H-T1-11)") {
    const HealingSeries four = course(4, 30);
    CHECK(collagenGain(four, 120) / collagenGain(four, 180) == doctest::Approx(15.65 / 17.33).epsilon(0.005));
  }

  TEST_CASE("Lotfi 2013, 8 weeks after five monthly treatments: collagen +53.2 %, epidermis +50 % (H-T1-04, H-T1-06)") {
    const HealingSeries five = course(5, 30);
    CHECK(100.0 * collagenGain(five, 176) == doctest::Approx(53.2).epsilon(0.005));
    CHECK(100.0 * (valueOf(five.onDay(176), Tissue::kEpidermis) - 1.0) == doctest::Approx(50.0).epsilon(0.005));
  }
}
