#include "model/validation_quantities.h"

#include <algorithm>
#include <vector>

#include "core/check.h"
#include "core/quantile.h"
#include "core/text.h"
#include "model/exposure.h"
#include "model/validation_catalogue.h"

namespace needling {
namespace {

Times timesOf(std::string_view quantity) {
  Times times{};
  const std::size_t at = quantity.find('@');
  if (at == std::string_view::npos) return times;
  const std::vector<std::string_view> parts = split(quantity.substr(at + 1), '/');
  NEEDLING_CHECK(parts.size() <= times.size());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    [[maybe_unused]] const bool read = parseNumber(parts[i], times[i]);
    NEEDLING_CHECK(read);
  }
  return times;
}

Protocol changed(Protocol protocol, std::string_view words) {
  if (words.empty()) return protocol;
  for (const std::string_view word : split(words, ';')) {
    if (const Preset* preset = findPreset(word)) {
      protocol = preset->protocol;
      continue;
    }
    const std::size_t equals = word.find('=');
    NEEDLING_CHECK(equals != std::string_view::npos);
    [[maybe_unused]] const Status status = setParameter(protocol, word.substr(0, equals), word.substr(equals + 1));
    NEEDLING_CHECK(status.ok());
  }
  return protocol;
}

std::vector<double> courseDays(const Protocol& protocol, std::string_view course) {
  if (course.empty()) return protocol.treatmentDays();
  const std::size_t by = course.find('x');
  double count = 0.0, interval = 0.0;
  [[maybe_unused]] const bool read = by != std::string_view::npos && parseNumber(course.substr(0, by), count) &&
                                     parseNumber(course.substr(by + 1), interval);
  NEEDLING_CHECK(read);
  std::vector<double> days;
  for (int i = 0; i < static_cast<int>(count); ++i) days.push_back(i * interval);
  return days;
}

// The central run's number first, then every member's.
std::vector<double> memberValues(const Quantity& quantity, const Times& times, const Protocol& protocol,
                                 std::string_view course) {
  const Skin skin = skinOf(protocol);
  std::vector<EnsembleMember> members = drawEnsemble(protocol, skin);
  const EnsembleMember central{.exposure = papillaryExposure(exposureInput(protocol), skin),
                               .factors = healingFactors(protocol)};
  members.insert(members.begin(), central);
  const EnsembleCourse run = runEnsemble(members, courseDays(protocol, course));
  std::vector<double> values;
  for (std::size_t i = 0; i < members.size(); ++i) {
    values.push_back(quantity.of_healing(MemberCourse(members[i], run, i, members.size()), times));
  }
  return values;
}

Band bandOfMembers(const Quantity& quantity, const Times& times, const PredictionCase& what) {
  const Protocol protocol = changed({}, what.protocol);
  std::vector<double> values = memberValues(quantity, times, protocol, what.course);
  if (!what.against.empty()) {  // the same person both times
    const std::vector<double> other = memberValues(quantity, times, changed(protocol, what.against), what.course);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] /= other[i];
  }
  const double central = values.front();
  values.erase(values.begin());
  const double low = quantileOf(values, kLowShare), high = quantileOf(values, kHighShare);
  return {central, std::min(low, central), std::max(high, central)};
}

// The same end of the band both times, as one unknown moves both.
Band ratioOf(const Band& band, const Band& other) {
  const double value = band.value / other.value, low = band.low / other.low, high = band.high / other.high;
  return {value, std::min({value, low, high}), std::max({value, low, high})};
}

}  // namespace

Band predictedBand(std::string_view quantity, const PredictionCase& what) {
  const Quantity* found = findQuantity(quantity);
  NEEDLING_CHECK(found != nullptr);
  if (found == nullptr) return {};
  const Times times = timesOf(quantity);
  if (found->of_healing != nullptr) return bandOfMembers(*found, times, what);
  const Protocol protocol = changed({}, what.protocol);
  const Band band = found->of_protocol(protocol, times);
  if (what.against.empty()) return band;
  return ratioOf(band, found->of_protocol(changed(protocol, what.against), times));
}

bool isLayerQuantity(std::string_view quantity) { return quantity == "deepest_layer"; }

std::optional<Layer> layerNamed(std::string_view id) {
  for (const Layer layer : {Layer::kStratumCorneum, Layer::kViableEpidermis, Layer::kPapillaryDermis,
                            Layer::kReticularDermis, Layer::kFat}) {
    if (layerId(layer) == id) return layer;
  }
  return std::nullopt;
}

}  // namespace needling
