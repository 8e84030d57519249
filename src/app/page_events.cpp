#include "app/page_events.h"

#include <emscripten/em_js.h>

// The page sets these two hooks on the module once it has it.
EM_JS(void, needling_notify, (const char* type), {
  if (Module['onNotify']) Module['onNotify'](UTF8ToString(type));
})
EM_JS(void, needling_height, (double height_px, int pinned), {
  if (Module['onHeight']) Module['onHeight'](height_px, Boolean(pinned));
})

namespace needling::app {

void notifyPage(const char* type) { needling_notify(type); }
void notifyHeight(double height_px, bool pinned) { needling_height(height_px, pinned ? 1 : 0); }

}  // namespace needling::app
