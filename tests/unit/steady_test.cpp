#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <new>
#include <span>
#include <string>
#include <vector>

#include "core/text.h"
#include "model/sim.h"
#include "render/instances.h"
#include "render/mesh_ink.h"

// What a frame must not do again: ask for memory, or draw skin anew that has stayed the same.

using namespace needling;
using render::Drawing;
using render::Mesh;

namespace {

unsigned long allocations = 0;

void* counted(std::size_t bytes) {
  ++allocations;
  void* memory = std::malloc(bytes > 0 ? bytes : 1);
  if (memory == nullptr) std::abort();
  return memory;
}

}  // namespace

void* operator new(std::size_t bytes) { return counted(bytes); }
void* operator new[](std::size_t bytes) { return counted(bytes); }
void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept { return counted(bytes); }
void* operator new[](std::size_t bytes, const std::nothrow_t&) noexcept { return counted(bytes); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { std::free(memory); }

namespace {

ViewWindow windowOf(const SectionScene& scene, double deepest_mm) {
  return fitWindow(scene, {.air_px = 80.0, .deepest_mm = deepest_mm}, 0.0, 0.0, 400.0, 280.0);
}

Mesh meshOf(const Drawing& drawing, void (*draw)(render::Ink&, const Drawing&)) {
  Mesh mesh;
  render::MeshInk ink(mesh, drawing.pixel_mm, drawing.bounds());
  draw(ink, drawing);
  return mesh;
}

bool same(const Mesh& a, const Mesh& b) {
  return a.indices == b.indices && a.vertices.size() == b.vertices.size() &&
         std::memcmp(a.vertices.data(), b.vertices.data(), a.vertices.size() * sizeof(render::MeshVertex)) == 0;
}

struct SkinMeshes {
  Mesh deep, upper;
};

// On an early day, but as if the day had changed nothing in the skin; always in the same window.
SkinMeshes skinMeshes(const SectionScene& scene, const ViewWindow& window) {
  const SectionMoment moment{};
  const Drawing drawing = Drawing::onPage(scene, moment, window, 1.0, {});
  return {meshOf(drawing, render::drawDeepSkin), meshOf(drawing, render::drawUpperSkin)};
}

}  // namespace

TEST_SUITE("steady") {
  TEST_CASE("playing asks for no memory between one day's fibres and cells and the next") {
    Sim sim;
    const SectionScene& scene = sim.scene();
    const Outcome& outcome = sim.outcome();
    const ViewWindow window = windowOf(scene, 1.5);
    render::DayInstances instances;
    unsigned long asked = 0;
    std::size_t most = 0;
    const auto play = [&] {
      asked = 0;
      for (double day = 0.0; day <= 200.0; day += 0.5) {
        const SectionMoment moment = sectionMoment(scene, sim.state().protocol, outcome, day);
        const unsigned long before = allocations;
        instances.fill(Drawing::onPage(scene, moment, window, 2.0, {}));
        asked += allocations - before;
        most = std::max(most, instances.allFibres().size());
      }
    };
    play();  // each kind of cell has its own most crowded day
    CHECK(asked > 0);
    play();
    CHECK(asked == 0);
    CHECK(most > 1000);
    // The counter counts.
    const unsigned long now = allocations;
    const std::vector<int> some(100);
    CHECK(allocations > now);
    CHECK(some.size() == 100);
  }

  TEST_CASE("instances hold what is visible, in the order of the drawing, and leave out what lies beside the window") {
    Sim sim;
    const SectionMoment moment = sectionMoment(sim.scene(), sim.state().protocol, sim.outcome(), 40.0);
    const ViewWindow whole = windowOf(sim.scene(), 1.5);
    ViewWindow wide = whole;  // all of the scene
    wide.mm_per_px *= 4.0;
    wide.top_z_mm *= 4.0;
    render::DayInstances instances;
    instances.fill(Drawing::onPage(sim.scene(), moment, wide, 1.0, {}));
    const std::vector<FibreStroke> strokes = visibleFibres(sim.scene(), moment);
    std::size_t fibre_count = 0;
    for (const FibrePool pool : render::kFibrePools) {
      for (std::size_t winding = 0; winding < render::kWindings; ++winding) {
        std::vector<FibreStroke> own;
        std::copy_if(strokes.begin(), strokes.end(), std::back_inserter(own), [&](const FibreStroke& stroke) {
          return stroke.pool == pool && render::windingOf(stroke.bend, stroke.length_mm) == winding;
        });
        fibre_count += own.size();
        REQUIRE(instances.fibres(pool, winding).size() == render::kFibreFloats * own.size());
        for (std::size_t i = 0; i < own.size(); ++i) {
          const float* fibre = &instances.fibres(pool, winding)[render::kFibreFloats * i];
          CHECK(fibre[0] == static_cast<float>(own[i].x_mm));
          CHECK(fibre[2] == static_cast<float>(own[i].length_mm));
          CHECK(fibre[7] == static_cast<float>(own[i].strength));
        }
      }
    }
    CHECK(fibre_count == strokes.size());
    // What the graphics card gets is these one after another.
    std::vector<float> in_order;
    for (const FibrePool pool : render::kFibrePools) {
      for (std::size_t winding = 0; winding < render::kWindings; ++winding) {
        const std::span<const float> run = instances.fibres(pool, winding);
        in_order.insert(in_order.end(), run.begin(), run.end());
      }
    }
    const std::span<const float> all = instances.allFibres();
    CHECK(std::equal(all.begin(), all.end(), in_order.begin(), in_order.end()));
    std::size_t cells = 0;
    for (std::size_t kind = 0; kind < kCellKindCount; ++kind)
      cells += instances.cells(static_cast<CellKind>(kind)).size() / render::kCellFloats;
    CHECK(cells == visibleCells(sim.scene(), moment).size());
    Zoom zoom{.factor = 20.0, .x_mm = 1.0, .z_mm = 0.8};
    const ViewWindow part = zoomedWindow(whole, zoom);
    instances.fill(Drawing::onPage(sim.scene(), moment, part, 1.0, {}));
    const std::span<const float> fibres = instances.allFibres();
    CHECK(fibres.size() > 0);
    CHECK(fibres.size() < render::kFibreFloats * strokes.size() / 4);
    for (std::size_t i = 0; i < fibres.size(); i += render::kFibreFloats)
      CHECK(std::abs(static_cast<double>(fibres[i]) - 1.0) < 0.5 * part.widthMm() + 0.3);
  }

  TEST_CASE("skin of the same body is the same skin, whatever else of the protocol changes") {
    Sim sim;
    const SectionScene usual = sim.scene();
    const ViewWindow window = windowOf(usual, 1.5);
    const SkinMeshes skin = skinMeshes(usual, window);
    REQUIRE_FALSE(skin.deep.indices.empty());
    int kept = 0, changed = 0;
    const auto compare = [&](const std::string& id, const std::string& value) {
      CAPTURE(id);
      CAPTURE(value);
      Sim other;
      if (!other.apply({id, value}).ok()) return;
      if (!(render::skinBody(other.scene()) == render::skinBody(usual))) {
        ++changed;
        return;
      }
      const SkinMeshes again = skinMeshes(other.scene(), window);
      CHECK(same(again.deep, skin.deep));
      CHECK(same(again.upper, skin.upper));
      ++kept;
    };
    for (const ParameterRow& row : parameterTable()) {
      if (!row.choices.empty()) {
        compare(row.id, row.choices.back().id);
        continue;
      }
      compare(row.id, formatNumber(row.min));
      compare(row.id, formatNumber(row.max));
    }
    CHECK(kept > 10);
    CHECK(changed > 1);
  }

  TEST_CASE("a needle's length leaves the window alone as far as the dermis reaches, and beyond it mostly") {
    Sim sim;
    const SectionScene& scene = sim.scene();
    CHECK(windowOf(scene, 0.25) == windowOf(scene, 1.5));
    int windows = 0;
    ViewWindow last;
    for (double length = 0.25; length <= 3.0; length += 0.05) {
      const ViewWindow window = windowOf(scene, length);
      CHECK(window.bottomMm() > length + 0.2);
      windows += window == last ? 0 : 1;
      last = window;
    }
    CHECK(windows <= 4);
  }
}
