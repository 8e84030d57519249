#include "app/picture_colours.h"

#include <glm/common.hpp>

namespace needling::app {
namespace {

ImU32 packed(const glm::vec3& tint, float opacity = 1.0F) {
  return ImGui::ColorConvertFloat4ToU32({tint.r, tint.g, tint.b, opacity});
}

}  // namespace

ui::PictureColours pictureColours(const render::Palette& palette) {
  return {.type_3 = packed(palette.type_3),
          .type_1 = packed(glm::mix(palette.type_1, palette.type_1_thick, 0.5F)),
          .type_1_edge = packed(palette.type_1_edge * 0.8F),
          .old_collagen = packed(glm::mix(palette.bundle_shade, palette.bundle, 0.7F)),
          .track = packed(palette.track, 0.43F),
          .platelet = packed(palette.platelet),
          .neutrophil = packed(palette.neutrophil),
          .macrophage = packed(palette.macrophage),
          .fibroblast = packed(palette.fibroblast),
          .capillary = packed(palette.capillary),
          .artery = packed(palette.artery),
          .vein = packed(palette.vein)};
}

}  // namespace needling::app
