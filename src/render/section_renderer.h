// Draws the section into the current framebuffer: the skin, which a day hardly changes, from kept pictures; new
// collagen, cells, channels and the device between and over them. What is on the graphics card is sent again only when
// something that it is drawn from has changed.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "model/view_window.h"
#include "render/drawing.h"
#include "render/gl_shapes.h"
#include "render/instances.h"
#include "render/palette.h"

namespace needling::render {

// What is pointed to has to live until the picture is drawn.
struct SectionPicture {
  const SectionScene* scene;
  const SectionMoment* moment;
  ViewWindow window;
  PixelRect target;
  int covered = 0;  // rows at the target's lower edge that something lies over
  double pixels_per_css_px = 1.0;
  unsigned scene_revision = 0;  // changes whenever the scene does
  Look look = {};
  const std::vector<ChannelDrawing>* channels;
  const DeviceDrawing* device;  // whose dent bends the skin
  // The skin from above instead, null for the section, and how many passes of it.
  const SurfaceView* surface = nullptr;
  int passes = 0;
  // The window is on its way: skin that was drawn for another may be shown stretched until it rests.
  bool moving = false;
  // Pixels of the target that one drawn pixel is wide: 2 is half as sharp and four times as fast to fill.
  int coarseness = 1;
};

// A part of a rectangle as shares of its width and height, from its bottom upwards.
struct Share {
  double left = 0.0, bottom = 0.0, right = 1.0, top = 1.0;

  bool coversAll() const {
    constexpr double kRounding = 1e-6;
    return left < kRounding && bottom < kRounding && right > 1.0 - kRounding && top > 1.0 - kRounding;
  }
};

class SectionRenderer {
 public:
  // Needs a current context. Shaders compile here.
  SectionRenderer();

  // Each into its own target. The same picture keeps its place in the row from frame to frame, as does what is kept of it.
  void draw(std::span<const SectionPicture> pictures);

 private:
  // Where and how a picture is drawn; what follows from it alone is the same as long as it is.
  struct View {
    ViewWindow window;
    PixelRect target;
    double pixel_mm = 0.0;
    int skin_tone = 0;
    Light light = Light::kNormal;
    ColorProfile colours = ColorProfile::kDefault;
    bool operator==(const View&) const = default;
  };

  // Both layers of the skin as drawn for a view.
  struct SkinLayers {
    KeptLayer deep, upper;
    View view;
    SkinBody body;
    bool ready = false;

    // The same skin in the same colours and as large, be it another part of it.
    bool showsSkin(const View& wanted, const SkinBody& wanted_body) const;
  };

  // The skin. Its deeper part does not ask for the state.
  struct KeptSkin {
    MeshBuffer deep_mesh, upper_mesh;
    SkinLayers now;
    SkinLayers widest;  // what shows most of it of all that was drawn before: the ground under a stretched picture
    SkinState state;
    Dent dent;
  };

  // New collagen and cells, by scene and day.
  struct KeptDay {
    struct Run {
      std::size_t first = 0, count = 0;
      int pieces = 0;
    };

    ManyStrips fibres;
    std::array<std::array<Run, kWindings>, kFibrePoolCount> runs;
    std::array<ManyCopies, kCellKindCount> cells;
    View view;
    unsigned scene_revision = 0;
    double day = -1.0;
  };

  struct KeptChannels {
    MeshBuffer mesh;
    View view;
    unsigned scene_revision = 0;  // of the platelets in the clot
    std::vector<ChannelDrawing> channels;
  };

  struct KeptDevice {
    MeshBuffer mesh;
    View view;
    unsigned scene_revision = 0;
    DeviceDrawing device;
  };

  struct KeptSurface {
    MeshBuffer mesh;
    View view;
    unsigned scene_revision = 0;
    int treatment = 0, passes = 0;
  };

  // Of one picture.
  struct Kept {
    KeptSkin skin;
    KeptDay day;
    KeptChannels channels;
    KeptDevice device;
    KeptSurface surface;
    KeptLayer coarse;  // all of it, where it is drawn smaller than it is shown
  };

  static View viewOf(const SectionPicture& picture, const Drawing& drawing);
  void drawSection(const SectionPicture& picture, Kept& kept);
  void drawCoarsely(const SectionPicture& picture, Kept& kept);
  // Brings up to date what is kept of the section, and puts it together in the target.
  void refresh(const SectionPicture& picture, const Drawing& drawing, Kept& kept);
  void compose(const SectionPicture& picture, const Drawing& drawing, const Kept& kept);
  void drawFromAbove(const SectionPicture& picture, KeptSurface& kept);
  void refreshSkin(KeptSkin& skin, const SectionPicture& picture, const Drawing& drawing);
  void loadFibres(KeptDay& day, const Drawing& drawing);
  void refreshDay(KeptDay& day, const SectionPicture& picture, const Drawing& drawing);
  void refreshChannels(KeptChannels& kept, const SectionPicture& picture, const Drawing& drawing);
  void refreshDevice(KeptDevice& kept, const SectionPicture& picture, const Drawing& drawing);
  void keep(KeptLayer& layer, const MeshBuffer& mesh, const SectionPicture& picture);
  // Lays one of the skin's layers where it belongs in the window.
  void lay(const KeptSkin& skin, KeptLayer SkinLayers::* layer, const SectionPicture& picture);
  void layOne(const SkinLayers& layers, KeptLayer SkinLayers::* layer, const SectionPicture& picture);
  // A layer over a share of the target: pixel for pixel, or smoothly where it is stretched.
  void layOver(const KeptLayer& layer, const Share& share, bool stretched);
  void drawFibres(const KeptDay& day, const SectionPicture& picture, const Palette& palette);
  void drawCells(const KeptDay& day, const Plane& plane);
  // Triangles of what `draw` inks, of which an ink keeps what lies in `bounds`.
  template <class Draw>
  void fill(MeshBuffer& buffer, const Drawing& drawing, const Bounds& bounds, Draw draw);

  PlaneProgram mesh_program_;
  Program copy_program_;
  PlaneProgram fibre_program_, cell_program_;
  // Kept for their memory.
  Mesh mesh_;
  DayInstances instances_;
  GlObject empty_array_;
  std::vector<Kept> kept_;
};

}  // namespace needling::render
