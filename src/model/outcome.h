// Everything computed from one protocol over 730 days, with bands: the numbers behind chart, picture and words.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "model/ensemble.h"
#include "model/exposure.h"
#include "model/healing.h"
#include "model/needle.h"

namespace needling {

// The series that pages and files can ask for, by name. Tissue series are papillary means as fold of normal skin;
// inflammation is a relative cell number, improvement and the open fractions are shares.
enum class SeriesId : std::size_t {
  kInflammation,
  kFibroblasts,
  kCapillaries,
  kCollagen1,
  kCollagen3,
  kCollagenTotal,
  kRatio3To1,
  kElastin,
  kEpidermis,
  kImprovement,
  kBarrierOpen,
  kGeometricOpen,
  kCount
};
inline constexpr std::size_t kSeriesCount = static_cast<std::size_t>(SeriesId::kCount);
inline constexpr std::size_t kTissueSeriesCount = static_cast<std::size_t>(SeriesId::kBarrierOpen);

std::string_view seriesName(SeriesId series);
// kCount where there is none of that name.
SeriesId findSeries(std::string_view name);

// False for a read-out that nothing supports for this protocol: improvement was fitted to acne scars alone.
bool hasSeries(const Protocol& protocol, SeriesId series);

struct BandSeries {
  std::vector<double> values;  // one a day, 0 to 730
  std::vector<double> low;     // 5th percentile of the ensemble, never above values
  std::vector<double> high;    // 95th percentile, never below values
};

class Outcome {
 public:
  explicit Outcome(const Protocol& protocol);

  double exposure() const { return exposure_; }
  const BandSeries& series(SeriesId series) const { return series_[static_cast<std::size_t>(series)]; }
  // Value and band on a day from 0 to 730, linear between days (open fractions: exact).
  Band at(SeriesId series, double day) const;
  // State of the central run.
  TissueState tissueAt(double day) const { return central_.at(day); }
  // Reach and residual channel of the labelled needle length: central value, 5th and 95th percentile of the ensemble,
  // widened to hold it where pressure and dull needles move it past them.
  const Band& reachMm() const { return reach_mm_; }
  const Band& residualMm() const { return residual_mm_; }

 private:
  void fillTissueSeries(const std::vector<EnsembleMember>& members);
  void fillDepth(const std::vector<EnsembleMember>& members);
  void fillOpenFractions();
  Band openFraction(SeriesId series, double day) const;

  Protocol protocol_;
  double exposure_ = 0.0;
  std::vector<double> treatment_days_;
  HealingSeries central_;
  Band published_reach_mm_;  // corners of the published ranges
  Band reach_mm_;
  Band residual_mm_;
  std::array<BandSeries, kSeriesCount> series_;
};

// The tissue series' values in a state, by SeriesId.
using TissueSeries = std::array<double, kTissueSeriesCount>;
TissueSeries tissueSeries(const TissueState& state);

}  // namespace needling
