#include <doctest/doctest.h>

#include <cmath>

#include "model/evidence.h"
#include "model/healing_field.h"
#include "model/healing_lanes.h"

using namespace needling;

namespace {

const std::vector<double> kTreatments = {0.0, 28.0, 56.0, 84.0};

HealingFactors usualFactors() { return {.new_collagen_loss = constant("heal.dn")}; }

// The state at the end of a plan for one exposure of every treatment.
TissueState endOf(const StepPlan& plan, const HealingFactors& factors, double exposure) {
  const std::vector<Lanes> exposures(kTreatments.size(), lanesOf(exposure));
  TissueState end{};
  healLanes(plan, lanesOf(factors), exposures.data(),
            [&](std::size_t, const LaneState& state) { end = tissueOf(state, 0); });
  return end;
}

// Largest difference of any state at the end.
double difference(const TissueState& a, const TissueState& b) {
  double worst = 0.0;
  for (std::size_t i = 0; i < kTissueCount; ++i) worst = std::max(worst, std::abs(a[i] - b[i]));
  return worst;
}

}  // namespace

TEST_SUITE("exact") {
  TEST_CASE("signals are advanced exactly: after one alarm each follows its closed form") {
    const HealingRates& k = healingRates();
    for (const double t : {0.25, 1.0, 8.0}) {
      const auto signals = SignalStep(1.0, t).advance(std::array<double, kSignalCount>{1.0, 0.0, 0.0, 0.0, 0.0});
      CAPTURE(t);
      CHECK(signals[0] == doctest::Approx(std::exp(-k.kA * t)).epsilon(1e-12));
      CHECK(signals[1] == doctest::Approx(k.rN * t * std::exp(-k.kN * t)).epsilon(1e-12));  // kA = kN
    }
  }

  TEST_CASE("two half steps of the signals are one whole step") {
    const std::array<double, kSignalCount> start = {1.0, 0.4, 0.3, 0.2, 0.1};
    const SignalStep half(2.0, 1.5), whole(2.0, 3.0);
    const auto twice = half.advance(half.advance(start)), once = whole.advance(start);
    for (std::size_t i = 0; i < kSignalCount; ++i) CHECK(twice[i] == doctest::Approx(once[i]).epsilon(1e-13));
  }

  TEST_CASE("cells side by side solve the same equations as one cell by small steps") {
    for (const double exposure : {0.1, 1.0, 8.0}) {
      const HealingFactors factors = usualFactors();
      const HealingSeries reference(
          {.treatment_days = kTreatments, .exposure = exposure, .factors = factors, .step_days = 1.0 / 16.0});
      for (const double last : {14.0, 30.0, 100.0, 365.0, 730.0}) {
        CAPTURE(exposure);
        CAPTURE(last);
        std::vector<double> days;
        for (const double day : kTreatments) {
          if (day < last) days.push_back(day);
        }
        const TissueState cell = endOf(StepPlan(days, factors, last), factors, exposure);
        const TissueState exact = reference.at(last);
        CHECK(difference(cell, exact) < 1e-4);
        CHECK(std::abs(totalCollagen(cell) - totalCollagen(exact)) < 2e-6);
      }
    }
  }

  TEST_CASE("the steps of the picture are off by less than is seen") {
    const HealingFactors factors = usualFactors();
    for (const double exposure : {0.1, 1.0, 8.0}) {
      for (const double last : {1.0, 2.0, 6.0, 14.0, 30.0, 100.0, 365.0}) {
        CAPTURE(exposure);
        CAPTURE(last);
        std::vector<double> days;
        for (const double day : kTreatments) {
          if (day < last) days.push_back(day);
        }
        const TissueState coarse = endOf(StepPlan(days, factors, last, 1, Accuracy::kPicture), factors, exposure);
        const TissueState fine = endOf(StepPlan(days, factors, last, 4), factors, exposure);
        CHECK(difference(coarse, fine) < 1e-3);
        CHECK(std::abs(totalCollagen(coarse) - totalCollagen(fine)) < 1e-4);
      }
    }
  }

  TEST_CASE("refined plans converge at fourth order") {
    const HealingFactors factors = usualFactors();
    const auto errorOf = [&](int refine) {
      return difference(endOf(StepPlan(kTreatments, factors, 100.0, refine), factors, 1.0),
                        endOf(StepPlan(kTreatments, factors, 100.0, 32), factors, 1.0));
    };
    CHECK(std::log2(errorOf(1) / errorOf(2)) > 3.5);
    CHECK(std::log2(errorOf(2) / errorOf(4)) > 3.5);
  }

  TEST_CASE("without treatment no lane changes for 730 days, whatever the factors") {
    for (const double baseline : {0.7, 1.0}) {
      HealingFactors factors = usualFactors();
      factors.mature_collagen = baseline;
      factors.elastotic_elastin = 0.5;
      const StepPlan plan({}, factors, 730.0);
      healLanes(plan, lanesOf(factors), nullptr, [&](std::size_t, const LaneState& state) {
        REQUIRE(difference(tissueOf(state, 1), normalSkin(factors)) < 1e-15);
      });
    }
  }

  TEST_CASE("the collagen gain never falls below nought, so the term that would answer to it is nought") {
    for (const double exposure : {0.05, 1.0, 20.0}) {
      const HealingSeries series({.treatment_days = kTreatments, .exposure = exposure, .factors = usualFactors()});
      for (int day = 0; day < series.dayCount(); ++day) REQUIRE(totalCollagen(series.onDay(day)) >= 1.0);
    }
  }

  TEST_CASE("a field of equal exposures is the single cell; unequal treatments are told apart") {
    const SectionGrid grid{.columns = 3, .rows = 3};
    FieldRun run{.grid = grid, .treatment_days = {0.0, 28.0}, .exposures = {}, .factors = usualFactors()};
    run.exposures = {std::vector<double>(grid.size(), 1.0), std::vector<double>(grid.size(), 1.0)};
    run.exposures[1][4] = 0.0;  // the middle is treated once
    const HealingField field(run);
    const HealingSeries twice({.treatment_days = {0.0, 28.0}, .exposure = 1.0, .factors = usualFactors()});
    const HealingSeries once({.treatment_days = {0.0}, .exposure = 1.0, .factors = usualFactors()});
    const FieldMoment moment = field.at(84.0);
    const auto type3 = [&](double x_mm, double z_mm) { return poolOf(moment.sample(x_mm, z_mm), FieldPool::kType3); };
    CHECK(type3(-1.0, 0.0) == doctest::Approx(valueOf(twice.at(84.0), Tissue::kNewCollagen3)).epsilon(1e-4));
    CHECK(type3(0.0, 0.5) == doctest::Approx(valueOf(once.at(84.0), Tissue::kNewCollagen3)).epsilon(1e-3));
    CHECK(type3(0.5, 0.5) == doctest::Approx(0.5F * (type3(0.0, 0.5) + type3(1.0, 0.5))).epsilon(1e-3));
  }

  TEST_CASE("a field is the same on any day, whichever day was asked for first") {
    const SectionGrid grid{.columns = 2, .rows = 2};
    FieldRun run{.grid = grid, .treatment_days = {0.0, 28.0}, .exposures = {}, .factors = usualFactors()};
    run.exposures.assign(2, std::vector<double>(grid.size(), 1.0));
    const HealingField whole(run);
    static_cast<void>(whole.at(0.0));
    static_cast<void>(whole.at(730.0));
    for (const double day : {0.0, 0.3, 27.9, 28.0, 28.1, 77.5, 600.0, 730.0}) {
      CAPTURE(day);
      const HealingField early(run);
      CHECK(early.at(day).sample(0.0, 0.0) == whole.at(day).sample(0.0, 0.0));
      CHECK(early.at(day).sample(0.3, 0.4) == whole.at(day).sample(0.3, 0.4));
      CHECK(early.at(0.0).sample(0.0, 0.0) == whole.at(0.0).sample(0.0, 0.0));
      CHECK(early.at(365.0).sample(0.0, 0.0) == whole.at(365.0).sample(0.0, 0.0));
    }
    CHECK(whole.at(900.0).sample(0.0, 0.0) == whole.at(730.0).sample(0.0, 0.0));
    CHECK(whole.at(-1.0).sample(0.0, 0.0) == whole.at(0.0).sample(0.0, 0.0));
  }

  TEST_CASE("repeated treatments add up and saturate: the fourth adds less than the first") {
    const auto total = [&](std::size_t count) {
      const std::vector<double> days(kTreatments.begin(), kTreatments.begin() + static_cast<long>(count));
      return totalCollagen(
          HealingSeries({.treatment_days = days, .exposure = 2.0, .factors = usualFactors()}).at(days.back() + 60.0));
    };
    CHECK(total(2) > total(1));
    CHECK(total(4) > total(3));
    CHECK(total(4) - total(3) < total(1) - 1.0);
    CHECK(total(4) < 2.0);
  }

  TEST_CASE("dispersion starts at any direction, falls toward healthy skin and never passes it") {
    const HealingSeries series({.treatment_days = {0.0}, .exposure = 1.0, .factors = usualFactors()});
    const auto ofType1 = [](const TissueState& state) {
      return dispersionOf(valueOf(state, Tissue::kDispersion1), valueOf(state, Tissue::kNewCollagen1));
    };
    double before = 1.0 / 3.0;
    for (int day = 1; day < series.dayCount(); day += 7) {
      const double now = ofType1(series.onDay(day));
      CHECK(now <= before + 1e-9);
      CHECK(now >= 0.23 - 1e-9);
      before = now;
    }
    CHECK(ofType1(series.at(730.0)) < 0.26);
    const TissueState month = series.at(30.0);
    CHECK(dispersionOf(valueOf(month, Tissue::kDispersion3), valueOf(month, Tissue::kNewCollagen3)) > 0.30);
  }
}
