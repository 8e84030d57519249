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
#include "model/texts.h"
#include "ui/theme.h"

namespace needling::app {
namespace {

constexpr double kLongestStepSeconds = 0.1;              // after a pause the clock does not jump
constexpr double kPlayingFrameMs = 1000.0 / 30.0 - 3.0;  // 30 frames a second look the same as 60

constexpr int kEveryPass = 1000;
constexpr double kRestMs = 120.0;  // without moving, before a structure is looked up
constexpr float kRestPx = 2.0F;
constexpr double kWindowRestMs = 150.0;  // without zooming or moving, before the skin is drawn anew
constexpr float kTapPx = 8.0F;
constexpr double kKeyZoom = 1.6;
constexpr double kKeyPan = 0.15;  // of what is shown

constexpr char kCanvas[] = "#canvas";

float between(ImVec2 a, ImVec2 b) { return std::hypot(a.x - b.x, a.y - b.y); }

// What lies on a ground of one colour is drawn faster than with a rectangle of the panels' own.
void clear(const render::PixelRect& place, ImU32 colour) {
  const ImVec4 rgba = ImGui::ColorConvertU32ToFloat4(colour);
  glEnable(GL_SCISSOR_TEST);
  glScissor(place.left, place.bottom, place.width, place.height);
  glClearColor(rgba.x, rgba.y, rgba.z, 1.0F);
  glClear(GL_COLOR_BUFFER_BIT);
}

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
    watchRest(-1e6F, -1e6F);
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  } else {
    io.AddMousePosEvent(x, y);
    if (event == PointerEvent::kDown) {
      io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
      pressed_ = {x, y};
      if (viewAt(x, y)) point({});
    }
    if (!touch) watchRest(x, y);
    // A finger cannot rest over something, so a tap asks.
    const bool tap = event == PointerEvent::kUp && touch && between(pressed_, {x, y}) < kTapPx;
    if (tap) pointAt(x, y);
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
  keepPace(time_ms - last_time_ms_);
  const double seconds = std::clamp((time_ms - last_time_ms_) / 1000.0, 0.001, kLongestStepSeconds);
  last_time_ms_ = time_ms;
  --frames_left_;
  handleEvents();
  if (ui_.playing) advance(seconds);
  if (ui_.insertion.playing) advanceInsertion(seconds);
  dropOldCard();
  ImGui_ImplSDL2_NewFrame();
  ImGuiIO& io = ImGui::GetIO();
  io.DeltaTime = static_cast<float>(seconds);
  io.DisplaySize = {size_.css_width, size_.css_height};
  io.DisplayFramebufferScale = {static_cast<float>(size_.device_width) / size_.css_width,
                                static_cast<float>(size_.device_height) / size_.css_height};
  const Look& look = sim_.state().look;
  legend_painter_.usePalette(render::paletteFor(sim_.scene().skin_tone, look.light, look.colours));
  ui_.legend_painter = &legend_painter_;
  ui::applyTextSize(size_.css_width, text_scale_);
  ImGui::NewFrame();
  ui::UiActions actions = ui::drawUi(sim_, ui_, io.DisplaySize);
  ImGui::Render();
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  clear({.width = size_.device_width, .height = size_.device_height}, ui::colours::kPage);
  drawPictures(actions);
  clear(onScreen(actions.card.left, actions.card.top, actions.card.width, actions.card.height), ui::colours::kCard);
  view_->panels->draw(*ImGui::GetDrawData());
  SDL_GL_SwapWindow(view_->window);
  // A held button repeats and a drag may scroll: both need frames although no event comes.
  if (ImGui::IsAnyItemActive() && io.MouseDown[0]) frames_left_ = std::max(frames_left_, 1);
  obey(actions);
  reportHeight(actions.needed_height_px);
  shown_ = std::move(actions);
  if (shown_.structure_step != 0) stepStructure(shown_.structure_step);
  ++stats_.frames_drawn;
  stats_.frame_ms = emscripten_get_now() - started_ms;
}

render::PixelRect ExplorerApp::onScreen(double left_px, double top_px, double width_px, double height_px) const {
  const double scale_x = size_.device_width / static_cast<double>(size_.css_width), scale_y = pixelsPerCssPx();
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
    if (event.type == SDL_KEYDOWN && handleShortcut(event.key.keysym.sym, event.key.keysym.mod)) continue;
    ImGui_ImplSDL2_ProcessEvent(&event);
  }
}

bool ExplorerApp::handleShortcut(int key, int mod) {
  // While the controls are walked through with the keyboard, or a list is open, the keys are theirs.
  const bool list_open = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
  if (ImGui::GetIO().NavVisible || list_open) return false;
  if (shown_.views.empty()) return false;
  const double day = sim_.state().day;
  const auto seek = [this](double to) {
    sim_.apply({"day", formatNumber(std::clamp(to, 0.0, kLastDay))});
    notifyPage("change");
    return true;
  };
  // The middle of what is shown, also where all is.
  const ViewWindow& window = shown_.mainView().window;
  const Zoom view{.factor = sim_.state().look.zoom.factor,
                  .x_mm = window.centre_x_mm,
                  .z_mm = 0.5 * (window.top_z_mm + window.bottomMm())};
  const auto zoom_to = [this](double factor, double x_mm, double z_mm) {
    const Look next{.zoom = rounded({std::clamp(factor, 1.0, Zoom::kMost), x_mm, z_mm})};
    for (const char* name : {"zoom", "x", "z"}) sim_.apply({name, lookText(next, name)});
    notifyPage("change");
    return true;
  };
  if ((mod & KMOD_SHIFT) != 0 && view.factor > 1.0) {
    const double across = kKeyPan * window.widthMm(), down = kKeyPan * window.height_px * window.mm_per_px;
    switch (key) {
      case SDLK_LEFT:
        return zoom_to(view.factor, view.x_mm - across, view.z_mm);
      case SDLK_RIGHT:
        return zoom_to(view.factor, view.x_mm + across, view.z_mm);
      case SDLK_UP:
        return zoom_to(view.factor, view.x_mm, view.z_mm - down);
      case SDLK_DOWN:
        return zoom_to(view.factor, view.x_mm, view.z_mm + down);
      default:
        break;
    }
  }
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
    case SDLK_PLUS:
    case SDLK_KP_PLUS:
    case SDLK_EQUALS:  // where plus needs shift
      return zoom_to(view.factor * kKeyZoom, view.x_mm, view.z_mm);
    case SDLK_MINUS:
    case SDLK_KP_MINUS:
      return zoom_to(view.factor / kKeyZoom, view.x_mm, view.z_mm);
    case SDLK_0:
    case SDLK_KP_0:
      return zoom_to(1.0, 0.0, 0.0);
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
  // Where no two are compared there is only one to change.
  const bool edit_other = actions.edit_other.value_or(ui_.edit_other) && sim_.state().split == Split::kProtocol;
  const bool new_edit = edit_other != ui_.edit_other;
  ui_.edit_other = edit_other;
  const bool new_motion = !(actions.insertion == ui_.insertion) || actions.passes != ui_.passes;
  ui_.insertion = actions.insertion;
  ui_.passes = actions.passes;
  const bool new_help = !actions.help_key.empty() && actions.help_key != ui_.help_key;
  if (new_help) ui_.help_key = actions.help_key;
  if (!actions.commands.empty() || actions.speed >= 0 || actions.tab >= 0 || new_help || new_motion || new_edit) {
    requestFrame();
  }
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
          .covered = std::max(0, static_cast<int>(std::floor(covered_px * pixelsPerCssPx()))),
          .pixels_per_css_px = pixelsPerCssPx(),
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

void ExplorerApp::watchRest(float x, float y) {
  if (between(rest_, {x, y}) < kRestPx) return;
  rest_ = {x, y};
  if (rest_timer_ != 0) emscripten_clear_timeout(rest_timer_);
  rest_timer_ = emscripten_set_timeout(&ExplorerApp::onRest, kRestMs, this);
  if (!ui_.pointed.walked) point({});
}

void ExplorerApp::onRest(void* self) {
  auto& app = *static_cast<ExplorerApp*>(self);
  app.rest_timer_ = 0;
  const bool held = app.view_ != nullptr && ImGui::GetIO().MouseDown[0];
  if (!app.ui_.pointed.walked && !held && app.shown_.over_section) app.pointAt(app.rest_.x, app.rest_.y);
}

std::optional<std::size_t> ExplorerApp::viewAt(float x, float y) const {
  if (ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel)) return {};
  for (std::size_t i = 0; i < shown_.views.size(); ++i) {
    const ui::Box& seen = shown_.views[i].seen;
    if (x > seen.left && x < seen.left + seen.width && y > seen.top && y < seen.top + seen.height) return i;
  }
  return {};
}

render::Drawing ExplorerApp::drawingOf(const ui::PictureView& view) const {
  return render::Drawing::onPage(view.of(sim_).scene(), view.moment, view.window, pixelsPerCssPx(), sim_.state().look);
}

void ExplorerApp::pointAt(float x, float y) {
  const bool section = sim_.state().picture == Picture::kSection;
  const std::optional<std::size_t> number = viewAt(x, y);
  if (!view_ || lost_ || ui_.playing || !section || !number) return;
  const ui::PictureView& view = shown_.views[*number];
  const render::Point place{view.window.pxToX(static_cast<double>(x)), view.window.pxToZ(static_cast<double>(y))};
  point({.name = render::structureAt(drawingOf(view), view.channels, view.device, place),
         .x_mm = place.x_mm,
         .z_mm = place.z_mm,
         .view = *number});
}

void ExplorerApp::findStructures() {
  const ui::PictureView& view = shown_.mainView();
  const ViewWindow& window = view.window;
  const bool same = ui_.pointed.walked && sim_.state() == pointed_state_ && window == structures_window_;
  if (same && !structures_.empty()) return;
  structures_window_ = window;
  const ui::Box& seen = view.seen;
  structures_ = render::structuresIn(drawingOf(view), view.channels, view.device,
                                     {.left_mm = window.pxToX(static_cast<double>(seen.left)),
                                      .top_mm = window.pxToZ(static_cast<double>(seen.top)),
                                      .right_mm = window.pxToX(static_cast<double>(seen.left + seen.width)),
                                      .bottom_mm = window.pxToZ(static_cast<double>(seen.top + seen.height))});
}

// From the structure that the card is about, or the first, to its neighbour in depth.
void ExplorerApp::stepStructure(int step) {
  if (ui_.playing) setPlaying(false);
  findStructures();
  const std::vector<render::Structure>& structures = structures_;
  if (structures.empty()) return point({});
  const auto now = std::find_if(structures.begin(), structures.end(),
                                [this](const render::Structure& each) { return each.name == ui_.pointed.name; });
  const auto count = static_cast<int>(structures.size());
  const int first = step > 0 ? 0 : count - 1;
  const int next =
      now == structures.end() ? first : (static_cast<int>(now - structures.begin()) + step + count) % count;
  const render::Structure& found = structures[static_cast<std::size_t>(next)];
  point({.name = found.name,
         .x_mm = found.place.x_mm,
         .z_mm = found.place.z_mm,
         .view = shown_.main_view,
         .walked = true});
}

void ExplorerApp::point(const ui::Pointed& pointed) {
  if (pointed.name.empty() && ui_.pointed.name.empty()) return;
  ui_.pointed = pointed;
  pointed_state_ = sim_.state();
  // A pointer that rests would be told too often.
  if (pointed.walked) notifyPage("structure");
  requestFrame(2);
}

void ExplorerApp::dropOldCard() {
  if (ui_.pointed.name.empty()) return;
  State now = sim_.state();
  // A place that was walked to is still the same place from nearer.
  if (ui_.pointed.walked) now.look.zoom = pointed_state_.look.zoom;
  if (ui_.playing || !(now == pointed_state_)) point({});
}

std::string ExplorerApp::paceWords() const { return ui_.half_sharp ? text("picture.half") : ""; }

std::string ExplorerApp::pointedWords() const {
  if (ui_.pointed.name.empty()) return "";
  const std::string id = "structure." + ui_.pointed.name;
  const std::string about = hasText(id + ".about") ? text(id + ".about") : "";
  return text(id) + (about.empty() ? "." : ": " + about + (about.ends_with('.') ? "" : "."));
}

void ExplorerApp::reportHeight(float needed_px) {
  if (std::abs(needed_px - reported_height_) < 1.0F) return;
  reported_height_ = needed_px;
  notifyHeight(needed_px);
}

}  // namespace needling::app
