// The page for people who do not see the canvas or do not use it: every control and every result as a list of parts, which
// the page (web/access.js) makes into its own fields, headings and tables. All words come from here, so that both agree.
#pragma once

#include <string>
#include <string_view>

#include "ui/ui.h"

namespace needling::ui {

struct AccessWants {
  bool picture = false;        // there is a canvas, so what moves or magnifies it is offered too
  std::string_view open = {};  // ids of the folds that are open, separated by spaces
};

// JSON: [{ "id", "heading", "nodes": [...] }, ...]. Each node has "id", "type" and by its type
//   range     label, value, min, max, step, words (the value for people)
//   select    label, value, choices [[value, name], ...]; groups [[name, choices], ...] where they have some
//   radio     the same, each choice drawn by itself as "ID:VALUE"
//   switch    label, value
//   button    label
//   words     text; heading: text; list: items; table: caption, head, rows
//   details   a fold: label, nodes once it is open, open: whether its drawn sheet is
// and where it has them "about", "warnings", "off" (it cannot be used now) and "covers" (sentences of describeParts that its own
// words already tell). A section has the id of the panel's tab that draws it. "id" is that of controls() with a colon between kind and id.
std::string accessJson(const Sim& sim, const UiState& state, const AccessWants& wants);

// What using one of them does. `shown`: the last frame's; `value`: what was chosen, empty for a button. Nothing for an
// unknown id.
UiActions accessActions(const Sim& sim, const UiState& state, const UiActions& shown, std::string_view id,
                        const std::string& value);

}  // namespace needling::ui
