// The page's own controls, for whoever does not use the canvas.
#include "app/explorer_app.h"
#include "ui/access_tree.h"

namespace needling::app {

std::string ExplorerApp::accessText(bool picture, bool chart_table) const {
  return ui::accessJson(sim_, ui_, {.picture = picture && view_ != nullptr, .chart_table = chart_table});
}

void ExplorerApp::use(std::string_view id, const std::string& value, bool done) {
  const ui::UiActions actions = ui::accessActions(sim_, ui_, shown_, id, value);
  dragged_outside_ = !done;
  obey(actions);
  dragged_outside_ = false;
  if (actions.structure_step != 0) stepStructure(actions.structure_step);
}

void ExplorerApp::reveal(const std::string& id) {
  ui_.reveal = id;
  requestFrame();
}

}  // namespace needling::app
