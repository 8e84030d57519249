#include "app/explorer_app.h"

#include <SDL.h>
#include <backends/imgui_impl_sdl2.h>
#include <emscripten/emscripten.h>
#include <emscripten/html5.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/page_events.h"
#include "core/text.h"
#include "model/language.h"
#include "model/lessons.h"
#include "model/texts.h"
#include "ui/theme.h"

namespace needling::app {
namespace {

constexpr double kLongestStepSeconds = 0.1;              // after a pause the clock does not jump
constexpr double kPlayingFrameMs = 1000.0 / 30.0 - 3.0;  // 30 frames a second look the same as 60

constexpr int kEveryPass = 1000;
constexpr double kWindowRestMs = 150.0;  // without zooming or moving, before the skin is drawn anew

// What lies on a ground of one colour is drawn faster than with a rectangle of the panels' own.
void clear(const render::PixelRect& place, ImU32 colour) {
  const ImVec4 rgba = ImGui::ColorConvertU32ToFloat4(colour);
  glEnable(GL_SCISSOR_TEST);
  glScissor(place.left, place.bottom, place.width, place.height);
  glClearColor(rgba.x, rgba.y, rgba.z, 1.0F);
  glClear(GL_COLOR_BUFFER_BIT);
}

}  // namespace

ExplorerApp& ExplorerApp::instance() {
  static ExplorerApp app;
  return app;
}

bool ExplorerApp::startView() {
  if (view_) return true;
  auto view = std::make_unique<View>();
  view->window = makeWindow(size_);
  if (view->window == nullptr) return false;
  view->context = SDL_GL_CreateContext(view->window);
  if (view->context == nullptr) {
    SDL_DestroyWindow(view->window);
    return false;
  }
  ImGui::CreateContext();
  ui::applyTheme();
  ImGui_ImplSDL2_InitForOpenGL(view->window, view->context);
  SDL_AddEventWatch(&ExplorerApp::onSdlEvent, this);
  view_ = std::move(view);
  makeGlObjects();
  resize(size_);
  return true;
}

void ExplorerApp::makeGlObjects() {
  const double started_ms = emscripten_get_now();
  view_->panels = std::make_unique<ImguiRenderer>();
  view_->section = std::make_unique<render::SectionRenderer>();
  stats_.gl_setup_ms = emscripten_get_now() - started_ms;
}

void ExplorerApp::setPlaying(bool playing) {
  // Without a picture there is no clock to play by.
  if (playing == ui_.playing || (playing && !view_)) return;
  ui_.playing = playing;
  // Play at the end starts again.
  if (playing && sim_.state().day >= kLastDay) sim_.apply({"day", "0"});
  notifyPage("play");
  requestFrame();
}

void ExplorerApp::togglePlaying() {
  play_until_.reset();
  setPlaying(!ui_.playing);
  notifyPage("change");
}

void ExplorerApp::setSystemReducedMotion(bool reduced) {
  system_reduced_motion_ = reduced;
  requestFrame();
}

bool ExplorerApp::reducesMotion() const {
  const ReducedMotion wanted = sim_.state().view.reduced_motion;
  return wanted == ReducedMotion::kOn || (wanted == ReducedMotion::kAuto && system_reduced_motion_);
}

void ExplorerApp::resize(const CanvasSize& size) {
  size_ = size;
  ui_.timeline_height_px = 0.0F;
  if (!view_) return;
  resizeWindow(view_->window, size);
  requestFrame();
}

void ExplorerApp::setSeen(float seen_px, float scroll_px) {
  if (seen_px == ui_.seen_px && scroll_px == scroll_px_) return;
  ui_.seen_px = seen_px;
  ui_.scroll_px = page_scroll_px_ = scroll_px;
  requestFrame(1);
}

void ExplorerApp::setVisible(bool visible) {
  visible_ = visible;
  if (visible) requestFrame();
}

void ExplorerApp::contextLost() { lost_ = true; }

void ExplorerApp::contextRestored() {
  if (!view_) return;
  lost_ = false;
  render::forgetAll();
  ImguiRenderer::forgetTextures();
  makeGlObjects();
  requestFrame();
}

Status ExplorerApp::apply(const Command& command) {
  const ViewSettings before = sim_.state().view;
  Status status = sim_.apply(command);
  followLesson(before);
  requestFrame();
  return status;
}

void ExplorerApp::applyVisitors(const std::vector<Command>& commands) {
  for (const Command& command : commands) {
    const Status status = apply({command.key, command.value, Author::kVisitor});
    if (status.ok()) continue;
    refusal_ = status.message;
    notifyPage("refused");
  }
}

void ExplorerApp::requestFrame(int frames) {
  frames_left_ = std::max(frames_left_, frames);
  schedule();
}

void ExplorerApp::schedule() {
  if (scheduled_ || !view_ || !visible_ || lost_) return;
  scheduled_ = true;
  emscripten_request_animation_frame(&ExplorerApp::onAnimationFrame, this);
}

bool ExplorerApp::onAnimationFrame(double time_ms, void* self) {
  auto& app = *static_cast<ExplorerApp*>(self);
  app.scheduled_ = false;
  if (!app.visible_ || app.lost_) return false;
  const bool only_playing = app.isMoving() && app.frames_left_ <= 0;
  if (!only_playing || time_ms - app.last_time_ms_ >= kPlayingFrameMs) app.frame(time_ms);
  if (app.frames_left_ > 0 || app.isMoving()) app.schedule();
  return false;
}

int ExplorerApp::onSdlEvent(void* self, SDL_Event* event) {
  // SDL's own marker comes with every poll; answering it would draw for ever.
  if (event->type != SDL_POLLSENTINEL) static_cast<ExplorerApp*>(self)->requestFrame();
  return 1;
}

void ExplorerApp::frame(double time_ms) {
  const double started_ms = emscripten_get_now();
  keepPace(time_ms - last_time_ms_);
  const double seconds = std::clamp((time_ms - last_time_ms_) / 1000.0, 0.001, kLongestStepSeconds);
  last_time_ms_ = time_ms;
  --frames_left_;
  handleEvents();
  if (ui_.playing) advance(seconds);
  if (ui_.insertion.playing) advanceInsertion(seconds);
  if (finder_.isOld()) point({});
  ImGui_ImplSDL2_NewFrame();
  ImGuiIO& io = ImGui::GetIO();
  io.DeltaTime = static_cast<float>(seconds);
  io.DisplaySize = {size_.css_width, size_.css_height};
  io.DisplayFramebufferScale = {static_cast<float>(size_.device_width) / size_.css_width,
                                static_cast<float>(size_.device_height) / size_.css_height};
  const Look& look = sim_.state().look;
  legend_painter_.usePalette(render::paletteFor(sim_.scene().skin_tone, look.light, look.colours));
  ui_.legend_painter = &legend_painter_;
  ui::applyColours(look.colours);
  const ViewSettings& view = sim_.state().view;
  ui::applyTextSize(size_.css_width, view.text_scale, view.mode == Mode::kLecture);
  ui_.reduced_motion = reducesMotion();
  if (ui_.reduced_motion) ui_.insertion.playing = false;
  ImGui::NewFrame();
  ui::UiActions actions = ui::drawUi(sim_, ui_, io.DisplaySize);
  ImGui::Render();
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  clear({.width = size_.device_width, .height = size_.device_height}, ui::colours().page);
  drawPictures(actions);
  clear(onScreen(actions.card.left, actions.card.top, actions.card.width, actions.card.height), ui::colours().card);
  view_->panels->draw(*ImGui::GetDrawData());
  SDL_GL_SwapWindow(view_->window);
  // A held button repeats and a drag may scroll: both need frames although no event comes.
  if (ImGui::IsAnyItemActive() && io.MouseDown[0]) frames_left_ = std::max(frames_left_, 1);
  obey(actions);
  reportHeight(actions);
  ui_.scroll_px = actions.jump_px;
  if (actions.jump_px) requestFrame(2);
  followScroll(actions.scroll_px);
  // It does not shrink with each shorter sentence, or the picture would change its size while it plays.
  const float timeline_px = std::max(ui_.timeline_height_px, actions.timeline_height_px);
  if (ui_.panel_height_px != actions.panel_height_px || ui_.timeline_height_px != timeline_px) {
    ui_.panel_height_px = actions.panel_height_px;
    ui_.timeline_height_px = timeline_px;
    requestFrame(1);
  }
  shown_ = std::move(actions);
  if (frames_left_ <= 0) ui_.reveal.clear();
  followSheet();
  if (shown_.structure_step != 0) stepStructure(shown_.structure_step);
  ++stats_.frames_drawn;
  if (tells_frames_) notifyPage("frame");
  stats_.frame_ms = emscripten_get_now() - started_ms;
}

render::PixelRect ExplorerApp::onScreen(double left_px, double top_px, double width_px, double height_px) const {
  const double scale_x = size_.device_width / static_cast<double>(size_.css_width), scale_y = size_.pixelsPerCssPx();
  const auto device = [](double px, double scale) { return static_cast<int>(std::lround(px * scale)); };
  const int top = device(top_px, scale_y), bottom = device(top_px + height_px, scale_y);
  const int left = device(left_px, scale_x), right = device(left_px + width_px, scale_x);
  return {.left = left, .bottom = size_.device_height - bottom, .width = right - left, .height = bottom - top};
}

void ExplorerApp::keepPace(double interval_ms) {
  const bool moves = isMoving();
  if (moves && moved_last_frame_ &&
      ui::Pace::mayHalve(size_.css_width, size_.css_height, size_.device_width, size_.device_height)) {
    pace_.moved(interval_ms);
  } else if (!moves) {
    pace_.rested();
  }
  moved_last_frame_ = moves;
  if (pace_.half() == ui_.half_sharp) return;
  ui_.half_sharp = pace_.half();
  notifyPage("pace");
}

void ExplorerApp::advance(double seconds) {
  // To a thousandth, so that a day in an address stays short.
  const double moved = sim_.state().day + seconds * ui::kSpeedDaysPerSecond[ui_.speed];
  const double day = std::round(moved * 1000.0) / 1000.0;
  const double end = play_until_.value_or(kLastDay);
  sim_.apply({"day", formatNumber(std::min(day, end))});
  if (day >= end) setPlaying(false);
  notifyPage("day");
}

void ExplorerApp::advanceInsertion(double seconds) {
  ui_.insertion.at = std::min(1.0, ui_.insertion.at + seconds / ui::kInsertionSeconds);
  if (ui_.insertion.at < 1.0) return;
  ui_.insertion.playing = false;
  requestFrame();
}

void ExplorerApp::obey(const ui::UiActions& actions) {
  const bool new_motion = !(actions.insertion == ui_.insertion) || actions.passes != ui_.passes;
  const bool new_light = actions.spotlight.has_value() != ui_.spotlight.has_value();
  // Before the commands, which may begin another motion.
  ui_.insertion = actions.insertion;
  ui_.passes = actions.passes;
  ui_.spotlight = actions.spotlight;
  applyVisitors(actions.commands);
  if (!actions.commands.empty()) notifyPage("change");
  // What a held slider or button sets is one step for undo.
  if (!dragged_outside_ && !(view_ && ImGui::IsAnyItemActive())) sim_.apply({"step", ""});
  if (actions.shown_in_picture) notifyPage("look");
  if (actions.toggle_play) togglePlaying();
  if (actions.speed >= 0) ui_.speed = actions.speed;
  if (*actions.page != '\0') notifyPage(actions.page);
  if (!actions.look_up.empty()) {
    looked_up_ = actions.look_up;
    notifyPage("sources");
  }
  if (!actions.locale.empty() && changeLanguage(actions.locale).ok()) notifyPage("change");
  // Where no two are compared there is only one to change; and what the guide shows begins with the first.
  const bool edit_other = actions.edit_other.value_or(ui_.edit_other) && !actions.shown_in_picture &&
                          sim_.state().split == Split::kProtocol;
  const bool new_edit = edit_other != ui_.edit_other;
  ui_.edit_other = edit_other;
  if (actions.speed >= 0 || new_motion || new_edit || new_light) requestFrame();
}

void ExplorerApp::followLesson(const ViewSettings& before) {
  const ViewSettings& now = sim_.state().view;
  const Lesson* lesson = findLesson(now.lesson);
  const bool opened = now.lesson != before.lesson;
  if (opened) {
    setPlaying(false);
    ui_.insertion = {};
  }
  const bool answered = now.choice > 0 && before.choice == 0, observed = now.stage == 1 && before.stage == 0;
  if (lesson == nullptr || !(lesson->kind == LessonKind::kTour   ? opened
                             : lesson->kind == LessonKind::kQuiz ? answered
                                                                 : observed)) {
    return;
  }
  if (lesson->watch_needle) ui_.insertion = {.shown = true, .playing = !reducesMotion(), .at = 0.0};
  if (!lesson->watch_until) return;
  // Who wants no motion sees the day that it leads to.
  if (reducesMotion()) sim_.apply({"day", formatNumber(*lesson->watch_until)});
  play_until_ = lesson->watch_until;
  setPlaying(!reducesMotion());
}

void ExplorerApp::watchWindow(const ViewWindow& window) {
  if (window == seen_window_) return;
  const Picture picture = sim_.state().picture;
  // Another picture does not move, it takes the other's place; and before the first there was none.
  window_moves_ = picture == seen_picture_ && !(seen_window_ == ViewWindow{});
  seen_window_ = window;
  seen_picture_ = picture;
  if (window_timer_ != 0) emscripten_clear_timeout(window_timer_);
  window_timer_ = window_moves_ ? emscripten_set_timeout(&ExplorerApp::onWindowRest, kWindowRestMs, this) : 0;
}

void ExplorerApp::onWindowRest(void* self) {
  auto& app = *static_cast<ExplorerApp*>(self);
  app.window_timer_ = 0;
  app.window_moves_ = false;
  app.requestFrame(1);
}

render::SectionPicture ExplorerApp::pictureOf(const ui::PictureView& view, int passes) const {
  const ViewWindow& window = view.window;
  const bool from_above = sim_.state().picture == Picture::kSurface;
  const double covered_px = window.top_px + window.height_px - static_cast<double>(view.bottom_px);
  return {.scene = &view.of(sim_).scene(),
          .moment = &view.moment,
          .window = window,
          .target = onScreen(window.left_px, window.top_px, window.width_px, window.height_px),
          .covered = std::max(0, static_cast<int>(std::floor(covered_px * size_.pixelsPerCssPx()))),
          .pixels_per_css_px = size_.pixelsPerCssPx(),
          .scene_revision = view.of(sim_).revision(),
          .look = sim_.state().look,
          .channels = &view.channels,
          .device = &view.device,
          .surface = from_above ? &view.of(sim_).surface() : nullptr,
          .passes = passes > 0 ? passes : kEveryPass,
          .moving = window_moves_ && !ui_.insertion.playing,
          .coarseness = ui_.half_sharp ? 2 : 1};
}

void ExplorerApp::drawPictures(const ui::UiActions& actions) {
  watchWindow(actions.mainView().window);
  pictures_.clear();
  for (const ui::PictureView& view : actions.views) pictures_.push_back(pictureOf(view, actions.passes));
  view_->section->draw(pictures_);
}

std::string ExplorerApp::paceWords() const { return ui_.half_sharp ? text("picture.half") : ""; }

std::string ExplorerApp::pointedWords() const { return wordsOf(ui_.pointed); }

std::string ExplorerApp::stagingText() const {
  const ImVec2 light = ui_.spotlight.value_or(ImVec2{0.0F, 0.0F});
  std::string list;
  for (const double value : {ui_.insertion.shown ? 1.0 : 0.0, ui_.insertion.at, ui_.dark_stage ? 1.0 : 0.0,
                             ui_.spotlight ? 1.0 : 0.0, static_cast<double>(light.x), static_cast<double>(light.y)}) {
    list += (list.empty() ? "[" : ",") + formatNumber(value);
  }
  return list + "]";
}

std::string ExplorerApp::controlsText() const {
  std::string list;
  for (const ui::ControlPlace& place : shown_.controls) {
    list += (list.empty() ? "[[\"" : ",[\"") + std::string(place.kind) + "\",\"" + std::string(place.id) + "\"";
    for (const float value : {place.box.left, place.box.top, place.box.width, place.box.height}) {
      list += "," + formatNumber(static_cast<double>(value));
    }
    list += place.seen ? ",1]" : ",0]";
  }
  return list.empty() ? "[]" : list + "]";
}

void ExplorerApp::setStaging(const Staging& staging) {
  const auto share = [](double value) { return std::isfinite(value) ? std::clamp(value, 0.0, 1.0) : 0.0; };
  ui_.insertion = {.shown = staging.needle, .playing = false, .at = share(staging.at)};
  ui_.dark_stage = staging.dark;
  ui_.spotlight.reset();
  if (staging.light) {
    ui_.spotlight = ImVec2{static_cast<float>(share(staging.light_x)), static_cast<float>(share(staging.light_y))};
  }
  requestFrame();
}

void ExplorerApp::reportHeight(const ui::UiActions& actions) {
  const float needed_px = actions.needed_height_px;
  if (std::abs(needed_px - reported_height_) < 1.0F && actions.pinned == reported_pinned_) return;
  reported_height_ = needed_px;
  reported_pinned_ = actions.pinned;
  notifyHeight(needed_px, actions.pinned);
}

void ExplorerApp::followScroll(float scroll_px) {
  constexpr float kRounding = 2.0F;  // between the page's pixels and the panels'
  scroll_px_ = scroll_px;
  // Walking through the controls with the keyboard scrolls too.
  if (std::abs(scroll_px - page_scroll_px_) < kRounding) return;
  page_scroll_px_ = scroll_px;
  notifyPage("scroll");
}

}  // namespace needling::app
