// The drawing's own shapes in the panels' legend: neither layer knows the other.
#pragma once

#include "render/palette.h"
#include "ui/ui.h"

namespace needling::app {

class LegendPainter final : public ui::LegendPainter {
 public:
  void usePalette(const render::Palette& palette) { palette_ = palette; }
  void paint(ImDrawList* list, ImVec2 at, float height, const char* entry) const override;

 private:
  render::Palette palette_ = {};
};

}  // namespace needling::app
