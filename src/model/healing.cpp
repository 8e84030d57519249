#include "model/healing.h"

#include <algorithm>
#include <cmath>

#include "core/check.h"
#include "core/rk4.h"
#include "model/evidence.h"

namespace needling {
namespace {

struct Rates {
  double kA = constant("heal.kA"), kN = constant("heal.kN"), rN = constant("heal.rN");
  double rMA = constant("heal.rMA"), rMN = constant("heal.rMN"), kM = constant("heal.kM");
  double pA = constant("heal.pA"), pM = constant("heal.pM"), pD = constant("heal.pD"), kB = constant("heal.kB");
  double pF = constant("heal.pF"), Fmax = constant("heal.Fmax"), kF = constant("heal.kF");
  double ka = constant("heal.ka"), kd = constant("heal.kd");
  double qA = constant("heal.qA"), qM = constant("heal.qM"), kQ = constant("heal.kQ"), mu = constant("heal.mu");
  double sig = constant("heal.sig"), rho3 = constant("heal.rho3");
  double k31 = constant("heal.k31"), kx = constant("heal.kx");
  double dm = std::log(2.0) / (365.0 * constant("heal.dm_half_life_years"));
  double f30 = constant("heal.f30"), dC = constant("heal.dC");
  double aV = constant("heal.aV"), Vmax = constant("heal.Vmax"), kV = constant("heal.kV");
  double aH = constant("heal.aH"), dH = constant("heal.dH"), kH = constant("heal.kH");
  double ke = constant("heal.ke");
  double aT = constant("heal.aT"), kT = constant("heal.kT"), kE = constant("heal.kE");
  double dEl = std::log(2.0) / (365.0 * constant("heal.dEl_half_life_years"));
  double dEe = constant("heal.dEe");
  double Imax = constant("heal.Imax"), KI = constant("heal.KI"), tI = constant("heal.tI");
};

const Rates& rates() {
  static const Rates kRates;
  return kRates;
}

// Decayed signals become denormal numbers, which cost a factor of 15 and which WebAssembly cannot flush.
void flushSmall(TissueState& state) {
  constexpr double kSmallest = 1e-12;
  for (const Tissue tissue :
       {Tissue::kAlarm, Tissue::kNeutrophils, Tissue::kMacrophages, Tissue::kGrowthFactor, Tissue::kProteinase}) {
    double& value = state[static_cast<std::size_t>(tissue)];
    if (value < kSmallest) value = 0.0;
  }
}

void treat(TissueState& state, double exposure) {
  if (exposure <= 0.0) return;
  state[static_cast<std::size_t>(Tissue::kAlarm)] += exposure;
  state[static_cast<std::size_t>(Tissue::kClosure)] = 0.0;
}

}  // namespace

HealingFactors healingFactors(const Protocol& protocol, double age_share) {
  static const double kSmoker1 = constant("factor.smoker_type1");
  static const double kSmoker3 = constant("factor.smoker_type3");
  static const double kSmokerProteinase = constant("factor.smoker_proteinase");
  static const double kSlope = constant("factor.age_slope");
  static const double kStart = constant("factor.age_start");
  static const double kFloor = constant("factor.age_floor");
  static const double kOld = constant("factor.old_closure_age");
  static const double kOldDelay = constant("factor.old_closure_delay");
  const double age = protocol.get(ParameterId::kAge);
  const double full_fall = 1.0 - std::max(kFloor, 1.0 - kSlope * std::max(0.0, age - kStart));
  const double by_age = 1.0 - age_share * full_fall;
  const bool smokes = protocol.smokes();
  return {.synthesis_1 = by_age * (smokes ? kSmoker1 : 1.0),
          .synthesis_3 = by_age * (smokes ? kSmoker3 : 1.0),
          .proteinase = smokes ? kSmokerProteinase : 1.0,
          .closure_delay_days = age > kOld ? kOldDelay : 0.0,
          .new_collagen_loss = constant("heal.dn")};
}

TissueState normalSkin() {
  TissueState state{};
  for (const Tissue tissue : {Tissue::kFibroblasts, Tissue::kMatureCollagen, Tissue::kCapillaries, Tissue::kEpidermis,
                              Tissue::kClosure, Tissue::kElastin, Tissue::kElastoticElastin}) {
    state[static_cast<std::size_t>(tissue)] = 1.0;
  }
  return state;
}

TissueState healingDerivative(const TissueState& state, const HealingFactors& factors) {
  const Rates& k = rates();
  const auto [A, N, M, B, F, G, Q, C3, C1, Cm, V, H, E, T, El, Ee, I] = state;
  const double h = B / (1.0 + B);
  const double C = C3 + C1 + Cm;
  const double room = std::max(0.0, 1.0 - (C - 1.0) / k.dC);
  const double gain = std::max(0.0, C - 1.0);
  const double loss = factors.new_collagen_loss * (1.0 + k.mu * Q);
  const double synthesis = k.sig * G * room;
  const double ke = 1.0 / (1.0 / k.ke + factors.closure_delay_days);
  return {
      -k.kA * A,
      k.rN * A - k.kN * N,
      k.rMA * A + k.rMN * N - k.kM * M,
      k.pA * A + k.pM * M + k.pD * std::max(0.0, 1.0 - C) - k.kB * B,
      k.pF * h * F * (1.0 - F / k.Fmax) - k.kF * (F - 1.0),
      k.ka * h * F - k.kd * G,
      factors.proteinase * (k.qA * A + k.qM * M) - k.kQ * Q,
      factors.synthesis_3 * synthesis * k.rho3 - (k.k31 + loss) * C3,
      factors.synthesis_1 * (synthesis * (1.0 - k.rho3) + k.k31 * C3) - (k.kx + loss) * C1,
      k.kx * C1 - k.dm * (Cm - 1.0),
      k.aV * h * V * (1.0 - V / k.Vmax) - k.kV * (V - 1.0),
      k.aH * h * std::max(0.0, 1.0 - (H - 1.0) / k.dH) - k.kH * (H - 1.0),
      ke * (1.0 - E),
      k.aT * G - k.kT * T,
      k.kE * T - k.dEl * (El - 1.0),
      -k.dEe * Q * Ee,
      (k.Imax * gain / (k.KI + gain) - I) / k.tI,
  };
}

double totalCollagen(const TissueState& state) {
  return valueOf(state, Tissue::kNewCollagen3) + valueOf(state, Tissue::kNewCollagen1) +
         valueOf(state, Tissue::kMatureCollagen);
}

double collagen1(const TissueState& state) {
  return valueOf(state, Tissue::kMatureCollagen) + valueOf(state, Tissue::kNewCollagen1) / (1.0 - rates().f30);
}

double collagen3(const TissueState& state) {
  return valueOf(state, Tissue::kMatureCollagen) + valueOf(state, Tissue::kNewCollagen3) / rates().f30;
}

HealingSeries::HealingSeries(const HealingRun& run) {
  const int steps = static_cast<int>(std::lround(1.0 / run.step_days));
  NEEDLING_CHECK(steps >= 1 && run.last_day >= 0);
  const auto derivative = [&run](const TissueState& y) { return healingDerivative(y, run.factors); };
  after_.reserve(static_cast<std::size_t>(run.last_day) + 1);
  TissueState state = normalSkin();
  for (int day = 0; day <= run.last_day; ++day) {
    for (const double treatment : run.treatment_days) {
      if (treatment != day) continue;
      before_.push_back({static_cast<std::size_t>(day), state});
      treat(state, run.exposure);
    }
    after_.push_back(state);
    for (int i = 0; i < steps && day < run.last_day; ++i) {
      state = rk4Step(state, run.step_days, derivative);
      flushSmall(state);
    }
  }
}

const TissueState& HealingSeries::approached(std::size_t day) const {
  for (const BeforeTreatment& before : before_) {
    if (before.day == day) return before.state;
  }
  return after_[day];
}

TissueState HealingSeries::at(double day) const {
  NEEDLING_CHECK(!after_.empty());
  const double clamped = std::clamp(day, 0.0, static_cast<double>(after_.size() - 1));
  const auto whole = static_cast<std::size_t>(clamped);
  const double share = clamped - static_cast<double>(whole);
  if (share == 0.0) return after_[whole];
  const TissueState& next = approached(whole + 1);
  TissueState state;
  for (std::size_t i = 0; i < kTissueCount; ++i) {
    state[i] = after_[whole][i] + share * (next[i] - after_[whole][i]);
  }
  return state;
}

}  // namespace needling
