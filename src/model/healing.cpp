#include "model/healing.h"

#include <algorithm>
#include <cmath>

#include "core/check.h"
#include "core/mix.h"
#include "core/rk4.h"
#include "model/evidence.h"
#include "model/healing_equations.h"

namespace needling {
namespace {

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

const HealingRates& healingRates() {
  constexpr double kDaysPerYear = 365.0;
  static const double kLn2 = std::log(2.0);
  static const HealingRates kRates = {
      .kA = constant("heal.kA"),
      .kN = constant("heal.kN"),
      .rN = constant("heal.rN"),
      .rMA = constant("heal.rMA"),
      .rMN = constant("heal.rMN"),
      .kM = constant("heal.kM"),
      .pA = constant("heal.pA"),
      .pM = constant("heal.pM"),
      .pD = constant("heal.pD"),
      .kB = constant("heal.kB"),
      .pF = constant("heal.pF"),
      .Fmax = constant("heal.Fmax"),
      .kF = constant("heal.kF"),
      .ka = constant("heal.ka"),
      .kd = constant("heal.kd"),
      .qA = constant("heal.qA"),
      .qM = constant("heal.qM"),
      .kQ = constant("heal.kQ"),
      .mu = constant("heal.mu"),
      .sig = constant("heal.sig"),
      .rho3 = constant("heal.rho3"),
      .k31 = constant("heal.k31"),
      .kx = constant("heal.kx"),
      .dm = kLn2 / (kDaysPerYear * constant("heal.dm_half_life_years")),
      .f30 = constant("heal.f30"),
      .dC = constant("heal.dC"),
      .aV = constant("heal.aV"),
      .Vmax = constant("heal.Vmax"),
      .kV = constant("heal.kV"),
      .aH = constant("heal.aH"),
      .dH = constant("heal.dH"),
      .kH = constant("heal.kH"),
      .ke = constant("heal.ke"),
      .aT = constant("heal.aT"),
      .kT = constant("heal.kT"),
      .dEl = kLn2 / (kDaysPerYear * constant("heal.dEl_half_life_years")),
      .dEe = constant("heal.dEe"),
      .Imax = constant("heal.Imax"),
      .KI = constant("heal.KI"),
      .tI = constant("heal.tI"),
      .kappa_new = constant("fibre.dispersion_new"),
      .kappa_aligned = constant("fibre.dispersion_aligned"),
      .kO = 3.0 / constant("fibre.alignment_days"),
      .per_fmax = 1.0 / constant("heal.Fmax"),
      .per_vmax = 1.0 / constant("heal.Vmax"),
      .per_dc = 1.0 / constant("heal.dC"),
      .per_dh = 1.0 / constant("heal.dH"),
      .per_ti = 1.0 / constant("heal.tI"),
  };
  return kRates;
}

double closureRate(const HealingFactors& factors) {
  return 1.0 / (1.0 / healingRates().ke + factors.closure_delay_days);
}

TissueState normalSkin(const HealingFactors& factors) {
  TissueState state{};
  for (const Tissue tissue :
       {Tissue::kFibroblasts, Tissue::kCapillaries, Tissue::kEpidermis, Tissue::kClosure, Tissue::kElastin}) {
    state[static_cast<std::size_t>(tissue)] = 1.0;
  }
  state[static_cast<std::size_t>(Tissue::kMatureCollagen)] = factors.mature_collagen;
  state[static_cast<std::size_t>(Tissue::kElastoticElastin)] = factors.elastotic_elastin;
  return state;
}

TissueState healingDerivative(const TissueState& state, const HealingFactors& factors) {
  const HealingRates& k = healingRates();
  const auto& [A, N, M, B, F, G, Q, C3, C1, Cm, V, H, E, T, El, Ee, I, K3, K1] = state;
  const TissueFactors<double> tissue{.synthesis_1 = factors.synthesis_1,
                                     .synthesis_3 = factors.synthesis_3,
                                     .new_collagen_loss = factors.new_collagen_loss,
                                     .baseline = factors.mature_collagen,
                                     .elastin_assembly = factors.elastin_assembly,
                                     .elastotic = factors.elastotic_elastin};
  const auto [dF, dG, dC3, dC1, dCm, dV, dK3, dK1, dH, dT, dEl, dEe, dI] =
      tissueSlopes<double, kSlowCount>({F, G, C3, C1, Cm, V, K3, K1, H, T, El, Ee, I}, growthOf(B), Q, tissue, k);
  const double missing = std::max(0.0, -collagenGain(C3, C1, Cm, factors.mature_collagen));
  return {
      -k.kA * A,
      k.rN * A - k.kN * N,
      k.rMA * A + k.rMN * N - k.kM * M,
      k.pA * A + k.pM * M + k.pD * missing - k.kB * B,
      dF,
      dG,
      factors.proteinase * (k.qA * A + k.qM * M) - k.kQ * Q,
      dC3,
      dC1,
      dCm,
      dV,
      dH,
      closureRate(factors) * (1.0 - E),
      dT,
      dEl,
      dEe,
      dI,
      dK3,
      dK1,
  };
}

double totalCollagen(const TissueState& state) {
  return valueOf(state, Tissue::kNewCollagen3) + valueOf(state, Tissue::kNewCollagen1) +
         valueOf(state, Tissue::kMatureCollagen);
}

double collagen1(const TissueState& state) {
  return valueOf(state, Tissue::kMatureCollagen) + valueOf(state, Tissue::kNewCollagen1) / (1.0 - healingRates().f30);
}

double collagen3(const TissueState& state) {
  return valueOf(state, Tissue::kMatureCollagen) + valueOf(state, Tissue::kNewCollagen3) / healingRates().f30;
}

double dispersionOf(double weighted, double pool) {
  constexpr double kNoFibres = 1e-12;
  return pool > kNoFibres ? weighted / pool : healingRates().kappa_new;
}

ElastinPools elastinPools(const TissueState& state) {
  return {.tropoelastin = valueOf(state, Tissue::kTropoelastin),
          .elastin = valueOf(state, Tissue::kElastin),
          .elastotic = valueOf(state, Tissue::kElastoticElastin)};
}

HealingSeries::HealingSeries(const HealingRun& run) {
  const int steps = static_cast<int>(std::lround(1.0 / run.step_days));
  NEEDLING_CHECK(steps >= 1 && run.last_day >= 0);
  const auto derivative = [&run](const TissueState& y, Rk4Stage) { return healingDerivative(y, run.factors); };
  after_.reserve(static_cast<std::size_t>(run.last_day) + 1);
  TissueState state = normalSkin(run.factors);
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
    state[i] = mix(after_[whole][i], next[i], share);
  }
  return state;
}

}  // namespace needling
