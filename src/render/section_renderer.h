// Draws the section into the current framebuffer: the skin, which a day hardly changes, from a cached picture; new
// collagen, cells and channels over it.
#pragma once

#include <vector>

#include "model/view_window.h"
#include "render/gl_objects.h"
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
  std::vector<ChannelDrawing> channels;
};

class SectionRenderer {
 public:
  // Needs a current context. Shaders compile here.
  SectionRenderer();

  void draw(const SectionPicture& picture);

 private:
  // What the cached skin was drawn for.
  struct SkinKey {
    ViewWindow window;
    PixelRect target;
    unsigned scene_revision = 0;
    float epidermis_growth = 1.0F;
    bool operator==(const SkinKey&) const = default;
  };

  void refreshSkin(const SectionPicture& picture, const Palette& palette);
  void resizeSkin(const PixelRect& target);
  void drawSkin(const SectionPicture& picture, const Palette& palette);
  void copySkin();
  void drawFibres(const SectionPicture& picture, const Palette& palette);
  void drawCells(const SectionPicture& picture, const Palette& palette);
  void drawChannels(const SectionPicture& picture, const Palette& palette);
  void drawInstances(const GlObject& vertex_array, const std::vector<float>& data, int floats_each, int corners);

  Program skin_program_, copy_program_, fibre_program_, cell_program_, channel_program_;
  GlObject empty_array_, fibre_array_, cell_array_, channel_array_;
  GlObject ribbon_corners_, square_corners_, fibre_data_, cell_data_, channel_data_;
  GlObject skin_texture_, skin_framebuffer_;
  SkinKey skin_key_;
  bool skin_ready_ = false;
};

}  // namespace needling::render
