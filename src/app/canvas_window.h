// SDL's window on the page's canvas.
#pragma once

struct SDL_Window;

namespace needling::app {

inline constexpr char kCanvas[] = "#canvas";

struct CanvasSize {
  float css_width = 1.0F;
  float css_height = 1.0F;
  int device_width = 1;
  int device_height = 1;

  double pixelsPerCssPx() const { return device_height / static_cast<double>(css_height); }
};

// Null where there is no WebGL2. Its pointer events are left to the page.
SDL_Window* makeWindow(const CanvasSize& size);

void resizeWindow(SDL_Window* window, const CanvasSize& size);

}  // namespace needling::app
