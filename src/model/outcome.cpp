#include "model/outcome.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "core/mix.h"
#include "core/moments.h"
#include "core/quantile.h"
#include "model/closure.h"
#include "model/timeline.h"

namespace needling {
namespace {

constexpr std::array<std::string_view, kSeriesCount> kNames = {
    "inflammation", "fibroblasts",    "capillaries",           "collagen_1",
    "collagen_3",   "collagen_total", "ratio_3_to_1",          "elastin",
    "epidermis",    "improvement",    "barrier_open_fraction", "geometric_open_fraction"};

// The central run is no member of the ensemble, so its value may lie beyond the ensemble's percentiles.
Band bandAround(double value, double low, double high) { return {value, std::min(low, value), std::max(high, value)}; }

void pushDay(BandSeries& series, const Band& band) {
  series.values.push_back(band.value);
  series.low.push_back(band.low);
  series.high.push_back(band.high);
}

double between(const std::vector<double>& days, double day) {
  const auto whole = static_cast<std::size_t>(day);
  const std::size_t next = std::min(whole + 1, days.size() - 1);
  return mix(days[whole], days[next], day - static_cast<double>(whole));
}

// The ensemble's bands at each moment of a run, series by series.
using SeriesBands = std::array<std::vector<Range>, kTissueSeriesCount>;

// Of all that a member is, the numbers of the series alone are kept: states of all members at once would not fit the cache.
SeriesBands bandsOf(const EnsembleRun& run, std::size_t members) {
  const std::size_t moments = run.days().size();
  std::array<std::vector<double>, kTissueSeriesCount> values;
  for (std::vector<double>& each : values) each.resize(moments * members);
  run.observe([&](std::size_t moment, std::size_t member, const TissueState& state) {
    const TissueSeries now = tissueSeries(state);
    for (std::size_t s = 0; s < kTissueSeriesCount; ++s) values[s][moment * members + member] = now[s];
  });
  SeriesBands bands;
  for (std::size_t s = 0; s < kTissueSeriesCount; ++s) {
    for (std::size_t moment = 0; moment < moments; ++moment) {
      const Quantiles band =
          quantilesOf(std::span(values[s]).subspan(moment * members, members), kLowShare, kHighShare);
      bands[s].push_back({band.low, band.high});
    }
  }
  return bands;
}

}  // namespace

std::string_view seriesName(SeriesId series) { return kNames[static_cast<std::size_t>(series)]; }

SeriesId findSeries(std::string_view name) {
  return static_cast<SeriesId>(std::find(kNames.begin(), kNames.end(), name) - kNames.begin());
}

bool hasSeries(const Protocol& protocol, SeriesId series) {
  return series != SeriesId::kImprovement || protocol.choice(ParameterId::kIndication) == "acneScars";
}

TissueSeries tissueSeries(const TissueState& state) {
  TissueSeries values{};
  const auto set = [&values](SeriesId series, double value) { values[static_cast<std::size_t>(series)] = value; };
  const double type1 = collagen1(state), type3 = collagen3(state);
  set(SeriesId::kInflammation, valueOf(state, Tissue::kNeutrophils) + valueOf(state, Tissue::kMacrophages));
  set(SeriesId::kFibroblasts, valueOf(state, Tissue::kFibroblasts));
  set(SeriesId::kCapillaries, valueOf(state, Tissue::kCapillaries));
  set(SeriesId::kCollagen1, type1);
  set(SeriesId::kCollagen3, type3);
  set(SeriesId::kCollagenTotal, totalCollagen(state));
  set(SeriesId::kRatio3To1, type3 / type1);
  set(SeriesId::kElastin, valueOf(state, Tissue::kElastin));
  set(SeriesId::kEpidermis, valueOf(state, Tissue::kEpidermis));
  set(SeriesId::kImprovement, valueOf(state, Tissue::kImprovement));
  return values;
}

Outcome::Outcome(const Protocol& protocol) : protocol_(protocol), treatment_days_(protocol.treatmentDays()) {
  const Skin skin = skinOf(protocol);
  exposure_ = papillaryExposure(exposureInput(protocol), skin);
  central_ =
      HealingSeries({.treatment_days = treatment_days_, .exposure = exposure_, .factors = healingFactors(protocol)});
  std::vector<EnsembleMember> members = drawEnsemble(protocol, skin);
  // From the weakest answer to the strongest, so that those who make the band's ends are soon found at every moment.
  std::sort(members.begin(), members.end(), [](const EnsembleMember& a, const EnsembleMember& b) {
    return a.exposure * a.factors.synthesis_1 < b.exposure * b.factors.synthesis_1;
  });
  fillTissueSeries(members);
  fillDepth(members);
  fillOpenFractions();
}

void Outcome::fillTissueSeries(const std::vector<EnsembleMember>& members) {
  const EnsembleRun run(members, treatment_days_);
  const SeriesBands bands = bandsOf(run, members.size());
  for (int day = 0; day < central_.dayCount(); ++day) {
    const MomentPlace place = placeAmong(run.days(), day);
    const TissueSeries central = tissueSeries(central_.onDay(day));
    for (std::size_t s = 0; s < kTissueSeriesCount; ++s) {
      const Range &before = bands[s][place.before], &after = bands[s][place.after];
      pushDay(series_[s],
              bandAround(central[s], place.between(before.min, after.min), place.between(before.max, after.max)));
    }
  }
}

void Outcome::fillDepth(const std::vector<EnsembleMember>& members) {
  const NeedleDepth depth = needleDepth(protocol_, protocol_.needleLength());
  published_reach_mm_ = depth.reach_mm;
  std::vector<double> reach, residual;
  for (const EnsembleMember& member : members) {
    reach.push_back(member.reach_mm);
    residual.push_back(member.residual_mm);
  }
  reach_mm_ = bandAround(depth.reach_mm.value, quantileOf(reach, kLowShare), quantileOf(reach, kHighShare));
  residual_mm_ = bandAround(depth.residual_mm.value, quantileOf(residual, kLowShare), quantileOf(residual, kHighShare));
}

void Outcome::fillOpenFractions() {
  for (const SeriesId id : {SeriesId::kBarrierOpen, SeriesId::kGeometricOpen}) {
    for (int day = 0; day < central_.dayCount(); ++day) {
      pushDay(series_[static_cast<std::size_t>(id)], openFraction(id, day));
    }
  }
}

Band Outcome::openFraction(SeriesId series, double day) const {
  // An end of the band at which the needle does not enter leaves no hole.
  const Band& reach = published_reach_mm_;
  const double hours = 24.0 * (day - latestTreatment(treatment_days_, day).day);
  const Band open = series == SeriesId::kBarrierOpen ? barrierOpenFraction(protocol_, hours)
                                                     : geometricOpenFraction(protocol_, hours);
  return {reach.value > 0.0 ? open.value : 0.0, reach.low > 0.0 ? open.low : 0.0, reach.high > 0.0 ? open.high : 0.0};
}

Band Outcome::at(SeriesId series, double day) const {
  const double clamped = std::clamp(day, 0.0, kLastDay);
  if (static_cast<std::size_t>(series) >= kTissueSeriesCount) return openFraction(series, clamped);
  const BandSeries& days = series_[static_cast<std::size_t>(series)];
  return {between(days.values, clamped), between(days.low, clamped), between(days.high, clamped)};
}

}  // namespace needling
