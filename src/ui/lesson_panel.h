// The steps of tour, quiz and lecture in the panel: what is told or asked, the answer, and the way to the next one.
#pragma once

#include "ui/ui.h"

namespace needling::ui {

// For a student: where tour and quiz stand and what is missing, or the step that is open.
void drawStudies(const Sim& sim, UiActions& actions);

// Forgets the answers and opens the first question.
void takeQuizAgain(UiActions& actions);

// For a lecturer: the questions, or the one that is open.
void drawLecture(const ViewSettings& view, UiActions& actions);

}  // namespace needling::ui
