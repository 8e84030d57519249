#include "ui/motion_controls.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string>
#include <vector>

#include "core/text.h"
#include "model/section_labels.h"
#include "model/texts.h"
#include "model/timeline.h"
#include "ui/choice_button.h"
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
struct Caption {
  std::string lines;
  Box ground;
};

Caption captionOver(const Layout& layout, const Bar& bar, bool beside_needle, const std::string& words) {
  constexpr float kSide = 6.0F, kPad = 3.0F;
  const Box& box = layout.picture;
  const float right = box.left + box.width - kEdge - 4.0F;
  const float room = right - (beside_needle ? bar.left : box.left + kEdge) - kSide;
  Caption caption{.lines = inLines(words, std::min(room, 34.0F * ImGui::GetFontSize())), .ground = {}};
  const ImVec2 size = ImGui::CalcTextSize(caption.lines.c_str());
  caption.ground = {right - size.x - kSide, bar.top - size.y - 8.0F - kPad, size.x + 2.0F * kSide,
                    size.y + 2.0F * kPad};
  return caption;
}

void drawCaption(const Caption& caption) {
  const Box& ground = caption.ground;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(ground.min(), ground.max(), on_picture::kPaper, 4.0F);
  list->AddText(nullptr, 0.0F, {ground.left + 6.0F, ground.top + 3.0F}, on_picture::kText, caption.lines.c_str());
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
    return ImGui::Button((words + id).c_str(), {toolWidth(words), height});
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

// Play and pause take the same room, so that nothing moves under the pointer.
float playWidth(const UiState& state) {
  if (state.reduced_motion) return toolWidth(text("insertion.step"));
  return std::max(toolWidth(text("time.play")), toolWidth(text("time.pause")));
}

float longestPhaseWidth() {
  float width = 0.0F;
  for (const char* id : kPhaseTexts) width = std::max(width, ImGui::CalcTextSize(text(id).c_str()).x);
  return width;
}

// The bar of the needle that is shown: right of the needle where it has room there, as it would hide the tip.
struct NeedleBar {
  Bar bar;
  bool beside_needle;
};

NeedleBar needleBar(const PictureView& view, const UiState& state, const Layout& layout, float bottom) {
  constexpr float kBesideNeedle = 84.0F;  // px: as far as its words stand off
  NeedleBar result{barOf(layout, bottom, 30.0F * ImGui::GetFontSize(), !layout.stacked), false};
  if (layout.stacked || view.channels.empty()) return result;
  const float left = static_cast<float>(view.window.xToPx(view.channels.back().x_mm)) + kBesideNeedle;
  const float least =
      playWidth(state) + toolWidth(text("insertion.done")) + 2.0F * kGap + longestPhaseWidth() + ImGui::GetFontSize();
  if (result.bar.right - left < least) return result;
  result.bar.left = std::max(result.bar.left, left);
  result.beside_needle = true;
  return result;
}

Caption needleCaption(const Sim& sim, const PictureView& view, const UiState& state, const Layout& layout,
                      const NeedleBar& bar) {
  const NeedleDepth& depth = view.of(sim).scene().depth;
  return captionOver(layout, bar.bar, bar.beside_needle,
                     insertionCaption(depth, insertionAt(depth, state.insertion.at)));
}

Box boxOf(const Bar& bar) { return {bar.left, bar.top, bar.right - bar.left, bar.height}; }

Bar showBar(const Layout& layout, float bottom) {
  return barOf(layout, bottom, toolWidth(text("insertion.show")), !layout.stacked);
}

constexpr float kStepperEms = 24.0F;
constexpr float kBelow = 6.0F;  // over each row that stands under a phone's picture

// A step back, a slider and a step on, from 1 to `most`.
struct Stepper {
  const char* id;
  std::array<const char*, 2> tips;  // what the steps are called
  int now, most;
  std::string words;
};

// Which treatment of a course is shown, if there are several, and after how many of its passes.
std::vector<Stepper> steppersOf(const Derived& of, const UiState& state) {
  const SurfaceView& surface = of.surface();
  const auto told = [](const char* id, int now, int most) {
    return formatText(id, {std::to_string(now), std::to_string(most)});
  };
  std::vector<Stepper> steppers;
  const int treatment = surface.treatment + 1, treatments = static_cast<int>(of.protocol().treatmentDays().size());
  if (treatments > 1) {
    steppers.push_back({"treatment",
                        {"surface.earlier", "surface.later"},
                        treatment,
                        treatments,
                        told("surface.treatment", treatment, treatments)});
  }
  const int most = surface.passes(), passes = state.passes > 0 ? std::min(state.passes, most) : most;
  steppers.push_back({"passes", {"surface.fewer", "surface.more"}, passes, most, told("surface.pass", passes, most)});
  return steppers;
}

// Whether its words have room between the two steps; else they stand over it.
bool holdsWords(const Stepper& stepper, float width, float height) {
  return ImGui::CalcTextSize(stepper.words.c_str()).x + 12.0F < width - 2.0F * (height + kGap);
}

// Answers where it is then.
int drawStepper(const Bar& bar, const Stepper& stepper, UiActions& actions) {
  int next = stepper.now;
  ImGui::PushID(stepper.id);
  const bool inside = holdsWords(stepper, bar.right - bar.left, bar.height);
  if (!inside) {
    const float width = ImGui::CalcTextSize(stepper.words.c_str()).x;
    ImGui::GetWindowDrawList()->AddText({0.5F * (bar.left + bar.right - width), bar.top - ImGui::GetFontSize() - 2.0F},
                                        colours().text, stepper.words.c_str());
  }
  const auto step = [&](const char* label, const char* tip, int by, float x) {
    bar.place(x);
    ImGui::BeginDisabled(stepper.now + by < 1 || stepper.now + by > stepper.most);
    if (ImGui::Button(label, {bar.height, bar.height})) next += by;
    ImGui::EndDisabled();
    ImGui::SetItemTooltip("%s", text(tip).c_str());
  };
  step("<", stepper.tips[0], -1, bar.left);
  const float left = bar.left + bar.height + kGap, right = bar.right - bar.height - kGap;
  bar.place(left);
  double at = stepper.now;
  if (barSlider("##at", at, 1.0, std::max(2.0, static_cast<double>(stepper.most)), inside ? stepper.words : "",
                right - left, bar.height))
    next = std::clamp(static_cast<int>(std::lround(at)), 1, stepper.most);
  notePlace(actions, "surface", stepper.id);
  step(">", stepper.tips[1], 1, right + kGap);
  ImGui::PopID();
  return next;
}

// Where each stands, relative to the picture's left and the upper edge of the first: beside each other where their words
// have room so, else below each other.
struct StepperRows {
  std::vector<Bar> bars;
  float height;
};

StepperRows stepperRows(const std::vector<Stepper>& steppers, float width, bool stacked) {
  const float height = toolHeight(stacked), most = kStepperEms * ImGui::GetFontSize();
  const float room = width - 2.0F * kEdge, half = 0.5F * (room - 2.0F * kEdge);
  const bool beside = std::all_of(steppers.begin(), steppers.end(),
                                  [&](const Stepper& each) { return holdsWords(each, std::min(half, most), height); });
  StepperRows rows{.bars = {}, .height = 0.0F};
  const bool one_row = beside && steppers.size() == 2;
  const float each = std::min(most, one_row ? half : room);
  for (std::size_t i = 0; i < steppers.size(); ++i) {
    const float right = width - kEdge - (one_row && i == 0 ? each + 2.0F * kEdge : 0.0F);
    const bool first_in_row = i == 0 || !one_row;
    const float title = holdsWords(steppers[i], each, height) ? 0.0F : ImGui::GetFontSize() + 4.0F;
    if (first_in_row) rows.height += kBelow + title + height;
    rows.bars.push_back({right - each, right, rows.height - height, height});
  }
  return rows;
}

}  // namespace

std::vector<Box> insertionBoxes(const Sim& sim, bool has_device, const UiState& state, const Layout& layout,
                                float bottom, const PictureView& view) {
  if (!has_device || !state.insertion.shown) return {boxOf(showBar(layout, bottom))};
  const NeedleBar bar = needleBar(view, state, layout, bottom);
  return {boxOf(bar.bar), needleCaption(sim, view, state, layout, bar).ground};
}

void pressInsertion(const Sim& sim, bool has_device, const UiState& state, UiActions& actions) {
  Insertion& insertion = actions.insertion;
  if (insertion.shown) return pressPlay(state, insertion);
  insertion = {.shown = true};
  if (has_device) return;
  const State& now = sim.state();
  const Treatment latest = latestTreatment(now.protocol.treatmentDays(), now.day);
  actions.commands.push_back({"day", formatNumber(latest.day)});
}

void moveInsertion(double at, const UiState& state, UiActions& actions) {
  actions.insertion.at = state.reduced_motion ? kInsertionStills[static_cast<std::size_t>(nearestStill(at))] : at;
  actions.insertion.playing = false;
}

const std::string& insertionName(const Insertion& insertion, const UiState& state) {
  return insertion.shown ? playWords(state) : text("insertion.show");
}

const std::string& insertionPhase(const NeedleDepth& depth, double at) {
  return text(kPhaseTexts[static_cast<std::size_t>(insertionAt(depth, at).phase)]);
}

void drawInsertionControls(const Sim& sim, bool has_device, const UiState& state, const Layout& layout, float bottom,
                           UiActions& actions) {
  Insertion& insertion = actions.insertion;
  if (has_device) insertion = state.insertion;
  if (!insertion.shown) {
    const Bar bar = showBar(layout, bottom);
    bar.place(bar.left);
    const bool pressed = AccentButton().draw(text("insertion.show"), "###insertion", bar.height);
    notePlace(actions, "motion", "insertion");
    if (pressed) pressInsertion(sim, has_device, state, actions);
    return;
  }
  const NeedleDepth& depth = actions.mainView().of(sim).scene().depth;
  const std::string& done = text("insertion.done");
  const NeedleBar needle_bar = needleBar(actions.mainView(), state, layout, bottom);
  const Bar& bar = needle_bar.bar;
  bar.place(bar.left);
  if (AccentButton().draw(playWords(state), "###insertion", bar.height)) {
    pressInsertion(sim, has_device, state, actions);
  }
  notePlace(actions, "motion", "insertion");
  const float slider_left = bar.left + playWidth(state) + kGap;
  const float slider_width = bar.right - toolWidth(done) - kGap - slider_left;
  bar.place(slider_left);
  double at = insertion.at;
  if (barSlider("##insertion-at", at, 0.0, 1.0, insertionPhase(depth, at), slider_width, bar.height)) {
    moveInsertion(at, state, actions);
  }
  notePlace(actions, "motion", "at");
  bar.place(bar.right - toolWidth(done));
  if (ImGui::Button((done + "##insertion-done").c_str(), {toolWidth(done), bar.height})) insertion = {};
  notePlace(actions, "motion", "done");
  drawCaption(needleCaption(sim, actions.mainView(), state, layout, needle_bar));
}

float surfaceControlsHeight(const Derived& of, const UiState& state, float width, bool stacked) {
  return stepperRows(steppersOf(of, state), width, stacked).height + kEdge;
}

void drawSurfaceControls(const Derived& of, const UiState& state, const Layout& layout, float top, UiActions& actions) {
  const std::vector<Stepper> steppers = steppersOf(of, state);
  const StepperRows rows = stepperRows(steppers, layout.picture.width, layout.stacked);
  for (std::size_t i = 0; i < steppers.size(); ++i) {
    Bar bar = rows.bars[i];
    bar.left += layout.picture.left;
    bar.right += layout.picture.left;
    bar.top += top;
    const int next = drawStepper(bar, steppers[i], actions);
    const bool passes = i + 1 == steppers.size();
    if (passes) actions.passes = next == steppers[i].most ? 0 : next;
    if (passes || next == steppers[i].now) continue;
    const double day = of.protocol().treatmentDays()[static_cast<std::size_t>(next - 1)];
    actions.commands.push_back({"day", formatNumber(day)});
  }
}

}  // namespace needling::ui
