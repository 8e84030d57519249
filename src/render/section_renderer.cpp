#include "render/section_renderer.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "render/fibre_curve.h"
#include "render_assets.h"

namespace needling::render {
namespace {

// A vertex shader that draws in the section's plane.
std::string inPlane(std::string_view vertex) { return std::string(assets::kPlaneGlsl).append(vertex); }

Drawing drawingOf(const SectionPicture& picture) {
  return Drawing::onPage(*picture.scene, *picture.moment, picture.window, picture.pixels_per_css_px, picture.look);
}

Plane planeOf(const SectionPicture& picture, const Dent& dent) {
  return {picture.window, picture.window.mm_per_px / picture.pixels_per_css_px, dent};
}

void scissorTo(const SectionPicture& picture) {
  const PixelRect& target = picture.target;
  const int covered = std::min(picture.covered, target.height);
  glScissor(target.left, target.bottom + covered, target.width, target.height - covered);
}

// What is drawn from now on goes into the picture's target, as far as it is seen, and nowhere else.
void aim(const SectionPicture& picture) {
  glViewport(picture.target.left, picture.target.bottom, picture.target.width, picture.target.height);
  glEnable(GL_SCISSOR_TEST);
  scissorTo(picture);
}

const Dent kNoDent{};

// A cell of tissue around 0, as large as the picture shows it.
Mesh cellShape(const Drawing& drawing, CellKind kind) {
  Mesh shape;
  MeshInk ink(shape, drawing.pixel_mm);
  drawCell(ink, drawing.palette, {.x_mm = 0.0, .z_mm = 0.0, .angle = 0.0, .strength = 1.0, .kind = kind},
           cellSizeMm(drawing));
  return shape;
}

// How many times larger or smaller a kept layer may be shown while the window moves.
constexpr double kMostStretch = 3.0;

// Where a window lies in another over the same pixels.
Share shareOf(const ViewWindow& part, const ViewWindow& whole) {
  const double width = whole.widthMm(), height = whole.bottomMm() - whole.top_z_mm;
  const double left = 0.5 + (part.centre_x_mm - 0.5 * part.widthMm() - whole.centre_x_mm) / width;
  const double right = 0.5 + (part.centre_x_mm + 0.5 * part.widthMm() - whole.centre_x_mm) / width;
  return {left, (whole.bottomMm() - part.bottomMm()) / height, right, (whole.bottomMm() - part.top_z_mm) / height};
}

bool mayStretch(const ViewWindow& kept, const ViewWindow& wanted) {
  const double times = kept.mm_per_px / wanted.mm_per_px;
  return times < kMostStretch && times > 1.0 / kMostStretch;
}

// Calls `draw` for each of the four sides of a target that a share of it leaves free, cut off there.
template <class Draw>
void beside(const SectionPicture& picture, const Share& share, Draw draw) {
  const PixelRect& target = picture.target;
  const auto at = [](double part, int size) { return std::clamp(static_cast<int>(std::lround(part * size)), 0, size); };
  const int left = at(share.left, target.width), right = at(share.right, target.width);
  const int bottom = at(share.bottom, target.height), top = at(share.top, target.height);
  const auto cut = [&](int from_x, int from_y, int to_x, int to_y) {
    if (to_x <= from_x || to_y <= from_y) return;
    glScissor(target.left + from_x, target.bottom + from_y, to_x - from_x, to_y - from_y);
    draw();
  };
  cut(0, 0, target.width, bottom);
  cut(0, top, target.width, target.height);
  cut(0, bottom, left, top);
  cut(right, bottom, target.width, top);
  scissorTo(picture);
}

}  // namespace

SectionRenderer::SectionRenderer()
    : mesh_program_(inPlane(assets::kMeshVert), assets::kMeshFrag),
      copy_program_(assets::kQuadVert, assets::kCopyFrag),
      fibre_program_(inPlane(assets::kFibreVert), assets::kFibreFrag),
      cell_program_(inPlane(assets::kCellVert), assets::kMeshFrag),
      empty_array_(GlKind::kVertexArray) {}

void SectionRenderer::draw(std::span<const SectionPicture> pictures) {
  glEnable(GL_BLEND);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  kept_.resize(pictures.size());
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    const SectionPicture& picture = pictures[i];
    if (picture.target.width <= 0 || picture.target.height <= 0) continue;
    if (picture.surface != nullptr) {
      drawFromAbove(picture, kept_[i].surface);
    } else {
      drawSection(picture, kept_[i]);
    }
  }
  glDisable(GL_SCISSOR_TEST);
  glBindVertexArray(0);
}

SectionRenderer::View SectionRenderer::viewOf(const SectionPicture& picture, const Drawing& drawing) {
  return {.window = picture.window,
          .target = picture.target,
          .pixel_mm = drawing.pixel_mm,
          .skin_tone = picture.scene->skin_tone,
          .light = picture.look.light,
          .colours = picture.look.colours};
}

void SectionRenderer::drawSection(const SectionPicture& picture, Kept& kept) {
  if (picture.coarseness > 1) return drawCoarsely(picture, kept);
  const Drawing drawing = drawingOf(picture);
  refresh(picture, drawing, kept);
  kept.coarse = {};
  compose(picture, drawing, kept);
}

void SectionRenderer::drawCoarsely(const SectionPicture& picture, Kept& kept) {
  SectionPicture small = picture;
  small.target = {.width = std::max(1, picture.target.width / picture.coarseness),
                  .height = std::max(1, picture.target.height / picture.coarseness)};
  small.covered = picture.covered / picture.coarseness;
  small.pixels_per_css_px /= picture.coarseness;
  const Drawing drawing = drawingOf(small);
  refresh(small, drawing, kept);
  kept.coarse.beginDrawing(small.target);
  compose(small, drawing, kept);
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  aim(picture);
  layOver(kept.coarse, {}, true);
}

void SectionRenderer::refresh(const SectionPicture& picture, const Drawing& drawing, Kept& kept) {
  refreshSkin(kept.skin, picture, drawing);
  refreshDay(kept.day, picture, drawing);
  refreshChannels(kept.channels, picture, drawing);
  refreshDevice(kept.device, picture, drawing);
}

// New collagen and cells lie between the dermis and what is whole in front of them: vessels, appendages, epidermis.
void SectionRenderer::compose(const SectionPicture& picture, const Drawing& drawing, const Kept& kept) {
  const Plane plane = planeOf(picture, picture.device->dent);
  aim(picture);
  lay(kept.skin, &SkinLayers::deep, picture);
  drawFibres(kept.day, picture, drawing.palette);
  drawCells(kept.day, plane);
  lay(kept.skin, &SkinLayers::upper, picture);
  kept.channels.mesh.draw(mesh_program_, plane);
  if (picture.device->shown) kept.device.mesh.draw(mesh_program_, planeOf(picture, kNoDent));
}

bool SectionRenderer::SkinLayers::showsSkin(const View& wanted, const SkinBody& wanted_body) const {
  return ready && wanted_body == body && wanted.target == view.target && wanted.light == view.light &&
         wanted.colours == view.colours;
}

void SectionRenderer::refreshSkin(KeptSkin& skin, const SectionPicture& picture, const Drawing& drawing) {
  const View view = viewOf(picture, drawing);
  const SkinBody body = skinBody(*picture.scene);
  const bool same_skin = skin.now.showsSkin(view, body);
  const bool same_place = same_skin && view == skin.now.view, same_state = drawing.state == skin.state;
  // A dent bends the triangles that are there.
  const bool same_dent = picture.device->dent == skin.dent;
  if (same_place && same_state && same_dent) return;
  if (same_skin && !same_place && picture.moving && mayStretch(skin.now.view.window, picture.window)) {
    const bool ground =
        skin.widest.showsSkin(view, body) && shareOf(skin.widest.view.window, picture.window).coversAll();
    if (ground || shareOf(skin.now.view.window, picture.window).coversAll()) return;
  }
  if (same_skin && !same_place) {
    const bool wider = skin.now.view.window.mm_per_px > skin.widest.view.window.mm_per_px;
    if (wider || !skin.widest.showsSkin(view, body)) std::swap(skin.now, skin.widest);
  }
  if (!same_place) fill(skin.deep_mesh, drawing, drawing.bounds(), [&](Ink& ink) { drawDeepSkin(ink, drawing); });
  if (!same_place || !same_state)
    fill(skin.upper_mesh, drawing, drawing.bounds(), [&](Ink& ink) { drawUpperSkin(ink, drawing); });
  if (!same_place || !same_dent) keep(skin.now.deep, skin.deep_mesh, picture);
  keep(skin.now.upper, skin.upper_mesh, picture);
  skin.now.view = view;
  skin.now.body = body;
  skin.now.ready = true;
  skin.state = drawing.state;
  skin.dent = picture.device->dent;
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

void SectionRenderer::loadFibres(KeptDay& day, const Drawing& drawing) {
  day.fibres.load(instances_.allFibres());
  std::size_t first = 0;
  for (const FibrePool pool : kFibrePools) {
    auto& runs = day.runs[static_cast<std::size_t>(pool)];
    for (std::size_t winding = 0; winding < kWindings; ++winding) {
      const std::size_t count = instances_.fibres(pool, winding).size() / kFibreFloats;
      runs[winding] = {first, count, fibrePieces(pool, winding, drawing.pixel_mm)};
      first += count;
    }
  }
}

void SectionRenderer::refreshDay(KeptDay& day, const SectionPicture& picture, const Drawing& drawing) {
  const View view = viewOf(picture, drawing);
  const bool same_view = view == day.view;
  if (same_view && day.scene_revision == picture.scene_revision && day.day == picture.moment->day) return;
  instances_.fill(drawing);
  loadFibres(day, drawing);
  for (const CellKind kind : kTissueCells) {
    ManyCopies& cells = day.cells[static_cast<std::size_t>(kind)];
    if (!same_view) cells.shape(cellShape(drawing, kind));
    cells.load(instances_.cells(kind));
  }
  day.view = view;
  day.scene_revision = picture.scene_revision;
  day.day = picture.moment->day;
}

void SectionRenderer::refreshChannels(KeptChannels& kept, const SectionPicture& picture, const Drawing& drawing) {
  const View view = viewOf(picture, drawing);
  if (view == kept.view && kept.scene_revision == picture.scene_revision && *picture.channels == kept.channels) return;
  fill(kept.mesh, drawing, drawing.bounds(), [&](Ink& ink) { drawWounds(ink, drawing, *picture.channels); });
  kept.view = view;
  kept.scene_revision = picture.scene_revision;
  kept.channels = *picture.channels;
}

void SectionRenderer::refreshDevice(KeptDevice& kept, const SectionPicture& picture, const Drawing& drawing) {
  if (!picture.device->shown) return;
  const View view = viewOf(picture, drawing);
  if (view == kept.view && kept.scene_revision == picture.scene_revision && *picture.device == kept.device) return;
  fill(kept.mesh, drawing, drawing.bounds(), [&](Ink& ink) { drawDevice(ink, drawing, *picture.device); });
  kept.view = view;
  kept.scene_revision = picture.scene_revision;
  kept.device = *picture.device;
}

void SectionRenderer::keep(KeptLayer& layer, const MeshBuffer& mesh, const SectionPicture& picture) {
  layer.beginDrawing(picture.target);
  mesh.draw(mesh_program_, planeOf(picture, picture.device->dent));
}

void SectionRenderer::lay(const KeptSkin& skin, KeptLayer SkinLayers::* layer, const SectionPicture& picture) {
  const Share share = shareOf(skin.now.view.window, picture.window);
  if (!share.coversAll()) beside(picture, share, [&] { layOne(skin.widest, layer, picture); });
  layOne(skin.now, layer, picture);
}

void SectionRenderer::layOne(const SkinLayers& layers, KeptLayer SkinLayers::* layer, const SectionPicture& picture) {
  const bool in_place = layers.view.window == picture.window;
  layOver(layers.*layer, in_place ? Share{} : shareOf(layers.view.window, picture.window), !in_place);
}

void SectionRenderer::layOver(const KeptLayer& layer, const Share& share, bool stretched) {
  constexpr int kCorners = 4;
  copy_program_.use();
  layer.bind(stretched);
  glUniform4f(copy_program_.uniform("u_place"), static_cast<float>(share.left), static_cast<float>(share.bottom),
              static_cast<float>(share.right), static_cast<float>(share.top));
  glBindVertexArray(empty_array_.name());
  glDrawArrays(GL_TRIANGLE_STRIP, 0, kCorners);
}

template <class Draw>
void SectionRenderer::fill(MeshBuffer& buffer, const Drawing& drawing, const Bounds& bounds, Draw draw) {
  mesh_.vertices.clear();
  mesh_.indices.clear();
  MeshInk ink(mesh_, drawing.pixel_mm, bounds);
  draw(ink);
  buffer.load(mesh_);
}

void SectionRenderer::drawFromAbove(const SectionPicture& picture, KeptSurface& kept) {
  const Drawing drawing = drawingOf(picture);
  const View view = viewOf(picture, drawing);
  const bool same = view == kept.view && kept.scene_revision == picture.scene_revision &&
                    kept.treatment == picture.surface->treatment && kept.passes == picture.passes;
  if (!same) {
    fill(kept.mesh, drawing, drawing.bounds(),
         [&](Ink& ink) { drawSurface(ink, drawing, *picture.surface, picture.passes); });
    kept.view = view;
    kept.scene_revision = picture.scene_revision;
    kept.treatment = picture.surface->treatment;
    kept.passes = picture.passes;
  }
  aim(picture);
  kept.mesh.draw(mesh_program_, planeOf(picture, kNoDent));
}

void SectionRenderer::drawFibres(const KeptDay& day, const SectionPicture& picture, const Palette& palette) {
  fibre_program_.useIn(planeOf(picture, picture.device->dent));
  day.fibres.use();
  const auto colour = [&](std::string_view name, const glm::vec3& tint) {
    glUniform3f(fibre_program_.uniform(name), tint.r, tint.g, tint.b);
  };
  for (const FibrePool pool : kFibrePools) {
    const bool type_1 = pool == FibrePool::kType1;
    colour("u_thin", type_1 ? palette.type_1 : palette.type_3);
    colour("u_thick", type_1 ? palette.type_1_thick : palette.type_3);
    colour("u_edge", type_1 ? palette.type_1_edge : palette.type_3);
    fibre_program_.set("u_opacity", static_cast<float>(fibreOpacity(pool)));
    fibre_program_.set("u_wave", static_cast<float>(fibreWave(pool)));
    for (const KeptDay::Run& run : day.runs[static_cast<std::size_t>(pool)]) {
      day.fibres.draw(fibre_program_, run.first, run.count, run.pieces);
    }
  }
}

void SectionRenderer::drawCells(const KeptDay& day, const Plane& plane) {
  cell_program_.useIn(plane);
  for (const CellKind kind : kTissueCells) day.cells[static_cast<std::size_t>(kind)].draw(cell_program_);
}

}  // namespace needling::render
