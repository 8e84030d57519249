// The drawing's colours as the panels' legend takes them: neither layer knows the other.
#pragma once

#include "render/palette.h"
#include "ui/ui.h"

namespace needling::app {

ui::PictureColours pictureColours(const render::Palette& palette);

}  // namespace needling::app
