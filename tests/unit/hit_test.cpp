#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include "model/sim.h"
#include "model/texts.h"
#include "render/hit_ink.h"

// Which structure stands where: known shapes, and known places of the default section.

using namespace needling;
using namespace needling::render;

namespace {

constexpr glm::vec3 kRed{1.0F, 0.0F, 0.0F};

template <class Draw>
std::string nameAt(const Point& place, double tolerance_mm, Draw draw) {
  HitInk ink(place, tolerance_mm);
  ink.begin("part");
  draw(ink);
  ink.end();
  return ink.name();
}

// A section as the page shows it, 5 um a pixel.
struct Section {
  Sim sim;
  SectionMoment moment;
  ViewWindow window;
  std::vector<ChannelDrawing> channels;
  DeviceDrawing device;

  explicit Section(const std::vector<Command>& commands, double um_per_px = 5.0) {
    for (const Command& command : commands) {
      const Status status = sim.apply(command);
      CHECK_EQ(status.message, "");
    }
    moment = sectionMoment(sim.scene(), sim.state().protocol, sim.outcome(), sim.state().day);
    window = {.width_px = 1200.0, .height_px = 560.0, .top_z_mm = -0.4, .mm_per_px = 0.001 * um_per_px};
    channels = sectionChannels(sim.scene(), moment);
    device = deviceAtRest(sim.scene(), moment);
  }
  Drawing drawing() const { return Drawing::onPage(sim.scene(), moment, window, 1.0, sim.state().look); }
  std::string at(double x_mm, double z_mm) const { return structureAt(drawing(), channels, device, {x_mm, z_mm}); }
  std::vector<Structure> all() const { return structuresIn(drawing(), channels, device, drawing().bounds()); }
};

// Gathers every name that is begun.
class NameInk final : public Ink {
 public:
  void begin(std::string_view name) override { names.emplace(name); }
  void end() override {}
  void ribbon(std::span<const RibbonPoint>, const Shade&) override {}
  void line(std::span<const Point>, double, const glm::vec3&, double) override {}
  void blob(std::span<const Point>, const Shade&) override {}
  void area(std::span<const Column>, std::span<const Stop>) override {}
  void dot(const Point&, double, const glm::vec3&, double) override {}

  std::set<std::string> names;
};

}  // namespace

TEST_SUITE("hit") {
  TEST_CASE("each kind of shape covers its inside; what is thin is found from nearby, what is wide is not") {
    const std::array<Point, 2> level = {{{0.0, 0.0}, {1.0, 0.0}}};
    const auto thin = [&](Ink& ink) { ink.line(level, 0.002, kRed, 1.0); };
    CHECK_EQ(nameAt({0.5, 0.009}, 0.01, thin), "part");
    CHECK_EQ(nameAt({0.5, 0.011}, 0.01, thin), "");
    CHECK_EQ(nameAt({1.02, 0.0}, 0.01, thin), "");
    const std::array<RibbonPoint, 2> wedge = {{{0.0, 0.0, 0.2}, {1.0, 0.0, 0.0}}};
    const auto ribbon = [&](Ink& ink) { ink.ribbon(wedge, {kRed, kRed}); };
    CHECK_EQ(nameAt({0.1, 0.15}, 0.01, ribbon), "part");
    CHECK_EQ(nameAt({0.9, 0.15}, 0.01, ribbon), "");
    const std::array<Point, 4> square = {{{0.0, 0.0}, {1.0, 0.0}, {1.0, 1.0}, {0.0, 1.0}}};
    const auto blob = [&](Ink& ink) { ink.blob(square, {kRed, kRed}); };
    CHECK_EQ(nameAt({0.99, 0.99}, 0.01, blob), "part");
    CHECK_EQ(nameAt({1.005, 0.5}, 0.01, blob), "");
    const std::array<Column, 2> columns = {{{0.0, 0.2, 0.5}, {1.0, 0.4, 0.5}}};
    const std::array<Stop, 2> stops = {{{0.0, kRed}, {1.0, kRed, 0.0}}};
    const auto area = [&](Ink& ink) { ink.area(columns, stops); };
    CHECK_EQ(nameAt({0.5, 0.31}, 0.01, area), "part");
    CHECK_EQ(nameAt({0.5, 0.29}, 0.01, area), "");
    CHECK_EQ(nameAt({0.5, 0.49}, 0.01, area), "");  // too faint there
    CHECK_EQ(nameAt({0.0, 0.02}, 0.01, [](Ink& ink) { ink.dot({0.0, 0.0}, 0.03, kRed, 1.0); }), "part");
  }

  TEST_CASE("the last shape is on top, the innermost part gives the name, air has none") {
    HitInk ink({0.0, 0.0}, 0.001);
    const auto dot = [&] { ink.dot({0.0, 0.0}, 0.1, kRed, 1.0); };
    ink.begin("outer");
    dot();
    ink.begin("inner");
    dot();
    ink.end();
    CHECK_EQ(ink.name(), "inner");
    dot();
    CHECK_EQ(ink.name(), "outer");
    ink.dot({0.0, 0.0}, 0.1, kRed, 0.05);
    ink.end();
    CHECK_EQ(ink.name(), "outer");
    ink.begin("air");
    dot();
    ink.end();
    CHECK_EQ(ink.name(), "");
  }

  TEST_CASE("known places of the default section") {
    const Section section({{"day", "2"}});
    const Skin& skin = section.sim.scene().skin;
    CHECK_EQ(section.at(0.8, -0.2), "");
    CHECK_EQ(section.at(0.8, 0.5 * skin.stratum_corneum.value), "stratum-corneum");
    CHECK_EQ(section.at(0.8, skin.dermisBottom() + 0.25), "fat");
    const std::set<std::string> cells = {"granular-layer", "spinous-layer", "basal-layer", "viable-epidermis",
                                         "melanocytes"};
    // The hole at 0.88 mm is growing over, from a cell's width outside its edges on.
    CHECK(cells.contains(section.at(0.7, 0.5 * skin.epidermisBottom())));
    CHECK_EQ(section.at(0.88, 0.5 * skin.epidermisBottom()), "new-epidermis");
    // The follicle stands at -1.22 mm and leans; the sweat gland's coil at 2.28 mm over the fat.
    const std::set<std::string> hair = {"hair", "follicle", "hair-papilla"};
    CHECK(hair.contains(section.at(-1.22 + 0.34 * 0.5 * section.sim.scene().follicle_mm + 0.03,
                                   0.5 * section.sim.scene().follicle_mm)));
    CHECK_EQ(section.at(2.252, skin.dermisBottom() - 0.003), "sweat-tubule");
    // On day 0 the device stands on the skin, its needles between their carrier and the surface.
    const Section treated({{"day", "0"}});
    const double x = treated.channels.back().x_mm;
    CHECK_EQ(treated.at(x, -0.1), "needle");
    CHECK_EQ(treated.at(x, -0.3), "cartridge");
    CHECK_EQ(treated.at(x - 0.09, treated.channels.back().depth.reach_mm.value), "reach-mark");
  }

  TEST_CASE("every name that the drawing begins has a text, in every preset, light and on every kind of day") {
    std::set<std::string> names;
    for (const Preset& preset : presets()) {
      for (const char* day : {"0", "1", "10", "90", "365"}) {
        for (const char* profile : {"default", "highContrast"}) {
          const Section section({{"preset", preset.id}, {"day", day}, {"colorProfile", profile}}, 2.0);
          NameInk ink;
          drawSection(ink, section.drawing(), section.channels, section.device);
          names.insert(ink.names.begin(), ink.names.end());
        }
      }
    }
    CHECK(names.size() > 30);
    names.erase("air");
    for (const std::string& name : names) CHECK_MESSAGE(hasText("structure." + name), name);
  }

  TEST_CASE("the structures in view: each once, where a hit gives its name, from the surface down") {
    const Section section({{"day", "30"}});
    const std::vector<Structure> all = section.all();
    std::set<std::string> names;
    double last = -1.0;
    for (const Structure& each : all) {
      CAPTURE(each.name);
      CHECK(names.insert(each.name).second);
      CHECK_EQ(section.at(each.place.x_mm, each.place.z_mm), each.name);
      CHECK(each.place.z_mm >= last);
      last = each.place.z_mm;
    }
    for (const char* name : {"stratum-corneum", "spinous-layer", "papillary-dermis", "reticular-dermis",
                             "capillary-loops", "superficial-plexus", "type3", "fibroblasts", "fat", "sweat-tubule",
                             "hair", "arrector-pili", "sebaceous-gland", "reach-mark"}) {
      CHECK_MESSAGE(names.contains(name), std::string(name));
    }
  }

  TEST_CASE("a close-up finds what is in it, and in polarised light the same") {
    for (const char* light : {"normal", "polarised"}) {
      Section section({{"day", "10"}, {"light", light}}, 0.1);
      section.window.centre_x_mm = 0.8;
      section.window.top_z_mm = 0.005;
      const std::vector<Structure> all = section.all();
      CHECK(all.size() >= 2);
      for (const Structure& each : all) CHECK_EQ(section.at(each.place.x_mm, each.place.z_mm), each.name);
    }
  }
}
