#include "render/section_renderer.h"

#include <algorithm>
#include <array>
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

constexpr std::size_t kMostPlaces = 16;  // as in the shaders

void setDent(const Program& program, const Dent& dent) {
  std::array<float, kMostPlaces> places{};
  const std::size_t count = dent.depth_mm > 0.0 ? std::min(dent.places_mm.size(), kMostPlaces) : 0;
  for (std::size_t i = 0; i < count; ++i) places[i] = static_cast<float>(dent.places_mm[i]);
  // What all bowls add up to under the labelled needle, where the dent is as deep as it is said to be.
  const double foot = count > 0 ? dent.downAt(dent.places_mm.front(), 0.0) : 0.0;
  double sum = 0.0;
  for (std::size_t i = 0; i < count; ++i) {
    const double share = (dent.places_mm.front() - dent.places_mm[i]) / dent.half_width_mm;
    sum += std::pow(1.0 + share * share, -1.5);
  }
  glUniform3f(program.uniform("u_dent"), static_cast<float>(count > 0 ? foot / sum : 0.0),
              static_cast<float>(dent.half_width_mm), static_cast<float>(dent.fade_mm));
  glUniform1fv(program.uniform("u_dent_places"), static_cast<GLsizei>(kMostPlaces), places.data());
  glUniform1i(program.uniform("u_dent_count"), static_cast<GLint>(count));
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
  setDent(program_, picture.device.dent);
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
  vertices_.holds(mesh.vertices.size() * sizeof(MeshVertex));
  indices_.holds(mesh.indices.size() * sizeof(std::uint32_t));
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

void KeptLayer::beginDrawing(const PixelRect& target) const {
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.name());
  glViewport(0, 0, target.width, target.height);
  glDisable(GL_SCISSOR_TEST);
  glClearColor(0.0F, 0.0F, 0.0F, 0.0F);
  glClear(GL_COLOR_BUFFER_BIT);
}

// New collagen and cells lie between the dermis and what is whole in front of them: vessels, appendages, epidermis.
void SectionRenderer::draw(const SectionPicture& picture) {
  if (picture.target.width <= 0 || picture.target.height <= 0) return;
  const Drawing drawing =
      Drawing::onPage(*picture.scene, *picture.moment, picture.window, picture.pixels_per_css_px, picture.look);
  if (picture.surface != nullptr) return drawFromAbove(picture, drawing);
  glEnable(GL_BLEND);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  refreshSkin(picture, drawing);
  glViewport(picture.target.left, picture.target.bottom, picture.target.width, picture.target.height);
  glEnable(GL_SCISSOR_TEST);
  glScissor(picture.target.left, picture.target.bottom, picture.target.width, picture.target.height);
  lay(deep_skin_);
  drawFibres(picture, drawing.palette);
  drawMoment(picture, drawing, [](Ink& ink, const Drawing& what, const SectionPicture&) { drawCells(ink, what); });
  lay(upper_skin_);
  drawMoment(picture, drawing, [](Ink& ink, const Drawing& what, const SectionPicture& of) {
    drawChannels(ink, what, of.channels);
    drawClots(ink, what, of.channels);
  });
  drawDeviceOver(picture, drawing);
  glDisable(GL_SCISSOR_TEST);
  glBindVertexArray(0);
}

void SectionRenderer::refreshSkin(const SectionPicture& picture, const Drawing& drawing) {
  const SkinKey key{picture.window, picture.target, picture.scene_revision, picture.look.light, picture.look.colours};
  const bool same_place = skin_ready_ && key == skin_key_, same_state = drawing.state == skin_state_;
  // A dent bends the triangles that are there.
  const bool same_dent = picture.device.dent == dent_;
  if (same_place && same_state && same_dent) return;
  if (!same_place) build(deep_mesh_, drawing, drawDeepSkin);
  if (!same_place || !same_state) build(upper_mesh_, drawing, drawUpperSkin);
  if (!same_place || !same_dent) keep(deep_skin_, deep_mesh_, picture);
  keep(upper_skin_, upper_mesh_, picture);
  skin_key_ = key;
  skin_state_ = drawing.state;
  dent_ = picture.device.dent;
  skin_ready_ = true;
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

void SectionRenderer::build(MeshBuffer& buffer, const Drawing& drawing, DrawPart draw) {
  mesh_.vertices.clear();
  mesh_.indices.clear();
  MeshInk ink(mesh_, drawing.pixel_mm, drawing.bounds());
  draw(ink, drawing);
  buffer.load(mesh_, false);
}

void SectionRenderer::keep(KeptLayer& layer, const MeshBuffer& mesh, const SectionPicture& picture) {
  layer.resize(picture.target);
  layer.beginDrawing(picture.target);
  drawMesh(mesh, picture, picture.device.dent);
}

void SectionRenderer::lay(const KeptLayer& layer) {
  constexpr int kCorners = 4;
  copy_program_.use();
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, layer.texture().name());
  glUniform1i(copy_program_.uniform("u_picture"), 0);
  glBindVertexArray(empty_array_.name());
  glDrawArrays(GL_TRIANGLE_STRIP, 0, kCorners);
}

void SectionRenderer::drawMesh(const MeshBuffer& buffer, const SectionPicture& picture, const Dent& dent) {
  setPlane(mesh_program_, picture);
  setDent(mesh_program_, dent);
  buffer.draw();
}

void SectionRenderer::drawMoment(const SectionPicture& picture, const Drawing& drawing,
                                 void (*draw)(Ink&, const Drawing&, const SectionPicture&)) {
  mesh_.vertices.clear();
  mesh_.indices.clear();
  MeshInk ink(mesh_, drawing.pixel_mm, drawing.bounds());
  draw(ink, drawing, picture);
  moment_mesh_.load(mesh_, true);
  drawMesh(moment_mesh_, picture, picture.device.dent);
}

void SectionRenderer::drawDeviceOver(const SectionPicture& picture, const Drawing& drawing) {
  if (!picture.device.shown) return;
  mesh_.vertices.clear();
  mesh_.indices.clear();
  MeshInk ink(mesh_, drawing.pixel_mm, drawing.bounds());
  drawDevice(ink, drawing, picture.device);
  moment_mesh_.load(mesh_, true);
  drawMesh(moment_mesh_, picture, {});
}

void SectionRenderer::drawFromAbove(const SectionPicture& picture, const Drawing& drawing) {
  mesh_.vertices.clear();
  mesh_.indices.clear();
  MeshInk ink(mesh_, drawing.pixel_mm);
  drawSurface(ink, drawing, *picture.surface, picture.passes);
  moment_mesh_.load(mesh_, true);
  glViewport(picture.target.left, picture.target.bottom, picture.target.width, picture.target.height);
  glEnable(GL_SCISSOR_TEST);
  glScissor(picture.target.left, picture.target.bottom, picture.target.width, picture.target.height);
  glEnable(GL_BLEND);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  drawMesh(moment_mesh_, picture, {});
  glDisable(GL_SCISSOR_TEST);
  glBindVertexArray(0);
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
