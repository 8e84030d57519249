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

void setColours(const Program& program, std::span<const NamedColour> colours) {
  for (const auto& [name, colour] : colours) glUniform3fv(program.uniform(name), 1, glm::value_ptr(colour));
}

glm::mat4 clipFromMm(const ViewWindow& window) {
  const double half = 0.5 * window.widthMm();
  return glm::ortho(static_cast<float>(window.centre_x_mm - half), static_cast<float>(window.centre_x_mm + half),
                    static_cast<float>(window.bottomMm()), static_cast<float>(window.top_z_mm), -1.0F, 1.0F);
}

constexpr std::size_t kMostPlaces = 16;      // as in the shaders
constexpr std::array<int, 1> kFloats = {4};  // of a mesh's copy

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

// Into the buffer that is bound there.
void fillBound(GLenum target, GlObject& buffer, const void* data, std::size_t bytes, GLenum usage) {
  glBufferData(target, static_cast<GLsizeiptr>(bytes), data, usage);
  buffer.holds(bytes);
  countUpload(bytes);
}

void fillBuffer(GlObject& buffer, std::span<const float> data, GLenum usage) {
  glBindBuffer(GL_ARRAY_BUFFER, buffer.name());
  fillBound(GL_ARRAY_BUFFER, buffer, data.data(), data.size_bytes(), usage);
}

// Attributes from `location` on, of the array that is bound: `counts` floats each from the instance buffer.
void describeInstances(const GlObject& instances, GLuint location, std::span<const int> counts) {
  glBindBuffer(GL_ARRAY_BUFFER, instances.name());
  const int stride = std::accumulate(counts.begin(), counts.end(), 0);
  std::size_t offset = 0;
  for (const int count : counts) {
    glEnableVertexAttribArray(location);
    glVertexAttribPointer(location, count, GL_FLOAT, GL_FALSE, stride * static_cast<int>(sizeof(float)),
                          reinterpret_cast<const void*>(offset * sizeof(float)));
    glVertexAttribDivisor(location, 1);
    offset += static_cast<std::size_t>(count);
    ++location;
  }
}

}  // namespace

InstancedStrip::InstancedStrip(std::span<const float> corners, std::span<const int> counts)
    : array_(GlKind::kVertexArray),
      corners_(GlKind::kBuffer),
      data_(GlKind::kBuffer),
      corner_count_(static_cast<int>(corners.size() / 2)),
      floats_each_(std::accumulate(counts.begin(), counts.end(), 0)) {
  glBindVertexArray(array_.name());
  fillBuffer(corners_, corners, GL_STATIC_DRAW);
  glEnableVertexAttribArray(0);
  glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, 0, nullptr);
  describeInstances(data_, 1, counts);
  glBindVertexArray(0);
}

void InstancedStrip::load(std::span<const float> data) {
  fillBuffer(data_, data, GL_DYNAMIC_DRAW);
  copies_ = static_cast<GLsizei>(data.size()) / floats_each_;
}

void InstancedStrip::draw(const Program& program, const Plane& plane, std::span<const NamedColour> colours) const {
  if (copies_ == 0) return;
  setPlane(program, plane);
  setColours(program, colours);
  glBindVertexArray(array_.name());
  glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, corner_count_, copies_);
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
  fillBound(GL_ARRAY_BUFFER, vertices_, mesh.vertices.data(), mesh.vertices.size() * sizeof(MeshVertex),
            GL_DYNAMIC_DRAW);
  fillBound(GL_ELEMENT_ARRAY_BUFFER, indices_, mesh.indices.data(), mesh.indices.size() * sizeof(std::uint32_t),
            GL_DYNAMIC_DRAW);
  glBindVertexArray(0);
  index_count_ = static_cast<GLsizei>(mesh.indices.size());
}

void MeshBuffer::draw(const Program& program, const Plane& plane) const {
  if (index_count_ == 0) return;
  setPlane(program, plane);
  glBindVertexArray(array_.name());
  glDrawElements(GL_TRIANGLES, index_count_, GL_UNSIGNED_INT, nullptr);
}

InstancedMesh::InstancedMesh() : data_(GlKind::kBuffer) {
  glBindVertexArray(shape_.array_.name());
  describeInstances(data_, 2, kFloats);
  glBindVertexArray(0);
}

void InstancedMesh::place(std::span<const float> data) {
  fillBuffer(data_, data, GL_DYNAMIC_DRAW);
  copies_ = static_cast<GLsizei>(data.size()) / kFloats.front();
}

void InstancedMesh::draw(const Program& program, const Plane& plane) const {
  if (shape_.index_count_ == 0 || copies_ == 0) return;
  setPlane(program, plane);
  glBindVertexArray(shape_.array_.name());
  glDrawElementsInstanced(GL_TRIANGLES, shape_.index_count_, GL_UNSIGNED_INT, nullptr, copies_);
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
