#include "app/canvas_window.h"

#include <SDL.h>
#include <emscripten/html5.h>

#include <initializer_list>

namespace needling::app {

SDL_Window* makeWindow(const CanvasSize& size) {
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, kCanvas);
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return nullptr;
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
  SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 0);
  // Shapes are antialiased in the shaders: multisampling takes four times as long.
  SDL_GL_SetAttribute(SDL_GL_MULTISAMPLEBUFFERS, 0);
  // Not resizable for SDL: the page measures the canvas in device pixels, which SDL cannot.
  SDL_Window* window = SDL_CreateWindow("Microneedling Explorer", 0, 0, static_cast<int>(size.css_width),
                                        static_cast<int>(size.css_height), SDL_WINDOW_OPENGL);
  // The pointer comes from the page, where a drag that leaves the frame is not lost, and touches scroll the page.
  for (const SDL_EventType type :
       {SDL_MOUSEMOTION, SDL_MOUSEBUTTONDOWN, SDL_MOUSEBUTTONUP, SDL_FINGERDOWN, SDL_FINGERMOTION, SDL_FINGERUP}) {
    SDL_EventState(type, SDL_IGNORE);
  }
  return window;
}

void resizeWindow(SDL_Window* window, const CanvasSize& size) {
  SDL_SetWindowSize(window, static_cast<int>(size.css_width), static_cast<int>(size.css_height));
  emscripten_set_canvas_element_size(kCanvas, size.device_width, size.device_height);
}

}  // namespace needling::app
