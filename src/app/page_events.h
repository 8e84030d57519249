// What the program tells the page.
#pragma once

namespace needling::app {

// "change" (the visitor changed something here), "play", "structure" (another is asked about), "pace" (drawn less
// sharply or fully again), "scroll" (what is below the picture), "refused" (what the visitor asked for), "focusexit".
void notifyPage(const char* type);
// The canvas height in CSS pixels that the content needs; `pinned`: the canvas shall be no taller than what is seen of it,
// and the page's scrolling moves what is below the picture.
void notifyHeight(double height_px, bool pinned);

}  // namespace needling::app
