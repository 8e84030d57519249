// What the visitor asks about in the picture: by a resting pointer, by a tap, or by walking from structure to structure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/hit_ink.h"
#include "ui/ui.h"

namespace needling::app {

class StructureFinder {
 public:
  // All three outlive the finder; `shown` is the last frame's.
  StructureFinder(const Sim& sim, const ui::UiState& state, const ui::UiActions& shown)
      : sim_(sim), state_(state), shown_(shown) {}

  // Which of the pictures is at a place of the canvas, CSS pixels, without what lies over it.
  std::optional<std::size_t> viewAt(float x, float y) const;
  // What stands there; none where nothing can be asked.
  std::optional<ui::Pointed> at(float x, float y, double pixels_per_css_px);
  // From the structure that the card is about, or the first, to its neighbour in depth.
  ui::Pointed neighbour(int step, double pixels_per_css_px);
  // Whether the card is about what may have gone since.
  bool isOld() const;

 private:
  render::Drawing drawingOf(const ui::PictureView& view, double pixels_per_css_px) const;
  void findAll(double pixels_per_css_px);

  const Sim& sim_;
  const ui::UiState& state_;
  const ui::UiActions& shown_;
  State found_in_;  // state of the model when the card's structure was found
  // What a walk goes through, and the window that they were found in; the same state as found_in_.
  std::vector<render::Structure> structures_;
  ViewWindow structures_window_;
};

// "Capillary loop. A hairpin ..."; empty for nothing.
std::string wordsOf(const ui::Pointed& pointed);

}  // namespace needling::app
