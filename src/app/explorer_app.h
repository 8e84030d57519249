// The program in a page: owns the Sim, the panels' state, the picture, and the only clock. Draws on demand: a frame is
// asked for when something changed, so an idle, hidden or off-screen page draws nothing.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/canvas_window.h"
#include "app/imgui_renderer.h"
#include "app/legend_painter.h"
#include "app/structure_finder.h"
#include "model/sim.h"
#include "render/section_renderer.h"
#include "ui/pace.h"
#include "ui/shortcuts.h"
#include "ui/ui.h"

struct SDL_Window;
union SDL_Event;

namespace needling::app {

struct FrameStats {
  unsigned frames_drawn = 0;
  double frame_ms = 0.0;     // of the last frame, on the main thread
  double gl_setup_ms = 0.0;  // shaders and buffers, the last time they were made
};

class ExplorerApp {
 public:
  // The one instance; a page with several explorers has one frame each.
  static ExplorerApp& instance();

  Sim& sim() { return sim_; }
  const FrameStats& stats() const { return stats_; }
  // Where the last frame's picture has its millimetres.
  ViewWindow window() const { return shown_.views.empty() ? ViewWindow{} : shown_.mainView().window; }
  bool isPlaying() const { return ui_.playing; }

  float scroll() const { return scroll_px_; }

  // Says so while the section is drawn at half sharpness; empty otherwise.
  std::string paceWords() const;

  // The evidence ids whose sources the visitor asked for last.
  const std::string& lookedUp() const { return looked_up_; }

  // What the visitor asked about, "Capillary loop. A hairpin ..."; empty for nothing.
  std::string pointedWords() const;

  // Makes window, context and panels on the page's canvas; false where there is no WebGL2.
  bool startView();
  bool hasView() const { return view_ != nullptr; }

  void setPlaying(bool playing);
  // Whether the visitor's system asks for less motion.
  void setSystemReducedMotion(bool reduced);
  void resize(const CanvasSize& size);
  // How much of the canvas can be seen at once, and how far the page has scrolled what is below a phone's picture.
  void setSeen(float seen_px, float scroll_px);
  void setVisible(bool visible);
  void contextLost();
  void contextRestored();

  enum class PointerEvent { kMove, kDown, kUp, kLeave };
  void pointer(PointerEvent event, float x, float y, bool touch);
  // Whether something there scrolls by itself: a panel beside the picture, a list, a sheet of words. What a finger then drags.
  bool scrollsAt(float x, float y);
  void dragScroll(float by_px);
  // Which keys are held with the next one.
  void setHeld(ui::Modifiers held) { held_ = held; }
  void focusChanged(bool focused);

  // What moves or hides the picture and is in no state; shares are 0 to 1, and what is outside is put in.
  struct Staging {
    bool needle;
    double at;
    bool dark;
    bool light;
    double light_x, light_y;
  };
  // What the last frame drew that can be pressed or set: [["tab","guide",left,top,width,height,seen],...], canvas CSS pixels.
  std::string controlsText() const;

  std::string stagingText() const;  // a list of numbers in that order
  void setStaging(const Staging& staging);
  void tellFrames() { tells_frames_ = true; }

  // Something changed: draw, and a few frames more, as panels need up to three to settle.
  void requestFrame(int frames = 3);
  // The parallel page (ui/access_tree.h); `picture`: the canvas is shown. What using a control of it does; `done`: a drag has
  // ended. "parameter:age" to reveal: the panel scrolls there.
  std::string accessText(bool picture, std::string_view open) const;
  void use(std::string_view id, const std::string& value, bool done);
  void reveal(const std::string& id);
  // A command from outside; like any change it draws.
  Status apply(const Command& command);
  // Why the visitor's last change was refused.
  const std::string& refusal() const { return refusal_; }

 private:
  struct View {
    SDL_Window* window = nullptr;
    void* context = nullptr;
    std::unique_ptr<ImguiRenderer> panels;
    std::unique_ptr<render::SectionRenderer> section;
  };

  static bool onAnimationFrame(double time_ms, void* self);
  static int onSdlEvent(void* self, SDL_Event* event);
  void schedule();
  void frame(double time_ms);
  void advance(double seconds);
  void advanceInsertion(double seconds);
  // Half the sharpness where the picture moves too slowly; `interval_ms` since the last frame.
  void keepPace(double interval_ms);
  bool reducesMotion() const;
  bool isMoving() const { return ui_.playing || ui_.insertion.playing; }
  void handleEvents();
  bool handleShortcut(int key);
  // The visitor's own play or pause, which the page writes down; setPlaying may also be the host's.
  void togglePlaying();
  void obey(const ui::UiActions& actions);
  // Of panel or keyboard; the page is told of a refusal.
  void applyVisitors(const std::vector<Command>& commands);
  // A step of a lesson that has just been opened or answered may want something to be watched.
  void followLesson(const ViewSettings& before);
  // CSS pixels of the canvas in pixels of the screen.
  render::PixelRect onScreen(double left_px, double top_px, double width_px, double height_px) const;
  void drawPictures(const ui::UiActions& actions);
  render::SectionPicture pictureOf(const ui::PictureView& view, int passes) const;
  // Notes where the window stands; while it moves window_moves_ holds, and a frame follows once it rests.
  void watchWindow(const ViewWindow& window);
  static void onWindowRest(void* self);
  // What stands under a resting pointer, canvas pixels; and the next structure in view.
  void watchRest(float x, float y);
  static void onRest(void* self);
  void pointAt(float x, float y);
  void stepStructure(int step);
  void point(const ui::Pointed& pointed);
  void makeGlObjects();
  void reportHeight(const ui::UiActions& actions);
  void followScroll(float scroll_px);
  void followSheet();

  Sim sim_;
  ui::UiState ui_;
  LegendPainter legend_painter_;
  ui::UiActions shown_;  // the last frame's
  StructureFinder finder_{sim_, ui_, shown_};
  std::vector<render::SectionPicture> pictures_;  // kept for its memory
  ImVec2 rest_ = {-1e6F, -1e6F};                  // where the pointer rests, canvas pixels
  ImVec2 pressed_ = {-1e6F, -1e6F};
  int rest_timer_ = 0;
  ImGuiID dragged_ = 0;     // the window that a finger scrolls
  ViewWindow seen_window_;  // the last frame's, and what it showed
  Picture seen_picture_ = Picture::kSection;
  bool window_moves_ = false;
  int window_timer_ = 0;
  CanvasSize size_;
  ui::Pace pace_;
  bool moved_last_frame_ = false;
  bool system_reduced_motion_ = false;
  bool tells_frames_ = false;
  bool dragged_outside_ = false;  // by a slider of the page's own
  std::string looked_up_;
  std::string refusal_;
  std::optional<double> play_until_;  // a lesson's; else to the end
  ui::Modifiers held_;
  FrameStats stats_;
  std::unique_ptr<View> view_;
  bool visible_ = true;
  bool lost_ = false;
  bool scheduled_ = false;
  int frames_left_ = 0;
  double last_time_ms_ = 0.0;
  float reported_height_ = 0.0F;
  bool reported_pinned_ = false;
  float scroll_px_ = 0.0F;       // of what is below a phone's picture
  float page_scroll_px_ = 0.0F;  // as the page knows it
};

}  // namespace needling::app
