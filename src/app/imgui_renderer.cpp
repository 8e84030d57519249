#include "app/imgui_renderer.h"

#include <algorithm>
#include <cstddef>

#include "render/shader_sources.h"

namespace needling::app {

using render::GlKind;
using render::GlObject;

ImguiRenderer::ImguiRenderer()
    : program_(render::panelVertexShader(), render::panelFragmentShader()),
      array_(GlKind::kVertexArray),
      vertices_(GlKind::kBuffer),
      indices_(GlKind::kBuffer) {
  ImGuiIO& io = ImGui::GetIO();
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  glBindVertexArray(array_.name());
  glBindBuffer(GL_ARRAY_BUFFER, vertices_.name());
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_.name());
  const auto attribute = [](GLuint location, int count, GLenum type, GLboolean normalised, std::size_t offset) {
    glEnableVertexAttribArray(location);
    glVertexAttribPointer(location, count, type, normalised, sizeof(ImDrawVert), reinterpret_cast<void*>(offset));
  };
  attribute(0, 2, GL_FLOAT, GL_FALSE, offsetof(ImDrawVert, pos));
  attribute(1, 2, GL_FLOAT, GL_FALSE, offsetof(ImDrawVert, uv));
  attribute(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, offsetof(ImDrawVert, col));
  glBindVertexArray(0);
}

void ImguiRenderer::forgetTextures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
}

void ImguiRenderer::createTexture(ImTextureData& texture) {
  GlObject object(GlKind::kTexture);
  glBindTexture(GL_TEXTURE_2D, object.name());
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, texture.Width, texture.Height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
               texture.GetPixels());
  object.holds(4 * static_cast<std::size_t>(texture.Width) * static_cast<std::size_t>(texture.Height));
  texture.SetTexID(object.name());
  texture.SetStatus(ImTextureStatus_OK);
  textures_[texture.TexID] = std::move(object);
}

void ImguiRenderer::updateTexture(ImTextureData& texture) {
  if (texture.Status == ImTextureStatus_WantCreate) {
    createTexture(texture);
  } else if (texture.Status == ImTextureStatus_WantUpdates) {
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture.TexID));
    glPixelStorei(GL_UNPACK_ROW_LENGTH, texture.Width);
    for (const ImTextureRect& part : texture.Updates) {
      glTexSubImage2D(GL_TEXTURE_2D, 0, part.x, part.y, part.w, part.h, GL_RGBA, GL_UNSIGNED_BYTE,
                      texture.GetPixelsAt(part.x, part.y));
    }
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    texture.SetStatus(ImTextureStatus_OK);
  } else if (texture.Status == ImTextureStatus_WantDestroy && texture.UnusedFrames > 0) {
    textures_.erase(texture.TexID);
    texture.SetTexID(ImTextureID_Invalid);
    texture.SetStatus(ImTextureStatus_Destroyed);
  }
}

void ImguiRenderer::draw(ImDrawData& data) {
  if (data.Textures != nullptr) {
    for (ImTextureData* texture : *data.Textures) {
      if (texture->Status != ImTextureStatus_OK) updateTexture(*texture);
    }
  }
  const auto width = static_cast<int>(data.DisplaySize.x * data.FramebufferScale.x + 0.5F);
  const auto height = static_cast<int>(data.DisplaySize.y * data.FramebufferScale.y + 0.5F);
  if (width <= 0 || height <= 0) return;
  glViewport(0, 0, width, height);
  glEnable(GL_BLEND);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glEnable(GL_SCISSOR_TEST);
  program_.use();
  glUniform2f(program_.uniform("u_size"), data.DisplaySize.x, data.DisplaySize.y);
  glUniform1i(program_.uniform("u_texture"), 0);
  glActiveTexture(GL_TEXTURE0);
  glBindVertexArray(array_.name());
  for (const ImDrawList* list : data.CmdLists) drawList(*list, data);
  glDisable(GL_SCISSOR_TEST);
  glBindVertexArray(0);
}

void ImguiRenderer::drawList(const ImDrawList& list, const ImDrawData& data) {
  glBindBuffer(GL_ARRAY_BUFFER, vertices_.name());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(list.VtxBuffer.size_in_bytes()), list.VtxBuffer.Data,
               GL_STREAM_DRAW);
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(list.IdxBuffer.size_in_bytes()), list.IdxBuffer.Data,
               GL_STREAM_DRAW);
  const float scale_x = data.FramebufferScale.x, scale_y = data.FramebufferScale.y;
  for (const ImDrawCmd& command : list.CmdBuffer) {
    const ImVec4& clip = command.ClipRect;
    const int left = std::max(0, static_cast<int>(clip.x * scale_x));
    const int bottom = std::max(0, static_cast<int>((data.DisplaySize.y - clip.w) * scale_y));
    const auto width = static_cast<int>((clip.z - clip.x) * scale_x + 0.5F);
    const auto height = static_cast<int>((clip.w - clip.y) * scale_y + 0.5F);
    if (width <= 0 || height <= 0 || command.ElemCount == 0) continue;
    glScissor(left, bottom, width, height);
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(command.GetTexID()));
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), GL_UNSIGNED_INT,
                   reinterpret_cast<void*>(command.IdxOffset * sizeof(ImDrawIdx)));
  }
}

}  // namespace needling::app
