#include "model/ensemble.h"

#include <algorithm>
#include <cmath>

#include "core/check.h"
#include "core/rng.h"
#include "model/exposure.h"
#include "model/needle.h"

namespace needling {
namespace {

constexpr std::uint64_t kSeed = 20240229;
constexpr double kEnsembleStepDays = 0.5;

// A shuffled set of one number from each of kEnsembleSize equal strata of (0, 1).
std::vector<double> stratified(Rng& rng) {
  std::vector<double> shares;
  for (int i = 0; i < kEnsembleSize; ++i) shares.push_back((i + rng.uniform()) / kEnsembleSize);
  for (std::size_t i = shares.size() - 1; i > 0; --i) std::swap(shares[i], shares[rng.below(i + 1)]);
  return shares;
}

double logUniform(const Band& band, double share) { return band.low * std::pow(band.high / band.low, share); }

// Between people, median 1, with the coefficient of variation of "responder.cv".
double responder(double share) {
  static const double kCv = constant("responder.cv");
  return std::exp(std::sqrt(std::log1p(kCv * kCv)) * normalQuantile(share));
}

}  // namespace

std::vector<HealingSeries> runEnsemble(const Protocol& protocol, const Skin& skin) {
  static const Band kLambda = constantBand("exposure.lambda");
  static const Band kLoss = constantBand("heal.dn");
  Rng rng(kSeed);
  const auto persistence = stratified(rng), person = stratified(rng), decay = stratified(rng);
  const auto reach = stratified(rng), age = stratified(rng), channels = stratified(rng);
  const Band density = channelDensityPerCm2(protocol);
  std::vector<HealingSeries> members;
  for (std::size_t i = 0; i < kEnsembleSize; ++i) {
    HealingFactors factors = healingFactors(protocol, age[i]);
    const double response = responder(std::clamp(person[i], 1e-9, 1.0 - 1e-9));
    factors.synthesis_1 *= response;
    factors.synthesis_3 *= response;
    factors.new_collagen_loss = kLoss.low + persistence[i] * (kLoss.high - kLoss.low);
    const ExposureInput input{.density_per_cm2 = density.low + channels[i] * (density.high - density.low),
                              .reach_mm = reachAtShare(protocol, protocol.needleLength(), reach[i]),
                              .lambda_mm = logUniform(kLambda, decay[i])};
    members.emplace_back(HealingRun{.treatment_days = protocol.treatmentDays(),
                                    .exposure = papillaryExposure(input, skin),
                                    .factors = factors,
                                    .step_days = kEnsembleStepDays});
  }
  return members;
}

double quantileOfSorted(const std::vector<double>& values, double share) {
  NEEDLING_CHECK(!values.empty());
  const double place = share * static_cast<double>(values.size() - 1);
  const auto lower = static_cast<std::size_t>(place);
  const std::size_t upper = std::min(lower + 1, values.size() - 1);
  return values[lower] + (place - static_cast<double>(lower)) * (values[upper] - values[lower]);
}

}  // namespace needling
