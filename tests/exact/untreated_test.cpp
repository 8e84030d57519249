#include <doctest/doctest.h>

#include "model/healing.h"

using namespace needling;

namespace {

constexpr ParameterId kChoices[] = {ParameterId::kSex, ParameterId::kSmoking, ParameterId::kPhotodamage};

// Calls with every choice of sex, smoking and sun damage.
template <typename Check>
void forEveryPerson(const Check& check) {
  Protocol protocol;
  const auto count = [](ParameterId id) { return static_cast<int>(parameterRow(id).choices.size()); };
  for (int sex = 0; sex < count(kChoices[0]); ++sex) {
    for (int smoking = 0; smoking < count(kChoices[1]); ++smoking) {
      for (int sun = 0; sun < count(kChoices[2]); ++sun) {
        protocol.set(kChoices[0], sex);
        protocol.set(kChoices[1], smoking);
        protocol.set(kChoices[2], sun);
        check(protocol);
      }
    }
  }
}

HealingFactors factorsAt(Protocol protocol, double age, double menopause_years, double share) {
  protocol.set(ParameterId::kAge, age);
  protocol.set(ParameterId::kMenopauseYears, menopause_years);
  return healingFactors(protocol, {.age = share, .sun_damage = share, .menopause = share});
}

}  // namespace

TEST_SUITE("exact") {
  TEST_CASE("without treatment the right-hand side is exactly zero for every person the parameters can describe") {
    forEveryPerson([](const Protocol& protocol) {
      for (double age = 18.0; age <= 90.0; age += 1.0) {
        for (double years = 0.0; years <= 40.0; years += 1.0) {
          for (const double share : {0.0, 0.37, 0.5, 1.0}) {
            const HealingFactors factors = factorsAt(protocol, age, years, share);
            REQUIRE(healingDerivative(normalSkin(factors), factors) == TissueState{});
          }
        }
      }
    });
  }

  TEST_CASE("without treatment, and with needles that do not enter, every person's skin stays for 730 days") {
    forEveryPerson([](const Protocol& protocol) {
      for (const double age : {30.0, 80.0}) {
        for (const double years : {0.0, 3.0, 10.0, 40.0}) {
          const HealingFactors factors = factorsAt(protocol, age, years, 0.37);
          const HealingSeries series(
              {.treatment_days = {0.0, 28.0}, .exposure = 0.0, .factors = factors, .step_days = 0.5});
          REQUIRE(series.dayCount() == 731);
          for (int day = 0; day < series.dayCount(); ++day) REQUIRE(series.onDay(day) == normalSkin(factors));
        }
      }
    });
  }
}
