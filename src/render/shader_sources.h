// Shaders that a layer above draws with.
#pragma once

#include <string_view>

namespace needling::render {

std::string_view panelVertexShader();
std::string_view panelFragmentShader();

}  // namespace needling::render
