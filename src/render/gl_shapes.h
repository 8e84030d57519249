// What the section's pictures are made of on the graphics card: triangles, one shape drawn many times, and layers kept
// from frame to frame.
#pragma once

#include <GLES3/gl3.h>

#include <glm/vec3.hpp>
#include <span>
#include <utility>
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

// A uniform's name and its colour.
using NamedColour = std::pair<const char*, glm::vec3>;

// A strip of triangles drawn many times: its corners and what differs from one copy to the next.
class InstancedStrip {
 public:
  // `corners`: two floats each, attribute 0. `counts`: floats of each further attribute.
  InstancedStrip(std::span<const float> corners, std::span<const int> counts);

  // One copy for each run of `counts` floats in `data`.
  void load(std::span<const float> data);
  void draw(const Program& program, const Plane& plane, std::span<const NamedColour> colours) const;

 private:
  GlObject array_, corners_, data_;
  int corner_count_;
  int floats_each_;
  GLsizei copies_ = 0;
};

// Triangles of a picture.
class MeshBuffer {
 public:
  MeshBuffer();

  void load(const Mesh& mesh);
  void draw(const Program& program, const Plane& plane) const;

 private:
  friend class InstancedMesh;

  GlObject array_, vertices_, indices_;
  GLsizei index_count_ = 0;
};

// Triangles drawn many times, with four floats a copy as attribute 2.
class InstancedMesh {
 public:
  InstancedMesh();

  MeshBuffer& shape() { return shape_; }
  void place(std::span<const float> data);
  void draw(const Program& program, const Plane& plane) const;

 private:
  MeshBuffer shape_;
  GlObject data_;
  GLsizei copies_ = 0;
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
