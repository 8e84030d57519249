#include "ui/picture_panel.h"

#include <algorithm>
#include <cmath>

#include "model/texts.h"
#include "ui/legend.h"
#include "ui/motion_controls.h"
#include "ui/picture_labels.h"
#include "ui/theme.h"

namespace needling::ui {
namespace {

void drawSwitch(const Sim& sim, const Layout& layout, UiActions& actions) {
  const float height = touchHeight(), gap = ImGui::GetStyle().ItemSpacing.x;
  constexpr const char* kTexts[] = {"picture.section", "picture.strip", "picture.surface"};
  constexpr const char* kShort[] = {"picture.sectionShort", "picture.stripShort", "picture.surfaceShort"};
  const auto words_width = [](const char* const(&ids)[3]) {
    float width = 0.0F;
    for (const char* id : ids) width += ImGui::CalcTextSize(text(id).c_str()).x;
    return width;
  };
  const float room = layout.picture.width - 20.0F - 2.0F * gap;
  const bool is_narrow = words_width(kTexts) + 3.0F * 12.0F > room;
  const auto& ids = is_narrow ? kShort : kTexts;
  const float padding = std::min(26.0F, (room - words_width(ids)) / 3.0F);
  const float width = words_width(ids) + 3.0F * padding + 2.0F * gap + 12.0F;
  ImGui::SetCursorScreenPos({layout.picture.left + layout.picture.width - width, layout.picture.top + 8.0F});
  for (int i = 0; i < 3; ++i) {
    const auto picture = static_cast<Picture>(i);
    const bool chosen = sim.state().picture == picture;
    if (i > 0) ImGui::SameLine();
    ImGui::PushStyleColor(ImGuiCol_Button, chosen ? colours::kAccent : IM_COL32(0xe1, 0xe9, 0xf0, 255));
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, chosen ? colours::kAccent : colours::kAccentSoft);
    ImGui::PushStyleColor(ImGuiCol_Text, chosen ? colours::kCard : colours::kText);
    const std::string& words = text(ids[i]);
    if (ImGui::Button(words.c_str(), {ImGui::CalcTextSize(words.c_str()).x + padding, height})) {
      actions.commands.push_back({"picture", std::string(pictureName(picture))});
    }
    ImGui::PopStyleColor(3);
  }
}

// The strip shows untreated skin, which has no edges; fibres and cells reach as far as the scene.
constexpr double kStripWidest = 40.0;

// Air for the device over the section, in lines of text, where there is room.
constexpr float kDeviceLines = 2.5F;

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

// The section and the strip: what stands where.
void arrange(const Sim& sim, const Layout& layout, float bottom, UiActions& actions) {
  const Box& box = layout.picture;
  const Picture shown = sim.state().picture;
  const bool strip = shown == Picture::kStrip;
  const float line = ImGui::GetFontSize() + 2.0F;
  const float header = touchHeight() + 16.0F;
  const WindowNeeds needs{.air_px = header + (strip ? (layout.stacked ? 2.0F : 5.0F) * line + 22.0F
                                                    : (layout.stacked ? 1.0F : kDeviceLines) * line + 8.0F),
                          .below_px = legendHeight(box.width, shown),
                          .deepest_mm = strip ? kStripLengths.back() : sim.state().protocol.needleLength(),
                          .widest_mm = strip ? kStripWidest : 2.0 * kSceneHalfWidth};
  const SectionScene& scene = sim.scene();
  actions.window = fitWindow(scene, needs, box.left, box.top, box.width, box.height);
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
    actions.device = deviceAtRest(scene, actions.moment);
  }
}

// A stretch of skin as high as the view names, wider by the picture's shape; never beyond where channels were laid.
ViewWindow windowFromAbove(const Box& box, float bottom) {
  const double height = std::max(1.0, static_cast<double>(bottom - box.top)), width = static_cast<double>(box.width);
  constexpr double kWidest = 2.0 * SurfaceView::kHalfWidth;
  const double mm_per_px = std::min({SurfaceView::kShownHeight / height, kWidest / std::max(1.0, width)});
  return {.left_px = static_cast<double>(box.left),
          .top_px = static_cast<double>(box.top),
          .width_px = width,
          .height_px = static_cast<double>(box.height),
          .top_z_mm = -0.5 * height * mm_per_px,
          .mm_per_px = mm_per_px};
}

void drawFromAbove(const Sim& sim, const UiState& state, const Layout& layout, float bottom, UiActions& actions) {
  const Box& box = layout.picture;
  const SurfaceView& surface = sim.surface();
  actions.window = windowFromAbove(box, bottom);
  drawPassControls(surface, state, layout, bottom, actions);
  const int passes = actions.passes > 0 ? actions.passes : surface.passes();
  drawSurfaceWords(ImGui::GetWindowDrawList(), actions.window, surface, passes, box.top + touchHeight() + 20.0F,
                   layout.stacked ? bottom - motionBarHeight() : bottom);
}

void drawAcross(const Sim& sim, const UiState& state, const Layout& layout, float bottom, UiActions& actions) {
  const Box& box = layout.picture;
  const bool strip = sim.state().picture == Picture::kStrip;
  arrange(sim, layout, bottom, actions);
  const ViewWindow& window = actions.window;
  const SectionScene& scene = sim.scene();
  const bool moves = actions.device.shown && state.insertion.shown;
  const InsertionState motion = insertionAt(scene.depth, moves ? state.insertion.at : 1.0);
  if (moves) {
    actions.device = deviceInMotion(scene, motion);
    actions.channels = channelsInMotion(actions.channels, motion);
  }
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->PushClipRect(box.min(), {box.left + box.width, bottom}, true);
  drawRuler(list, window, bottom);
  if (!strip || !layout.stacked) drawLayerNames(list, window, scene.skin, actions.moment.epidermis, bottom);
  if (strip) {
    drawColumns(list, window, actions.channels, layout.stacked, box.top + touchHeight() + 16.0F);
  } else if (!actions.channels.empty()) {
    // On a phone words would cover the buttons along the lower edge, elsewhere the sentence over the needle's controls.
    const float caption = moves && !layout.stacked ? ImGui::GetFontSize() + 14.0F : 0.0F;
    const float words_bottom = layout.stacked || moves ? bottom - motionBarHeight() - caption : bottom;
    const ChannelDrawing& labelled = actions.channels.back();
    drawCallouts(list, window, labelled.x_mm, calloutsInMotion(labelled, motion, true),
                 calloutsInMotion(labelled, motion, false), bottom, words_bottom);
  }
  list->PopClipRect();
}

}  // namespace

void drawPicturePanel(const Sim& sim, const UiState& state, const Layout& layout, UiActions& actions) {
  const Box& box = layout.picture;
  const Picture shown = sim.state().picture;
  ImGui::SetNextWindowPos(box.min());
  ImGui::SetNextWindowSize(box.size());
  ImGui::Begin("picture", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollWithMouse |
                   ImGuiWindowFlags_NoBringToFrontOnFocus);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float bottom = box.top + box.height - legendHeight(box.width, shown);
  actions.zoom = state.zoom;
  actions.passes = state.passes;
  if (shown == Picture::kSurface) {
    drawFromAbove(sim, state, layout, bottom, actions);
  } else {
    drawAcross(sim, state, layout, bottom, actions);
  }
  if (!layout.stacked && actions.zoom == Zoom{})
    drawTag(list, {box.left + 12.0F, box.top + 16.0F}, text("app.title"), colours::kText);
  // On a phone the controls take the legend's place while the needle goes in, or they would cover its tip.
  const bool over_legend = layout.stacked && actions.device.in_tissue;
  if (over_legend) {
    list->AddRectFilled({box.left, bottom}, box.max(), colours::kPage);
  } else {
    drawLegend(list, box, shown);
  }
  if (actions.device.shown) {
    drawInsertionControls(sim.scene().depth, state, layout, over_legend ? box.max().y : bottom, actions);
  }
  drawSwitch(sim, layout, actions);
  ImGui::End();
}

}  // namespace needling::ui
