// How picture and chart are looked at: in what light, in what colours, how near, and which chart. It changes nothing in the
// skin.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/status.h"
#include "model/chart.h"

namespace needling {

// Normal: drawn like a stained section. Polarised: like picrosirius red between crossed polarisers, where only collagen
// shines.
enum class Light { kNormal, kPolarised };

// Default; dark: the same skin, the panels light on dark; projector: paler ground, darker lines; high contrast: few strong
// colours and a pattern in each layer.
enum class ColorProfile { kDefault, kDark, kProjector, kHighContrast };

// How far a visitor has gone into the picture: 1 shows all of it, and then no middle is kept.
struct Zoom {
  static constexpr double kMost = 100.0;  // 0.1 mm across where the whole section is 10 mm wide
  double factor = 1.0;
  double x_mm = 0.0;  // the middle of what is shown
  double z_mm = 0.0;

  bool operator==(const Zoom&) const = default;
};

// As it stands in an address: the factor to a thousandth, the middle to a tenth of a micrometre.
Zoom rounded(const Zoom& zoom);

struct Look {
  Light light = Light::kNormal;
  ColorProfile colours = ColorProfile::kDefault;
  Zoom zoom = {};
  Chart chart = Chart::kCollagen;

  bool operator==(const Look&) const = default;
};

// "light", "colorProfile", "zoom", "x", "z", "chart".
std::span<const std::string_view> lookKeys();
bool isLookKey(std::string_view key);

// One change; on failure `look` is untouched. `key` is one of lookKeys().
Status changeLook(Look& look, std::string_view key, std::string_view value);

// The value as it stands in an address: "polarised", "2.5".
std::string lookText(const Look& look, std::string_view key);

}  // namespace needling
