// Answers of the SDL2 parts that are left out (game controllers, the 2-D renderer) to those who ask for them: ImGui's backend and SDL_video.c.
#include "SDL_gamecontroller.h"
#include "SDL_render.h"

SDL_Renderer* SDL_GetRenderer(SDL_Window* window) {
  (void)window;
  return 0;
}
int SDL_GetRendererOutputSize(SDL_Renderer* renderer, int* width, int* height) {
  (void)renderer;
  *width = 0;
  *height = 0;
  return -1;
}
void SDL_DestroyRendererWithoutFreeing(SDL_Renderer* renderer);
void SDL_DestroyRendererWithoutFreeing(SDL_Renderer* renderer) { (void)renderer; }

int SDL_NumJoysticks(void) { return 0; }
SDL_bool SDL_IsGameController(int index) {
  (void)index;
  return SDL_FALSE;
}
SDL_GameController* SDL_GameControllerOpen(int index) {
  (void)index;
  return 0;
}
void SDL_GameControllerClose(SDL_GameController* controller) { (void)controller; }
Sint16 SDL_GameControllerGetAxis(SDL_GameController* controller, SDL_GameControllerAxis axis) {
  (void)controller;
  (void)axis;
  return 0;
}
Uint8 SDL_GameControllerGetButton(SDL_GameController* controller, SDL_GameControllerButton button) {
  (void)controller;
  (void)button;
  return 0;
}
