// What the parts of the parallel page (access_tree.h) are made of.
#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <string>

#include "model/sim.h"
#include "ui/choices.h"

namespace needling::ui {

using AccessPart = nlohmann::ordered_json;

inline AccessPart accessPart(const std::string& id, const char* type, const std::string& label) {
  return {{"id", id}, {"type", type}, {"label", label}};
}

inline AccessPart accessButton(const std::string& id, const std::string& label, bool possible = true) {
  AccessPart part = accessPart(id, "button", label);
  if (!possible) part["off"] = true;
  return part;
}

inline AccessPart accessSwitch(const std::string& id, const std::string& label, bool on) {
  AccessPart part = accessPart(id, "switch", label);
  part["value"] = on;
  return part;
}

AccessPart accessChoice(const std::string& id, const char* type, const std::string& label,
                        std::span<const ChoiceName> choices, std::string_view value);

AccessPart accessRange(const std::string& id, const std::string& label, double value, Range range, double step,
                       const std::string& words);

inline AccessPart accessWords(const std::string& id, const std::string& words) {
  return {{"id", id}, {"type", "words"}, {"text", words}};
}

inline AccessPart accessHeading(const std::string& id, const std::string& words) {
  return {{"id", id}, {"type", "heading"}, {"text", words}};
}

// Which folds of the page are open: by themselves as text, over the canvas with their drawn sheets (sheet.h).
struct Folds {
  std::string_view sheet, others;  // one id, and ids separated by spaces

  bool isOpen(std::string_view id) const;
};

// A fold, with what it tells once it is open. `id`: of the button that opens the drawn sheet.
template <class Tell>
AccessPart accessFold(const std::string& id, const std::string& label, const Folds& folds, Tell tell) {
  AccessPart part = accessPart(id, "details", label);
  part["open"] = folds.sheet == id;
  part["nodes"] = folds.isOpen(id) ? tell() : AccessPart::array();
  return part;
}

// What it rests on; a press opens the page of sources there. Nothing for empty or for what the nodes have already.
void addSource(const std::string& evidence, AccessPart& nodes);

AccessPart accessSection(const char* id, const std::string& heading, AccessPart nodes);

// What is told: depth, collagen, outcome and warnings; the chart's choice and its numbers; guide; tour, quiz
// and lecture; what is taken home.
AccessPart accessResults(const Sim& sim, const Derived& of);
AccessPart accessChart(const Sim& sim, const Folds& folds);
AccessPart accessGuide(const Sim& sim, const Protocol& protocol);
// `guide`: its topics are on the page too.
AccessPart accessMode(const Sim& sim, bool spotlight, bool guide);

}  // namespace needling::ui
