// Pain: Gill et al. 2008 (S-069, S-070). Numbing: Wahlgren and Quiding 2000 (S-086, S-087).
#include "model/comfort.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "model/describe.h"
#include "model/shown.h"
#include "model/texts.h"

namespace needling {
namespace {

// Looked up once: results are asked for while a slider moves.
struct Constants {
  Band length_exponent = constantBand("comfort.length_exponent");
  Band number_exponent = constantBand("comfort.number_exponent");
  double reference_length_mm = constant("comfort.reference_length");
  Range lengths_mm = {constant("comfort.shortest_length"), constant("comfort.longest_length")};
  Range needles = {constant("comfort.fewest_needles"), constant("comfort.most_needles")};
  double short_minutes = constant("comfort.numbing_short_minutes");
  double short_depth_mm = constant("comfort.numbing_short_depth");
  double long_minutes = constant("comfort.numbing_long_minutes");
  double long_depth_mm = constant("comfort.numbing_long_depth");
};

const Constants& constants() {
  static const Constants kConstants;
  return kConstants;
}

bool isInside(Range range, double value) { return range.min <= value && value <= range.max; }

// A ratio below 1 turns its exponent's band round.
Band power(double ratio, const Band& exponent) {
  const double a = std::pow(ratio, exponent.low), b = std::pow(ratio, exponent.high);
  return {std::pow(ratio, exponent.value), std::min(a, b), std::max(a, b)};
}

Band relativePain(double length_ratio, double number_ratio) {
  const Band length = power(length_ratio, constants().length_exponent);
  const Band number = power(number_ratio, constants().number_exponent);
  return {length.value * number.value, length.low * number.low, length.high * number.high};
}

bool isExtrapolated(double length_mm, double needles, double usual_needles) {
  const Constants& c = constants();
  const bool numbers_measured = isInside(c.needles, needles) && isInside(c.needles, usual_needles);
  return !isInside(c.lengths_mm, length_mm) || (needles != usual_needles && !numbers_measured);
}

std::optional<Range> numbingDepth(double minutes) {
  const Constants& c = constants();
  if (minutes <= 0.0) return std::nullopt;
  if (minutes < c.short_minutes) return Range{.min = 0.0, .max = c.short_depth_mm};
  if (minutes == c.short_minutes) return Range{.min = c.short_depth_mm, .max = c.short_depth_mm};
  return Range{.min = minutes < c.long_minutes ? c.short_depth_mm : c.long_depth_mm, .max = c.long_depth_mm};
}

ComfortSentence said(const char* id, std::string words) {
  return {.text = std::move(words), .evidence = textEvidence(id)};
}
ComfortSentence said(const char* id) { return said(id, text(id)); }

ComfortSentence numbingSentence(double minutes, Range depth_mm) {
  const std::string time = shownNumber(minutes), low = shownNumber(depth_mm.min), high = shownNumber(depth_mm.max);
  const std::string shorter = shownNumber(constants().short_minutes), longer = shownNumber(constants().long_minutes);
  const auto tell = [](const char* id, std::initializer_list<std::string_view> values) {
    return said(id, formatText(id, values));
  };
  if (depth_mm.min == depth_mm.max) return tell("comfort.numbingMeasured", {time, high});
  if (depth_mm.min == 0.0) return tell("comfort.numbingShort", {time, shorter, high});
  return tell("comfort.numbingBetween", {time, low, high, shorter, longer});
}

}  // namespace

Comfort comfortOf(const Protocol& protocol) {
  const double needles = protocol.get(ParameterId::kNeedleCount),
               usual_needles = usualValue(protocol, ParameterId::kNeedleCount);
  return {
      .relative_pain = relativePain(protocol.needleLength() / constants().reference_length_mm, needles / usual_needles),
      .extrapolated = isExtrapolated(protocol.needleLength(), needles, usual_needles),
      .numbing_depth_mm = numbingDepth(protocol.get(ParameterId::kNumbingMinutes))};
}

std::vector<ComfortSentence> painSentences(const Protocol& protocol) {
  const Comfort comfort = comfortOf(protocol);
  const std::string pain = bandText(comfort.relative_pain, 2, text("unit.times"));
  std::vector<ComfortSentence> sentences = {said("comfort.pain", formatText("comfort.pain", {pain}))};
  if (comfort.extrapolated) sentences.push_back(said("comfort.extrapolated"));
  sentences.push_back(said("comfort.basis"));
  sentences.push_back(said("comfort.published"));
  return sentences;
}

std::vector<ComfortSentence> numbingSentences(const Protocol& protocol) {
  const double minutes = protocol.get(ParameterId::kNumbingMinutes);
  const std::optional<Range> depth_mm = numbingDepth(minutes);
  if (!depth_mm.has_value()) return {};
  return {numbingSentence(minutes, *depth_mm), said("comfort.numbingBasis")};
}

}  // namespace needling
