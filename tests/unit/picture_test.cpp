#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "model/sim.h"
#include "model/view_window.h"
#include "render/bent_ink.h"
#include "render/borders.h"
#include "render/drawing.h"
#include "render/fibre_curve.h"

// What the picture itself has to keep, whatever it is drawn with.

using namespace needling;
using namespace needling::render;

namespace {

// Keeps every area with the parts that it lies in, innermost last.
class AreaInk final : public Ink {
 public:
  struct Area {
    std::string part;
    std::vector<Column> columns;
  };

  void begin(std::string_view name) override { parts_.emplace_back(name); }
  void end() override { parts_.pop_back(); }
  void ribbon(std::span<const RibbonPoint>, const Shade&) override {}
  void line(std::span<const Point>, double, const glm::vec3&, double) override {}
  void blob(std::span<const Point>, const Shade&) override {}
  void dot(const Point&, double, const glm::vec3&, double) override {}
  void area(std::span<const Column> columns, std::span<const Stop>) override {
    areas.push_back({parts_.back(), {columns.begin(), columns.end()}});
  }

  std::vector<Area> of(std::string_view part) const {
    std::vector<Area> found;
    for (const Area& each : areas) {
      if (each.part == part) found.push_back(each);
    }
    return found;
  }

  std::vector<Area> areas;

 private:
  std::vector<std::string> parts_;
};

// The upper skin while a needle is on its way in or out.
AreaInk upperSkin(const Sim& sim, double insertion, const ViewWindow& window) {
  const SectionMoment moment = sectionMoment(sim.scene(), sim.state().protocol, sim.outcome(), 0.0);
  const DeviceDrawing device = deviceInMotion(sim.scene(), insertionAt(sim.scene().depth, insertion));
  AreaInk ink;
  BentInk bent(ink, device.dent);
  drawUpperSkin(bent, Drawing::onPage(sim.scene(), moment, window, 1.0, sim.state().look));
  return ink;
}

// Level lines in a part: the rungs of a needle's path.
class RungInk final : public Ink {
 public:
  void begin(std::string_view name) override { parts_.emplace_back(name); }
  void end() override { parts_.pop_back(); }
  void ribbon(std::span<const RibbonPoint>, const Shade&) override {}
  void blob(std::span<const Point>, const Shade&) override {}
  void dot(const Point&, double, const glm::vec3&, double) override {}
  void area(std::span<const Column>, std::span<const Stop>) override {}
  void line(std::span<const Point> line, double, const glm::vec3& tint, double opacity) override {
    if (line.size() != 2 || line[0].z_mm != line[1].z_mm || opacity < 0.2) return;
    ++count[parts_.back()];
    widest_mm = std::max(widest_mm, std::abs(line[1].x_mm - line[0].x_mm));
    darkest = std::min(darkest, std::max({tint.r, tint.g, tint.b}));
  }

  std::map<std::string, int> count;
  double widest_mm = 0.0;
  float darkest = 1.0F;

 private:
  std::vector<std::string> parts_;
};

}  // namespace

TEST_SUITE("picture") {
  TEST_CASE("a fibre's straight pieces stray from its curve by less than half a pixel, however close") {
    constexpr double kLengthMm = 0.24;
    for (const FibrePool pool : kFibrePools) {
      for (double pixel_mm = 0.01; pixel_mm > 5e-5; pixel_mm *= 0.7) {
        const int pieces = fibrePieces(pool, kWindings - 1, pixel_mm);
        double worst_mm = 0.0;
        for (int i = 0; i < pieces; ++i) {
          const double u = 2.0 * i / pieces - 1.0, step = 2.0 / pieces;
          const double chord = 0.5 * (fibreBow(pool, u) + fibreBow(pool, u + step));
          worst_mm = std::max(worst_mm, kLengthMm * std::abs(fibreBow(pool, u + 0.5 * step) - chord));
        }
        CAPTURE(pixel_mm);
        CHECK(worst_mm < 0.5 * pixel_mm);
        CHECK(pieces <= 160);
      }
    }
  }

  TEST_CASE(
      "with strong contrast a healing path has rungs that no layer has, at every magnification; without it none") {
    for (const ColorProfile profile : {ColorProfile::kDefault, ColorProfile::kHighContrast}) {
      for (const double factor : {1.0, 6.0, 20.0}) {
        Sim sim;
        CHECK(sim.apply({"day", "1"}).ok());
        const ViewWindow whole = fitWindow(sim.scene(), {.air_px = 100, .deepest_mm = 1.5}, 0, 0, 900, 400);
        Zoom zoom{.factor = factor, .x_mm = labelledChannel(sim.scene())->x_mm, .z_mm = 0.2};
        const ViewWindow window = zoomedWindow(whole, zoom);
        const SectionMoment moment = sectionMoment(sim.scene(), sim.state().protocol, sim.outcome(), 1.0);
        const Drawing drawing = Drawing::onPage(sim.scene(), moment, window, 1.0, {.colours = profile});
        RungInk ink;
        CAPTURE(factor);
        drawClots(ink, drawing, sectionChannels(sim.scene(), moment));
        CHECK(ink.count.size() == (profile == ColorProfile::kHighContrast ? 1 : 0));
        if (profile != ColorProfile::kHighContrast) continue;
        CHECK(ink.count["needle-path"] >= 8);
        CHECK(drawing.px(ink.widest_mm) >= 5.0);
        CHECK(ink.darkest < 0.1F);
      }
    }
  }

  TEST_CASE("however a needle presses the skin in, air fills all that is above it") {
    for (const char* device : {"pen", "stamp", "roller"}) {
      Sim sim;
      CHECK(sim.apply({"device", device}).ok());
      CHECK(sim.apply({"needleLength", "3"}).ok());
      const ViewWindow whole = fitWindow(sim.scene(), {.air_px = 100, .deepest_mm = 3.0}, 0, 0, 900, 400);
      for (const double factor : {1.0, 3.0, 12.0}) {
        Zoom zoom{.factor = factor, .x_mm = -0.1, .z_mm = 0.1};
        const ViewWindow window = zoomedWindow(whole, zoom);
        for (const double at : {0.1, kInsertionStills[1], kInsertionStills[2], 0.8}) {
          CAPTURE(device);
          CAPTURE(factor);
          CAPTURE(at);
          const AreaInk ink = upperSkin(sim, at, window);
          const std::vector<AreaInk::Area> air = ink.of("air"), corneum = ink.of("stratum-corneum");
          CHECK(air.size() == 1);
          CHECK(corneum.size() == 1);
          if (air.size() != 1 || corneum.size() != 1) return;
          CHECK(air[0].columns.size() == corneum[0].columns.size());
          double highest = -1e9, thinnest = 1e9;
          for (std::size_t i = 0; i < air[0].columns.size(); ++i) {
            highest = std::max(highest, air[0].columns[i].top_mm);
            // The horny layer lies over the end of the air, both soft by half a pixel.
            thinnest = std::min(thinnest, air[0].columns[i].bottom_mm - corneum[0].columns[i].top_mm);
          }
          CHECK(highest < window.top_z_mm);
          CHECK(thinnest > 0.0);
        }
      }
    }
  }

  TEST_CASE("the waves of a border leave its mean where the model has it") {
    double ridges = 0.0, surface = 0.0;
    constexpr int kPlaces = 80000;
    for (int i = 0; i < kPlaces; ++i) {
      const double x = -20.0 + 40.0 * i / kPlaces;
      ridges += junctionAt(x, 1.0) / kPlaces;
      surface += surfaceAt(x) / kPlaces;
    }
    CHECK(ridges == doctest::Approx(1.0).epsilon(0.001));
    CHECK(std::abs(surface) < 0.0003);
  }
}
