// The colours that a visitor can choose from.
#pragma once

#include <array>
#include <utility>

namespace needling::ui {

// The value of the key "colorProfile", and its name in the catalogue.
inline constexpr std::array<std::pair<const char*, const char*>, 4> kColorProfiles = {
    {{"default", "picture.colours.default"},
     {"dark", "picture.colours.dark"},
     {"projector", "picture.colours.projector"},
     {"highContrast", "picture.colours.highContrast"}}};

}  // namespace needling::ui
