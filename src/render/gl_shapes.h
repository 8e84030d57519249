// What the section's pictures are made of on the graphics card: triangles, many strips of one shape, and layers kept from
// frame to frame.
#pragma once

#include <GLES3/gl3.h>

#include <cstddef>
#include <span>
#include <vector>

#include "model/view_window.h"
#include "render/gl_objects.h"
#include "render/mesh_ink.h"

namespace needling::render {

// A rectangle of the canvas in device pixels, origin at the bottom left as OpenGL counts.
struct PixelRect {
  int left = 0;
  int bottom = 0;
  int width = 0;
  int height = 0;
  bool operator==(const PixelRect&) const = default;
};

// The stretch of the section that the target shows, and what bends it.
struct Plane {
  const ViewWindow& window;
  double pixel_mm;  // a device pixel
  const Dent& dent;
};

// Makes a program that draws in the section's plane the current one.
void usePlane(const Program& program, const Plane& plane);

// Strips of triangles, many of one shape, whose vertex shader finds what differs from one to the next in a texture. Not by
// instances: software renderers take those one by one, each as long as a hundred triangles.
class ManyStrips {
 public:
  ManyStrips();

  // Eight floats a strip.
  void load(std::span<const float> data);
  // `count` of them from `first` on, each in so many pieces.
  void draw(const Program& program, std::size_t first, std::size_t count, int pieces) const;

 private:
  GlObject texture_, empty_array_;
  std::vector<float> padded_;  // to whole rows; kept for its memory
  GLsizei rows_ = 0;
};

// Triangles of a picture.
class MeshBuffer {
 public:
  MeshBuffer();

  void load(const Mesh& mesh);
  void draw(const Program& program, const Plane& plane) const;

 private:
  GlObject array_, vertices_, indices_;
  GLsizei index_count_ = 0;
};

// A part of the picture that is drawn when what it shows has changed, and laid over the frame from a texture otherwise.
class KeptLayer {
 public:
  // What is drawn from now on goes into the texture, which has the target's size, on a clear ground.
  void beginDrawing(const PixelRect& target);
  const GlObject& texture() const { return texture_; }

 private:
  void resize(const PixelRect& target);

  GlObject texture_, framebuffer_;
  int width_ = 0, height_ = 0;
};

}  // namespace needling::render
