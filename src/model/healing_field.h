// Healing in space: the equations in every cell of a grid over the section, each with its own exposure to each
// treatment. Treatments add up where their channels meet, and saturate there.
#pragma once

#include <memory>
#include <vector>

#include "model/exposure.h"
#include "model/healing.h"

namespace needling {

class StepPlan;

// What the picture reads in a cell. Pools of new collagen as fold of normal skin, cells and capillaries as in Tissue.
enum class FieldPool : std::size_t {
  kType3,        // new type III
  kType1,        // new type I, cross-linked or not
  kDispersion3,  // of the new type III fibres: 1/3 is any direction
  kDispersion1,
  kPlatelets,  // the alarm that platelets raise
  kNeutrophils,
  kMacrophages,
  kFibroblasts,
  kCapillaries,
  kCount
};
inline constexpr std::size_t kFieldPoolCount = static_cast<std::size_t>(FieldPool::kCount);
using FieldValues = std::array<float, kFieldPoolCount>;

inline float poolOf(const FieldValues& values, FieldPool pool) { return values[static_cast<std::size_t>(pool)]; }

// Where a place lies in the grid: in the square under and right of a cell, at shares of the way to its neighbours.
struct FieldPlace {
  std::size_t cell = 0;
  float right = 0.0F;
  float down = 0.0F;
};

// The field on one day, sampled anywhere. It shares the numbers of the HealingField that it is of, which may go before it.
class FieldMoment {
 public:
  FieldMoment() = default;

  FieldPlace placeOf(double x_mm, double z_mm) const;
  // Bilinear between cells; at the border beyond it.
  float at(const FieldPlace& place, FieldPool pool) const;
  FieldValues sample(double x_mm, double z_mm) const;

 private:
  friend class HealingField;

  SectionGrid grid_;
  std::shared_ptr<const std::vector<FieldValues>> values_;  // moments x cells
  std::size_t before_ = 0, after_ = 0;                      // where the moments around the day begin
  float share_ = 0.0F;                                      // of the way between them
};

struct FieldRun {
  SectionGrid grid;
  std::vector<double> treatment_days;          // whole days, rising
  std::vector<std::vector<double>> exposures;  // for each treatment, one number a cell
  HealingFactors factors;
  double last_day = kLastDay;
};

// Computed on demand: the first day that is asked for alone, which is all that is seen while a slider moves, and the whole
// run once another one is.
class HealingField {
 public:
  HealingField() = default;
  explicit HealingField(FieldRun run) : run_(std::move(run)) {}

  // `day` is clamped to the run; linear between half days.
  FieldMoment at(double day) const;
  // Before the first treatment.
  FieldMoment before() const;

 private:
  struct Moments {
    std::vector<double> days;                                // twice where a treatment changes the state
    std::shared_ptr<const std::vector<FieldValues>> values;  // moments x cells
    double first_day = 0.0, last_day = 0.0;                  // any day between them can be answered
  };

  Moments compute(double first_day, double last_day) const;
  // Fills `days` with the nodes of the plan that any day between the two is told from; answers the place of each node
  // among them. The plan ends with the last of them.
  std::vector<std::size_t> keepMoments(StepPlan& plan, double first_day, double last_day,
                                       std::vector<double>& days) const;

  FieldRun run_;
  mutable Moments moments_;
  mutable std::shared_ptr<const std::vector<FieldValues>> before_;  // a cell each
};

}  // namespace needling
