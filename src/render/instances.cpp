#include "render/instances.h"

#include <cmath>
#include <cstdint>
#include <initializer_list>

namespace needling::render {
namespace {

void push(std::vector<float>& data, std::initializer_list<double> values) {
  for (const double value : values) data.push_back(static_cast<float>(value));
}

// Whether what reaches that far around a place may be seen. A needle presses tissue down by less than its length.
bool isInView(const Drawing& drawing, double x_mm, double z_mm, double reach_mm) {
  return x_mm > drawing.leftMm() - reach_mm && x_mm < drawing.rightMm() + reach_mm &&
         z_mm > drawing.topMm() - reach_mm - drawing.scene.depth.protrusion_mm && z_mm < drawing.bottomMm() + reach_mm;
}

}  // namespace

void DayInstances::fill(const Drawing& drawing) {
  fillFibres(drawing);
  fillCells(drawing);
}

void DayInstances::fillFibres(const Drawing& drawing) {
  visibleFibres(drawing.scene, drawing.moment, strokes_);
  for (auto& pool : fibres_) {
    for (std::vector<float>& fibres : pool) fibres.clear();
  }
  for (const FibreStroke& stroke : strokes_) {
    if (!isInView(drawing, stroke.x_mm, stroke.z_mm, stroke.length_mm)) continue;
    push(fibres_[static_cast<std::size_t>(stroke.pool)][windingOf(stroke.bend, stroke.length_mm)],
         {stroke.x_mm, stroke.z_mm, stroke.length_mm, stroke.width_mm, std::cos(stroke.angle), std::sin(stroke.angle),
          stroke.bend, stroke.strength * shineAt(drawing.palette, stroke.angle)});
  }
  all_fibres_.clear();
  for (const FibrePool pool : kFibrePools) {
    for (const std::vector<float>& fibres : fibres_[static_cast<std::size_t>(pool)])
      all_fibres_.insert(all_fibres_.end(), fibres.begin(), fibres.end());
  }
}

void placeCells(const Mesh& shape, std::span<const float> cells, Mesh& mesh) {
  mesh.vertices.reserve(mesh.vertices.size() + cells.size() / kCellFloats * shape.vertices.size());
  mesh.indices.reserve(mesh.indices.size() + cells.size() / kCellFloats * shape.indices.size());
  for (std::size_t i = 0; i < cells.size(); i += kCellFloats) {
    const float x_mm = cells[i], z_mm = cells[i + 1], s = std::sin(cells[i + 2]), k = std::cos(cells[i + 2]);
    const auto share = static_cast<std::uint32_t>(std::lround(256.0F * cells[i + 3]));
    const auto first = static_cast<std::uint32_t>(mesh.vertices.size());
    for (const MeshVertex& vertex : shape.vertices) {
      MeshVertex placed{x_mm + k * vertex.x_mm - s * vertex.z_mm, z_mm + s * vertex.x_mm + k * vertex.z_mm, {}};
      for (std::size_t c = 0; c < placed.colour.size(); ++c)
        placed.colour[c] = static_cast<std::uint8_t>((vertex.colour[c] * share + 128U) >> 8U);
      mesh.vertices.push_back(placed);
    }
    for (const std::uint32_t index : shape.indices) mesh.indices.push_back(first + index);
  }
}

void DayInstances::fillCells(const Drawing& drawing) {
  visibleCells(drawing.scene, drawing.moment, marks_);
  for (std::vector<float>& cells : cells_) cells.clear();
  const double reach_mm = 2.0 * cellSizeMm(drawing) + drawing.pixel_mm;
  for (const CellMark& mark : marks_) {
    if (!isInView(drawing, mark.x_mm, mark.z_mm, reach_mm)) continue;
    push(cells_[static_cast<std::size_t>(mark.kind)], {mark.x_mm, mark.z_mm, mark.angle, mark.strength});
  }
}

}  // namespace needling::render
