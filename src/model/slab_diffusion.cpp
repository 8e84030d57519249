#include "model/slab_diffusion.h"

#include <algorithm>

#include "core/check.h"

namespace needling {
namespace {

// Conductances in cm/h from the middle of one cell to the next: the first is at the surface, the last at the sink, both
// over half a cell. A cell that the end of the hole crosses takes both parts in series.
std::vector<double> conductances(const Slab& slab) {
  const double width = slab.depth_cm / slab.cells;
  std::vector<double> resistance;
  for (int cell = 0; cell < slab.cells; ++cell) {
    const double open = std::clamp(slab.open_depth_cm - cell * width, 0.0, width);
    resistance.push_back(open / slab.diffusion_open + (width - open) / slab.diffusion_tissue);
  }
  std::vector<double> result{2.0 / resistance.front()};
  for (std::size_t i = 1; i < resistance.size(); ++i) result.push_back(2.0 / (resistance[i - 1] + resistance[i]));
  result.push_back(2.0 / resistance.back());
  return result;
}

// Solves (1 + k (g[i] + g[i+1])) c[i] - k g[i] c[i-1] - k g[i+1] c[i+1] = c_old[i] + source (Thomas 1949). `g.front()`
// is the surface, without flux where it is 0; the sink holds 0.
void implicitStep(std::vector<double>& c, std::vector<double>& ratio, const std::vector<double>& g, double surface,
                  double k) {
  double pivot = 1.0 + k * (surface + g[1]);
  c[0] = (c[0] + k * surface) / pivot;
  for (std::size_t i = 1; i < c.size(); ++i) {
    ratio[i] = k * g[i] / pivot;
    pivot = 1.0 + k * (g[i] + g[i + 1]) - k * g[i] * ratio[i];
    c[i] = (c[i] + k * g[i] * c[i - 1]) / pivot;
  }
  for (std::size_t i = c.size() - 1; i > 0; --i) c[i - 1] += ratio[i] * c[i];
}

}  // namespace

SlabAmounts diffuseThroughSlab(const Slab& slab, const std::vector<double>& open_shares) {
  NEEDLING_CHECK(slab.cells >= 1 && slab.depth_cm > 0.0 && slab.step_hours > 0.0);
  const double width = slab.depth_cm / slab.cells;
  const std::vector<double> g = conductances(slab);
  std::vector<double> c(static_cast<std::size_t>(slab.cells), 0.0);
  std::vector<double> ratio(c.size(), 0.0);
  SlabAmounts amounts;
  double middle_hours = 0.5 * slab.step_hours;
  for (const double open : open_shares) {
    const double open_hours = open * slab.step_hours;
    const double surface = middle_hours < slab.contact_hours ? g.front() : 0.0;
    implicitStep(c, ratio, g, surface, open_hours / width);
    amounts.entered_cm += open_hours * surface * (1.0 - c.front());
    amounts.delivered_cm += open_hours * g.back() * c.back();
    middle_hours += slab.step_hours;
  }
  for (const double concentration : c) amounts.stored_cm += concentration * width;
  return amounts;
}

}  // namespace needling
