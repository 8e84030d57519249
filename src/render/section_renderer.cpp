#include "render/section_renderer.h"

#include <algorithm>
#include <cmath>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/gtc/type_ptr.hpp>
#include <glm/mat4x4.hpp>
#include <glm/vec4.hpp>
#include <numeric>

#include "render_assets.h"

namespace needling::render {
namespace {

constexpr int kRibbonPieces = 16;
constexpr int kSquareCorners = 4;

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

std::vector<float> squareCorners() { return {-1, -1, 1, -1, -1, 1, 1, 1}; }

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

SectionRenderer::SectionRenderer()
    : skin_program_(assets::kQuadVert, assets::kSkinFrag),
      copy_program_(assets::kQuadVert, assets::kCopyFrag),
      fibres_(assets::kFibreVert, assets::kFibreFrag, ribbonCorners(), {4, 4}),
      cells_(assets::kCellVert, assets::kCellFrag, squareCorners(), {4, 1}),
      channels_(assets::kChannelVert, assets::kChannelFrag, squareCorners(), {4, 4, 4, 4}),
      empty_array_(GlKind::kVertexArray) {}

void SectionRenderer::draw(const SectionPicture& picture) {
  if (picture.target.width <= 0 || picture.target.height <= 0) return;
  const Palette palette = paletteFor(picture.scene->skin_tone);
  refreshSkin(picture, palette);
  glViewport(picture.target.left, picture.target.bottom, picture.target.width, picture.target.height);
  glEnable(GL_SCISSOR_TEST);
  glScissor(picture.target.left, picture.target.bottom, picture.target.width, picture.target.height);
  glDisable(GL_BLEND);
  copySkin();
  glEnable(GL_BLEND);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  drawFibres(picture, palette);
  drawCells(picture, palette);
  drawChannels(picture, palette);
  glDisable(GL_SCISSOR_TEST);
  glBindVertexArray(0);
}

void SectionRenderer::refreshSkin(const SectionPicture& picture, const Palette& palette) {
  // The epidermis thickens by half at most; in steps of a twentieth the skin is redrawn a few times a course only.
  const float growth = std::round(static_cast<float>(picture.moment->epidermis) * 20.0F) / 20.0F;
  const SkinKey key{picture.window, picture.target, picture.scene_revision, growth};
  if (skin_ready_ && key == skin_key_) return;
  if (!skin_ready_ || key.target.width != skin_key_.target.width || key.target.height != skin_key_.target.height) {
    resizeSkin(picture.target);
  }
  skin_key_ = key;
  skin_ready_ = true;
  glBindFramebuffer(GL_FRAMEBUFFER, skin_framebuffer_.name());
  glViewport(0, 0, picture.target.width, picture.target.height);
  glDisable(GL_BLEND);
  glDisable(GL_SCISSOR_TEST);
  drawSkin(picture, palette);
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
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

void SectionRenderer::drawSkin(const SectionPicture& picture, const Palette& palette) {
  const Program& program = skin_program_;
  const Skin& skin = picture.scene->skin;
  const ViewWindow& window = picture.window;
  program.use();
  glUniform4f(program.uniform("u_window_mm"), static_cast<float>(window.centre_x_mm - 0.5 * window.widthMm()),
              static_cast<float>(window.top_z_mm), static_cast<float>(window.widthMm()),
              static_cast<float>(window.height_px * window.mm_per_px));
  program.set("u_mm_per_px", devicePixelMm(picture));
  const auto epidermis = static_cast<float>(skin.epidermisBottom()) * skin_key_.epidermis_growth;
  glUniform4f(program.uniform("u_depths"), static_cast<float>(skin.stratum_corneum.value), epidermis,
              static_cast<float>(skin.papillaryBottom()), static_cast<float>(skin.dermisBottom()));
  static const auto kPlexus = static_cast<float>(constant("plexus.superficial_depth"));
  program.set("u_plexus", std::min(kPlexus, static_cast<float>(skin.papillaryBottom())));
  program.set("u_follicle", static_cast<float>(picture.scene->follicle_mm));
  program.set("u_melanin", palette.melanin);
  setColours(program, {{"u_air", palette.air},
                       {"u_corneum", palette.corneum},
                       {"u_epidermis", palette.epidermis},
                       {"u_basal", palette.basal},
                       {"u_papillary", palette.papillary},
                       {"u_reticular", palette.reticular},
                       {"u_bundle", palette.bundle},
                       {"u_bundle_shade", palette.bundle_shade},
                       {"u_fat", palette.fat},
                       {"u_fat_wall", palette.fat_wall},
                       {"u_artery", palette.artery},
                       {"u_vein", palette.vein},
                       {"u_hair", palette.hair}});
  glBindVertexArray(empty_array_.name());
  glDrawArrays(GL_TRIANGLE_STRIP, 0, kSquareCorners);
}

void SectionRenderer::copySkin() {
  copy_program_.use();
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, skin_texture_.name());
  glUniform1i(copy_program_.uniform("u_picture"), 0);
  glBindVertexArray(empty_array_.name());
  glDrawArrays(GL_TRIANGLE_STRIP, 0, kSquareCorners);
}

void SectionRenderer::drawFibres(const SectionPicture& picture, const Palette& palette) {
  std::vector<float> data;
  const std::vector<FibreStroke> strokes = visibleFibres(*picture.scene, *picture.moment);
  for (const FibrePool pool : {FibrePool::kType1, FibrePool::kType3}) {
    for (const FibreStroke& stroke : strokes) {
      if (stroke.pool != pool) continue;
      push(data, {stroke.x_mm, stroke.z_mm, stroke.length_mm, stroke.width_mm, stroke.angle, stroke.bend,
                  stroke.strength, pool == FibrePool::kType1 ? 1.0 : 0.0});
    }
  }
  fibres_.draw(data, picture,
               {{"u_type_3", palette.type_3}, {"u_type_1", palette.type_1}, {"u_type_1_edge", palette.type_1_edge}});
}

void SectionRenderer::drawCells(const SectionPicture& picture, const Palette& palette) {
  std::vector<float> data;
  for (const CellMark& mark : visibleCells(*picture.scene, *picture.moment)) {
    push(data, {mark.x_mm, mark.z_mm, mark.angle, mark.strength, static_cast<double>(mark.kind)});
  }
  cells_.draw(data, picture,
              {{"u_platelet", palette.platelet},
               {"u_neutrophil", palette.neutrophil},
               {"u_macrophage", palette.macrophage},
               {"u_fibroblast", palette.fibroblast},
               {"u_capillary", palette.capillary}});
}

void SectionRenderer::drawChannels(const SectionPicture& picture, const Palette& palette) {
  std::vector<float> data;
  for (const ChannelDrawing& channel : picture.channels) {
    push(data, {channel.x_mm, channel.tilt, channel.opening_mm, channel.needle_diameter_mm, channel.depth.protrusion_mm,
                channel.depth.reach_mm.value, channel.depth.reach_mm.low, channel.depth.reach_mm.high,
                channel.depth.residual_mm.value, channel.open_fraction, channel.track_visible,
                channel.with_needle  ? 2.0
                : channel.with_gauge ? 1.0
                                     : 0.0,
                channel.shaft_mm, channel.curve_mm, channel.depth.residual_mm.low, channel.depth.residual_mm.high});
  }
  channels_.draw(data, picture,
                 {{"u_steel", palette.steel},
                  {"u_steel_edge", palette.steel_edge},
                  {"u_reach", palette.reach},
                  {"u_track", palette.track},
                  {"u_hole", palette.hole},
                  {"u_hole_rim", palette.hole_rim}});
}

}  // namespace needling::render
