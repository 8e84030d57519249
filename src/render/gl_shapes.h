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

// Shaders that draw in the section's plane.
class PlaneProgram : public Program {
 public:
  using Program::Program;

  // Makes it the current one. It keeps its plane, which is sent anew only where it is another.
  void useIn(const Plane& plane);

 private:
  bool isIn(const Plane& plane) const {
    return pixel_mm_ == plane.pixel_mm && window_ == plane.window && dent_ == plane.dent;
  }

  ViewWindow window_;
  double pixel_mm_ = 0.0;  // none yet
  Dent dent_;
};

// Numbers for a vertex shader that draws one shape many times: what differs from one to the next. Not by instances, as
// software renderers take those one by one, each as long as a hundred triangles.
class NumberTexture {
 public:
  NumberTexture();

  // Row after row of 512 texels, each of four floats.
  void load(std::span<const float> data);
  // For the sampler of a program that has one alone, which OpenGL gives the first unit.
  void bind() const;

 private:
  GlObject texture_;
  std::vector<float> padded_;  // to whole rows; kept for its memory
  GLsizei rows_ = 0;
};

// Strips of triangles, many of one shape.
class ManyStrips {
 public:
  ManyStrips() : empty_array_(GlKind::kVertexArray) {}

  // Eight floats a strip.
  void load(std::span<const float> data) { numbers_.load(data); }
  void use() const;
  // Once in use: `count` of them from `first` on, each in so many pieces.
  void draw(const Program& program, std::size_t first, std::size_t count, int pieces) const;

 private:
  NumberTexture numbers_;
  GlObject empty_array_;
};

// Triangles of a picture.
class MeshBuffer {
 public:
  MeshBuffer();

  void load(const Mesh& mesh);
  void draw(PlaneProgram& program, const Plane& plane) const;
  // The first so many of the loaded indices, in a program that is set up already.
  void drawFirst(std::size_t indices) const;

 private:
  GlObject array_, vertices_, indices_;
  GLsizei index_count_ = 0;
};

// Copies of a shape: its corners are on the graphics card once for each copy, and stay there while the copies move.
class ManyCopies {
 public:
  // A shape around 0, for all copies from the next load() on.
  void shape(Mesh shape);
  // Four floats a copy.
  void load(std::span<const float> copies);
  void draw(const Program& program) const;

 private:
  Mesh shape_;
  MeshBuffer corners_;
  NumberTexture numbers_;
  std::size_t count_ = 0, room_ = 0;  // copies; for how many of them corners are there
};

// A part of the picture that is drawn when what it shows has changed, and laid over the frame from a texture otherwise.
class KeptLayer {
 public:
  // What is drawn from now on goes into the texture, which has the target's size, on a clear ground.
  void beginDrawing(const PixelRect& target);
  // For the sampler of the program that lays it over the frame; `stretched`: not pixel by pixel.
  void bind(bool stretched) const;

 private:
  void resize(const PixelRect& target);

  GlObject texture_, framebuffer_;
  int width_ = 0, height_ = 0;
  mutable bool stretched_ = false;  // how the texture is sampled now
};

}  // namespace needling::render
