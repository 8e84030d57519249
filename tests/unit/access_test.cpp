// The parallel page: everything that is drawn has a part in it, and using a part does what the drawn control does.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "model/describe.h"
#include "model/guide.h"
#include "model/lessons.h"
#include "ui/access_tree.h"

namespace needling {
namespace {

using Json = nlohmann::json;

// Every part of the page by its id.
std::map<std::string, Json> partsOf(const Sim& sim, const ui::UiState& state, bool picture) {
  std::map<std::string, Json> parts;
  for (const Json& section :
       Json::parse(ui::accessJson(sim, state, {.picture = picture, .open = "chart:table time:now"}))) {
    CHECK(!section["heading"].get<std::string>().empty());
    for (const Json& node : section["nodes"]) {
      CAPTURE(node.dump());
      CHECK(parts.emplace(node["id"], node).second);
    }
  }
  return parts;
}

// Uses a part and applies what it asks for.
ui::UiActions use(Sim& sim, const ui::UiState& state, const std::string& id, const std::string& value) {
  ui::UiActions actions = ui::accessActions(sim, state, {}, id, value);
  for (const Command& command : actions.commands) {
    CAPTURE(command.key);
    CHECK(sim.apply(command).message == "");
  }
  return actions;
}

void checkParameter(const Json& part, const Sim& sim, const ParameterRow& row) {
  CHECK(part["label"] == row.label());
  CHECK(part["about"] == row.meaning());
  if (row.kind == ParameterKind::kChoice) {
    CHECK(part["choices"].size() == row.choices.size());
    CHECK(part["value"] == parameterText(row, sim.state().protocol.get(row.parameter)));
  } else {
    CHECK(part["value"] == sim.state().protocol.get(row.parameter));
    CHECK(part["words"] == valueWords(sim.state().protocol, row));
  }
}

TEST_CASE("access: what the page around has fixed says so") {
  Sim sim;
  REQUIRE(sim.apply({.key = "lock", .value = "site", .author = Author::kHost}).ok());
  auto parts = partsOf(sim, {}, true);
  CHECK(parts["parameter:site"]["off"] == true);
  CHECK(parts["parameter:site"]["about"].get<std::string>().rfind("Fixed by this page.", 0) == 0);
  CHECK_FALSE(parts["parameter:age"].contains("off"));
}

TEST_CASE("access: every parameter that has an effect is a part with its range, words and why") {
  for (const char* device : {"pen", "roller", "stamp"}) {
    Sim sim;
    REQUIRE(sim.apply({"device", device}).ok());
    const auto parts = partsOf(sim, {}, true);
    for (const ParameterRow& row : parameterTable()) {
      CAPTURE(row.id);
      const auto part = parts.find("parameter:" + row.id);
      REQUIRE((part != parts.end()) == hasEffect(sim.state().protocol, row.parameter));
      if (part != parts.end()) checkParameter(part->second, sim, row);
    }
  }
}

TEST_CASE("access: the needle length is spoken with what it reaches") {
  Sim sim;
  const ParameterRow& row = parameterRow(ParameterId::kNeedleLength);
  CHECK(valueWords(sim.state().protocol, row) ==
        "1.5 millimetres; reaches about 1.38 (1.05 to 1.50), reticular dermis");
  REQUIRE(sim.apply({"device", "roller"}).ok());
  REQUIRE(sim.apply({"needleLength", "0.25"}).ok());
  CHECK(valueWords(sim.state().protocol, row) == "0.25 millimetres; may only dent the skin");
}

TEST_CASE("access: each sentence of the summary is one of the parts that are told") {
  Sim sim;
  std::string words;
  for (const DescribedPart& part : describeParts(sim)) words += part.words.empty() ? "" : part.words + " ";
  CHECK(describe(sim).starts_with(words));
}

TEST_CASE("access: a warning stands beside the parameter that it is about") {
  Sim sim;
  const auto part = partsOf(sim, {}, true).at("parameter:needleLength");
  REQUIRE(part.contains("warnings"));
  CHECK(!part["warnings"].empty());
}

TEST_CASE("access: using a part changes the model, and the part then says so") {
  Sim sim;
  use(sim, {}, "parameter:needleLength", "2");
  CHECK(partsOf(sim, {}, true).at("parameter:needleLength")["value"] == 2.0);
  use(sim, {}, "time:day", "90");
  CHECK(partsOf(sim, {}, true).at("time:day")["value"] == 90.0);
  use(sim, {}, "time:earlier", "");
  CHECK(sim.state().day == 84.0);
  use(sim, {}, "time:later", "");
  CHECK(sim.state().day == 84.0);
  use(sim, {}, "picture", "strip");
  CHECK(sim.state().picture == Picture::kStrip);
  use(sim, {}, "picture", "section");
  use(sim, {}, "picture:light", "true");
  CHECK(partsOf(sim, {}, true).at("picture:light")["value"] == true);
  use(sim, {}, "key:chart", "elastin");
  CHECK(partsOf(sim, {}, true).at("key:chart")["value"] == "elastin");
  use(sim, {}, "topic:risks", "");
  CHECK(partsOf(sim, {}, true).count("guide:back") == 1);
  use(sim, {}, "view:text", "true");
  CHECK(sim.state().view.extent == Extent::kText);
  use(sim, {}, "history:undo", "");
  CHECK(use(sim, {}, "time:play", "").toggle_play);
  CHECK(use(sim, {}, "page:sheet", "").page == std::string("sheet"));
}

TEST_CASE("access: with protocol B in hand it is B that is changed") {
  Sim sim;
  use(sim, {}, "key:split", "protocol");
  ui::UiState state;
  state.edit_other = true;
  use(sim, state, "parameter:sessions", "2");
  CHECK(sim.state().protocol.get(ParameterId::kSessions) == 4.0);
  CHECK(sim.state().otherProtocol().get(ParameterId::kSessions) == 2.0);
  CHECK(partsOf(sim, state, true).at("parameter:sessions")["value"] == 2.0);
}

TEST_CASE("access: every part of every state can be used and none is unknown") {
  for (const char* mode : {"patient", "lecture", "course"}) {
    for (const char* picture : {"section", "strip", "surface"}) {
      Sim sim;
      REQUIRE(sim.apply({"mode", mode}).ok());
      REQUIRE(sim.apply({"picture", picture}).ok());
      for (const auto& [id, part] : partsOf(sim, {}, false)) {
        if (part["type"] != "button" || id == "view:text") continue;
        CAPTURE(id);
        Sim copy;
        REQUIRE(copy.apply({"mode", mode}).ok());
        const ui::UiActions actions = use(copy, {}, id, "");
        const bool does = !actions.commands.empty() || !actions.look_up.empty() || *actions.page != '\0' ||
                          actions.toggle_play || actions.structure_step != 0 || part.contains("off");
        CHECK(does);
      }
    }
  }
}

bool hasSource(const std::map<std::string, Json>& parts) {
  return std::any_of(parts.begin(), parts.end(), [](const auto& part) { return part.first.starts_with("source:"); });
}

TEST_CASE("access: a topic, a question of the quiz and a step of the tour are read in full") {
  Sim sim;
  for (const GuideTopic& topic : guideTopics()) {
    CAPTURE(topic.id);
    REQUIRE(sim.apply({"topic", topic.id}).ok());
    const auto parts = partsOf(sim, {}, true);
    CHECK(parts.at("guide.title")["text"] == topic.name());
    CHECK(parts.count("guide.words.0") == 1);
    CHECK(hasSource(parts) == false);
  }
  REQUIRE(sim.apply({"topic", "risks"}).ok());
  REQUIRE(sim.apply({"sources", "on"}).ok());
  CHECK(hasSource(partsOf(sim, {}, true)));
  REQUIRE(sim.apply({"mode", "course"}).ok());
  for (const LessonKind kind : {LessonKind::kTour, LessonKind::kQuiz}) {
    for (const Lesson* lesson : lessonsOf(kind)) {
      CAPTURE(lesson->id);
      REQUIRE(sim.apply({"lesson", lesson->id}).ok());
      const auto parts = partsOf(sim, {}, true);
      CHECK(parts.at("lesson.title")["text"] == lesson->title());
      if (lesson->options > 0) CHECK(parts.count("choice:" + std::to_string(lesson->options)) == 1);
    }
  }
}

TEST_CASE("access: the numbers behind the chart are there once they are wanted") {
  Sim sim;
  const auto details = partsOf(sim, {}, true).at("chart:table");
  REQUIRE(details["nodes"].size() == 3);
  const Json& table = details["nodes"][0];
  CHECK(table["head"].size() == 4);
  for (const Json& row : table["rows"]) CHECK(row.size() == 4);
  const Json page = Json::parse(ui::accessJson(sim, {}, {.picture = true}));
  CHECK(page.dump().find("\"chart.A\"") == std::string::npos);
}

TEST_CASE("access: unknown ids and values of strangers do nothing") {
  Sim sim;
  for (const char* id : {"", ":", "key:", "nonsense", "parameter", "show:99", "show:-1", "topic:nothing", "near:x"}) {
    CAPTURE(id);
    const ui::UiActions actions = ui::accessActions(sim, {}, {}, id, "\xff");
    for (const Command& command : actions.commands) CHECK(!sim.apply(command).ok());
  }
}

}  // namespace
}  // namespace needling
