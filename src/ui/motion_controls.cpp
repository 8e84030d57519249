#include "ui/motion_controls.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string>

#include "core/text.h"
#include "model/section_labels.h"
#include "model/texts.h"
#include "model/timeline.h"
#include "ui/picture_tools.h"
#include "ui/slider.h"
#include "ui/theme.h"
#include "ui/words.h"

namespace needling::ui {
namespace {

constexpr float kGap = 4.0F, kEdge = 8.0F;
constexpr const char* kPhaseTexts[] = {"insertion.phase.above", "insertion.phase.dent",     "insertion.phase.enter",
                                       "insertion.phase.reach", "insertion.phase.withdraw", "insertion.phase.left"};
static_assert(std::size(kPhaseTexts) == static_cast<std::size_t>(InsertionPhase::kCount));

float roomyWidth(const std::string& words) { return ImGui::CalcTextSize(words.c_str()).x + 22.0F; }

// A row of controls, laid from the left; the zoom's two buttons keep the lower right corner of the section.
struct Bar {
  float left, right, top, height;

  void place(float x) const { ImGui::SetCursorScreenPos({x, top}); }
};

Bar barOf(const Layout& layout, float bottom, float widest, bool beside_zoom) {
  const Box& box = layout.picture;
  const float height = toolHeight(layout.stacked);
  const float right = box.left + box.width - kEdge - (beside_zoom ? 2.0F * height + 2.0F * kGap : 0.0F);
  return {std::max(box.left + kEdge, right - widest), right, bottom - height - kEdge, height};
}

// Words on a light ground over the bar, in lines no longer than the picture allows.
void drawCaption(const Layout& layout, const Bar& bar, const std::string& words) {
  const Box& box = layout.picture;
  const float right = box.left + box.width - kEdge - 4.0F;
  const float widest = std::min(box.width - 2.0F * kEdge - 8.0F, 34.0F * ImGui::GetFontSize());
  const std::string lines = inLines(words, widest);
  const ImVec2 size = ImGui::CalcTextSize(lines.c_str());
  const ImVec2 at = {right - size.x, bar.top - size.y - 8.0F};
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled({at.x - 6.0F, at.y - 3.0F}, {at.x + size.x + 6.0F, at.y + size.y + 3.0F}, on_picture::kPaper,
                      4.0F);
  list->AddText(nullptr, 0.0F, at, on_picture::kText, lines.c_str());
}

class AccentButton {
 public:
  AccentButton() {
    ImGui::PushStyleColor(ImGuiCol_Button, colours().accent);
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, colours().accent_strong);
    ImGui::PushStyleColor(ImGuiCol_Text, colours().on_accent);
  }
  ~AccentButton() { ImGui::PopStyleColor(3); }
  AccentButton(const AccentButton&) = delete;
  AccentButton& operator=(const AccentButton&) = delete;

  bool draw(const std::string& words, const char* id, float height) const {
    return ImGui::Button((words + id).c_str(), {roomyWidth(words), height});
  }
};

bool barSlider(const char* id, double& value, double least, double most, const std::string& words, float width,
               float height) {
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {8.0F, 0.5F * (height - ImGui::GetFontSize())});
  ImGui::SetNextItemWidth(width);
  const bool moved = drawSlider(id, value, least, most, words);
  ImGui::PopStyleVar();
  return moved;
}

// Play moves on; who asked for no motion steps from still to still, and after the last to the first again.
void pressPlay(const UiState& state, Insertion& insertion) {
  if (state.reduced_motion) {
    const auto next = static_cast<std::size_t>(nearestStill(insertion.at) + 1) % kInsertionStills.size();
    insertion.at = kInsertionStills[next];
  } else {
    insertion.playing = !insertion.playing;
    if (insertion.playing && insertion.at >= 1.0) insertion.at = 0.0;
  }
}

const std::string& playWords(const UiState& state) {
  if (state.reduced_motion) return text("insertion.step");
  return text(state.insertion.playing ? "time.pause" : "time.play");
}

constexpr float kStepperEms = 24.0F;

// A step back, a slider and a step on, from 1 to `most`; answers where they are then. `tips`: what the steps are called.
int drawStepper(const Bar& bar, const char* id, const std::array<const char*, 2>& tips, int now, int most,
                const std::string& words) {
  int next = now;
  ImGui::PushID(id);
  const auto step = [&](const char* label, const char* tip, int by, float x) {
    bar.place(x);
    ImGui::BeginDisabled(now + by < 1 || now + by > most);
    if (ImGui::Button(label, {bar.height, bar.height})) next += by;
    ImGui::EndDisabled();
    ImGui::SetItemTooltip("%s", text(tip).c_str());
  };
  step("<", tips[0], -1, bar.left);
  const float left = bar.left + bar.height + kGap, right = bar.right - bar.height - kGap;
  bar.place(left);
  double at = now;
  if (barSlider("##at", at, 1.0, std::max(2.0, static_cast<double>(most)), words, right - left, bar.height))
    next = std::clamp(static_cast<int>(std::lround(at)), 1, most);
  step(">", tips[1], 1, right + kGap);
  ImGui::PopID();
  return next;
}

}  // namespace

float motionBarHeight(bool stacked) { return toolHeight(stacked) + kEdge + 2.0F; }

void drawInsertionControls(const Sim& sim, bool has_device, const UiState& state, const Layout& layout, float bottom,
                           UiActions& actions) {
  Insertion& insertion = actions.insertion;
  if (has_device) insertion = state.insertion;
  if (!insertion.shown) {
    const std::string& words = text("insertion.show");
    const Bar bar = barOf(layout, bottom, roomyWidth(words), !layout.stacked);
    bar.place(bar.left);
    if (!AccentButton().draw(words, "###insertion", bar.height)) return;
    insertion = {.shown = true};
    if (has_device) return;
    const State& now = sim.state();
    const Treatment latest = latestTreatment(now.protocol.treatmentDays(), now.day);
    actions.commands.push_back({"day", formatNumber(latest.day)});
    return;
  }
  const NeedleDepth& depth = actions.mainView().of(sim).scene().depth;
  const std::string& play = playWords(state);
  const std::string& done = text("insertion.done");
  const Bar bar = barOf(layout, bottom, 30.0F * ImGui::GetFontSize(), !layout.stacked);
  bar.place(bar.left);
  if (AccentButton().draw(play, "###insertion", bar.height)) pressPlay(state, insertion);
  // Play and pause take the same room, so that nothing moves under the pointer.
  const float play_width =
      state.reduced_motion ? roomyWidth(play) : std::max(roomyWidth(text("time.play")), roomyWidth(text("time.pause")));
  const float slider_left = bar.left + play_width + kGap;
  const float slider_width = bar.right - roomyWidth(done) - kGap - slider_left;
  bar.place(slider_left);
  double at = insertion.at;
  const InsertionState now = insertionAt(depth, at);
  if (barSlider("##insertion-at", at, 0.0, 1.0, text(kPhaseTexts[static_cast<std::size_t>(now.phase)]), slider_width,
                bar.height)) {
    insertion.at = state.reduced_motion ? kInsertionStills[static_cast<std::size_t>(nearestStill(at))] : at;
    insertion.playing = false;
  }
  bar.place(bar.right - roomyWidth(done));
  if (ImGui::Button((done + "##insertion-done").c_str(), {roomyWidth(done), bar.height})) insertion = {};
  drawCaption(layout, bar, insertionCaption(depth, now));
}

void drawTreatmentControls(const Sim& sim, const Layout& layout, float bottom, UiActions& actions) {
  const std::vector<double> days = sim.state().protocol.treatmentDays();
  const int most = static_cast<int>(days.size());
  if (most < 2) return;
  const int now = sim.surface().treatment + 1;
  const std::string words = formatText("surface.treatment", {std::to_string(now), std::to_string(most)});
  const int next = drawStepper(barOf(layout, bottom, kStepperEms * ImGui::GetFontSize(), false), "treatment",
                               {"surface.earlier", "surface.later"}, now, most, words);
  if (next != now) actions.commands.push_back({"day", formatNumber(days[static_cast<std::size_t>(next - 1)])});
}

void drawPassControls(const SurfaceView& surface, const UiState& state, const Layout& layout, float bottom,
                      UiActions& actions) {
  const int most = surface.passes();
  const int now = state.passes > 0 ? std::min(state.passes, most) : most;
  const std::string words = formatText("surface.pass", {std::to_string(now), std::to_string(most)});
  const int passes = drawStepper(barOf(layout, bottom, kStepperEms * ImGui::GetFontSize(), false), "passes",
                                 {"surface.fewer", "surface.more"}, now, most, words);
  actions.passes = passes == most ? 0 : passes;
}

}  // namespace needling::ui
