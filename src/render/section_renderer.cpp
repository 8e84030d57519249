#include "render/section_renderer.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/gtc/type_ptr.hpp>
#include <glm/mat4x4.hpp>
#include <numeric>

#include "render_assets.h"

namespace needling::render {
namespace {

constexpr int kRibbonPieces = 16;

void setColours(const Program& program, const std::vector<NamedColour>& colours) {
  for (const auto& [name, colour] : colours) glUniform3fv(program.uniform(name), 1, glm::value_ptr(colour));
}

glm::mat4 clipFromMm(const ViewWindow& window) {
  const double half = 0.5 * window.widthMm();
  return glm::ortho(static_cast<float>(window.centre_x_mm - half), static_cast<float>(window.centre_x_mm + half),
                    static_cast<float>(window.bottomMm()), static_cast<float>(window.top_z_mm), -1.0F, 1.0F);
}

float devicePixelMm(const SectionPicture& picture) {
  return static_cast<float>(picture.window.mm_per_px / picture.pixels_per_css_px);
}

void setPlane(const Program& program, const SectionPicture& picture) {
  program.use();
  const glm::mat4 matrix = clipFromMm(picture.window);
  glUniformMatrix4fv(program.uniform("u_clip_from_mm"), 1, GL_FALSE, glm::value_ptr(matrix));
  program.set("u_mm_per_px", devicePixelMm(picture));
}

void fillBuffer(const GlObject& buffer, const std::vector<float>& data, GLenum usage) {
  glBindBuffer(GL_ARRAY_BUFFER, buffer.name());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(data.size() * sizeof(float)), data.data(), usage);
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

std::vector<float> ribbonCorners() {
  std::vector<float> corners;
  for (int i = 0; i <= kRibbonPieces; ++i) {
    const float along = static_cast<float>(i) / kRibbonPieces;
    corners.insert(corners.end(), {along, -1.0F, along, 1.0F});
  }
  return corners;
}

void push(std::vector<float>& data, std::initializer_list<double> values) {
  for (const double value : values) data.push_back(static_cast<float>(value));
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

void InstancedShape::draw(const std::vector<float>& data, const SectionPicture& picture,
                          const std::vector<NamedColour>& colours) {
  if (data.empty()) return;
  setPlane(program_, picture);
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

void MeshBuffer::load(const Mesh& mesh, bool changes_often) {
  const GLenum usage = changes_often ? GL_DYNAMIC_DRAW : GL_STATIC_DRAW;
  glBindVertexArray(array_.name());
  glBindBuffer(GL_ARRAY_BUFFER, vertices_.name());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(mesh.vertices.size() * sizeof(MeshVertex)),
               mesh.vertices.data(), usage);
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(mesh.indices.size() * sizeof(std::uint32_t)),
               mesh.indices.data(), usage);
  glBindVertexArray(0);
  index_count_ = mesh.indices.size();
}

void MeshBuffer::draw() const {
  if (index_count_ == 0) return;
  glBindVertexArray(array_.name());
  glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(index_count_), GL_UNSIGNED_INT, nullptr);
}

SectionRenderer::SectionRenderer()
    : mesh_program_(assets::kMeshVert, assets::kMeshFrag),
      copy_program_(assets::kQuadVert, assets::kCopyFrag),
      fibres_(assets::kFibreVert, assets::kFibreFrag, ribbonCorners(), {4, 4}),
      empty_array_(GlKind::kVertexArray) {}

void SectionRenderer::draw(const SectionPicture& picture) {
  if (picture.target.width <= 0 || picture.target.height <= 0) return;
  const Drawing drawing =
      Drawing::onPage(*picture.scene, *picture.moment, picture.window, picture.pixels_per_css_px, picture.look);
  refreshSkin(picture, drawing);
  glViewport(picture.target.left, picture.target.bottom, picture.target.width, picture.target.height);
  glEnable(GL_SCISSOR_TEST);
  glScissor(picture.target.left, picture.target.bottom, picture.target.width, picture.target.height);
  glDisable(GL_BLEND);
  copySkin();
  glEnable(GL_BLEND);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  drawFibres(picture, drawing.palette);
  drawEvents(picture, drawing);
  glDisable(GL_SCISSOR_TEST);
  glBindVertexArray(0);
}

void SectionRenderer::refreshSkin(const SectionPicture& picture, const Drawing& drawing) {
  const SkinKey key{picture.window,           picture.target,     picture.scene_revision,
                    drawing.epidermis_growth, picture.look.light, picture.look.colours};
  if (skin_ready_ && key == skin_key_) return;
  if (!skin_ready_ || key.target.width != skin_key_.target.width || key.target.height != skin_key_.target.height) {
    resizeSkin(picture.target);
  }
  skin_key_ = key;
  skin_ready_ = true;
  mesh_.vertices.clear();
  mesh_.indices.clear();
  MeshInk ink(mesh_, drawing.pixel_mm);
  drawSkin(ink, drawing);
  skin_.load(mesh_, false);
  glBindFramebuffer(GL_FRAMEBUFFER, skin_framebuffer_.name());
  glViewport(0, 0, picture.target.width, picture.target.height);
  glDisable(GL_SCISSOR_TEST);
  glClearColor(drawing.palette.air.r, drawing.palette.air.g, drawing.palette.air.b, 1.0F);
  glClear(GL_COLOR_BUFFER_BIT);
  glEnable(GL_BLEND);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  drawMesh(skin_, picture);
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

void SectionRenderer::drawMesh(const MeshBuffer& buffer, const SectionPicture& picture) {
  setPlane(mesh_program_, picture);
  buffer.draw();
}

void SectionRenderer::drawEvents(const SectionPicture& picture, const Drawing& drawing) {
  mesh_.vertices.clear();
  mesh_.indices.clear();
  MeshInk ink(mesh_, drawing.pixel_mm);
  drawCells(ink, drawing);
  drawChannels(ink, drawing, picture.channels);
  events_.load(mesh_, true);
  drawMesh(events_, picture);
}

void SectionRenderer::resizeSkin(const PixelRect& target) {
  skin_texture_ = GlObject(GlKind::kTexture);
  skin_framebuffer_ = GlObject(GlKind::kFramebuffer);
  glBindTexture(GL_TEXTURE_2D, skin_texture_.name());
  glTexStorage2D(GL_TEXTURE_2D, 1, GL_RGBA8, target.width, target.height);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
  glBindFramebuffer(GL_FRAMEBUFFER, skin_framebuffer_.name());
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, skin_texture_.name(), 0);
}

void SectionRenderer::copySkin() {
  constexpr int kCorners = 4;
  copy_program_.use();
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, skin_texture_.name());
  glUniform1i(copy_program_.uniform("u_picture"), 0);
  glBindVertexArray(empty_array_.name());
  glDrawArrays(GL_TRIANGLE_STRIP, 0, kCorners);
}

void SectionRenderer::drawFibres(const SectionPicture& picture, const Palette& palette) {
  std::vector<float> data;
  const std::vector<FibreStroke> strokes = visibleFibres(*picture.scene, *picture.moment);
  for (const FibrePool pool : {FibrePool::kType1, FibrePool::kType3}) {
    for (const FibreStroke& stroke : strokes) {
      if (stroke.pool != pool) continue;
      push(data, {stroke.x_mm, stroke.z_mm, stroke.length_mm, stroke.width_mm, stroke.angle, stroke.bend,
                  stroke.strength * shineAt(palette, stroke.angle), pool == FibrePool::kType1 ? 1.0 : 0.0});
    }
  }
  fibres_.draw(data, picture,
               {{"u_type_3", palette.type_3},
                {"u_type_1", palette.type_1},
                {"u_type_1_thick", palette.type_1_thick},
                {"u_type_1_edge", palette.type_1_edge}});
}

}  // namespace needling::render
