// The way through tour, quiz and lecture, for buttons, keys and a lecturer's clicker alike.
#pragma once

#include <vector>

#include "model/command.h"
#include "model/lessons.h"
#include "model/view_settings.h"

namespace needling {

// The open step, where it is one of the mode's; else null.
const Lesson* openLesson(const ViewSettings& view);

// Whether the step's answer stands there already: a tour always tells, a quiz once it was answered, a lecture when it explains.
bool isTold(const ViewSettings& view, const Lesson& lesson);

// To the next step, or after the last one out of them all; with none open to the mode's first. A question of the quiz waits
// for its answer: nothing then.
std::vector<Command> stepOn(const ViewSettings& view);
// To the one before; nothing at the first.
std::vector<Command> stepBack(const ViewSettings& view);

// The same for a clicker, which has two buttons: a lecture's question is asked, watched and explained first.
std::vector<Command> clickOn(const ViewSettings& view);
std::vector<Command> clickBack(const ViewSettings& view);

}  // namespace needling
