#include "model/look.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/text.h"
#include "model/value_reading.h"

namespace needling {
namespace {

constexpr std::array<std::string_view, 6> kKeys = {"light", "colorProfile", "zoom", "x", "z", "chart"};
constexpr std::array<std::string_view, 2> kLights = {"normal", "polarised"};
constexpr std::array<std::string_view, 4> kProfiles = {"default", "dark", "projector", "highContrast"};

struct NumberKey {
  std::string_view key;
  double Zoom::* value;
  double min, max;
  std::string_view unit;
};
// The section is 10 mm wide; 1 mm of air is over it and 5 mm of tissue under it at most.
constexpr std::array<NumberKey, 3> kNumbers = {{{"zoom", &Zoom::factor, 1.0, Zoom::kMost, ""},
                                                {"x", &Zoom::x_mm, -5.0, 5.0, " mm"},
                                                {"z", &Zoom::z_mm, -1.0, 5.0, " mm"}}};

const NumberKey* findNumber(std::string_view key) {
  for (const NumberKey& number : kNumbers) {
    if (number.key == key) return &number;
  }
  return nullptr;
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
  if (const NumberKey* number = findNumber(key)) {
    return readNumber(look.zoom.*number->value, key, number->min, number->max, number->unit, value);
  }
  if (key == kKeys[0]) return choose(look.light, key, kLights, value);
  if (key == kKeys[5]) return choose(look.chart, key, chartNames(), value);
  return choose(look.colours, key, kProfiles, value);
}

std::string lookText(const Look& look, std::string_view key) {
  if (const NumberKey* number = findNumber(key)) return formatNumber(look.zoom.*number->value);
  if (key == kKeys[0]) return std::string(kLights[static_cast<std::size_t>(look.light)]);
  if (key == kKeys[5]) return std::string(chartRow(look.chart).id);
  return std::string(kProfiles[static_cast<std::size_t>(look.colours)]);
}

}  // namespace needling
