#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "render/svg_drawing.h"

namespace needling::render {
namespace {

// Strokes in groups: by how far they have grown, which is how wide and strong they are, and a few by place in the list,
// so that those that cross lie over and under each other.
constexpr std::size_t kGrowths = 4, kLayers = 5;

struct FibreGroup {
  SvgPath path;
  double count = 0.0;
  double width_mm = 0.0;  // mean, as is the strength
  double strength = 0.0;
};

// Lazy S-curve: amplitude a tenth of the length (shaders/fibre.vert).
void addFibre(SvgPath& path, const FibreStroke& stroke) {
  const double wave = stroke.pool == FibrePool::kType3 ? 4.96 : 3.1;
  const double s = std::sin(stroke.angle), k = std::cos(stroke.angle);
  const auto at = [&](double u) {
    const double bow = stroke.bend * 0.10 * stroke.length_mm * (std::sin(u * wave) + 0.4 * (1.0 - u * u));
    const double run = 0.5 * stroke.length_mm * u;
    return std::array<double, 2>{stroke.x_mm + k * run - s * bow, stroke.z_mm + s * run + k * bow};
  };
  const int pieces = stroke.pool == FibrePool::kType3 ? 4 : 2;
  path.moveTo(at(-1.0)[0], at(-1.0)[1]);
  for (int i = 0; i < pieces; ++i) {
    const double from = 2.0 * i / pieces - 1.0, to = 2.0 * (i + 1) / pieces - 1.0;
    const auto middle = at(0.5 * (from + to)), end = at(to);
    path.through(middle[0], middle[1], end[0], end[1]);
  }
}

using FibreGroups = std::vector<FibreGroup>;

FibreGroups fibreGroups(const SvgDrawing& drawing, const std::vector<FibreStroke>& strokes, FibrePool pool) {
  FibreGroups groups(kGrowths * kLayers, FibreGroup{drawing.path()});
  std::size_t place = 0;
  for (const FibreStroke& stroke : strokes) {
    if (stroke.pool != pool) continue;
    const double reach = 0.6 * stroke.length_mm;
    if (stroke.x_mm < drawing.leftMm() - reach || stroke.x_mm > drawing.rightMm() + reach) continue;
    if (stroke.z_mm < drawing.window.top_z_mm - reach || stroke.z_mm > drawing.window.bottomMm() + reach) continue;
    const auto growth = std::min(kGrowths - 1, static_cast<std::size_t>(stroke.strength * kGrowths));
    FibreGroup& group = groups[(place++ % kLayers) * kGrowths + growth];
    addFibre(group.path, stroke);
    group.count += 1.0;
    group.width_mm += (stroke.width_mm - group.width_mm) / group.count;
    group.strength += (stroke.strength - group.strength) / group.count;
  }
  return groups;
}

std::string groupName(FibrePool pool, std::size_t index) {
  return (pool == FibrePool::kType1 ? "type1-" : "type3-") + std::to_string(index);
}

// Thin and rose.
void drawType3(SvgWriter& svg, const SvgDrawing& drawing, const FibreGroup& group, const std::string& name) {
  svg.leaf("path", {{"id", drawing.id(name)},
                    {"d", group.path.data()},
                    {"stroke", svgColour(drawing.palette.type_3)},
                    {"stroke-width", drawing.um(group.width_mm)},
                    {"stroke-opacity", svgNumber(0.88 * group.strength)}});
}

// Thick and ivory with a darker edge: the same lines twice.
void drawType1(SvgWriter& svg, const SvgDrawing& drawing, const FibreGroup& group, const std::string& name) {
  svg.open("defs", {});
  svg.leaf("path", {{"id", drawing.id(name)}, {"d", group.path.data()}});
  svg.close();
  svg.open("g", {{"opacity", svgNumber(0.95 * group.strength)}});
  svg.leaf("use", {{"xlink:href", drawing.link(name)},
                   {"stroke", svgColour(drawing.palette.type_1_edge * 0.9F)},
                   {"stroke-width", drawing.um(group.width_mm)}});
  svg.leaf("use", {{"xlink:href", drawing.link(name)},
                   {"stroke", svgColour(drawing.palette.type_1)},
                   {"stroke-width", drawing.um(0.62 * group.width_mm)}});
  svg.close();
}

}  // namespace

void drawFibres(SvgWriter& svg, const SvgDrawing& drawing) {
  const std::vector<FibreStroke> strokes = visibleFibres(drawing.scene, drawing.moment);
  svg.open("g", {{"id", drawing.id("new-collagen")}, {"fill", "none"}, {"stroke-linecap", "round"}});
  for (const FibrePool pool : {FibrePool::kType1, FibrePool::kType3}) {
    const FibreGroups groups = fibreGroups(drawing, strokes, pool);
    for (std::size_t i = 0; i < groups.size(); ++i) {
      if (groups[i].path.empty()) continue;
      (pool == FibrePool::kType1 ? drawType1 : drawType3)(svg, drawing, groups[i], groupName(pool, i));
    }
  }
  svg.close();
}

}  // namespace needling::render
