#include "model/view_window.h"

#include <algorithm>
#include <cmath>

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

std::vector<ChannelDrawing> sectionChannels(const SectionScene& scene, const SectionMoment& moment) {
  std::vector<ChannelDrawing> drawings;
  const bool needles_in = moment.days_since < 1.0;  // on other days no needle is in the skin
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
  return {.shown = !scene.device.needles.empty() && moment.days_since < 1.0, .tip_mm = scene.depth.protrusion_mm};
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

void visibleCells(const SectionScene& scene, const SectionMoment& moment, std::vector<CellMark>& marks) {
  marks.clear();
  for (const SectionCell& cell : scene.cells) {
    const double share = cellShare(moment.field, moment.field.placeOf(cell.x_mm, cell.z_mm), cell.kind);
    const double excess = share - cell.threshold;
    if (excess <= 0.0) continue;
    marks.push_back({cell.x_mm, cell.z_mm, cell.angle, std::min(1.0, excess * 8.0), cell.kind});
  }
}

std::vector<CellMark> visibleCells(const SectionScene& scene, const SectionMoment& moment) {
  std::vector<CellMark> marks;
  visibleCells(scene, moment, marks);
  return marks;
}

}  // namespace needling
