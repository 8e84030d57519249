// The derivative of healingDerivative by each state, written out by hand, so that solvers which need one are not held
// up by difference quotients.
#pragma once

#include "model/healing_equations.h"

namespace needling::bench {

// Calls `put(row, column, value)` for every entry that can be other than nought, each once.
template <typename Put>
void putHealingJacobian(const TissueState& state, const HealingFactors& factors, const Put& put) {
  using enum Tissue;
  const HealingRates& k = healingRates();
  const auto& [A, N, M, B, F, G, Q, C3, C1, Cm, V, H, E, T, El, Ee, I, K3, K1] = state;
  const double h = B / (1.0 + B), h_by_B = 1.0 / ((1.0 + B) * (1.0 + B));
  const double gain = collagenGain(C3, C1, Cm, factors.mature_collagen);
  const double room = atLeast(1.0 - gain / k.dC, 0.0), room_by_gain = room > 0.0 ? -1.0 / k.dC : 0.0;
  const double loss = factors.new_collagen_loss * (1.0 + k.mu * Q), loss_by_Q = factors.new_collagen_loss * k.mu;
  const double share_3 = factors.synthesis_3 * k.rho3, share_1 = factors.synthesis_1 * (1.0 - k.rho3);
  const double laid_by_G = k.sig * room, laid_by_gain = k.sig * G * room_by_gain;
  const double out_3 = k.k31 + loss, out_1 = k.kx + loss, handed = factors.synthesis_1 * k.k31;

  put(kAlarm, kAlarm, -k.kA);
  put(kNeutrophils, kAlarm, k.rN);
  put(kNeutrophils, kNeutrophils, -k.kN);
  put(kMacrophages, kAlarm, k.rMA);
  put(kMacrophages, kNeutrophils, k.rMN);
  put(kMacrophages, kMacrophages, -k.kM);
  put(kGrowthFactor, kAlarm, k.pA);
  put(kGrowthFactor, kMacrophages, k.pM);
  put(kGrowthFactor, kGrowthFactor, -k.kB);
  put(kProteinase, kAlarm, factors.proteinase * k.qA);
  put(kProteinase, kMacrophages, factors.proteinase * k.qM);
  put(kProteinase, kProteinase, -k.kQ);

  put(kFibroblasts, kGrowthFactor, k.pF * h_by_B * F * (1.0 - F / k.Fmax));
  put(kFibroblasts, kFibroblasts, k.pF * h * (1.0 - 2.0 * F / k.Fmax) - k.kF);
  put(kActivation, kGrowthFactor, k.ka * h_by_B * F);
  put(kActivation, kFibroblasts, k.ka * h);
  put(kActivation, kActivation, -k.kd);
  put(kCapillaries, kGrowthFactor, k.aV * h_by_B * V * (1.0 - V / k.Vmax));
  put(kCapillaries, kCapillaries, k.aV * h * (1.0 - 2.0 * V / k.Vmax) - k.kV);
  const double thinner = atLeast(1.0 - (H - 1.0) / k.dH, 0.0);
  put(kEpidermis, kGrowthFactor, k.aH * h_by_B * thinner);
  put(kEpidermis, kEpidermis, (thinner > 0.0 ? -k.aH * h / k.dH : 0.0) - k.kH);
  put(kClosure, kClosure, -closureRate(factors));
  put(kTropoelastin, kActivation, k.aT);
  put(kTropoelastin, kTropoelastin, -k.kT);
  put(kElastin, kTropoelastin, factors.elastin_assembly);
  put(kElastin, kElastin, -k.dEl);
  put(kElastoticElastin, kProteinase, -k.dEe * Ee);
  put(kElastoticElastin, kElastoticElastin, -k.dEe * Q);

  // New collagen and its orientation are laid down alike: `laid` times the pool's share and the dispersion it has.
  const double by_excess = gain > 0.0 ? k.Imax * k.KI / ((k.KI + gain) * (k.KI + gain)) / k.tI : 0.0;
  for (const Tissue pool : {kNewCollagen3, kNewCollagen1, kMatureCollagen}) {
    const bool is_3 = pool == kNewCollagen3, is_1 = pool == kNewCollagen1;
    put(kGrowthFactor, pool, gain < 0.0 ? -k.pD : 0.0);
    put(kNewCollagen3, pool, share_3 * laid_by_gain - (is_3 ? out_3 : 0.0));
    put(kNewCollagen1, pool, share_1 * laid_by_gain + (is_3 ? handed : 0.0) - (is_1 ? out_1 : 0.0));
    put(kDispersion3, pool, share_3 * laid_by_gain * k.kappa_new + (is_3 ? k.kO * k.kappa_aligned : 0.0));
    put(kDispersion1, pool, share_1 * laid_by_gain * k.kappa_new + (is_1 ? k.kO * k.kappa_aligned : 0.0));
    put(kImprovement, pool, by_excess);
  }
  put(kNewCollagen3, kActivation, share_3 * laid_by_G);
  put(kNewCollagen3, kProteinase, -loss_by_Q * C3);
  put(kNewCollagen1, kActivation, share_1 * laid_by_G);
  put(kNewCollagen1, kProteinase, -loss_by_Q * C1);
  put(kMatureCollagen, kNewCollagen1, k.kx);
  put(kMatureCollagen, kMatureCollagen, -k.dm);
  put(kImprovement, kImprovement, -1.0 / k.tI);
  put(kDispersion3, kActivation, share_3 * laid_by_G * k.kappa_new);
  put(kDispersion3, kProteinase, -loss_by_Q * K3);
  put(kDispersion3, kDispersion3, -out_3 - k.kO);
  put(kDispersion1, kActivation, share_1 * laid_by_G * k.kappa_new);
  put(kDispersion1, kProteinase, -loss_by_Q * K1);
  put(kDispersion1, kDispersion3, handed);
  put(kDispersion1, kDispersion1, -out_1 - k.kO);
}

}  // namespace needling::bench
