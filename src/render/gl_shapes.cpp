#include "render/gl_shapes.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/gtc/type_ptr.hpp>
#include <glm/mat4x4.hpp>
#include <numeric>

namespace needling::render {
namespace {

void setColours(const Program& program, const std::vector<NamedColour>& colours) {
  for (const auto& [name, colour] : colours) glUniform3fv(program.uniform(name), 1, glm::value_ptr(colour));
}

glm::mat4 clipFromMm(const ViewWindow& window) {
  const double half = 0.5 * window.widthMm();
  return glm::ortho(static_cast<float>(window.centre_x_mm - half), static_cast<float>(window.centre_x_mm + half),
                    static_cast<float>(window.bottomMm()), static_cast<float>(window.top_z_mm), -1.0F, 1.0F);
}

constexpr std::size_t kMostPlaces = 16;  // as in the shaders

void setDent(const Program& program, const Dent& dent) {
  std::array<float, kMostPlaces> places{};
  const std::size_t count = dent.depth_mm != 0.0 ? std::min(dent.places_mm.size(), kMostPlaces) : 0;
  for (std::size_t i = 0; i < count; ++i) places[i] = static_cast<float>(dent.places_mm[i]);
  glUniform3f(program.uniform("u_dent"), static_cast<float>(count > 0 ? dent.eachDepthMm() : 0.0),
              static_cast<float>(dent.half_width_mm), static_cast<float>(dent.fade_mm));
  glUniform1fv(program.uniform("u_dent_places"), static_cast<GLsizei>(kMostPlaces), places.data());
  glUniform1i(program.uniform("u_dent_count"), static_cast<GLint>(count));
}

void setPlane(const Program& program, const Plane& plane) {
  program.use();
  const glm::mat4 matrix = clipFromMm(plane.window);
  glUniformMatrix4fv(program.uniform("u_clip_from_mm"), 1, GL_FALSE, glm::value_ptr(matrix));
  program.set("u_mm_per_px", static_cast<float>(plane.pixel_mm));
  setDent(program, plane.dent);
}

void fillBuffer(GlObject& buffer, const std::vector<float>& data, GLenum usage) {
  glBindBuffer(GL_ARRAY_BUFFER, buffer.name());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(data.size() * sizeof(float)), data.data(), usage);
  buffer.holds(data.size() * sizeof(float));
}

// Attribute 0: two floats a corner. Attributes 1...: `counts` floats each from the instance buffer.
void describeArray(const GlObject& array, const GlObject& corners, const GlObject& instances,
                   const std::vector<int>& counts) {
  glBindVertexArray(array.name());
  glBindBuffer(GL_ARRAY_BUFFER, corners.name());
  glEnableVertexAttribArray(0);
  glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, 0, nullptr);
  glBindBuffer(GL_ARRAY_BUFFER, instances.name());
  int stride = 0;
  for (const int count : counts) stride += count;
  std::size_t offset = 0;
  GLuint location = 1;
  for (const int count : counts) {
    glEnableVertexAttribArray(location);
    glVertexAttribPointer(location, count, GL_FLOAT, GL_FALSE, stride * static_cast<int>(sizeof(float)),
                          reinterpret_cast<const void*>(offset * sizeof(float)));
    glVertexAttribDivisor(location, 1);
    offset += static_cast<std::size_t>(count);
    ++location;
  }
  glBindVertexArray(0);
}

}  // namespace

InstancedShape::InstancedShape(std::string_view vertex, std::string_view fragment, const std::vector<float>& corners,
                               const std::vector<int>& counts)
    : program_(vertex, fragment),
      array_(GlKind::kVertexArray),
      corners_(GlKind::kBuffer),
      data_(GlKind::kBuffer),
      corner_count_(static_cast<int>(corners.size() / 2)),
      floats_each_(std::accumulate(counts.begin(), counts.end(), 0)) {
  fillBuffer(corners_, corners, GL_STATIC_DRAW);
  describeArray(array_, corners_, data_, counts);
}

void InstancedShape::draw(const std::vector<float>& data, const Plane& plane, const std::vector<NamedColour>& colours) {
  if (data.empty()) return;
  setPlane(program_, plane);
  setColours(program_, colours);
  fillBuffer(data_, data, GL_DYNAMIC_DRAW);
  glBindVertexArray(array_.name());
  glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, corner_count_,
                        static_cast<GLsizei>(data.size() / static_cast<std::size_t>(floats_each_)));
}

MeshBuffer::MeshBuffer() : array_(GlKind::kVertexArray), vertices_(GlKind::kBuffer), indices_(GlKind::kBuffer) {
  constexpr GLsizei kStride = sizeof(MeshVertex);
  glBindVertexArray(array_.name());
  glBindBuffer(GL_ARRAY_BUFFER, vertices_.name());
  glEnableVertexAttribArray(0);
  glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, kStride, nullptr);
  glEnableVertexAttribArray(1);
  glVertexAttribPointer(1, 4, GL_UNSIGNED_BYTE, GL_TRUE, kStride,
                        reinterpret_cast<const void*>(offsetof(MeshVertex, colour)));
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_.name());
  glBindVertexArray(0);
}

void MeshBuffer::load(const Mesh& mesh) {
  glBindVertexArray(array_.name());
  glBindBuffer(GL_ARRAY_BUFFER, vertices_.name());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(mesh.vertices.size() * sizeof(MeshVertex)),
               mesh.vertices.data(), GL_DYNAMIC_DRAW);
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(mesh.indices.size() * sizeof(std::uint32_t)),
               mesh.indices.data(), GL_DYNAMIC_DRAW);
  glBindVertexArray(0);
  vertices_.holds(mesh.vertices.size() * sizeof(MeshVertex));
  indices_.holds(mesh.indices.size() * sizeof(std::uint32_t));
  index_count_ = mesh.indices.size();
}

void MeshBuffer::draw(const Program& program, const Plane& plane) const {
  if (index_count_ == 0) return;
  setPlane(program, plane);
  glBindVertexArray(array_.name());
  glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(index_count_), GL_UNSIGNED_INT, nullptr);
}

void KeptLayer::resize(const PixelRect& target) {
  if (target.width == width_ && target.height == height_) return;
  width_ = target.width;
  height_ = target.height;
  texture_ = GlObject(GlKind::kTexture);
  framebuffer_ = GlObject(GlKind::kFramebuffer);
  glBindTexture(GL_TEXTURE_2D, texture_.name());
  glTexStorage2D(GL_TEXTURE_2D, 1, GL_RGBA8, width_, height_);
  texture_.holds(4 * static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_));
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.name());
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_.name(), 0);
}

void KeptLayer::beginDrawing(const PixelRect& target) {
  resize(target);
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.name());
  glViewport(0, 0, target.width, target.height);
  glDisable(GL_SCISSOR_TEST);
  glClearColor(0.0F, 0.0F, 0.0F, 0.0F);
  glClear(GL_COLOR_BUFFER_BIT);
}

}  // namespace needling::render
