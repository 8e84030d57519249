// The control of one parameter, made from its row of the table.
#pragma once

#include "ui/ui.h"

namespace needling::ui {

// A label with its value, and a list for choices or a slider with steppers for numbers. Adds a command when the
// visitor changed it; fixed, and said to be, where it is locked. The label opens why it matters, its range and its sources.
void drawParameter(const Protocol& protocol, const ParameterRow& row, bool locked, bool stacked, UiActions& actions);

}  // namespace needling::ui
