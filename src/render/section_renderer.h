// Draws the section into the current framebuffer: the skin, which a day hardly changes, from kept pictures; new
// collagen, cells, channels and the device between and over them.
#pragma once

#include <span>
#include <vector>

#include "model/view_window.h"
#include "render/drawing.h"
#include "render/gl_shapes.h"
#include "render/palette.h"

namespace needling::render {

struct SectionPicture {
  const SectionScene* scene;
  const SectionMoment* moment;
  ViewWindow window;
  PixelRect target;
  double pixels_per_css_px = 1.0;
  unsigned scene_revision = 0;  // changes whenever the scene does
  Look look = {};
  std::vector<ChannelDrawing> channels;
  DeviceDrawing device;  // whose dent bends the skin
  // The skin from above instead, null for the section, and how many passes of it.
  const SurfaceView* surface = nullptr;
  int passes = 0;
};

class SectionRenderer {
 public:
  // Needs a current context. Shaders compile here.
  SectionRenderer();

  // Each into its own target. The same picture keeps its place in the row from frame to frame, as do its layers.
  void draw(std::span<const SectionPicture> pictures);

 private:
  // What the skin was drawn for; its deeper part does not ask for the state.
  struct SkinKey {
    ViewWindow window;
    PixelRect target;
    unsigned scene_revision = 0;
    Light light = Light::kNormal;
    ColorProfile colours = ColorProfile::kDefault;
    bool operator==(const SkinKey&) const = default;
  };

  // One picture's skin.
  struct KeptSkin {
    MeshBuffer deep_mesh, upper_mesh;
    KeptLayer deep, upper;
    SkinKey key;
    SkinState state;
    Dent dent;
    bool ready = false;
  };

  void drawSection(const SectionPicture& picture, KeptSkin& skin);
  void refresh(KeptSkin& skin, const SectionPicture& picture, const Drawing& drawing);
  void keep(KeptLayer& layer, const MeshBuffer& mesh, const SectionPicture& picture);
  void lay(const KeptLayer& layer);
  void drawFibres(const SectionPicture& picture, const Palette& palette);
  void drawFromAbove(const SectionPicture& picture);
  // Triangles of what `draw` inks.
  template <class Draw>
  void fill(MeshBuffer& buffer, const Drawing& drawing, Draw draw);
  // The same, drawn at once.
  template <class Draw>
  void drawNow(const SectionPicture& picture, const Dent& dent, const Drawing& drawing, Draw draw);

  Program mesh_program_, copy_program_;
  InstancedShape fibres_;
  MeshBuffer moment_mesh_;
  Mesh mesh_;  // kept for its memory
  GlObject empty_array_;
  std::vector<KeptSkin> skins_;
};

}  // namespace needling::render
