#include "ui/picture_tools.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "model/texts.h"
#include "ui/choice_button.h"
#include "ui/choices.h"
#include "ui/theme.h"

namespace needling::ui {
namespace {

constexpr float kGap = 4.0F;
constexpr float kMargin = 8.0F;
constexpr float kNarrowestButton = 24.0F;  // WCAG 2.5.8

constexpr std::array<const char*, 3> kShortPictures = {"picture.sectionShort", "picture.stripShort",
                                                       "picture.surfaceShort"};

std::array<const char*, 3> fullNames() { return {kPictures[0].second, kPictures[1].second, kPictures[2].second}; }

void switchLight(const Sim& sim, UiActions& actions) {
  const bool polarised = sim.state().look.light == Light::kPolarised;
  actions.commands.push_back({"light", polarised ? "normal" : "polarised"});
}

bool menuItem(const std::string& words, bool chosen, float height) {
  ImGui::PushStyleVar(ImGuiStyleVar_SelectableTextAlign, {0.0F, 0.5F});
  const bool pressed = ImGui::Selectable(words.c_str(), chosen, 0, {ImGui::GetFontSize() * 15.0F, height});
  ImGui::PopStyleVar();
  return pressed;
}

void drawProfileItems(const Sim& sim, float height, UiActions& actions) {
  const std::string now = lookText(sim.state().look, "colorProfile");
  for (const auto& [id, words] : kColorProfiles) {
    if (menuItem(text(words), now == id, height)) actions.commands.push_back({"colorProfile", id});
  }
}

// Beside what the section stands.
void drawCompareItems(const Sim& sim, float height, UiActions& actions) {
  for (const auto& [split, id] : kSplits) {
    if (menuItem(text(id), splitName(sim.state().split) == split, height)) compareWith(sim.state(), split, actions);
  }
}

void drawCompare(const Sim& sim, float height, UiActions& actions) {
  const std::string words = text("picture.compare") + "##compare";
  const bool compares = sim.state().split != Split::kNone;
  if (choiceButton(words, compares, {toolWidth(text("picture.compare")), height})) ImGui::OpenPopup("compare");
  if (sim.state().picture == Picture::kSection) notePlace(actions, "key", "split");
  if (!ImGui::BeginPopup("compare")) return;
  drawCompareItems(sim, height, actions);
  ImGui::EndPopup();
}

// Where the needle of the section stands and how deep it went, or what the picture is about without one.
Zoom viewOf(const Sim& sim, const ViewWindow& whole, std::size_t view, float below_px) {
  const SectionScene& scene = sim.scene();
  const SectionChannel* labelled = labelledChannel(scene);
  if (view == 0 || labelled == nullptr) return {};
  // From over the surface to under the deepest that the needle may have come; or of one channel epidermis, mouth and upper
  // papillary dermis, but a tenth of a millimetre across at the least.
  const bool one_channel = view == 2;
  const double top = -0.045;
  const double bottom = one_channel ? 1.2 * scene.skin.epidermisBottom() + 0.045 : scene.depth.reach_mm.high + 0.05;
  constexpr double kHead = 60.0, kFoot = 46.0, kLeastAcross = 0.1;  // px under and over the buttons; mm
  const double room_px = std::max(whole.height_px - static_cast<double>(below_px) - kHead - kFoot, 60.0);
  const double mm_per_px = std::max((bottom - top) / room_px, kLeastAcross / whole.width_px);
  return zoomOn(whole, labelled->x_mm, 0.5 * (top + bottom) - 0.5 * (kHead - kFoot) * mm_per_px,
                mm_per_px * whole.width_px, static_cast<double>(below_px));
}

class BottomRow {
 public:
  BottomRow(const Sim& sim, const Layout& layout, const ViewWindow& whole, float bottom, Zoom& zoom, UiActions& actions)
      : sim_(sim),
        layout_(layout),
        whole_(whole),
        bottom_(bottom),
        zoom_(zoom),
        actions_(actions),
        height_(toolHeight(layout.stacked)),
        square_(height_) {
    const float room = layout.picture.width - 2.0F * kMargin;
    float views = 0.0F;
    for (const auto& [view, id] : kViews) views += toolWidth(text(id)) + kGap;
    const float fixed = 4.0F * (height_ + kGap) + 2.0F * kMargin;
    const float full = fixed + toolWidth(text("picture.what")) + views;
    // The row starts to the right of the names of the layers.
    // And a long row would stand over the tip of a needle that is longer than the dermis.
    const double tip = whole.zToPx(sim.scene().depth.protrusion_mm);
    const bool over_tip = tip > static_cast<double>(bottom - height_ - 2.0F * kMargin);
    wide_ = !layout.stacked && !over_tip && full < room - ImGui::GetFontSize() * 11.0F;
    what_width_ = toolWidth(text("picture.what"));
    width_ = full;
    if (wide_) return;
    const float menu = toolWidth(text("picture.view")) + kGap;
    if (fixed + what_width_ + menu <= room) {
      width_ = fixed + what_width_ + menu;
      return;
    }
    // Five narrow buttons, which are as high as the others: with the largest words they would not fit beside the menu.
    const float between = menu + 4.0F * kGap + 2.0F * kMargin;
    square_ = what_width_ = std::clamp((room - between) / 5.0F, kNarrowestButton, height_);
    width_ = between + 5.0F * square_;
  }

  // In a wide picture; under a phone's, where buttons would cover what they are about.
  Box box() const {
    const float top = layout_.stacked ? layout_.under.top + 6.0F : bottom_ - height_ - kMargin;
    return {layout_.picture.left + layout_.picture.width - width_ - kMargin, top, width_, height_};
  }

  void draw() {
    const float top = box().top;
    for (std::size_t i = 0; i < kViews.size(); ++i) actions_.near[i] = viewOf(sim_, whole_, i, below());
    ImGui::SetCursorScreenPos(box().min());
    drawWhat();
    ImGui::SameLine(0.0F, kGap + kMargin);
    wide_ ? drawViews() : drawMenu();
    ImGui::SameLine(0.0F, kGap + kMargin);
    drawCloseness();
    if (!layout_.stacked) return;
    ImGui::SetCursorScreenPos({layout_.picture.left + kMargin, top + height_ + 6.0F});
    drawCompare(sim_, height_, actions_);
  }

 private:
  // A button with a sign for its words.
  bool sign(const char* label, const char* tooltip) {
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {0.0F, ImGui::GetStyle().FramePadding.y});
    const bool pressed = ImGui::Button(label, {square_, height_});
    ImGui::PopStyleVar();
    ImGui::SetItemTooltip("%s", text(tooltip).c_str());
    return pressed;
  }

  void drawWhat() {
    if (sign("<##structure", "picture.what.back")) actions_.structure_step = -1;
    notePlace(actions_, "structure", "back");
    ImGui::SameLine(0.0F, kGap);
    if (what_width_ > square_) {
      if (ImGui::Button((text("picture.what") + "##what").c_str(), {what_width_, height_})) actions_.structure_step = 1;
    } else if (sign("?##what", "picture.what")) {
      actions_.structure_step = 1;
    }
    ImGui::SameLine(0.0F, kGap);
    if (sign(">##structure", "picture.what.next")) actions_.structure_step = 1;
    notePlace(actions_, "structure", "next");
  }

  void drawViews() {
    for (std::size_t i = 0; i < kViews.size(); ++i) {
      if (i > 0) ImGui::SameLine(0.0F, kGap);
      const Zoom view = viewOf(sim_, whole_, i, below());
      const std::string& words = text(kViews[i].second);
      if (choiceButton(words, holds(i, view), {toolWidth(words), height_})) zoom_ = view;
      notePlace(actions_, "near", kViews[i].first);
    }
  }

  void drawMenu() {
    if (ImGui::Button((text("picture.view") + "##view").c_str(), {toolWidth(text("picture.view")), height_}))
      ImGui::OpenPopup("view");
    notePlace(actions_, "near", "menu");
    if (!ImGui::BeginPopup("view")) return;
    for (std::size_t i = 0; i < kViews.size(); ++i) {
      const Zoom view = viewOf(sim_, whole_, i, below());
      if (menuItem(text(kViews[i].second), holds(i, view), height_)) zoom_ = view;
    }
    ImGui::Separator();
    const bool polarised = sim_.state().look.light == Light::kPolarised;
    if (menuItem(text("picture.polarised"), polarised, height_)) switchLight(sim_, actions_);
    ImGui::Separator();
    drawProfileItems(sim_, height_, actions_);
    if (!layout_.stacked) {
      ImGui::Separator();
      drawCompareItems(sim_, height_, actions_);
    }
    ImGui::EndPopup();
  }

  void drawCloseness() {
    const double middle_x = whole_.left_px + 0.5 * whole_.width_px,
                 middle_y = 0.5 * (whole_.top_px + static_cast<double>(bottom_));
    ImGui::BeginDisabled(zoom_.factor >= Zoom::kMost);
    if (sign("+##closer", "picture.closer")) zoom_ = zoomAround(whole_, zoom_, 1.6, middle_x, middle_y);
    notePlace(actions_, "zoom", "closer");
    ImGui::EndDisabled();
    ImGui::SameLine(0.0F, kGap);
    ImGui::BeginDisabled(zoom_.factor <= 1.0);
    if (sign("-##farther", "picture.farther")) zoom_ = zoomAround(whole_, zoom_, 1.0 / 1.6, middle_x, middle_y);
    notePlace(actions_, "zoom", "farther");
    ImGui::EndDisabled();
  }

  // Where two views are the same, the whole is meant.
  bool holds(std::size_t i, const Zoom& view) const {
    return rounded(zoom_) == rounded(view) && (i == 0 || view.factor > 1.0);
  }
  float below() const { return layout_.picture.top + layout_.picture.height - bottom_; }

  const Sim& sim_;
  const Layout& layout_;
  const ViewWindow& whole_;
  float bottom_;
  Zoom& zoom_;
  UiActions& actions_;
  float height_, square_;  // of all buttons; width of those with a sign
  bool wide_ = false;
  float what_width_ = 0.0F, width_ = 0.0F;
};

}  // namespace

void compareWith(const State& state, const std::string& split, UiActions& actions) {
  // Protocol B is set apart at once, or what one changes then would change both.
  if (split == splitName(Split::kProtocol) && !state.other) actions.commands.push_back({"b", "copy"});
  actions.commands.push_back({"split", split});
}

float toolWidth(const std::string& words) { return buttonWidth(words) + ImGui::GetFontSize(); }

float toolHeight(bool stacked) { return stacked ? std::max(touchHeight(), 44.0F) : touchHeight(); }

void drawTopTools(const Sim& sim, const Layout& layout, UiActions& actions) {
  const float height = toolHeight(layout.stacked), gap = ImGui::GetStyle().ItemSpacing.x;
  const bool section = sim.state().picture == Picture::kSection;
  const auto row_width = [gap](const auto& ids, float padding) {
    float width = kMargin;
    for (const char* id : ids) width += ImGui::CalcTextSize(text(id).c_str()).x + padding + gap;
    return width;
  };
  const bool narrow = row_width(fullNames(), 12.0F) > layout.picture.width;
  const auto names = narrow ? kShortPictures : fullNames();
  const float spare = layout.picture.width - row_width(names, 0.0F) - kMargin;
  const float padding = std::min(toolWidth(""), spare / static_cast<float>(names.size()));
  float width = row_width(names, padding);
  const float more = toolWidth(text("picture.polarised")) + toolWidth(text("picture.colours")) +
                     toolWidth(text("picture.compare")) + 4.0F * gap;
  // The program's name stands at the left.
  const bool all = !layout.stacked && width + more + ImGui::GetFontSize() * 10.0F < layout.picture.width;
  if (all) width += more;
  ImGui::SetCursorScreenPos({layout.picture.left + layout.picture.width - width, layout.picture.top + kMargin});
  if (all) {
    ImGui::BeginDisabled(!section);
    const bool polarised = sim.state().look.light == Light::kPolarised;
    if (choiceButton(text("picture.polarised"), polarised && section, {toolWidth(text("picture.polarised")), height}))
      switchLight(sim, actions);
    if (section) notePlace(actions, "picture", "light");
    ImGui::EndDisabled();
    ImGui::SameLine();
    if (ImGui::Button((text("picture.colours") + "##colours").c_str(), {toolWidth(text("picture.colours")), height}))
      ImGui::OpenPopup("colours");
    notePlace(actions, "colorProfile", "menu");
    if (ImGui::BeginPopup("colours")) {
      drawProfileItems(sim, height, actions);
      ImGui::EndPopup();
    }
    ImGui::SameLine();
    ImGui::BeginDisabled(!section);
    drawCompare(sim, height, actions);
    ImGui::EndDisabled();
    ImGui::SameLine(0.0F, 2.0F * gap);
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto picture = static_cast<Picture>(i);
    const std::string& words = text(names[i]);
    if (i > 0) ImGui::SameLine();
    if (choiceButton(words, sim.state().picture == picture, {ImGui::CalcTextSize(words.c_str()).x + padding, height}))
      actions.commands.push_back({"picture", std::string(pictureName(picture))});
    notePlace(actions, "picture", pictureName(picture));
  }
}

void handlePointer(const Layout& layout, const ViewWindow& whole, float bottom, Zoom& zoom, UiActions& actions) {
  const Box& box = layout.picture;
  ImGui::SetCursorScreenPos(box.min());
  ImGui::SetNextItemAllowOverlap();
  ImGui::InvisibleButton("section", {box.width, bottom - box.top}, ImGuiButtonFlags_MouseButtonLeft);
  actions.over_section = ImGui::IsItemHovered();
  const ImGuiIO& io = ImGui::GetIO();
  if (actions.over_section && io.MouseWheel != 0.0F) {
    zoom = zoomAround(whole, zoom, std::pow(1.25, static_cast<double>(io.MouseWheel)),
                      static_cast<double>(io.MousePos.x), static_cast<double>(io.MousePos.y));
  }
  const bool dragged = io.MouseDelta.x != 0.0F || io.MouseDelta.y != 0.0F;
  if (ImGui::IsItemActive() && dragged && zoom.factor > 1.0) {
    const double mm_per_px = whole.mm_per_px / zoom.factor;
    zoom.x_mm -= static_cast<double>(io.MouseDelta.x) * mm_per_px;
    zoom.z_mm -= static_cast<double>(io.MouseDelta.y) * mm_per_px;
    static_cast<void>(zoomedWindow(whole, zoom));
  }
}

Box sectionToolsBox(const Sim& sim, const Layout& layout, const ViewWindow& whole, float bottom) {
  Zoom zoom;
  UiActions actions;
  return BottomRow(sim, layout, whole, bottom, zoom, actions).box();
}

void drawSectionTools(const Sim& sim, const Layout& layout, const ViewWindow& whole, float bottom, Zoom& zoom,
                      UiActions& actions) {
  BottomRow(sim, layout, whole, bottom, zoom, actions).draw();
}

}  // namespace needling::ui
