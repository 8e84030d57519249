#include "app/explorer_app.h"

#include <SDL.h>
#include <backends/imgui_impl_sdl2.h>
#include <emscripten/emscripten.h>
#include <emscripten/html5.h>

#include <algorithm>
#include <cmath>

#include "app/page_events.h"
#include "core/text.h"
#include "ui/theme.h"

namespace needling::app {
namespace {

constexpr double kLongestStepSeconds = 0.1;              // after a pause the clock does not jump
constexpr double kPlayingFrameMs = 1000.0 / 30.0 - 3.0;  // 30 frames a second look the same as 60

constexpr int kEveryPass = 1000;

constexpr char kCanvas[] = "#canvas";

SDL_Window* makeWindow(const CanvasSize& size) {
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, kCanvas);
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return nullptr;
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
  SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 0);
  // Shapes are antialiased in the shaders: multisampling takes four times as long.
  SDL_GL_SetAttribute(SDL_GL_MULTISAMPLEBUFFERS, 0);
  // Not resizable for SDL: the page measures the canvas in device pixels, which SDL cannot.
  SDL_Window* window = SDL_CreateWindow("Microneedling Explorer", 0, 0, static_cast<int>(size.css_width),
                                        static_cast<int>(size.css_height), SDL_WINDOW_OPENGL);
  // The pointer comes from the page, where a drag that leaves the frame is not lost, and touches scroll the page.
  for (const SDL_EventType type :
       {SDL_MOUSEMOTION, SDL_MOUSEBUTTONDOWN, SDL_MOUSEBUTTONUP, SDL_FINGERDOWN, SDL_FINGERMOTION, SDL_FINGERUP}) {
    SDL_EventState(type, SDL_IGNORE);
  }
  return window;
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
  setPlaying(!ui_.playing);
  notifyPage("change");
}

void ExplorerApp::setTab(ui::Tab tab) {
  ui_.tab = tab;
  requestFrame();
}

void ExplorerApp::setTextScale(float scale) {
  text_scale_ = scale;
  requestFrame();
}

void ExplorerApp::setReducedMotion(bool reduced) {
  ui_.reduced_motion = reduced;
  if (reduced) ui_.insertion.playing = false;
  requestFrame();
}

void ExplorerApp::resize(const CanvasSize& size) {
  size_ = size;
  if (!view_) return;
  SDL_SetWindowSize(view_->window, static_cast<int>(size.css_width), static_cast<int>(size.css_height));
  emscripten_set_canvas_element_size(kCanvas, size.device_width, size.device_height);
  requestFrame();
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

void ExplorerApp::pointer(PointerEvent event, float x, float y, bool touch) {
  if (!view_) return;
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
  if (event == PointerEvent::kLeave) {
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  } else {
    io.AddMousePosEvent(x, y);
    if (event == PointerEvent::kDown) io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    if (event == PointerEvent::kUp) io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    // A lifted finger points at nothing.
    if (event == PointerEvent::kUp && touch) io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  }
  requestFrame();
}

void ExplorerApp::focusChanged(bool focused) {
  if (!view_) return;
  ImGui::GetIO().AddFocusEvent(focused);
  requestFrame();
}

Status ExplorerApp::apply(const Command& command) {
  Status status = sim_.apply(command);
  requestFrame();
  return status;
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
  const double seconds = std::clamp((time_ms - last_time_ms_) / 1000.0, 0.001, kLongestStepSeconds);
  last_time_ms_ = time_ms;
  --frames_left_;
  handleEvents();
  if (ui_.playing) advance(seconds);
  if (ui_.insertion.playing) advanceInsertion(seconds);
  ImGui_ImplSDL2_NewFrame();
  ImGuiIO& io = ImGui::GetIO();
  io.DeltaTime = static_cast<float>(seconds);
  io.DisplaySize = {size_.css_width, size_.css_height};
  io.DisplayFramebufferScale = {static_cast<float>(size_.device_width) / size_.css_width,
                                static_cast<float>(size_.device_height) / size_.css_height};
  ui::applyTextSize(size_.css_width, text_scale_);
  ImGui::NewFrame();
  const ui::UiActions actions = ui::drawUi(sim_, ui_, io.DisplaySize);
  ImGui::Render();
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  glDisable(GL_SCISSOR_TEST);
  glClearColor(0.957F, 0.969F, 0.980F, 1.0F);
  glClear(GL_COLOR_BUFFER_BIT);
  drawPicture(actions);
  view_->panels->draw(*ImGui::GetDrawData());
  SDL_GL_SwapWindow(view_->window);
  // A held button repeats and a drag may scroll: both need frames although no event comes.
  if (ImGui::IsAnyItemActive() && io.MouseDown[0]) frames_left_ = std::max(frames_left_, 1);
  obey(actions);
  reportHeight(actions.needed_height_px);
  ++stats_.frames_drawn;
  stats_.frame_ms = emscripten_get_now() - started_ms;
}

void ExplorerApp::advance(double seconds) {
  // To a thousandth, so that a day in an address stays short.
  const double moved = sim_.state().day + seconds * ui::kSpeedDaysPerSecond[ui_.speed];
  const double day = std::round(moved * 1000.0) / 1000.0;
  sim_.apply({"day", formatNumber(std::min(day, kLastDay))});
  if (day >= kLastDay) setPlaying(false);
  notifyPage("day");
}

void ExplorerApp::advanceInsertion(double seconds) {
  ui_.insertion.at = std::min(1.0, ui_.insertion.at + seconds / ui::kInsertionSeconds);
  if (ui_.insertion.at < 1.0) return;
  ui_.insertion.playing = false;
  requestFrame();
}

void ExplorerApp::handleEvents() {
  SDL_Event event;
  while (SDL_PollEvent(&event) != 0) {
    if (event.type == SDL_KEYDOWN && handleShortcut(event.key.keysym.sym)) continue;
    ImGui_ImplSDL2_ProcessEvent(&event);
  }
}

bool ExplorerApp::handleShortcut(int key) {
  // While the controls are walked through with the keyboard, or a list is open, the keys are theirs.
  const bool list_open = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
  if (ImGui::GetIO().NavVisible || list_open) return false;
  const double day = sim_.state().day;
  const auto seek = [this](double to) {
    sim_.apply({"day", formatNumber(std::clamp(to, 0.0, kLastDay))});
    notifyPage("change");
    return true;
  };
  switch (key) {
    case SDLK_SPACE:
      togglePlaying();
      return true;
    case SDLK_LEFT:
      return seek(std::ceil(day) - 1.0);
    case SDLK_RIGHT:
      return seek(std::floor(day) + 1.0);
    case SDLK_HOME:
      return seek(0.0);
    case SDLK_END:
      return seek(kLastDay);
    case SDLK_ESCAPE:
      notifyPage("focusexit");
      return true;
    default:
      return false;
  }
}

void ExplorerApp::obey(const ui::UiActions& actions) {
  for (const Command& command : actions.commands) sim_.apply(command);
  if (!actions.commands.empty()) notifyPage("change");
  if (actions.toggle_play) togglePlaying();
  if (actions.speed >= 0) ui_.speed = actions.speed;
  if (actions.tab >= 0) ui_.tab = static_cast<ui::Tab>(actions.tab);
  const bool new_zoom = !(actions.zoom == ui_.zoom);
  const bool new_motion = !(actions.insertion == ui_.insertion) || actions.passes != ui_.passes;
  ui_.zoom = actions.zoom;
  ui_.insertion = actions.insertion;
  ui_.passes = actions.passes;
  const bool new_help = !actions.help_key.empty() && actions.help_key != ui_.help_key;
  if (new_help) ui_.help_key = actions.help_key;
  if (!actions.commands.empty() || actions.speed >= 0 || actions.tab >= 0 || new_help || new_zoom || new_motion)
    requestFrame();
}

void ExplorerApp::drawPicture(const ui::UiActions& actions) {
  const ViewWindow& window = actions.window;
  const bool from_above = sim_.state().picture == Picture::kSurface;
  const double scale_x = size_.device_width / static_cast<double>(size_.css_width);
  const double scale_y = size_.device_height / static_cast<double>(size_.css_height);
  const auto device = [](double px, double scale) { return static_cast<int>(std::lround(px * scale)); };
  const int top = device(window.top_px, scale_y), bottom = device(window.top_px + window.height_px, scale_y);
  view_->section->draw({.scene = &sim_.scene(),
                        .moment = &actions.moment,
                        .window = window,
                        .target = {.left = device(window.left_px, scale_x),
                                   .bottom = size_.device_height - bottom,
                                   .width = device(window.width_px, scale_x),
                                   .height = bottom - top},
                        .pixels_per_css_px = scale_y,
                        .scene_revision = sim_.protocolRevision(),
                        .channels = actions.channels,
                        .device = actions.device,
                        .surface = from_above ? &sim_.surface() : nullptr,
                        .passes = actions.passes > 0 ? actions.passes : kEveryPass});
}

void ExplorerApp::reportHeight(float needed_px) {
  if (std::abs(needed_px - reported_height_) < 1.0F) return;
  reported_height_ = needed_px;
  notifyHeight(needed_px);
}

}  // namespace needling::app
