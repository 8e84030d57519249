// Draws the section into the current framebuffer: the skin, which a day hardly changes, from a cached picture; new
// collagen, cells and channels over it.
#pragma once

#include <glm/vec3.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "model/view_window.h"
#include "render/drawing.h"
#include "render/gl_objects.h"
#include "render/mesh_ink.h"
#include "render/palette.h"

namespace needling::render {

// A rectangle of the canvas in device pixels, origin at the bottom left as OpenGL counts.
struct PixelRect {
  int left = 0;
  int bottom = 0;
  int width = 0;
  int height = 0;
  bool operator==(const PixelRect&) const = default;
};

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

// A uniform's name and its colour.
using NamedColour = std::pair<const char*, glm::vec3>;

// One shape drawn many times in the section plane: its program, its corners and what differs from one to the next.
class InstancedShape {
 public:
  // `corners`: two floats each, a triangle strip, attribute 0. `counts`: floats of each further attribute.
  InstancedShape(std::string_view vertex, std::string_view fragment, const std::vector<float>& corners,
                 const std::vector<int>& counts);

  // One shape for each run of `counts` floats in `data`.
  void draw(const std::vector<float>& data, const SectionPicture& picture, const std::vector<NamedColour>& colours);

 private:
  Program program_;
  GlObject array_, corners_, data_;
  int corner_count_;
  int floats_each_;
};

// Triangles of a picture on the graphics card.
class MeshBuffer {
 public:
  MeshBuffer();

  void load(const Mesh& mesh, bool changes_often);
  void draw() const;

 private:
  GlObject array_, vertices_, indices_;
  std::size_t index_count_ = 0;
};

// A part of the picture that is drawn when what it shows has changed, and laid over the frame from a texture otherwise.
class KeptLayer {
 public:
  // Makes the texture anew where the size differs.
  void resize(const PixelRect& target);
  // What is drawn from now on goes into the texture, on a clear ground.
  void beginDrawing(const PixelRect& target) const;
  const GlObject& texture() const { return texture_; }

 private:
  GlObject texture_, framebuffer_;
  int width_ = 0, height_ = 0;
};

class SectionRenderer {
 public:
  // Needs a current context. Shaders compile here.
  SectionRenderer();

  void draw(const SectionPicture& picture);

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
  using DrawPart = void (*)(Ink&, const Drawing&);

  void refreshSkin(const SectionPicture& picture, const Drawing& drawing);
  void build(MeshBuffer& buffer, const Drawing& drawing, DrawPart draw);
  void keep(KeptLayer& layer, const MeshBuffer& mesh, const SectionPicture& picture);
  void lay(const KeptLayer& layer);
  void drawFibres(const SectionPicture& picture, const Palette& palette);
  void drawMoment(const SectionPicture& picture, const Drawing& drawing,
                  void (*draw)(Ink&, const Drawing&, const SectionPicture&));
  void drawDeviceOver(const SectionPicture& picture, const Drawing& drawing);
  void drawFromAbove(const SectionPicture& picture, const Drawing& drawing);
  // `dent` bends what is drawn; nothing else does.
  void drawMesh(const MeshBuffer& buffer, const SectionPicture& picture, const Dent& dent);

  Program mesh_program_, copy_program_;
  InstancedShape fibres_;
  MeshBuffer deep_mesh_, upper_mesh_, moment_mesh_;
  Mesh mesh_;  // kept for its memory
  KeptLayer deep_skin_, upper_skin_;
  GlObject empty_array_;
  SkinKey skin_key_;
  SkinState skin_state_;
  Dent dent_;
  bool skin_ready_ = false;
};

}  // namespace needling::render
