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

double uniform(const Band& band, double share) { return band.low + share * (band.high - band.low); }

void setLane(TissueFactors<Lanes>& factors, Lanes& exposure, std::size_t lane, const EnsembleMember& member) {
  factors.synthesis_1[lane] = member.factors.synthesis_1;
  factors.synthesis_3[lane] = member.factors.synthesis_3;
  factors.new_collagen_loss[lane] = member.factors.new_collagen_loss;
  factors.elastin_assembly[lane] = member.factors.elastin_assembly;
  factors.baseline[lane] = member.factors.mature_collagen;
  exposure[lane] = member.exposure;
}

}  // namespace

std::vector<EnsembleMember> drawEnsemble(const Protocol& protocol, const Skin& skin) {
  static const Band kLambda = constantBand("exposure.lambda");
  static const Band kLoss = constantBand("heal.dn");
  static const Band kAssembly = constantBand("heal.kE");
  static const Band kRho = constantBand("residual.rho");
  Rng rng(kSeed);
  const auto persistence = stratified(rng), person = stratified(rng), decay = stratified(rng);
  const auto reach = stratified(rng), age = stratified(rng), channels = stratified(rng), open = stratified(rng);
  const auto menopause = stratified(rng), assembly = stratified(rng);
  const Band density = channelDensityPerCm2(protocol);
  std::vector<EnsembleMember> members(kEnsembleSize);
  for (std::size_t i = 0; i < members.size(); ++i) {
    EnsembleMember& member = members[i];
    member.factors = healingFactors(protocol, {.age = age[i], .sun_damage = person[i], .menopause = menopause[i]});
    const double response = responder(std::clamp(person[i], 1e-9, 1.0 - 1e-9));
    member.factors.synthesis_1 *= response;
    member.factors.synthesis_3 *= response;
    member.factors.new_collagen_loss = uniform(kLoss, persistence[i]);
    member.factors.elastin_assembly = uniform(kAssembly, assembly[i]);
    member.reach_mm = reachAtShare(protocol, protocol.needleLength(), reach[i]);
    member.residual_mm = uniform(kRho, open[i]) * member.reach_mm;
    member.exposure = papillaryExposure({.density_per_cm2 = uniform(density, channels[i]),
                                         .reach_mm = member.reach_mm,
                                         .lambda_mm = logUniform(kLambda, decay[i])},
                                        skin);
  }
  return members;
}

// Proteinase and closure are the same in all members, so that they share one plan.
EnsembleRun::EnsembleRun(const std::vector<EnsembleMember>& members, const std::vector<double>& treatment_days)
    : members_(members), treatments_(treatment_days.size()), plan_(treatment_days, members.front().factors, kLastDay) {
  for (const StepNode& node : plan_.nodes()) days_.push_back(node.day);
}

EnsembleRun::SideBySide EnsembleRun::sideBySide(std::size_t first, std::size_t count) const {
  TissueFactors<Lanes> factors = lanesOf(members_[first].factors);
  Lanes exposure{};
  for (std::size_t lane = 0; lane < count; ++lane) setLane(factors, exposure, lane, members_[first + lane]);
  return {factors, std::vector<Lanes>(treatments_, exposure)};
}

EnsembleCourse runEnsemble(const std::vector<EnsembleMember>& members, const std::vector<double>& treatment_days) {
  NEEDLING_CHECK(!members.empty());
  const EnsembleRun run(members, treatment_days);
  EnsembleCourse course{.days = run.days(), .states = {}};
  course.states.resize(course.days.size() * members.size());
  run.observe([&](std::size_t moment, std::size_t member, const TissueState& state) {
    course.states[moment * members.size() + member] = state;
  });
  return course;
}

}  // namespace needling
