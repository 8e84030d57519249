// The right-hand sides of the healing model, each written once for one cell (double) and for several side by side
// (Lanes). Symbols as in MODEL.md; constants and their sources in assets/evidence/constants.csv ("heal.*").
//
// Three groups, because they are solved in different ways:
//   signals  A N M B Q   linear, driven by the treatments alone: exact by a matrix exponential (signal_chain.h)
//   tissue   F G C3 C1 Cm V K3 K1 H T El Ee I   driven by the signals: Runge-Kutta. The last five act on no other, so
//            what does not read them runs without
//   closure  E           one exponential
// B has one more term, pD max(0, -gain), which is nought wherever a run starts from skin without treatment: new
// collagen is never negative and the mature pool never falls below its set point, so the gain never is below nought.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/lanes.h"
#include "model/healing.h"

namespace needling {

struct HealingRates {
  double kA, kN, rN, rMA, rMN, kM;     // 1/d
  double pA, pM, pD, kB;               // 1/d
  double pF, Fmax, kF;                 // 1/d, fold, 1/d
  double ka, kd;                       // 1/d
  double qA, qM, kQ, mu;               // 1/d, 1/d, 1/d, 1
  double sig, rho3, k31, kx, dm, f30;  // 1/d, share, 1/d, 1/d, 1/d, share
  double dC;                           // fold
  double aV, Vmax, kV;                 // 1/d, fold, 1/d
  double aH, dH, kH;                   // 1/d, fold, 1/d
  double ke;                           // 1/d
  double aT, kT, dEl, dEe;             // 1/d
  double Imax, KI, tI;                 // share, fold, d
  double kappa_new, kappa_aligned;     // dispersion of fibres, 1/3 is isotropic
  double kO;                           // 1/d, fibres turning toward the tension lines: 95 % in fibre.alignment_days
  double per_fmax, per_vmax, per_dc, per_dh, per_ti;  // 1 over each of these: a product is faster than a quotient
};

// Read from the table once.
const HealingRates& healingRates();

// Rate at which a channel and the epidermis over it close, 1/d; slower over 65.
double closureRate(const HealingFactors& factors);

// The states of the tissue group, in the order that tissueSlopes() works on.
enum class Slow : std::size_t { kF, kG, kC3, kC1, kCm, kV, kK3, kK1, kH, kT, kEl, kEe, kI, kCount };
inline constexpr std::size_t kSlowCount = static_cast<std::size_t>(Slow::kCount);
// Those before the epidermis: what the picture draws, and what acts on it.
inline constexpr std::size_t kDrawnCount = static_cast<std::size_t>(Slow::kH);

// What differs from cell to cell in the tissue group.
template <typename Number>
struct TissueFactors {
  Number synthesis_1;
  Number synthesis_3;
  Number new_collagen_loss;  // 1/d
  Number baseline;           // set point and start of mature collagen, fold of normal skin
  Number elastin_assembly;   // 1/d
  Number elastotic;          // sun-damaged elastin at the start
};

inline TissueFactors<Lanes> lanesOf(const HealingFactors& factors) {
  return {.synthesis_1 = lanesOf(factors.synthesis_1),
          .synthesis_3 = lanesOf(factors.synthesis_3),
          .new_collagen_loss = lanesOf(factors.new_collagen_loss),
          .baseline = lanesOf(factors.mature_collagen),
          .elastin_assembly = lanesOf(factors.elastin_assembly),
          .elastotic = lanesOf(factors.elastotic_elastin)};
}

// Collagen above the person's own skin without treatment.
template <typename Number>
Number collagenGain(const Number& C3, const Number& C1, const Number& Cm, const Number& baseline) {
  return C3 + C1 + (Cm - baseline);
}

// The share of its largest effect that growth factor has.
template <typename Number>
Number growthOf(const Number& B) {
  return B / (1.0 + B);
}

// Slopes of the tissue group, or of its first kDrawnCount states alone, under h = growthOf(B) and proteinase Q.
//
// K3 = kappa3 C3 and K1 = kappa1 C1 carry the orientation of the new pools: a pool's structure tensor is
// kappa I + (1 - 3 kappa) a a^T with the tension line a (Gasser TC, Ogden RW, Holzapfel GA. 2006, J R Soc Interface 3:15).
// New fibres come in with kappa_new, replaced type III hands its own dispersion to type I, and all relax to kappa_aligned.
template <typename Number, std::size_t N>
inline std::array<Number, N> tissueSlopes(const std::array<Number, N>& y, const Number& h, const Number& Q,
                                          const TissueFactors<Number>& factors, const HealingRates& k) {
  static_assert(N == kSlowCount || N == kDrawnCount);
  const auto of = [&y](Slow which) -> const Number& { return y[static_cast<std::size_t>(which)]; };
  const Number &F = of(Slow::kF), &G = of(Slow::kG), &V = of(Slow::kV);
  const Number &C3 = of(Slow::kC3), &C1 = of(Slow::kC1), &Cm = of(Slow::kCm), &K3 = of(Slow::kK3), &K1 = of(Slow::kK1);
  const Number gain = collagenGain(C3, C1, Cm, factors.baseline);
  const Number room = atLeast(1.0 - gain * k.per_dc, 0.0);
  const Number loss = factors.new_collagen_loss * (1.0 + k.mu * Q);
  const Number laid = k.sig * G * room;
  const Number laid_3 = factors.synthesis_3 * (laid * k.rho3);
  const Number laid_1 = factors.synthesis_1 * (laid * (1.0 - k.rho3));
  const Number out_3 = k.k31 + loss;
  const Number out_1 = k.kx + loss;
  const std::array<Number, kDrawnCount> drawn = {
      k.pF * h * F * (1.0 - F * k.per_fmax) - k.kF * (F - 1.0),
      k.ka * h * F - k.kd * G,
      laid_3 - out_3 * C3,
      laid_1 + factors.synthesis_1 * (k.k31 * C3) - out_1 * C1,
      k.kx * C1 - k.dm * (Cm - factors.baseline),
      k.aV * h * V * (1.0 - V * k.per_vmax) - k.kV * (V - 1.0),
      laid_3 * k.kappa_new - out_3 * K3 - k.kO * (K3 - k.kappa_aligned * C3),
      laid_1 * k.kappa_new + factors.synthesis_1 * (k.k31 * K3) - out_1 * K1 - k.kO * (K1 - k.kappa_aligned * C1),
  };
  if constexpr (N == kDrawnCount) {
    return drawn;
  } else {
    const Number &H = of(Slow::kH), &T = of(Slow::kT), &El = of(Slow::kEl), &Ee = of(Slow::kEe), &I = of(Slow::kI);
    const Number excess = atLeast(gain, 0.0);
    std::array<Number, N> all{};
    std::copy(drawn.begin(), drawn.end(), all.begin());
    const std::array<Number, kSlowCount - kDrawnCount> others = {
        k.aH * h * atLeast(1.0 - (H - 1.0) * k.per_dh, 0.0) - k.kH * (H - 1.0),
        k.aT * G - k.kT * T,
        factors.elastin_assembly * T - k.dEl * (El - 1.0),
        -k.dEe * Q * Ee,
        (k.Imax * excess / (k.KI + excess) - I) * k.per_ti,
    };
    std::copy(others.begin(), others.end(), all.begin() + kDrawnCount);
    return all;
  }
}

}  // namespace needling
