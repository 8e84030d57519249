// What the program tells the page.
#pragma once

namespace needling::app {

// "change" (the visitor changed something here), "play", "structure" (another is asked about), "pace" (drawn less
// sharply or fully again), "focusexit".
void notifyPage(const char* type);
// The canvas height in CSS pixels that the content needs.
void notifyHeight(double height_px);

}  // namespace needling::app
