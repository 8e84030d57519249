// Every colour of the picture. Skin tone changes pigment and nothing else.
#pragma once

#include <array>
#include <glm/vec3.hpp>

namespace needling::render {

struct Palette {
  glm::vec3 air, corneum, epidermis, basal;
  float melanin;  // 0 to 1
  glm::vec3 papillary, reticular, bundle, bundle_shade, fat, fat_wall, artery, vein, hair;
  glm::vec3 nucleus, elastin, muscle, gland;
  glm::vec3 type_3, type_1, type_1_edge;
  glm::vec3 platelet, neutrophil, macrophage, fibroblast, capillary;
  glm::vec3 polymer, polymer_edge;  // of a device
  std::array<glm::vec3, 3> passes;  // across, down, diagonal
  glm::vec3 reached, furrow;        // skin from above
  glm::vec3 steel, steel_edge, reach, track, hole, hole_rim;
  glm::vec3 ink, paper;  // words and their ground
};

// Fitzpatrick 1 to 6.
Palette paletteFor(int skin_tone);

}  // namespace needling::render
