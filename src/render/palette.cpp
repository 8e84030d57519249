#include "render/palette.h"

#include <algorithm>
#include <array>
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

}  // namespace

Palette paletteFor(int skin_tone) {
  const Tone& tone = kTones[static_cast<std::size_t>(std::clamp(skin_tone, 1, 6) - 1)];
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
          .ink = hex(0x1b2530),
          .paper = hex(0xffffff)};
}

}  // namespace needling::render
