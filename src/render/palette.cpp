#include "render/palette.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <glm/common.hpp>

namespace needling::render {
namespace {

glm::vec3 hex(std::uint32_t rgb) {
  const auto channel = [rgb](int shift) { return static_cast<float>((rgb >> shift) & 0xffU) / 255.0F; };
  return {channel(16), channel(8), channel(0)};
}

struct Tone {
  std::uint32_t corneum, epidermis, basal, hair;
  float melanin;
};

constexpr std::array<Tone, 6> kTones = {{
    {0xf6e2d0, 0xe0a7a4, 0xb06f63, 0xb9853f, 0.06F},
    {0xf2d8c0, 0xdca09b, 0xa06052, 0x8a5a2c, 0.14F},
    {0xe9c6a2, 0xd39786, 0x8a4e3c, 0x5a3a22, 0.28F},
    {0xd6a67c, 0xc08068, 0x6b3a2a, 0x33221a, 0.46F},
    {0xb37f58, 0xa0664e, 0x4c281c, 0x1f1612, 0.66F},
    {0x8a5c40, 0x7c4b3a, 0x301812, 0x14100e, 0.86F},
}};

Palette defaultPalette(const Tone& tone) {
  return {.air = hex(0xf4f7fa),
          .corneum = hex(tone.corneum),
          .epidermis = hex(tone.epidermis),
          .basal = hex(tone.basal),
          .melanin = tone.melanin,
          .papillary = hex(0xe9b5a6),
          .reticular = hex(0xd99f90),
          .bundle = hex(0xf0cdbb),
          .bundle_shade = hex(0xc98d80),
          .fat = hex(0xf3d787),
          .fat_wall = hex(0xd9a94f),
          .artery = hex(0xc2403a),
          .vein = hex(0x6473a8),
          .hair = hex(tone.hair),
          .nucleus = hex(0x5b3a72),
          .elastin = hex(0x6e4a63),
          .muscle = hex(0xc9696b),
          .gland = hex(0xd9a3b0),
          .type_3 = hex(0xb3124f),
          .type_1 = hex(0xfff8e1),
          .type_1_thick = hex(0xfff8e1),
          .type_1_edge = hex(0xc8a45c),
          .platelet = hex(0xb03a2e),
          .neutrophil = hex(0x8e7cc3),
          .macrophage = hex(0x4f8f8b),
          .fibroblast = hex(0x3f6fb0),
          .capillary = hex(0xf05a28),
          .polymer = hex(0xdfe8ef),
          .polymer_edge = hex(0x8fa3b5),
          .passes = {hex(0x0b5f8f), hex(0xa3134a), hex(0x3d5a1e)},
          .reached = glm::mix(hex(tone.corneum), hex(0xd8604f), 0.42F),
          .furrow = hex(tone.corneum) * 0.90F,
          .steel = hex(0xc3ccd6),
          .steel_edge = hex(0x2d3a48),
          .reach = hex(0x0b6fa4),
          .track = hex(0x7a1020),
          .hole = hex(0x3a0a14),
          .hole_rim = hex(0xffe3da),
          .hole_mark = hex(0x3a0a14),
          .highlight = hex(0xffffff),
          .ink = hex(0x1b2530),
          .paper = hex(0xffffff),
          .reach_words = hex(0x0b6fa4),
          .hole_words = hex(0x3a0a14)};
}

// Paler ground and darker lines, as a projector in a lit room swallows what is in between.
Palette projectorPalette(const Tone& tone) {
  Palette palette = defaultPalette(tone);
  palette.air = hex(0xffffff);
  palette.corneum = glm::mix(hex(tone.corneum), hex(0xffffff), 0.30F);
  palette.epidermis = hex(tone.epidermis) * 0.86F;
  palette.basal = hex(tone.basal) * 0.75F;
  palette.papillary = hex(0xfff0ea);
  palette.reticular = hex(0xf0b9a6);
  palette.bundle = hex(0xfde6da);
  palette.bundle_shade = hex(0xa85b4a);
  palette.fat = hex(0xffe37a);
  palette.fat_wall = hex(0xa86f00);
  palette.artery = hex(0xb80f0f);
  palette.vein = hex(0x23409f);
  palette.nucleus = hex(0x35104f);
  palette.elastin = hex(0x3c1433);
  palette.muscle = hex(0xb03a3e);
  palette.gland = hex(0xd07890);
  palette.type_3 = hex(0xa1003f);
  palette.type_1 = palette.type_1_thick = hex(0xfffbe8);
  palette.type_1_edge = hex(0x80560a);
  palette.platelet = hex(0x9c1c10);
  palette.neutrophil = hex(0x6a4fc0);
  palette.macrophage = hex(0x0f7670);
  palette.fibroblast = hex(0x1450a8);
  palette.capillary = hex(0xf04a10);
  palette.steel_edge = hex(0x101820);
  palette.reach = palette.reach_words = hex(0x00578a);
  return palette;
}

// Neighbours are light and dark in turn, and their patterns differ.
Palette highContrastPalette(const Tone& tone) {
  Palette palette = projectorPalette(tone);
  palette.corneum = hex(0x5a4632);
  palette.epidermis = hex(0xffe3ee);
  palette.papillary = hex(0x93b0d2);
  palette.reticular = hex(0xf8f1e4);
  palette.bundle = hex(0xfffaf0);
  palette.bundle_shade = hex(0xb8a584);
  palette.fat = hex(0xe3a600);
  palette.fat_wall = hex(0x3d2a00);
  palette.nucleus = hex(0x2a0a4a);
  palette.artery = hex(0xa80000);
  palette.vein = hex(0x0a2a8a);
  palette.type_3 = hex(0xa0003c);
  palette.type_1 = palette.type_1_thick = hex(0xffd800);
  palette.type_1_edge = hex(0x1c1400);
  palette.hole_rim = hex(0xffffff);
  palette.ink = hex(0x000000);
  palette.patterned = true;
  return palette;
}

// Picrosirius red between crossed polarisers. What is not collagen stays black, but not so black that the eye loses it; bundles
// are bright, from orange in their middle to red at their edge, and new fibres brighter still.
Palette polarisedPalette() {
  return {.air = hex(0x050507),
          .corneum = hex(0x1a1714),
          .epidermis = hex(0x131011),
          .basal = hex(0x0b0808),
          .melanin = 0.3F,
          .papillary = hex(0x0c0807),
          .reticular = hex(0x0b0605),
          .bundle = hex(0xff7f33),
          .bundle_shade = hex(0xa62a0a),
          .fat = hex(0x110e0a),
          .fat_wall = hex(0x140905),
          .artery = hex(0x1f0c0a),
          .vein = hex(0x0f111a),
          .hair = hex(0x1b1815),
          .nucleus = hex(0x060408),
          .elastin = hex(0x0c070a),
          .muscle = hex(0x1c0f0e),
          .gland = hex(0x161012),
          .type_3 = hex(0x46f07c),
          .type_1 = hex(0xfff4a8),
          .type_1_thick = hex(0xffc24d),
          .type_1_edge = hex(0xe2480f),
          .platelet = hex(0x26110f),
          .neutrophil = hex(0x1b1925),
          .macrophage = hex(0x122120),
          .fibroblast = hex(0x111c2c),
          .capillary = hex(0x2c120a),
          .polymer = hex(0x3a4148),
          .polymer_edge = hex(0x6c7a88),
          .passes = {hex(0x4fb4ee), hex(0xf08aa0), hex(0xa8c878)},
          .reached = hex(0x2a1512),
          .furrow = hex(0x120f0d),
          .steel = hex(0x343b43),
          .steel_edge = hex(0x97a4b1),
          .reach = hex(0x4fb4ee),
          .track = hex(0x6a1826),
          .hole = hex(0x000000),
          .hole_rim = hex(0x3a302d),
          .hole_mark = hex(0xf08aa0),
          .highlight = hex(0x2a2726),
          .ink = hex(0x1b2530),
          .paper = hex(0xffffff),
          .reach_words = hex(0x0b6fa4),
          .hole_words = hex(0x3a0a14),
          .polarised = true};
}

}  // namespace

Palette paletteFor(int skin_tone, Light light, ColorProfile profile) {
  const Tone& tone = kTones[static_cast<std::size_t>(std::clamp(skin_tone, 1, 6) - 1)];
  if (light == Light::kPolarised) return polarisedPalette();
  switch (profile) {
    case ColorProfile::kProjector:
      return projectorPalette(tone);
    case ColorProfile::kHighContrast:
      return highContrastPalette(tone);
    case ColorProfile::kDark:
    case ColorProfile::kDefault:
      break;
  }
  return defaultPalette(tone);
}

double shineAt(const Palette& palette, double angle) {
  if (!palette.polarised) return 1.0;
  constexpr double kDarkest = 0.06;  // fibres wave, so none is dark over its whole length
  const double sine = std::sin(2.0 * (angle - 0.78539816));
  return kDarkest + (1.0 - kDarkest) * sine * sine;
}

glm::vec3 type1At(const Palette& palette, double width_mm) {
  return glm::mix(palette.type_1, palette.type_1_thick,
                  static_cast<float>(std::clamp((width_mm - 0.006) / 0.012, 0.0, 1.0)));
}

}  // namespace needling::render
