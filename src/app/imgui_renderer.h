// Draws Dear ImGui's lists with OpenGL ES 3. ImGui's own backend saves and restores the state around them with 18
// queries a frame, and in a browser each query waits for the GPU process; this one knows the state it leaves.
#pragma once

#include <imgui.h>

#include <map>

#include "render/gl_objects.h"

namespace needling::app {

class ImguiRenderer {
 public:
  // Needs a current context and a current ImGui context, and announces that textures are taken care of here.
  ImguiRenderer();

  void draw(ImDrawData& data);
  // After the context was lost: every texture is to be made again.
  static void forgetTextures();

 private:
  void updateTexture(ImTextureData& texture);
  void createTexture(ImTextureData& texture);
  void drawList(const ImDrawList& list, const ImDrawData& data);

  render::Program program_;
  render::GlObject array_, vertices_, indices_;
  std::map<ImTextureID, render::GlObject> textures_;
};

}  // namespace needling::app
