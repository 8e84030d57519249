#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "core/text.h"
#include "golden_file.h"
#include "model/sim.h"
#include "model/view_window.h"
#include "render/borders.h"

// What the tests in browsers measure the picture against, in ../web/fixtures/drawn.json: where the model has the layers,
// how their borders are drawn around these depths, and how far needles press the surface in. The numbers come from the
// program itself, so that neither the file nor the picture can go its own way. NEEDLING_UPDATE_GOLDEN=1 writes the file
// anew.

using namespace needling;

namespace {

constexpr const char* kSites[] = {"cheek", "periorbital", "abdomen", "hand"};

struct Pressed {
  const char* name;
  std::vector<Command> commands;
};

const std::vector<Pressed>& presses() {
  static const std::vector<Pressed> kPresses = {
      {"one needle of 2 mm", {{"device", "pen"}, {"needleCount", "1"}, {"needleLength", "2"}}},
      {"a pen's row", {{"device", "pen"}, {"needleCount", "36"}, {"needleLength", "3"}}},
      {"a stamp", {{"device", "stamp"}, {"needleCount", "200"}, {"needleLength", "2"}}},
      {"a roller", {{"device", "roller"}, {"needleCount", "540"}, {"needleLength", "2"}}},
  };
  return kPresses;
}

std::string quoted(const std::string& words) { return "\"" + words + "\""; }

// The values of a curve from `from_mm` to `-from_mm`.
std::string curve(double from_mm, double step_mm, int decimals, const std::function<double(double)>& value) {
  std::string list;
  const int steps = static_cast<int>(-2.0 * from_mm / step_mm + 0.5);
  for (int i = 0; i <= steps; ++i) list += (i > 0 ? "," : "") + formatFixed(value(from_mm + i * step_mm), decimals);
  return "{\"from_mm\":" + formatNumber(from_mm) + ",\"step_mm\":" + formatNumber(step_mm) + ",\"values\":[" + list +
         "]}";
}

std::string layersJson(const std::string& site) {
  Sim sim;
  REQUIRE(sim.apply({"site", site}).ok());
  const Skin& skin = sim.scene().skin;
  return quoted(site) + ": {\"corneum_mm\":" + formatFixed(skin.stratum_corneum.value, 5) +
         ",\"epidermis_mm\":" + formatFixed(skin.epidermisBottom(), 5) +
         ",\"papillary_mm\":" + formatFixed(skin.papillaryBottom(), 5) +
         ",\"dermis_mm\":" + formatFixed(skin.dermisBottom(), 5) + "}";
}

// The surface under needles pressed in as far as they go, as Dent::downAt() has it.
std::string pressedJson(const Pressed& pressed) {
  Sim sim;
  std::string query;
  for (const Command& command : pressed.commands) {
    REQUIRE(sim.apply(command).ok());
    query += (query.empty() ? "?" : "&") + command.key + "=" + command.value;
  }
  const SectionScene& scene = sim.scene();
  const Dent dent = deviceInMotion(scene, insertionAt(scene.depth, kInsertionStills[1])).dent;
  REQUIRE(dent.depth_mm > 0.1);
  return quoted(pressed.name) + ": {\"query\":" + quoted(query) +
         ",\"needles\":" + std::to_string(dent.places_mm.size()) + ",\"dent_mm\":" + formatFixed(dent.depth_mm, 5) +
         ",\"surface_mm\":" +
         curve(-3.0, 0.01, 5, [&](double x) { return render::surfaceAt(x) + dent.downAt(x, render::surfaceAt(x)); }) +
         "}";
}

std::string drawnText() {
  std::string lines = "{\n\"layers\": {\n";
  for (const char* site : kSites) lines += layersJson(site) + (site == std::end(kSites)[-1] ? "\n" : ",\n");
  // Off the mean, mm; ridges as a share of the epidermis' depth. The papillary dermis has no edge: half of it is gone there.
  lines +=
      "},\n\"borders\": {\n\"surface\": " + curve(-4.0, 0.01, 5, render::surfaceAt) +
      ",\n\"ridges\": " + curve(-4.0, 0.005, 4, [&](double x) { return render::junctionAt(x, 1.0) - 1.0; }) +
      ",\n\"papillary\": " + curve(-4.0, 0.02, 4, [](double x) { return 0.05 * (render::fbm(x * 2.0, 21.0) - 0.5); }) +
      ",\n\"fat\": " + curve(-4.0, 0.02, 4, [](double x) { return render::dermisBottomAt(x, 0.0); }) + "\n},\n";
  lines += "\"pressed\": {\n";
  for (const Pressed& pressed : presses())
    lines += pressedJson(pressed) + (&pressed == &presses().back() ? "\n" : ",\n");
  return lines + "}\n}\n";
}

}  // namespace

TEST_SUITE("golden") {
  TEST_CASE("golden: what the browser tests measure the picture against") {
    const std::string path = std::string(NEEDLING_TESTS_DIR) + "/web/fixtures/drawn.json", text = drawnText();
    const bool same = goldenFile(path, text) == text;
    CHECK_MESSAGE(same, "drawn.json is not what the program draws; NEEDLING_UPDATE_GOLDEN=1 writes it anew");
  }
}
