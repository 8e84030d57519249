#include "render/section_renderer.h"

#include <initializer_list>
#include <string>

#include "render_assets.h"

namespace needling::render {
namespace {

constexpr int kRibbonPieces = 16;

// A vertex shader that draws in the section's plane.
std::string inPlane(std::string_view vertex) { return std::string(assets::kPlaneGlsl).append(vertex); }

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

Drawing drawingOf(const SectionPicture& picture) {
  return Drawing::onPage(*picture.scene, *picture.moment, picture.window, picture.pixels_per_css_px, picture.look);
}

Plane planeOf(const SectionPicture& picture, const Dent& dent) {
  return {picture.window, picture.window.mm_per_px / picture.pixels_per_css_px, dent};
}

// What is drawn from now on goes into the picture's target and nowhere else.
void aim(const PixelRect& target) {
  glViewport(target.left, target.bottom, target.width, target.height);
  glEnable(GL_SCISSOR_TEST);
  glScissor(target.left, target.bottom, target.width, target.height);
}

}  // namespace

SectionRenderer::SectionRenderer()
    : mesh_program_(inPlane(assets::kMeshVert), assets::kMeshFrag),
      copy_program_(assets::kQuadVert, assets::kCopyFrag),
      fibres_(inPlane(assets::kFibreVert), assets::kFibreFrag, ribbonCorners(), {4, 4}),
      empty_array_(GlKind::kVertexArray) {}

void SectionRenderer::draw(std::span<const SectionPicture> pictures) {
  glEnable(GL_BLEND);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  skins_.resize(pictures.size());
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    const SectionPicture& picture = pictures[i];
    if (picture.target.width <= 0 || picture.target.height <= 0) continue;
    if (picture.surface != nullptr) {
      drawFromAbove(picture);
    } else {
      drawSection(picture, skins_[i]);
    }
  }
  glDisable(GL_SCISSOR_TEST);
  glBindVertexArray(0);
}

// New collagen and cells lie between the dermis and what is whole in front of them: vessels, appendages, epidermis.
void SectionRenderer::drawSection(const SectionPicture& picture, KeptSkin& skin) {
  const Drawing drawing = drawingOf(picture);
  const Dent& dent = picture.device.dent;
  refresh(skin, picture, drawing);
  aim(picture.target);
  lay(skin.deep);
  drawFibres(picture, drawing.palette);
  drawNow(picture, dent, drawing, [&](Ink& ink) { drawCells(ink, drawing); });
  lay(skin.upper);
  drawNow(picture, dent, drawing, [&](Ink& ink) {
    drawChannels(ink, drawing, picture.channels);
    drawClots(ink, drawing, picture.channels);
  });
  if (!picture.device.shown) return;
  drawNow(picture, {}, drawing, [&](Ink& ink) { drawDevice(ink, drawing, picture.device); });
}

void SectionRenderer::refresh(KeptSkin& skin, const SectionPicture& picture, const Drawing& drawing) {
  const SkinKey key{picture.window, picture.target, picture.scene_revision, picture.look.light, picture.look.colours};
  const bool same_place = skin.ready && key == skin.key, same_state = drawing.state == skin.state;
  // A dent bends the triangles that are there.
  const bool same_dent = picture.device.dent == skin.dent;
  if (same_place && same_state && same_dent) return;
  if (!same_place) fill(skin.deep_mesh, drawing, [&](Ink& ink) { drawDeepSkin(ink, drawing); });
  if (!same_place || !same_state) fill(skin.upper_mesh, drawing, [&](Ink& ink) { drawUpperSkin(ink, drawing); });
  if (!same_place || !same_dent) keep(skin.deep, skin.deep_mesh, picture);
  keep(skin.upper, skin.upper_mesh, picture);
  skin.key = key;
  skin.state = drawing.state;
  skin.dent = picture.device.dent;
  skin.ready = true;
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

void SectionRenderer::keep(KeptLayer& layer, const MeshBuffer& mesh, const SectionPicture& picture) {
  layer.beginDrawing(picture.target);
  mesh.draw(mesh_program_, planeOf(picture, picture.device.dent));
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

template <class Draw>
void SectionRenderer::fill(MeshBuffer& buffer, const Drawing& drawing, Draw draw) {
  mesh_.vertices.clear();
  mesh_.indices.clear();
  MeshInk ink(mesh_, drawing.pixel_mm, drawing.bounds());
  draw(ink);
  buffer.load(mesh_);
}

template <class Draw>
void SectionRenderer::drawNow(const SectionPicture& picture, const Dent& dent, const Drawing& drawing, Draw draw) {
  fill(moment_mesh_, drawing, draw);
  moment_mesh_.draw(mesh_program_, planeOf(picture, dent));
}

void SectionRenderer::drawFromAbove(const SectionPicture& picture) {
  const Drawing drawing = drawingOf(picture);
  aim(picture.target);
  drawNow(picture, {}, drawing, [&](Ink& ink) { drawSurface(ink, drawing, *picture.surface, picture.passes); });
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
  fibres_.draw(data, planeOf(picture, picture.device.dent),
               {{"u_type_3", palette.type_3},
                {"u_type_1", palette.type_1},
                {"u_type_1_thick", palette.type_1_thick},
                {"u_type_1_edge", palette.type_1_edge}});
}

}  // namespace needling::render
