// Healing in space: the equations in every cell of a grid over the section, each with its own exposure to each
// treatment. Treatments add up where their channels meet, and saturate there.
#pragma once

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

// The field on one day, sampled anywhere.
class FieldMoment {
 public:
  FieldMoment() = default;
  FieldMoment(const SectionGrid& grid, std::vector<FieldValues> cells) : grid_(grid), cells_(std::move(cells)) {}

  // Bilinear between cells; at the border beyond it.
  FieldValues sample(double x_mm, double z_mm) const;

 private:
  SectionGrid grid_;
  std::vector<FieldValues> cells_;
};

struct FieldRun {
  SectionGrid grid;
  std::vector<double> treatment_days;          // whole days, rising
  std::vector<std::vector<double>> exposures;  // for each treatment, one number a cell
  HealingFactors factors;
  double last_day = kLastDay;
  std::vector<double> keep_days =
      {};  // the days that will be asked for, 0 to last_day; empty: any, on a grid of half days
};

class HealingField {
 public:
  HealingField() = default;
  explicit HealingField(const FieldRun& run);

  // `day` is clamped to the run, and is one that is kept; linear between the moments computed.
  FieldMoment at(double day) const;
  // Before the first treatment.
  FieldMoment before() const;

 private:
  // Fills days_ with those nodes of the plan that are kept; answers the place of each node among them.
  std::vector<std::size_t> keepMoments(const StepPlan& plan, const std::vector<double>& keep_days);

  SectionGrid grid_;
  FieldValues before_{};             // in every cell
  std::vector<double> days_;         // of each moment; twice where a treatment changes the state
  std::vector<FieldValues> values_;  // moments x cells
};

}  // namespace needling
