// What the section's pictures are made of on the graphics card: triangles, one shape drawn many times, and layers kept
// from frame to frame.
#pragma once

#include <GLES3/gl3.h>

#include <glm/vec3.hpp>
#include <string_view>
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

// One shape drawn many times: its program, its corners and what differs from one to the next.
class InstancedShape {
 public:
  // `corners`: two floats each, a triangle strip, attribute 0. `counts`: floats of each further attribute.
  InstancedShape(std::string_view vertex, std::string_view fragment, const std::vector<float>& corners,
                 const std::vector<int>& counts);

  // One shape for each run of `counts` floats in `data`.
  void draw(const std::vector<float>& data, const Plane& plane, const std::vector<NamedColour>& colours);

 private:
  Program program_;
  GlObject array_, corners_, data_;
  int corner_count_;
  int floats_each_;
};

// Triangles of a picture.
class MeshBuffer {
 public:
  MeshBuffer();

  void load(const Mesh& mesh);
  void draw(const Program& program, const Plane& plane) const;

 private:
  GlObject array_, vertices_, indices_;
  std::size_t index_count_ = 0;
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
