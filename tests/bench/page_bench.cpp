#include "bench/groups.h"
#include "model/results_json.h"
#include "model/view_window.h"
#include "render/drawing.h"
#include "render/mesh_ink.h"

namespace needling::bench {
namespace {

void moveSlider(int i) {
  Sim sim;
  static_cast<void>(sim.apply({"needleLength", i % 2 == 0 ? "1.5" : "1.45"}));
  use(sim.outcome().at(SeriesId::kCollagenTotal, 90.0).value);
}

void moveSliderWithPicture(int i) {
  Sim sim;
  static_cast<void>(sim.apply({"needleLength", i % 2 == 0 ? "1.5" : "1.45"}));
  const SectionMoment moment = sectionMoment(sim.scene(), sim.state().protocol, sim.outcome(), 90.0);
  use(static_cast<double>(visibleFibres(sim.scene(), moment).size()));
}

void seek(int i) {
  static Sim sim;
  static_cast<void>(sim.apply({"day", std::to_string((i * 37) % 731)}));
  use(sim.outcome().at(SeriesId::kCollagenTotal, sim.state().day).value);
}

void seekWithPicture(int i) {
  static Sim sim;
  static_cast<void>(sim.apply({"day", std::to_string((i * 37) % 731)}));
  const SectionMoment moment = sectionMoment(sim.scene(), sim.state().protocol, sim.outcome(), sim.state().day);
  use(static_cast<double>(visibleFibres(sim.scene(), moment).size() + visibleCells(sim.scene(), moment).size()));
}

void resultsText(int i) {
  static Sim sim;
  use(static_cast<double>(resultsJson(sim.derived(), i % 731).size()));
}

// The whole section on a canvas of 1280x720, or a part of it.
template <class Draw>
void drawMesh(int i, double times, Draw draw) {
  static const Sim sim;
  static const SectionMoment moment = sectionMoment(sim.scene(), sim.state().protocol, sim.outcome(), 20.0);
  static render::Mesh mesh;
  mesh.vertices.clear();
  mesh.indices.clear();
  Zoom zoom{.factor = times, .x_mm = 0.001 * i, .z_mm = 0.5};
  const ViewWindow window =
      zoomedWindow(fitWindow(sim.scene(), {.air_px = 80.0, .deepest_mm = 1.5}, 0.0, 0.0, 908.0, 398.0), zoom);
  const render::Drawing drawing{.scene = sim.scene(),
                                .moment = moment,
                                .window = window,
                                .palette = render::paletteFor(3),
                                .pixel_mm = window.mm_per_px,
                                .state = render::skinState(sim.scene(), moment, window.mm_per_px)};
  render::MeshInk ink(mesh, drawing.pixel_mm, drawing.bounds());
  draw(ink, drawing);
  use(static_cast<double>(mesh.indices.size()));
}

void deepSkin(int i) { drawMesh(i, 1.0, render::drawDeepSkin); }
void upperSkin(int i) { drawMesh(i, 1.0, render::drawUpperSkin); }
void cells(int i) { drawMesh(i, 1.0, render::drawCells); }
void deepSkinClose(int i) { drawMesh(i, 8.0, render::drawDeepSkin); }
void upperSkinClose(int i) { drawMesh(i, 8.0, render::drawUpperSkin); }

}  // namespace

void benchPage(Report& report) {
  report.section("the page");
  report.add("slider moved: 730 days with band", timeOf(moveSlider));
  report.add("slider moved: with the section's scene", timeOf(moveSliderWithPicture));
  report.add("seek to a day: numbers", timeOf(seek));
  report.add("seek to a day: fibres and cells", timeOf(seekWithPicture));
  report.add("results as JSON", timeOf(resultsText));
  report.add("triangles: dermis and fat", timeOf(deepSkin));
  report.add("triangles: upper skin", timeOf(upperSkin));
  report.add("triangles: cells of healing", timeOf(cells));
  report.add("triangles: dermis and fat, eight times closer", timeOf(deepSkinClose));
  report.add("triangles: upper skin, eight times closer", timeOf(upperSkinClose));
}

}  // namespace needling::bench
