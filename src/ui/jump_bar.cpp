#include "ui/jump_bar.h"

#include <array>

#include "model/texts.h"
#include "ui/choice_button.h"
#include "ui/part.h"
#include "ui/picture_tools.h"
#include "ui/theme.h"

namespace needling::ui {
namespace {

constexpr float kEdge = 6.0F, kGap = 4.0F;

struct Jump {
  const char* id;
  const char* words;
  float top;  // of what it leads to, on the canvas
};

bool isSetting(Tab tab) { return tab == Tab::kNeedle || tab == Tab::kSkin || tab == Tab::kCourse || tab == Tab::kView; }

// The last one whose beginning is well above the middle of what is seen. The last two are tabs of one panel.
std::size_t chosen(const std::array<Jump, 4>& jumps, const Box& seen, Tab tab) {
  const float line = seen.top + 0.3F * seen.height;
  if (jumps[2].top <= line) return tab == Tab::kGuide ? 3 : 2;
  return jumps[1].top <= line ? 1 : 0;
}

// The tab that is open stays open where it is one of those asked for.
void openTab(std::string_view id, Tab tab, UiActions& actions) {
  if (id == "guide" && tab != Tab::kGuide) actions.commands.push_back({"tab", "guide"});
  if (id == "settings" && !isSetting(tab)) actions.commands.push_back({"tab", "needle"});
}

}  // namespace

float jumpBarHeight() { return toolHeight(true) + 2.0F * kEdge; }

void drawJumpBar(const ViewSettings& view, const Layout& below, UiActions& actions) {
  const std::array<Jump, 4> jumps = {{{"picture", "jump.picture", below.under.top},
                                      {"time", "jump.time", below.timeline.top},
                                      {"settings", "jump.settings", actions.tabs_top},
                                      {"guide", "jump.guide", actions.tabs_top}}};
  const Box& bar = below.jump;
  const Part part("jump", bar, false);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(bar.min(), bar.max(), colours().card);
  list->AddLine(bar.min(), {bar.max().x, bar.top}, colours().line);
  const float width = (bar.width - 2.0F * kEdge + kGap) / static_cast<float>(jumps.size()) - kGap;
  const std::size_t now = chosen(jumps, below.below, view.tab);
  for (std::size_t i = 0; i < jumps.size(); ++i) {
    const Jump& jump = jumps[i];
    ImGui::SetCursorScreenPos({bar.left + kEdge + static_cast<float>(i) * (width + kGap), bar.top + kEdge});
    if (choiceButton(text(jump.words), i == now, {width, toolHeight(true)})) {
      actions.jump_px = actions.scroll_px + jump.top - below.below.top;
      openTab(jump.id, view.tab, actions);
    }
    notePlace(actions, "jump", jump.id);
  }
}

}  // namespace needling::ui
