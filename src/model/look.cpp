#include "model/look.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/text.h"

namespace needling {
namespace {

constexpr std::array<std::string_view, 5> kKeys = {"light", "colorProfile", "zoom", "x", "z"};
constexpr std::array<std::string_view, 2> kLights = {"normal", "polarised"};
constexpr std::array<std::string_view, 3> kProfiles = {"default", "projector", "highContrast"};

struct NumberKey {
  std::string_view key;
  double Zoom::* value;
  double min, max;
  std::string_view unit;
};
// The section is 8 mm wide; 1 mm of air is over it and 5 mm of tissue under it at most.
constexpr std::array<NumberKey, 3> kNumbers = {{{"zoom", &Zoom::factor, 1.0, Zoom::kMost, ""},
                                                {"x", &Zoom::x_mm, -5.0, 5.0, " mm"},
                                                {"z", &Zoom::z_mm, -1.0, 5.0, " mm"}}};

const NumberKey* findNumber(std::string_view key) {
  for (const NumberKey& number : kNumbers) {
    if (number.key == key) return &number;
  }
  return nullptr;
}

Status changeNumber(Zoom& zoom, const NumberKey& number, std::string_view value) {
  double read = 0.0;
  const bool good = parseNumber(value, read);
  if (good && read >= number.min && read <= number.max) {
    zoom.*number.value = read + 0.0;  // "-0" is 0
    return {};
  }
  return Status::fail(good ? StatusCode::kOutOfRange : StatusCode::kWrongType,
                      std::string(number.key) + " cannot be " + (good ? formatNumber(read) : quoteForMessage(value)) +
                          ": it must be a number from " + formatNumber(number.min) + " to " + formatNumber(number.max) +
                          std::string(number.unit) + ".");
}

template <class Choice, std::size_t N>
Status changeChoice(Choice& choice, std::string_view key, const std::array<std::string_view, N>& names,
                    std::string_view value) {
  const auto found = std::find(names.begin(), names.end(), value);
  if (found != names.end()) {
    choice = static_cast<Choice>(found - names.begin());
    return {};
  }
  return Status::fail(StatusCode::kWrongType, std::string(key) + " cannot be " + quoteForMessage(value) +
                                                  ": it must be one of " + joined({names.begin(), names.end()}, ", ") +
                                                  ".");
}

}  // namespace

Zoom rounded(const Zoom& zoom) {
  return {.factor = std::round(zoom.factor * 1e3) / 1e3,
          .x_mm = std::round(zoom.x_mm * 1e4) / 1e4 + 0.0,
          .z_mm = std::round(zoom.z_mm * 1e4) / 1e4 + 0.0};
}

std::span<const std::string_view> lookKeys() { return kKeys; }
bool isLookKey(std::string_view key) { return std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end(); }

Status changeLook(Look& look, std::string_view key, std::string_view value) {
  if (const NumberKey* number = findNumber(key)) return changeNumber(look.zoom, *number, value);
  if (key == kKeys[0]) return changeChoice(look.light, key, kLights, value);
  return changeChoice(look.colours, key, kProfiles, value);
}

std::string lookText(const Look& look, std::string_view key) {
  if (const NumberKey* number = findNumber(key)) return formatNumber(look.zoom.*number->value);
  if (key == kKeys[0]) return std::string(kLights[static_cast<std::size_t>(look.light)]);
  return std::string(kProfiles[static_cast<std::size_t>(look.colours)]);
}

}  // namespace needling
