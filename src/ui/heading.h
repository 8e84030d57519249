// The heading of a part of the panel.
#pragma once

#include <string>

namespace needling::ui {

void drawHeading(const std::string& words);

}  // namespace needling::ui
