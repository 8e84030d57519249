// Running text in the panels. Dear ImGui breaks lines after any comma or point, also those within a number; here a line ends
// between words.
#pragma once

#include <string>

#include "ui/ui.h"

namespace needling::ui {

// The words with a line break wherever the next one would go beyond `width` pixels. A word that is wider than that stays whole.
std::string inLines(const std::string& words, float width);

// "Sources: Lotfi 2013 (30 people, grade D)", softer than other words; nothing where there are none. A press opens them.
void drawSources(const std::string& evidence, UiActions& actions);

// Whether the last item is under the pointer, or walked to with the keyboard.
bool isPointedAt();

// As wide as the window leaves room.
void drawWords(const std::string& words);

// Goes on in the line where `width` more pixels fit, else in the next one.
void sameLineIfFits(float width);

// The heading of a part of the panel.
void drawHeading(const std::string& words);

}  // namespace needling::ui
