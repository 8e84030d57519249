#include "model/view_window.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "model/evidence.h"
#include "model/surface_view.h"

namespace needling {

ViewWindow fitWindow(const SectionScene& scene, const WindowNeeds& needs, double left_px, double top_px,
                     double width_px, double height_px) {
  constexpr double kUnder = 0.22;  // mm under the deepest thing shown
  // In steps, so that the skin mostly stands still while a needle's length is changed.
  constexpr double kStep = 0.5;
  const double dermis = scene.skin.dermisBottom();
  const double deepest_mm = dermis + kStep * std::ceil(std::max(needs.deepest_mm - dermis, 0.0) / kStep);
  const double wanted_mm = deepest_mm + kUnder;
  const double room_px = std::max(1.0, height_px - needs.air_px - needs.below_px);
  const double widest = needs.widest_mm / std::max(1.0, width_px);
  const double mm_per_px = std::min(wanted_mm / room_px, widest);
  return {.left_px = left_px,
          .top_px = top_px,
          .width_px = width_px,
          .height_px = height_px,
          .centre_x_mm = 0.0,
          .top_z_mm = -needs.air_px * mm_per_px,
          .mm_per_px = mm_per_px};
}

ViewWindow surfaceWindow(double left_px, double top_px, double width_px, double height_px, double shown_px) {
  constexpr double kWidest = 2.0 * SurfaceView::kHalfWidth;
  const double shown = std::max(1.0, shown_px);
  const double mm_per_px = std::min(SurfaceView::kShownHeight / shown, kWidest / std::max(1.0, width_px));
  return {.left_px = left_px,
          .top_px = top_px,
          .width_px = width_px,
          .height_px = height_px,
          .top_z_mm = -0.5 * shown * mm_per_px,
          .mm_per_px = mm_per_px};
}

void centreOnChannel(ViewWindow& window, const SectionScene& scene, double share) {
  const SectionChannel* labelled = labelledChannel(scene);
  if (labelled == nullptr) return;
  const double most = std::max(0.0, kSceneHalfWidth - 0.5 * window.widthMm());
  window.centre_x_mm = std::clamp(labelled->x_mm + (0.5 - share) * window.widthMm(), -most, most);
}

ViewWindow zoomedWindow(const ViewWindow& whole, Zoom& zoom) {
  zoom.factor = std::clamp(zoom.factor, 1.0, Zoom::kMost);
  if (zoom.factor == 1.0) {
    zoom = {};
    return whole;
  }
  ViewWindow part = whole;
  part.mm_per_px = whole.mm_per_px / zoom.factor;
  const double free_x = 0.5 * (whole.widthMm() - part.widthMm());
  const double half_height = 0.5 * part.height_px * part.mm_per_px;
  zoom.x_mm = std::clamp(zoom.x_mm, whole.centre_x_mm - free_x, whole.centre_x_mm + free_x);
  zoom.z_mm = std::clamp(zoom.z_mm, whole.top_z_mm + half_height, whole.bottomMm() - half_height);
  part.centre_x_mm = zoom.x_mm;
  part.top_z_mm = zoom.z_mm - half_height;
  return part;
}

Zoom zoomAround(const ViewWindow& whole, const Zoom& zoom, double times, double x_px, double y_px) {
  Zoom before = zoom;
  const ViewWindow now = zoomedWindow(whole, before);
  const double factor = std::clamp(before.factor * times, 1.0, Zoom::kMost);
  const double kept = before.factor / factor, x = now.pxToX(x_px), z = now.pxToZ(y_px);
  Zoom after{.factor = factor,
             .x_mm = x + kept * (now.centre_x_mm - x),
             .z_mm = z + kept * (0.5 * (now.top_z_mm + now.bottomMm()) - z)};
  static_cast<void>(zoomedWindow(whole, after));
  return after;
}

Zoom zoomOn(const ViewWindow& whole, double x_mm, double z_mm, double width_mm, double below_px) {
  Zoom zoom{.factor = whole.widthMm() / width_mm, .x_mm = x_mm, .z_mm = z_mm};
  zoom.z_mm += 0.5 * below_px * whole.mm_per_px / std::max(zoom.factor, 1.0);
  static_cast<void>(zoomedWindow(whole, zoom));
  return zoom;
}

namespace {

bool needlesAreIn(const SectionMoment& moment) { return moment.days_since < kNeedleInDays; }

}  // namespace

std::vector<ChannelDrawing> sectionChannels(const SectionScene& scene, const SectionMoment& moment) {
  std::vector<ChannelDrawing> drawings;
  if (moment.day == kBeforeTreatment) return drawings;
  const bool needles_in = needlesAreIn(moment);
  const auto drawing = [&](const SectionChannel& channel) {
    return ChannelDrawing{.x_mm = channel.x_mm,
                          .tilt = channel.tilt,
                          .depth = scene.depth,
                          .opening_mm = scene.opening_mm,
                          .needle_diameter_mm = scene.needle_diameter_mm,
                          .open_fraction = moment.open_fraction,
                          .open_fraction_high = moment.open_fraction_high,
                          .track_visible = moment.track_visible,
                          .with_gauge = channel.labelled,
                          .with_needle = channel.labelled && needles_in,
                          .curve_mm = 2.0 * scene.skin.epidermisBottom()};
  };
  for (const bool labelled : {false, true}) {
    for (const SectionChannel& channel : scene.channels) {
      if (channel.treatment == moment.treatment && channel.labelled == labelled) drawings.push_back(drawing(channel));
    }
  }
  return drawings;
}

DeviceDrawing deviceAtRest(const SectionScene& scene, const SectionMoment& moment) {
  if (moment.day == kBeforeTreatment) return {};
  return {.shown = !scene.device.needles.empty() && needlesAreIn(moment),
          .tip_mm = scene.depth.protrusion_mm,
          .dent = swollen(moment.swelling, scene.skin.papillaryBottom())};
}

DeviceDrawing deviceInMotion(const SectionScene& scene, const InsertionState& state) {
  return {.shown = !scene.device.needles.empty(),
          .tip_mm = state.tip_mm,
          .in_tissue = true,
          .dent = dentOf(state, scene.needle_diameter_mm, scene.device.places())};
}

std::vector<ChannelDrawing> channelsInMotion(std::vector<ChannelDrawing> channels, const InsertionState& state) {
  // Left alone, the channel is the day's, with its measures.
  if (channels.empty() || state.phase == InsertionPhase::kLeft) return channels;
  ChannelDrawing& labelled = channels.back();
  labelled.depth.reach_mm.value = state.torn_mm;
  labelled.depth.residual_mm.value = state.open_mm;
  labelled.open_fraction = labelled.track_visible = 1.0;
  labelled.with_gauge = labelled.with_needle = false;
  return channels;
}

std::array<double, kStripLengths.size()> stripColumns(double left_px, double right_px) {
  std::array<double, kStripLengths.size()> columns{};
  const double step = (right_px - left_px) / static_cast<double>(columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) columns[i] = left_px + (static_cast<double>(i) + 0.5) * step;
  return columns;
}

std::vector<ChannelDrawing> stripChannels(const Protocol& protocol, const SectionScene& scene, const ViewWindow& window,
                                          const std::array<double, kStripLengths.size()>& columns_px) {
  constexpr double kShaftPx = 14.0;  // the column's words stand above
  std::vector<ChannelDrawing> drawings;
  for (std::size_t i = 0; i < columns_px.size(); ++i) {
    drawings.push_back({.x_mm = window.pxToX(columns_px[i]),
                        .tilt = 0.0,
                        .depth = needleDepth(protocol, kStripLengths[i]),
                        .opening_mm = scene.opening_mm,
                        .needle_diameter_mm = scene.needle_diameter_mm,
                        .open_fraction = 1.0,
                        .open_fraction_high = 1.0,
                        .track_visible = 1.0,
                        .with_gauge = true,
                        .with_needle = true,
                        .shaft_mm = kShaftPx * window.mm_per_px});
  }
  return drawings;
}

void visibleFibres(const SectionScene& scene, const SectionMoment& moment, std::vector<FibreStroke>& strokes) {
  constexpr double kFullGrowth = 0.06;  // fold above its threshold at which a fibre is full-grown
  const FieldMoment& field = moment.field;
  strokes.clear();
  for (const SectionFibre& fibre : scene.fibres) {
    const FieldPlace here = field.placeOf(fibre.x_mm, fibre.z_mm);
    const bool type_3 = fibre.pool == FibrePool::kType3;
    // Type III is the smaller pool: its threshold is scaled so that both pools are told apart at a glance.
    const double amount = type_3 ? 2.0 * field.at(here, FieldPool::kType3) : field.at(here, FieldPool::kType1);
    const double growth = std::clamp((amount - fibre.threshold) / kFullGrowth, 0.0, 1.0);
    if (growth <= 0.0) continue;
    const double turned = alignmentOf(field.at(here, type_3 ? FieldPool::kDispersion3 : FieldPool::kDispersion1));
    const double width = type_3 ? 0.0045 : 0.006 + 0.012 * growth * (0.4 + 0.6 * turned);
    strokes.push_back({.x_mm = fibre.x_mm,
                       .z_mm = fibre.z_mm,
                       .length_mm = fibre.length_mm * (0.5 + 0.5 * growth),
                       .width_mm = width,
                       .angle = fibre.angle_new + turned * (fibre.angle_aligned - fibre.angle_new),
                       .bend = fibre.bend,
                       .strength = growth,
                       .pool = fibre.pool});
  }
}

std::vector<FibreStroke> visibleFibres(const SectionScene& scene, const SectionMoment& moment) {
  std::vector<FibreStroke> strokes;
  visibleFibres(scene, moment, strokes);
  return strokes;
}

namespace {

// A number of its own for each cell, 0 to 1, whatever else changes.
double chanceOf(const SectionCell& cell, double which) {
  const double mixed = 1e3 * (cell.angle + which) * (1.0 + cell.threshold);
  return mixed - std::floor(mixed);
}

// Where cells stand that the model has counted. It knows how many there are in a place of the grid, but not that they
// come out of vessels and gather at the holes: that is drawn by moving each of them, so that none is lost or won.
class Gathering {
 public:
  Gathering(const SectionScene& scene, const SectionMoment& moment)
      : days_since_(moment.days_since),
        reach_mm_(scene.depth.reach_mm.value),
        half_hole_mm_(0.5 * scene.opening_mm),
        top_mm_(scene.skin.epidermisBottom() + 0.015) {
    static const double kPlexus = constant("plexus.superficial_depth");
    vessels_mm_ = std::min(kPlexus, scene.skin.papillaryBottom());
    const auto treatment = static_cast<std::size_t>(moment.treatment);
    if (treatment < scene.channel_places_mm.size()) channels_mm_ = scene.channel_places_mm[treatment];
  }

  // Moves one cell to where it is on this day.
  void move(const SectionCell& cell, CellMark& mark) const {
    if (channels_mm_.empty() || reach_mm_ <= 0.0) return;
    switch (cell.kind) {
      case CellKind::kPlatelet:
        return intoClot(cell, mark);
      case CellKind::kNeutrophil:
        return fromVessels(cell, mark, arrived(cell, 0.1, 0.8), 2.5);
      case CellKind::kMacrophage:
        return fromVessels(cell, mark, arrived(cell, 0.6, 2.5), 2.1);
      case CellKind::kFibroblast:
        return;  // along new fibres, from the first
      case CellKind::kCapillary:
        return towardsChannel(mark, 1.35);
    }
  }

 private:
  // The stretch around a channel whose cells are its own: half the way to its neighbours, as far as cells go at most.
  struct Around {
    double channel_mm, half_mm;
  };

  Around around(double x_mm) const {
    constexpr double kFarthest = 0.7;
    const auto right = std::lower_bound(channels_mm_.begin(), channels_mm_.end(), x_mm);
    const auto left = right == channels_mm_.begin() ? right : right - 1;
    const bool take_right = right != channels_mm_.end() && (*right - x_mm < std::abs(x_mm - *left));
    const auto nearest = take_right ? right : left;
    const bool rightwards = x_mm > *nearest;
    if (rightwards ? nearest + 1 == channels_mm_.end() : nearest == channels_mm_.begin()) return {*nearest, kFarthest};
    const double neighbour = rightwards ? *(nearest + 1) : *(nearest - 1);
    return {*nearest, std::min(kFarthest, 0.5 * std::abs(neighbour - *nearest))};
  }

  // How much of the way from the vessels a cell has gone: each sets out at a time of its own.
  double arrived(const SectionCell& cell, double first_day, double last_day) const {
    const double starts = first_day + (last_day - first_day) * chanceOf(cell, 1.0);
    return std::clamp((days_since_ - 0.5 * starts) / std::max(0.5 * starts, 0.05), 0.0, 1.0);
  }

  // Below the holes nothing draws them.
  double pull(double z_mm) const { return std::clamp(1.0 - (z_mm - reach_mm_) / 0.25, 0.0, 1.0); }

  // Nearer to the hole the larger `power` is; who is outside the stretch stays.
  void towardsChannel(CellMark& mark, double power) const {
    const Around here = around(mark.x_mm);
    const double off = mark.x_mm - here.channel_mm, share = std::abs(off) / std::max(here.half_mm, 1e-6);
    if (share >= 1.0) return;
    const double rim = 0.6 * half_hole_mm_;  // beside the clot, not in it
    const double gathered = std::copysign(rim + (here.half_mm - rim) * std::pow(share, power), off);
    mark.x_mm += pull(mark.z_mm) * (here.channel_mm + gathered - mark.x_mm);
  }

  void fromVessels(const SectionCell& cell, CellMark& mark, double way, double power) const {
    constexpr double kStay = 0.18;  // of them are still at a vessel
    const double share = chanceOf(cell, 2.0) < kStay ? 0.0 : way;
    const double vessel_z = std::max(top_mm_, vessels_mm_ + 0.07 * (chanceOf(cell, 3.0) - 0.5));
    const CellMark from = mark;
    towardsChannel(mark, power);
    mark.x_mm = from.x_mm + share * (mark.x_mm - from.x_mm);
    // Those of the deep dermis come out of vessels there.
    const double near = std::clamp(1.0 - (from.z_mm - 2.0 * vessels_mm_) / vessels_mm_, 0.0, 1.0);
    mark.z_mm = from.z_mm + (1.0 - share) * near * (vessel_z - from.z_mm);
  }

  void intoClot(const SectionCell& cell, CellMark& mark) const {
    const Around here = around(mark.x_mm);
    const double down = chanceOf(cell, 4.0), wide = half_hole_mm_ * std::sqrt(1.0 - down);
    mark.x_mm = here.channel_mm + wide * (2.0 * chanceOf(cell, 5.0) - 1.0);
    mark.z_mm = reach_mm_ * down;
  }

  double days_since_, reach_mm_, half_hole_mm_, top_mm_, vessels_mm_ = 0.0;
  std::span<const double> channels_mm_;  // from left to right
};

}  // namespace

void visibleCells(const SectionScene& scene, const SectionMoment& moment, std::vector<CellMark>& marks,
                  std::optional<CellKind> only) {
  const Gathering gathering(scene, moment);
  marks.clear();
  for (const SectionCell& cell : scene.cells) {
    if (only && cell.kind != *only) continue;
    const double share = cellShare(moment.field, moment.field.placeOf(cell.x_mm, cell.z_mm), cell.kind);
    const double excess = share - cell.threshold;
    if (excess <= 0.0) continue;
    marks.push_back({cell.x_mm, cell.z_mm, cell.angle, std::min(1.0, excess * 8.0), cell.kind});
    gathering.move(cell, marks.back());
  }
}

std::vector<CellMark> visibleCells(const SectionScene& scene, const SectionMoment& moment) {
  std::vector<CellMark> marks;
  visibleCells(scene, moment, marks);
  return marks;
}

}  // namespace needling
