// The page's own controls, for whoever does not use the canvas.
#include "app/explorer_app.h"
#include "ui/access_tree.h"

namespace needling::app {

std::string ExplorerApp::accessText(bool picture, std::string_view open) const {
  return ui::accessJson(sim_, ui_, {.picture = picture && view_ != nullptr, .open = open});
}

void ExplorerApp::use(std::string_view id, const std::string& value, bool done) {
  const ui::UiActions actions = ui::accessActions(sim_, ui_, shown_, id, value);
  dragged_outside_ = !done;
  obey(actions);
  dragged_outside_ = false;
  if (actions.sheet) {
    ui_.sheet = actions.sheet;
    requestFrame();
  }
  if (actions.structure_step != 0) stepStructure(actions.structure_step);
}

void ExplorerApp::reveal(const std::string& id) {
  ui_.reveal = id;
  requestFrame();
}

void ExplorerApp::followSheet() {
  ui_.open_sheet = shown_.open_sheet;
  if (!ui_.sheet) return;
  const bool done = (ui_.open_sheet == ui_.sheet->id) == ui_.sheet->open;
  if (done || frames_left_ <= 0) ui_.sheet.reset();
}

}  // namespace needling::app
