// What there is to know, topic by topic, with what the picture can show of it.
#pragma once

#include "model/guide.h"
#include "ui/ui.h"

namespace needling::ui {

// In the panel's window, below its tabs. Texts are for `protocol`; what is shown in the picture changes the first protocol.
void drawGuide(const Sim& sim, const Protocol& protocol, UiActions& actions);

// A question's picture is set at once: its answer is read beside it.
void openTopic(const GuideTopic& topic, UiActions& actions);

// One paragraph of it, under its heading where it begins a list.
void drawGuideText(const GuideLine& line, bool with_source, UiActions& actions);

}  // namespace needling::ui
