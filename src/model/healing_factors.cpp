#include "model/healing_factors.h"

#include <algorithm>

namespace needling {
namespace {

// Through low, value and high at the shares 0, 0.5 and 1.
double atShare(const Band& band, double share) {
  if (share < 0.5) return band.low + 2.0 * share * (band.value - band.low);
  return band.value + (2.0 * share - 1.0) * (band.high - band.value);
}

double synthesisByAge(double age, double share) {
  static const double kSlope = constant("factor.age_slope");
  static const double kStart = constant("factor.age_start");
  static const double kFloor = constant("factor.age_floor");
  const double full_fall = 1.0 - std::max(kFloor, 1.0 - kSlope * std::max(0.0, age - kStart));
  return 1.0 - share * full_fall;
}

// 0 none, 1 marked.
double sunDamage(const Protocol& protocol) {
  static const double kMild = constant("factor.sun_mild_share");
  switch (protocol.photodamage()) {
    case Photodamage::kMarked:
      return 1.0;
    case Photodamage::kMild:
      return kMild;
    case Photodamage::kNone:
      break;
  }
  return 0.0;
}

}  // namespace

HealingFactors healingFactors(const Protocol& protocol, const FactorShares& shares) {
  static const double kSmoker1 = constant("factor.smoker_type1");
  static const double kSmoker3 = constant("factor.smoker_type3");
  static const double kSmokerProteinase = constant("factor.smoker_proteinase");
  static const double kOld = constant("factor.old_closure_age");
  static const double kOldDelay = constant("factor.old_closure_delay");
  static const double kLoss = constant("heal.dn");
  static const double kAssembly = constant("heal.kE");
  const double age = protocol.get(ParameterId::kAge);
  const double synthesis = synthesisByAge(age, shares.age) * atShare(sunDamageSynthesis(protocol), shares.sun_damage);
  const bool smokes = protocol.smokes();
  return {.synthesis_1 = synthesis * (smokes ? kSmoker1 : 1.0),
          .synthesis_3 = synthesis * (smokes ? kSmoker3 : 1.0),
          .proteinase = smokes ? kSmokerProteinase : 1.0,
          .closure_delay_days = age > kOld ? kOldDelay : 0.0,
          .new_collagen_loss = kLoss,
          .mature_collagen = atShare(matureCollagen(protocol), shares.menopause),
          .elastin_assembly = kAssembly,
          .elastotic_elastin = sunDamage(protocol)};
}

Band sunDamageSynthesis(const Protocol& protocol) {
  static const Band kMarked = constantBand("factor.sun_synthesis");
  const double damage = sunDamage(protocol);
  const auto weighed = [damage](double marked) { return 1.0 - damage * (1.0 - marked); };
  return {weighed(kMarked.value), weighed(kMarked.low), weighed(kMarked.high)};
}

Band matureCollagen(const Protocol& protocol) {
  static const double kSlope = constant("factor.menopause_slope");
  static const double kYears = constant("factor.menopause_years");
  static const double kSteepFirst = constant("factor.menopause_steep_first");
  static const double kSteepYears = constant("factor.menopause_steep_years");
  static const double kSteepLater = constant("factor.menopause_steep_later");
  if (protocol.sex() == Sex::kMale) return {1.0, 1.0, 1.0};
  const double years = std::min(kYears, protocol.get(ParameterId::kMenopauseYears));
  const double first = std::min(kSteepYears, years);
  return {1.0 - kSlope * years, 1.0 - kSteepFirst * first - kSteepLater * (years - first), 1.0};
}

}  // namespace needling
