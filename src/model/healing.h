// The healing of needled skin as one set of ordinary differential equations at an exposure level: alarm, inflammation,
// growth factor, fibroblasts, proteinase, collagen pools and their orientation, capillaries, epidermis, elastin. The right-hand
// sides stand in healing_equations.h; constants and their sources in assets/evidence/constants.csv ("heal.*").
//
// Forms follow Jin 2011 (BMC Syst Biol, infarct scar) for cells and proteinase, Robins 2003 for the long life of type
// III collagen, Lotfi 2013 and Kenkel 2021 for the size of the answer.
//
// States are fold of normal skin, but what synthesis, growth factor and improvement answer to is the gain or deficit
// against the person's own set point of mature collagen: skin that menopause thinned is at rest, not a wound.
#pragma once

#include <array>
#include <vector>

#include "model/healing_factors.h"

namespace needling {

// States, fold of normal skin unless told otherwise.
enum class Tissue : std::size_t {
  kAlarm,         // platelets and first cytokines, relative
  kNeutrophils,   // relative
  kMacrophages,   // relative
  kGrowthFactor,  // matrix-bound, relative
  kFibroblasts,
  kActivation,  // synthesising state of fibroblasts, relative
  kProteinase,  // matrix metalloproteinases, relative
  kNewCollagen3,
  kNewCollagen1,  // not yet cross-linked
  kMatureCollagen,
  kCapillaries,
  kEpidermis,
  kClosure,       // 0 open, 1 closed
  kTropoelastin,  // relative
  kElastin,
  kElastoticElastin,
  kImprovement,  // share of acne-scar score improved, 0 to 1
  kDispersion3,  // dispersion of the new type III fibres times their pool
  kDispersion1,  // the same of the new type I fibres
  kCount
};
inline constexpr std::size_t kTissueCount = static_cast<std::size_t>(Tissue::kCount);
using TissueState = std::array<double, kTissueCount>;

inline double valueOf(const TissueState& state, Tissue tissue) { return state[static_cast<std::size_t>(tissue)]; }

// Skin before treatment, which stays as it is: normal but for the person's mature collagen and elastotic elastin.
TissueState normalSkin(const HealingFactors& factors = {});
TissueState healingDerivative(const TissueState& state, const HealingFactors& factors);

// Total collagen, type I and type III, each as fold of normal skin.
double totalCollagen(const TissueState& state);
double collagen1(const TissueState& state);
double collagen3(const TissueState& state);

// How the fibres of a new pool lie: the dispersion kappa of its structure tensor, from 1/3 (any direction) downwards.
// A pool that is empty has the dispersion of fibres as laid down. `weighted` is the dispersion times its `pool`.
double dispersionOf(double weighted, double pool);

// The elastic fibres of a state.
struct ElastinPools {
  double tropoelastin;  // relative, not yet assembled
  double elastin;       // fold of normal skin
  double elastotic;     // altered by sun, 1 is marked damage before treatment
};
ElastinPools elastinPools(const TissueState& state);

struct HealingRun {
  std::vector<double> treatment_days;  // whole days, rising
  double exposure = 0.0;               // of each treatment, 1 is the reference treatment
  HealingFactors factors;
  double step_days = 0.25;  // divides one day
  int last_day = static_cast<int>(kLastDay);
};

// States on days 0, 1, ... of one run, sought at any moment.
class HealingSeries {
 public:
  HealingSeries() = default;
  explicit HealingSeries(const HealingRun& run);

  // The state on `day` (clamped to the run). On a treatment day: after the needles. Linear between whole days, except
  // that a treatment is a jump.
  TissueState at(double day) const;
  // The state on a whole day of the run, after that day's treatment.
  const TissueState& onDay(int day) const { return after_[static_cast<std::size_t>(day)]; }
  int dayCount() const { return static_cast<int>(after_.size()); }

 private:
  // The state that a treatment met: what the line from the day before leads to.
  struct BeforeTreatment {
    std::size_t day;
    TissueState state;
  };
  const TissueState& approached(std::size_t day) const;

  std::vector<TissueState> after_;
  std::vector<BeforeTreatment> before_;
};

}  // namespace needling
