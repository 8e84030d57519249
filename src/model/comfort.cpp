// Pain: Gill et al. 2008 (S-069, S-070). Numbing: Wahlgren and Quiding 2000 (S-086, S-087).
#include "model/comfort.h"

#include <algorithm>
#include <cmath>

#include "core/text.h"
#include "model/describe.h"
#include "model/texts.h"

namespace needling {
namespace {

double usualNeedleCount(const Protocol& protocol) {
  Protocol usual;
  [[maybe_unused]] const Status status =
      setParameter(usual, parameterRow(ParameterId::kDevice).id, protocol.choice(ParameterId::kDevice));
  return usual.get(ParameterId::kNeedleCount);
}

Band relativePain(double length_ratio, double number_ratio) {
  const Band by_length = constantBand("comfort.length_exponent"), by_number = constantBand("comfort.number_exponent");
  // A ratio below 1 turns its exponent's band round.
  const auto power = [](double ratio, const Band& exponent) -> Band {
    const double a = std::pow(ratio, exponent.low), b = std::pow(ratio, exponent.high);
    return {std::pow(ratio, exponent.value), std::min(a, b), std::max(a, b)};
  };
  const Band length = power(length_ratio, by_length), number = power(number_ratio, by_number);
  return {length.value * number.value, length.low * number.low, length.high * number.high};
}

bool isExtrapolated(double length_mm, double needles, double usual_needles) {
  const double fewest = constant("comfort.fewest_needles"), most = constant("comfort.most_needles");
  const bool outside_numbers = std::min(needles, usual_needles) < fewest || std::max(needles, usual_needles) > most;
  return length_mm < constant("comfort.shortest_length") || length_mm > constant("comfort.longest_length") ||
         (needles != usual_needles && outside_numbers);
}

std::optional<Range> numbingDepth(double minutes) {
  const double short_depth = constant("comfort.numbing_short_depth"),
               long_depth = constant("comfort.numbing_long_depth");
  const double short_minutes = constant("comfort.numbing_short_minutes");
  const double long_minutes = constant("comfort.numbing_long_minutes");
  if (minutes <= 0.0) return std::nullopt;
  return Range{.min = minutes < short_minutes  ? 0.0
                      : minutes < long_minutes ? short_depth
                                               : long_depth,
               .max = minutes > short_minutes ? long_depth : short_depth};
}

std::string numbingSentence(double minutes, Range depth_mm) {
  const std::string time = formatNumber(minutes), low = formatNumber(depth_mm.min), high = formatNumber(depth_mm.max);
  const std::string shorter = formatNumber(constant("comfort.numbing_short_minutes"));
  if (depth_mm.min == depth_mm.max) return formatText("comfort.numbingMeasured", {time, high});
  if (depth_mm.min == 0.0) return formatText("comfort.numbingShort", {time, shorter, high});
  const std::string longer = formatNumber(constant("comfort.numbing_long_minutes"));
  return formatText("comfort.numbingBetween", {time, low, high, shorter, longer});
}

}  // namespace

Comfort comfortOf(const Protocol& protocol) {
  const double needles = protocol.get(ParameterId::kNeedleCount), usual_needles = usualNeedleCount(protocol);
  return {.relative_pain =
              relativePain(protocol.needleLength() / constant("comfort.reference_length"), needles / usual_needles),
          .extrapolated = isExtrapolated(protocol.needleLength(), needles, usual_needles),
          .numbing_depth_mm = numbingDepth(protocol.get(ParameterId::kNumbingMinutes))};
}

std::vector<std::string> comfortSentences(const Protocol& protocol) {
  const Comfort comfort = comfortOf(protocol);
  std::vector<std::string> sentences = {formatText("comfort.pain", {bandText(comfort.relative_pain, 2, "times")})};
  if (comfort.extrapolated) sentences.push_back(text("comfort.extrapolated"));
  sentences.push_back(text("comfort.basis"));
  sentences.push_back(text("comfort.published"));
  if (comfort.numbing_depth_mm.has_value()) {
    sentences.push_back(numbingSentence(protocol.get(ParameterId::kNumbingMinutes), *comfort.numbing_depth_mm));
    sentences.push_back(text("comfort.numbingBasis"));
  }
  return sentences;
}

}  // namespace needling
