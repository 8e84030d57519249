// Every colour of the picture. Skin tone changes pigment and nothing else.
#pragma once

#include <array>
#include <glm/vec3.hpp>

#include "model/look.h"

namespace needling::render {

struct Palette {
  glm::vec3 air, corneum, epidermis, basal;
  float melanin;  // 0 to 1
  glm::vec3 papillary, reticular, bundle, bundle_shade, fat, fat_wall, artery, vein, hair;
  glm::vec3 nucleus, elastin, muscle, gland;
  glm::vec3 type_3, type_1, type_1_thick, type_1_edge;  // type I runs from thin to thick
  glm::vec3 platelet, neutrophil, macrophage, fibroblast, capillary;
  glm::vec3 polymer, polymer_edge;  // of a device
  std::array<glm::vec3, 3> passes;  // across, down, diagonal
  glm::vec3 reached, furrow;        // skin from above
  glm::vec3 steel, steel_edge, reach, track, hole, hole_rim, hole_mark;
  glm::vec3 highlight;                            // what pales in the tissue runs to it
  glm::vec3 ink, paper, reach_words, hole_words;  // words and their ground
  bool polarised = false;                         // only collagen shines, by its angle
  bool patterned = false;                         // layers differ by dots and hatches too
};

// `skin_tone`: Fitzpatrick 1 to 6. In polarised light the profile has no say: the light makes the colours.
Palette paletteFor(int skin_tone, Light light = Light::kNormal, ColorProfile profile = ColorProfile::kDefault);

// How bright a fibre is at an angle from the surface (rad), 0 to 1; 1 in normal light. Between crossed polarisers a fibre
// shines by the square of the sine of twice its angle to a polariser. Both stand at 45 degrees to the surface here, so
// that what lies along the surface shines most.
double shineAt(const Palette& palette, double angle);

// Type I between thin (6 um) and thick (18 um), as shaders/fibre.frag has it.
glm::vec3 type1At(const Palette& palette, double width_mm);

}  // namespace needling::render
