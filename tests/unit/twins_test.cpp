// Whoever does not use the canvas reaches all that it draws: each drawn control has a field of the page, each sheet a fold.
#include <doctest/doctest.h>
#include <imgui_internal.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "ui/access_tree.h"
#include "unit/screen.h"

namespace needling {
namespace {

using Json = nlohmann::json;

// All that the page has a field for, by "kind:id" of the drawn control.
std::set<std::string> fieldsOf(const Sim& sim, const ui::UiState& state) {
  std::set<std::string> fields;
  for (const Json& section : Json::parse(ui::accessJson(sim, state, {.picture = true, .open = ""}))) {
    for (const Json& node : section["nodes"]) {
      const std::string id = node["id"];
      fields.insert(id);
      if (node["type"] != "radio") continue;
      // Drawn choice by choice, or where there is no room as one list.
      fields.insert(id + ":menu");
      for (const Json& choice : node["choices"]) fields.insert(id + ":" + choice[0].get<std::string>());
    }
  }
  return fields;
}

void checkFields(Screen& screen, Sim& sim) {
  ui::UiActions drawn;
  for (int i = 0; i < 3; ++i) drawn = screen.frame(sim);
  const std::set<std::string> fields = fieldsOf(sim, screen.state);
  REQUIRE(!drawn.controls.empty());
  for (const ui::ControlPlace& place : drawn.controls) {
    const std::string name = std::string(place.kind) + ":" + std::string(place.id);
    // These scroll to what has fields of its own; a field that gets the focus is scrolled to.
    if (place.kind == std::string_view("jump")) continue;
    CAPTURE(name);
    CHECK(fields.count(name) == 1);
  }
}

void apply(Sim& sim, const std::vector<Command>& commands) {
  for (const Command& command : commands) {
    CAPTURE(command.key);
    CHECK(sim.apply(command).message == "");
  }
}

const std::vector<std::vector<Command>> kStates = {
    {},
    {{"zoom", "5"}},
    {{"picture", "strip"}},
    {{"picture", "surface"}},
    {{"split", "before"}},
    {{"split", "protocol"}},
    {{"tab", "skin"}},
    {{"tab", "course"}},
    {{"tab", "view"}},
    {{"tab", "guide"}},
    {{"topic", "risks"}, {"sources", "on"}},
    {{"mode", "patient"}, {"tab", "mode"}},
    {{"mode", "lecture"}, {"tab", "mode"}},
    {{"mode", "lecture"}, {"lesson", "lecture.dent"}},
    {{"mode", "course"}, {"tab", "mode"}},
    {{"mode", "course"}, {"lesson", "tour.needle"}},
    {{"mode", "course"}, {"lesson", "quiz.peak"}, {"choice", "1"}},
    {{"ui", "compact"}},
    {{"ui", "stage"}},
};

TEST_CASE("twins: all that is drawn to be pressed or set is a field of the page, in every state") {
  for (const auto& [width, height] : {std::pair{1280.0F, 720.0F}, {390.0F, 844.0F}, {320.0F, 640.0F}}) {
    for (const std::vector<Command>& commands : kStates) {
      CAPTURE(width);
      CAPTURE(commands.empty() ? "" : commands.back().key + "=" + commands.back().value);
      Screen screen(width, height);
      Sim sim;
      apply(sim, commands);
      screen.state.insertion.shown = commands.empty();
      checkFields(screen, sim);
    }
  }
}

// The window of words that lies over the others.
ImGuiWindow* sheetWindow() {
  const ImVector<ImGuiPopupData>& stack = ImGui::GetCurrentContext()->OpenPopupStack;
  return stack.empty() ? nullptr : stack.back().Window;
}

void checkSheet(Screen& screen, Sim& sim, const std::string& id) {
  const auto draw = [&] {
    for (int i = 0; i < 3; ++i) screen.frame(sim);
  };
  screen.state.sheet = ui::SheetWish{.id = id, .open = true};
  draw();
  screen.state.sheet.reset();
  draw();
  CHECK(screen.state.open_sheet == id);
  const ImGuiWindow* window = sheetWindow();
  REQUIRE(window != nullptr);
  const ImVec2 canvas = ImGui::GetIO().DisplaySize;
  CHECK(window->Pos.x >= 0.0F);
  CHECK(window->Pos.y >= 0.0F);
  CHECK(window->Pos.x + window->Size.x <= canvas.x);
  CHECK(window->Pos.y + window->Size.y <= canvas.y);
  screen.state.sheet = ui::SheetWish{.id = id, .open = false};
  draw();
  CHECK(screen.state.open_sheet.empty());
  CHECK(sheetWindow() == nullptr);
}

TEST_CASE("twins: a fold of the page opens the drawn sheet of words, whole on the canvas, and closes it") {
  for (const auto& [width, height] : {std::pair{1280.0F, 720.0F}, {390.0F, 844.0F}, {667.0F, 375.0F}}) {
    Screen screen(width, height);
    Sim sim;
    for (const char* id : {"why:needleLength", "time:now", "chart:table"}) {
      CAPTURE(width);
      CAPTURE(id);
      const ui::UiActions asked = ui::accessActions(sim, screen.state, {}, id, "true");
      REQUIRE(asked.sheet.has_value());
      CHECK(asked.sheet->id == id);
      CHECK(asked.sheet->open);
      checkSheet(screen, sim, id);
    }
  }
}

TEST_CASE("twins: a wish for a sheet that is not drawn opens nothing") {
  Screen screen(1280.0F, 720.0F);
  Sim sim;
  screen.state.sheet = ui::SheetWish{.id = "why:nothing", .open = true};
  screen.frame(sim);
  CHECK(screen.frame(sim).open_sheet.empty());
  CHECK(sheetWindow() == nullptr);
}

}  // namespace
}  // namespace needling
