// Running text in the panels. Dear ImGui breaks lines after any comma or point, also those within a number; here a line ends
// between words.
#pragma once

#include <string>

namespace needling::ui {

// The words with a line break wherever the next one would go beyond `width` pixels. A word that is wider than that stays whole.
std::string inLines(const std::string& words, float width);

// Ids of sources as people read them: "S-017, H-T1-31" of "S-017;H-T1-31".
std::string listed(const std::string& evidence);
// "Sources: S-017, H-T1-31", softer than other words; nothing where there are none.
void drawSources(const std::string& evidence);

// As wide as the window leaves room.
void drawWords(const std::string& words);

// Goes on in the line where `width` more pixels fit, else in the next one.
void sameLineIfFits(float width);

// The heading of a part of the panel.
void drawHeading(const std::string& words);

}  // namespace needling::ui
