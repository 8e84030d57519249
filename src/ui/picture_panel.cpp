#include "ui/picture_panel.h"

#include <cmath>

#include "model/texts.h"
#include "ui/legend.h"
#include "ui/picture_labels.h"
#include "ui/theme.h"

namespace needling::ui {
namespace {

void drawSwitch(const Sim& sim, const Layout& layout, UiActions& actions) {
  const float height = touchHeight();
  float width = 24.0F;
  constexpr const char* kTexts[] = {"picture.section", "picture.strip"};
  for (const char* id : kTexts) width += ImGui::CalcTextSize(text(id).c_str()).x + 26.0F;
  ImGui::SetCursorScreenPos({layout.picture.left + layout.picture.width - width, layout.picture.top + 8.0F});
  for (int i = 0; i < 2; ++i) {
    const auto picture = static_cast<Picture>(i);
    const bool chosen = sim.state().picture == picture;
    if (i > 0) ImGui::SameLine();
    ImGui::PushStyleColor(ImGuiCol_Button, chosen ? colours::kAccent : IM_COL32(0xe1, 0xe9, 0xf0, 255));
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, chosen ? colours::kAccent : colours::kAccentSoft);
    ImGui::PushStyleColor(ImGuiCol_Text, chosen ? colours::kCard : colours::kText);
    if (ImGui::Button(text(kTexts[i]).c_str(), {ImGui::CalcTextSize(text(kTexts[i]).c_str()).x + 26.0F, height})) {
      actions.commands.push_back({"picture", std::string(pictureName(picture))});
    }
    ImGui::PopStyleColor(3);
  }
}

// The strip shows untreated skin, which has no edges; fibres and cells reach as far as the scene.
constexpr double kStripWidest = 40.0;

// Wheel and drag on the section, and buttons for fingers and keyboards.
void handleZoom(const ViewWindow& whole, const Layout& layout, float bottom, UiActions& actions) {
  const Box& box = layout.picture;
  const float height = touchHeight();
  ImGui::SetCursorScreenPos(box.min());
  ImGui::SetNextItemAllowOverlap();
  ImGui::InvisibleButton("section", {box.width, bottom - box.top}, ImGuiButtonFlags_MouseButtonLeft);
  const ImGuiIO& io = ImGui::GetIO();
  if (ImGui::IsItemHovered() && io.MouseWheel != 0.0F) {
    actions.zoom = zoomAround(whole, actions.zoom, std::pow(1.25, static_cast<double>(io.MouseWheel)),
                              static_cast<double>(io.MousePos.x), static_cast<double>(io.MousePos.y));
  }
  if (ImGui::IsItemActive()) {
    const double mm_per_px = whole.mm_per_px / actions.zoom.factor;
    actions.zoom.shift_x_mm -= static_cast<double>(io.MouseDelta.x) * mm_per_px;
    actions.zoom.shift_z_mm -= static_cast<double>(io.MouseDelta.y) * mm_per_px;
  }
  const double middle_x = whole.left_px + 0.5 * whole.width_px,
               middle_y = 0.5 * (whole.top_px + static_cast<double>(bottom));
  const float gap = 4.0F;
  ImGui::SetCursorScreenPos({box.left + box.width - 2.0F * height - gap - 8.0F, bottom - height - 8.0F});
  ImGui::BeginDisabled(actions.zoom.factor >= Zoom::kMost);
  if (ImGui::Button("+##closer", {height, height})) {
    actions.zoom = zoomAround(whole, actions.zoom, 1.6, middle_x, middle_y);
  }
  ImGui::EndDisabled();
  ImGui::SetItemTooltip("%s", text("picture.closer").c_str());
  ImGui::SameLine(0.0F, gap);
  ImGui::BeginDisabled(actions.zoom.factor <= 1.0);
  if (ImGui::Button("-##farther", {height, height})) {
    actions.zoom = zoomAround(whole, actions.zoom, 1.0 / 1.6, middle_x, middle_y);
  }
  ImGui::EndDisabled();
  ImGui::SetItemTooltip("%s", text("picture.farther").c_str());
}

void arrange(const Sim& sim, const UiState& state, const Layout& layout, float bottom, UiActions& actions) {
  const Box& box = layout.picture;
  const bool strip = sim.state().picture == Picture::kStrip;
  const float line = ImGui::GetFontSize() + 2.0F;
  const float header = touchHeight() + 16.0F;
  const WindowNeeds needs{.air_px = header + (strip ? (layout.stacked ? 2.0F : 5.0F) * line + 22.0F : line + 8.0F),
                          .below_px = legendHeight(box.width, strip),
                          .deepest_mm = strip ? kStripLengths.back() : sim.state().protocol.needleLength(),
                          .widest_mm = strip ? kStripWidest : 2.0 * kSceneHalfWidth};
  const SectionScene& scene = sim.scene();
  actions.window = fitWindow(scene, needs, box.left, box.top, box.width, box.height);
  actions.zoom = state.zoom;
  if (!strip) {
    const ViewWindow whole = actions.window;
    handleZoom(whole, layout, bottom, actions);
    actions.window = zoomedWindow(whole, actions.zoom);
  }
  actions.moment = sectionMoment(sim.scene(), sim.state().protocol, sim.outcome(), strip ? 0.0 : sim.state().day);
  if (strip) {
    const float names = layout.stacked ? 0.0F : ImGui::GetFontSize() * 9.5F;
    actions.channels = stripChannels(sim.state().protocol, scene, actions.window,
                                     stripColumns(box.left + rulerWidth() + names, box.left + box.width - 4.0F));
  } else {
    actions.channels = sectionChannels(scene, actions.moment);
  }
}

}  // namespace

void drawPicturePanel(const Sim& sim, const UiState& state, const Layout& layout, UiActions& actions) {
  const Box& box = layout.picture;
  const bool strip = sim.state().picture == Picture::kStrip;
  ImGui::SetNextWindowPos(box.min());
  ImGui::SetNextWindowSize(box.size());
  ImGui::Begin("picture", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollWithMouse |
                   ImGuiWindowFlags_NoBringToFrontOnFocus);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float bottom = box.top + box.height - legendHeight(box.width, strip);
  arrange(sim, state, layout, bottom, actions);
  const ViewWindow& window = actions.window;
  list->PushClipRect(box.min(), {box.left + box.width, bottom}, true);
  drawRuler(list, window, bottom);
  if (!strip || !layout.stacked) drawLayerNames(list, window, sim.scene().skin, actions.moment.epidermis, bottom);
  if (strip) {
    drawColumns(list, window, actions.channels, layout.stacked, box.top + touchHeight() + 16.0F);
  } else if (!actions.channels.empty()) {
    // On a phone the words would cover the buttons in the lower corner.
    const float words_bottom = layout.stacked ? bottom - touchHeight() - 10.0F : bottom;
    drawCallouts(list, window, actions.channels.back(), bottom, words_bottom);
  }
  list->PopClipRect();
  if (!layout.stacked && actions.zoom == Zoom{})
    drawTag(list, {box.left + 12.0F, box.top + 16.0F}, text("app.title"), colours::kText);
  drawLegend(list, box, strip);
  drawSwitch(sim, layout, actions);
  ImGui::End();
}

}  // namespace needling::ui
