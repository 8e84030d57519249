// The words of the section and where they point: one source for the screen and for the drawing in print.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "model/surface_view.h"
#include "model/view_window.h"

namespace needling {

// What a legend tells of: the needle lengths of the strip, the skin from above, the section, or that in polarised light.
enum class LegendKind { kStrip, kSurface, kSection, kPolarised };

// Its entries in order, each by the text that names it; what is drawn before the words goes by the same name.
std::span<const char* const> legendEntries(LegendKind kind);

struct LayerSpan {
  Layer layer;
  double top_mm;
  double bottom_mm;
};

// The layers from the surface to the window's lower edge. `epidermis_growth`: the day's thickness, fold of normal.
std::array<LayerSpan, 5> layerSpans(const Skin& skin, double epidermis_growth, double window_bottom_mm);

// The three depths that a needle has, which words and colours keep apart.
enum class Measure { kResidual, kReach, kProtrusion };

struct Callout {
  Measure measure;
  double z_mm;
  std::string words;
};

// Open hole, reach and needle length of one channel, from the surface down; the hole's words say whether it is open.
std::vector<Callout> calloutsFor(const ChannelDrawing& channel, bool with_bands);

// While the needle goes in and out: the dent, how deep the tip stands in tissue, the hole behind it; once it is left
// alone, calloutsFor(). Depths count from the level of untouched skin.
std::vector<Callout> calloutsInMotion(const ChannelDrawing& channel, const InsertionState& state, bool with_bands);

// One sentence on what a position shows; a needle that does not pierce is told so.
std::string insertionCaption(const NeedleDepth& depth, const InsertionState& state);

// What the skin from above shows: which treatment, how many channels some passes leave and how much of the skin they miss.
std::vector<std::string> surfaceWords(const Protocol& protocol, const SurfaceView& surface, int passes);

struct RulerMark {
  double z_mm;
  std::string label;  // empty for the fine marks in between
};

// Marks from the surface, or the window's top where that is lower, to the window's lower edge. Fine marks stand at least
// `fine_px` apart, those with words at least `named_px`.
std::vector<RulerMark> rulerMarks(const ViewWindow& window, double fine_px, double named_px);

// The finest round step in millimetres that takes at least `apart_px` pixels, 1 mm at most.
double roundStep(double pixels_per_mm, double apart_px);

// One of the words over a column of the strip.
struct ColumnLine {
  Measure measure;
  std::string words;
  bool doubtful = false;  // beyond what was measured
};

// Needle length, reach with band, open hole and deepest layer; length and reach alone where there is little room.
std::vector<ColumnLine> columnLines(const NeedleDepth& depth, bool brief);

}  // namespace needling
