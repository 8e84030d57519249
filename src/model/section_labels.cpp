#include "model/section_labels.h"

#include <algorithm>
#include <cmath>

#include "model/describe.h"
#include "model/shown.h"
#include "model/texts.h"

namespace needling {
namespace {

// Open, closing at a pace the evidence leaves open, or closed.
std::string holeWords(const ChannelDrawing& channel, const std::string& depth) {
  static const double kClosed = constant("closure.left_at_closure");
  if (channel.open_fraction > kClosed) return formatText("picture.residual", {depth});
  return text(channel.open_fraction_high > kClosed ? "picture.closing" : "picture.closed");
}

}  // namespace

std::span<const char* const> legendEntries(LegendKind kind) {
  static constexpr const char* kStrip[] = {"panel.protrusion", "panel.reach", "panel.residual"};
  static constexpr const char* kSurface[] = {"surface.across", "surface.down", "surface.diagonal", "surface.reached"};
  static constexpr const char* kPolarised[] = {"picture.polarised.type3", "picture.polarised.type1",
                                               "picture.polarised.old", "picture.polarised.dark"};
  static constexpr const char* kSection[] = {
      "picture.newType3",  "picture.newType1",    "picture.oldCollagen", "picture.track",       "picture.vessels",
      "picture.platelets", "picture.neutrophils", "picture.macrophages", "picture.fibroblasts", "picture.capillaries"};
  switch (kind) {
    case LegendKind::kStrip:
      return kStrip;
    case LegendKind::kSurface:
      return kSurface;
    case LegendKind::kPolarised:
      return kPolarised;
    case LegendKind::kSection:
      break;
  }
  return kSection;
}

std::array<LayerSpan, 5> layerSpans(const Skin& skin, double epidermis_growth, double window_bottom_mm) {
  const double epidermis = skin.epidermisBottom() * epidermis_growth;
  return {{{Layer::kStratumCorneum, 0.0, skin.stratum_corneum.value},
           {Layer::kViableEpidermis, skin.stratum_corneum.value, epidermis},
           {Layer::kPapillaryDermis, epidermis, skin.papillaryBottom()},
           {Layer::kReticularDermis, skin.papillaryBottom(), skin.dermisBottom()},
           {Layer::kFat, skin.dermisBottom(), window_bottom_mm}}};
}

std::vector<Callout> calloutsFor(const ChannelDrawing& channel, bool with_bands) {
  const NeedleDepth& depth = channel.depth;
  const auto value = [&](const Band& band) {
    return with_bands ? bandText(band, 2, "mm") : shownFixed(band.value, 2) + " mm";
  };
  return {{Measure::kResidual, depth.residual_mm.value, holeWords(channel, value(depth.residual_mm))},
          {Measure::kReach, depth.reach_mm.value, formatText("picture.reach", {value(depth.reach_mm)})},
          {Measure::kProtrusion, depth.protrusion_mm,
           formatText("picture.protrusion", {shownNumber(depth.protrusion_mm)})}};
}

std::vector<Callout> calloutsInMotion(const ChannelDrawing& channel, const InsertionState& state, bool with_bands) {
  if (state.phase == InsertionPhase::kLeft) return calloutsFor(channel, with_bands);
  constexpr double kSeen = 0.005;  // mm
  std::vector<Callout> callouts;
  const auto tell = [&](Measure measure, double z_mm, const char* id, double value_mm) {
    callouts.push_back({measure, z_mm, formatText(id, {shownFixed(value_mm, 2)})});
  };
  if (state.dent_mm > kSeen) tell(Measure::kProtrusion, state.dent_mm, "insertion.dented", state.dent_mm);
  if (state.tipInTissue() > kSeen) tell(Measure::kReach, state.tip_mm, "insertion.tip", state.tipInTissue());
  if (state.phase == InsertionPhase::kWithdraw && state.open_mm > kSeen) {
    tell(Measure::kResidual, state.dent_mm + state.open_mm, "insertion.hole", state.open_mm);
  }
  std::stable_sort(callouts.begin(), callouts.end(),
                   [](const Callout& a, const Callout& b) { return a.z_mm < b.z_mm; });
  return callouts;
}

std::string insertionCaption(const NeedleDepth& depth, const InsertionState& state) {
  const bool enters = depth.reach_mm.value > 0.0;
  const std::string length = shownNumber(depth.protrusion_mm);
  switch (state.phase) {
    case InsertionPhase::kEnter:
      return text(enters ? "insertion.enter" : "insertion.onlyDent");
    case InsertionPhase::kReach:
      if (!enters) return text("insertion.onlyDent");
      return formatText("insertion.reach", {shownFixed(depth.reach_mm.value, 2), length});
    case InsertionPhase::kWithdraw:
      return text(enters ? "insertion.withdraw" : "insertion.onlyDent");
    case InsertionPhase::kLeft:
      if (!enters) return text("insertion.onlyDent");
      return formatText("insertion.left", {shownFixed(depth.residual_mm.value, 2)});
    case InsertionPhase::kAbove:
      return formatText("insertion.above", {length});
    case InsertionPhase::kDent:
    case InsertionPhase::kCount:
      break;
  }
  return text("insertion.dent");
}

std::vector<std::string> surfaceWords(const Protocol& protocol, const SurfaceView& surface, int passes) {
  const SurfaceState& state = surface.after_pass[static_cast<std::size_t>(passes - 1)];
  return {formatText("surface.treatment",
                     {std::to_string(surface.treatment + 1), shownNumber(protocol.get(ParameterId::kSessions))}),
          formatText("surface.density", {shownFixed(state.channels_per_cm2, 0)}),
          formatText("surface.untreated", {shownFixed(100.0 * state.untreated_fraction, 0)})};
}

double roundStep(double pixels_per_mm, double apart_px) {
  for (const double step : {0.001, 0.005, 0.01, 0.05, 0.1, 0.5}) {
    if (step * pixels_per_mm >= apart_px) return step;
  }
  return 1.0;
}

std::vector<RulerMark> rulerMarks(const ViewWindow& window, double fine_px, double named_px) {
  const double fine = roundStep(1.0 / window.mm_per_px, fine_px);
  const int every = static_cast<int>(std::lround(roundStep(1.0 / window.mm_per_px, named_px) / fine));
  std::vector<RulerMark> marks;
  for (int mark = std::max(0, static_cast<int>(std::ceil(window.top_z_mm / fine))); mark * fine < window.bottomMm();
       ++mark) {
    std::string label;
    if (mark % every == 0) label = mark == 0 ? "0 mm" : shownNumber(std::round(mark * fine * 1000.0) / 1000.0);
    marks.push_back({mark * fine, label});
  }
  return marks;
}

std::vector<ColumnLine> columnLines(const NeedleDepth& depth, bool brief) {
  const std::string length = shownNumber(depth.protrusion_mm);
  const std::string reach = shownFixed(depth.reach_mm.value, 2);
  if (brief) return {{Measure::kProtrusion, length}, {Measure::kReach, reach}};
  const std::string band = shownFixed(depth.reach_mm.low, 2) + "–" + shownFixed(depth.reach_mm.high, 2);
  const std::string residual = shownFixed(depth.residual_mm.value, 2);
  const std::string& last = depth.extrapolated ? text("picture.extrapolated") : layerName(depth.deepest_layer);
  return {{Measure::kProtrusion, length + " mm"},
          {Measure::kReach, formatText("picture.reachShort", {reach})},
          {Measure::kReach, "(" + band + ")"},
          {Measure::kResidual, formatText("picture.residualShort", {residual})},
          {Measure::kProtrusion, last, depth.extrapolated}};
}

}  // namespace needling
