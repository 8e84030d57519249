#include "app/structure_finder.h"

#include <algorithm>

#include "model/texts.h"

namespace needling::app {

std::optional<std::size_t> StructureFinder::viewAt(float x, float y) const {
  if (ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel)) return {};
  for (std::size_t i = 0; i < shown_.views.size(); ++i) {
    const ui::Box& seen = shown_.views[i].seen;
    if (x > seen.left && x < seen.left + seen.width && y > seen.top && y < seen.top + seen.height) return i;
  }
  return {};
}

render::Drawing StructureFinder::drawingOf(const ui::PictureView& view, double pixels_per_css_px) const {
  return render::Drawing::onPage(view.of(sim_).scene(), view.moment, view.window, pixels_per_css_px, sim_.state().look);
}

std::optional<ui::Pointed> StructureFinder::at(float x, float y, double pixels_per_css_px) {
  const bool section = sim_.state().picture == Picture::kSection;
  const std::optional<std::size_t> number = viewAt(x, y);
  if (state_.playing || !section || !number) return {};
  const ui::PictureView& view = shown_.views[*number];
  const render::Point place{view.window.pxToX(static_cast<double>(x)), view.window.pxToZ(static_cast<double>(y))};
  found_in_ = sim_.state();
  return ui::Pointed{.name = render::structureAt(drawingOf(view, pixels_per_css_px), view.channels, view.device, place),
                     .x_mm = place.x_mm,
                     .z_mm = place.z_mm,
                     .view = *number};
}

void StructureFinder::findAll(double pixels_per_css_px) {
  const ui::PictureView& view = shown_.mainView();
  const ViewWindow& window = view.window;
  const bool same = state_.pointed.walked && sim_.state() == found_in_ && window == structures_window_;
  if (same && !structures_.empty()) return;
  structures_window_ = window;
  const ui::Box& seen = view.seen;
  structures_ = render::structuresIn(drawingOf(view, pixels_per_css_px), view.channels, view.device,
                                     {.left_mm = window.pxToX(static_cast<double>(seen.left)),
                                      .top_mm = window.pxToZ(static_cast<double>(seen.top)),
                                      .right_mm = window.pxToX(static_cast<double>(seen.left + seen.width)),
                                      .bottom_mm = window.pxToZ(static_cast<double>(seen.top + seen.height))});
}

ui::Pointed StructureFinder::neighbour(int step, double pixels_per_css_px) {
  findAll(pixels_per_css_px);
  found_in_ = sim_.state();
  if (structures_.empty()) return {};
  const auto now = std::find_if(structures_.begin(), structures_.end(),
                                [this](const render::Structure& each) { return each.name == state_.pointed.name; });
  const auto count = static_cast<int>(structures_.size());
  const int first = step > 0 ? 0 : count - 1;
  const int next =
      now == structures_.end() ? first : (static_cast<int>(now - structures_.begin()) + step + count) % count;
  const render::Structure& found = structures_[static_cast<std::size_t>(next)];
  return {
      .name = found.name, .x_mm = found.place.x_mm, .z_mm = found.place.z_mm, .view = shown_.main_view, .walked = true};
}

bool StructureFinder::isOld() const {
  if (state_.pointed.name.empty()) return false;
  State now = sim_.state();
  // A place that was walked to is still the same place from nearer.
  if (state_.pointed.walked) now.look.zoom = found_in_.look.zoom;
  return state_.playing || !(now == found_in_);
}

std::string wordsOf(const ui::Pointed& pointed) {
  if (pointed.name.empty()) return "";
  const std::string id = "structure." + pointed.name;
  const std::string about = hasText(id + ".about") ? text(id + ".about") : "";
  return text(id) + (about.empty() ? "." : ": " + about + (about.ends_with('.') ? "" : "."));
}

}  // namespace needling::app
