#include "render/shader_sources.h"

#include "render_assets.h"

namespace needling::render {

std::string_view panelVertexShader() { return assets::kPanelVert; }
std::string_view panelFragmentShader() { return assets::kPanelFrag; }

}  // namespace needling::render
