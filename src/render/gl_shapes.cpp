#include "render/gl_shapes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/gtc/type_ptr.hpp>
#include <glm/mat4x4.hpp>
#include <utility>

namespace needling::render {
namespace {

glm::mat4 clipFromMm(const ViewWindow& window) {
  const double half = 0.5 * window.widthMm();
  return glm::ortho(static_cast<float>(window.centre_x_mm - half), static_cast<float>(window.centre_x_mm + half),
                    static_cast<float>(window.bottomMm()), static_cast<float>(window.top_z_mm), -1.0F, 1.0F);
}

constexpr std::size_t kMostPlaces = 16;  // as in the shaders
// Of the textures that numbers are read from, as in shaders/fibre.vert and shaders/cell.vert.
constexpr GLsizei kRowTexels = 512;
constexpr std::size_t kRowFloats = 4 * kRowTexels;

void setDent(const Program& program, const Dent& dent) {
  std::array<float, kMostPlaces> places{};
  const std::size_t count = dent.depth_mm != 0.0 ? std::min(dent.places_mm.size(), kMostPlaces) : 0;
  for (std::size_t i = 0; i < count; ++i) places[i] = static_cast<float>(dent.places_mm[i]);
  glUniform3f(program.uniform("u_dent"), static_cast<float>(count > 0 ? dent.eachDepthMm() : 0.0),
              static_cast<float>(dent.half_width_mm), static_cast<float>(dent.fade_mm));
  glUniform1fv(program.uniform("u_dent_places"), static_cast<GLsizei>(kMostPlaces), places.data());
  glUniform1i(program.uniform("u_dent_count"), static_cast<GLint>(count));
}

// A shape so many times in the same place.
Mesh repeated(const Mesh& shape, std::size_t times) {
  Mesh mesh;
  mesh.vertices.reserve(times * shape.vertices.size());
  mesh.indices.reserve(times * shape.indices.size());
  for (std::size_t i = 0; i < times; ++i) {
    const auto first = static_cast<std::uint32_t>(mesh.vertices.size());
    mesh.vertices.insert(mesh.vertices.end(), shape.vertices.begin(), shape.vertices.end());
    for (const std::uint32_t index : shape.indices) mesh.indices.push_back(first + index);
  }
  return mesh;
}

// Into the buffer that is bound there.
void fillBound(GLenum target, GlObject& buffer, const void* data, std::size_t bytes, GLenum usage) {
  glBufferData(target, static_cast<GLsizeiptr>(bytes), data, usage);
  buffer.holds(bytes);
  countUpload(bytes);
}

}  // namespace

void PlaneProgram::useIn(const Plane& plane) {
  use();
  if (isIn(plane)) return;
  window_ = plane.window;
  pixel_mm_ = plane.pixel_mm;
  dent_ = plane.dent;
  const glm::mat4 matrix = clipFromMm(plane.window);
  glUniformMatrix4fv(uniform("u_clip_from_mm"), 1, GL_FALSE, glm::value_ptr(matrix));
  set("u_mm_per_px", static_cast<float>(plane.pixel_mm));
  setDent(*this, plane.dent);
}

NumberTexture::NumberTexture() : texture_(GlKind::kTexture) {
  glBindTexture(GL_TEXTURE_2D, texture_.name());
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
}

void NumberTexture::load(std::span<const float> data) {
  const std::size_t rows = (data.size() + kRowFloats - 1) / kRowFloats;
  if (rows == 0) return;
  padded_.assign(data.begin(), data.end());
  padded_.resize(rows * kRowFloats);
  const auto height = static_cast<GLsizei>(rows);
  glBindTexture(GL_TEXTURE_2D, texture_.name());
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  if (height > rows_) {
    rows_ = height;
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA32F, kRowTexels, height, 0, GL_RGBA, GL_FLOAT, padded_.data());
    texture_.holds(padded_.size() * sizeof(float));
  } else {
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, kRowTexels, height, GL_RGBA, GL_FLOAT, padded_.data());
  }
  countUpload(padded_.size() * sizeof(float));
}

void NumberTexture::bind() const {
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, texture_.name());
}

void ManyStrips::use() const {
  numbers_.bind();
  glBindVertexArray(empty_array_.name());
}

void ManyStrips::draw(const Program& program, std::size_t first, std::size_t count, int pieces) const {
  if (count == 0) return;
  glUniform1i(program.uniform("u_first"), static_cast<GLint>(first));
  glUniform1i(program.uniform("u_pieces"), pieces);
  glDrawArrays(GL_TRIANGLE_STRIP, 0, static_cast<GLsizei>(count) * (2 * pieces + 4));
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

void MeshBuffer::draw(PlaneProgram& program, const Plane& plane) const {
  if (index_count_ == 0) return;
  program.useIn(plane);
  drawFirst(static_cast<std::size_t>(index_count_));
}

void MeshBuffer::drawFirst(std::size_t indices) const {
  glBindVertexArray(array_.name());
  glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(indices), GL_UNSIGNED_INT, nullptr);
}

void ManyCopies::shape(Mesh shape) {
  shape_ = std::move(shape);
  room_ = 0;
}

void ManyCopies::load(std::span<const float> copies) {
  constexpr std::size_t kFloats = 4;
  count_ = copies.size() / kFloats;
  numbers_.load(copies);
  if (count_ <= room_) return;
  // Room for more than there are now, so that it is not made anew with every cell that comes.
  room_ = std::bit_ceil(count_);
  corners_.load(repeated(shape_, room_));
}

void ManyCopies::draw(const Program& program) const {
  if (count_ == 0) return;
  numbers_.bind();
  glUniform1i(program.uniform("u_corners"), static_cast<GLint>(shape_.vertices.size()));
  corners_.drawFirst(count_ * shape_.indices.size());
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
  stretched_ = false;
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

void KeptLayer::bind(bool stretched) const {
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, texture_.name());
  if (stretched == stretched_) return;
  stretched_ = stretched;
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, stretched ? GL_LINEAR : GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, stretched ? GL_LINEAR : GL_NEAREST);
}

}  // namespace needling::render
