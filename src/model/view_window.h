// Which part of the section stands where on the canvas: what picture and labels must agree on.
#pragma once

#include <optional>

#include "model/insertion.h"
#include "model/look.h"
#include "model/section_view.h"

namespace needling {

// Pixels are CSS pixels with the origin at the canvas' top left.
struct ViewWindow {
  double left_px = 0.0;
  double top_px = 0.0;
  double width_px = 1.0;
  double height_px = 1.0;
  double centre_x_mm = 0.0;
  double top_z_mm = -0.4;
  double mm_per_px = 0.01;

  double xToPx(double x_mm) const { return left_px + 0.5 * width_px + (x_mm - centre_x_mm) / mm_per_px; }
  double pxToX(double x_px) const { return centre_x_mm + (x_px - left_px - 0.5 * width_px) * mm_per_px; }
  double zToPx(double z_mm) const { return top_px + (z_mm - top_z_mm) / mm_per_px; }
  double pxToZ(double z_px) const { return top_z_mm + (z_px - top_px) * mm_per_px; }
  double widthMm() const { return width_px * mm_per_px; }
  double bottomMm() const { return top_z_mm + height_px * mm_per_px; }

  bool operator==(const ViewWindow&) const = default;
};

// What a window has to leave free and to show.
struct WindowNeeds {
  double air_px = 0.0;      // above the surface, for needles and labels
  double below_px = 0.0;    // at the bottom, for the legend
  double deepest_mm = 0.0;  // besides the whole dermis; what reaches beyond it, in steps of half a millimetre
  double widest_mm = 2.0 * kSceneHalfWidth;
};

// A window over the given pixels, to the same scale in both directions.
ViewWindow fitWindow(const SectionScene& scene, const WindowNeeds& needs, double left_px, double top_px,
                     double width_px, double height_px);

// The skin from above, y down: as high as SurfaceView tells and wider by the picture's shape, never beyond where channels were
// laid. What is lower than `shown_px` is covered.
ViewWindow surfaceWindow(double left_px, double top_px, double width_px, double height_px, double shown_px);

// Moves a window along the surface, inside the scene, until the labelled channel stands at that share of its width.
void centreOnChannel(ViewWindow& window, const SectionScene& scene, double share);

// The part of `whole` that a zoom shows; `zoom` is first brought into range, so that the part never leaves the whole.
ViewWindow zoomedWindow(const ViewWindow& whole, Zoom& zoom);

// The zoom after turning by `times` around a point of the canvas, which stays where it is.
Zoom zoomAround(const ViewWindow& whole, const Zoom& zoom, double times, double x_px, double y_px);

// The zoom that shows `width_mm` across, or all where that is more, with (`x_mm`, `z_mm`) in the middle of what stands
// above the legend's `below_px`.
Zoom zoomOn(const ViewWindow& whole, double x_mm, double z_mm, double width_mm, double below_px);

// How long after a treatment needle and device are shown in the skin; later the picture shows the wound that they left.
inline constexpr double kNeedleInDays = 1.0 / 24.0;

// One channel as drawn: a needle of the section or a column of the depth strip.
struct ChannelDrawing {
  double x_mm = 0.0;
  double tilt = 0.0;
  NeedleDepth depth;
  double opening_mm = 0.0;
  double needle_diameter_mm = 0.0;
  double open_fraction = 0.0;       // of the residual channel
  double open_fraction_high = 0.0;  // at the slow end of its band
  double track_visible = 0.0;       // of the torn track
  bool with_gauge = false;          // bands and bars of reach and open hole
  bool with_needle = false;         // the needle's outline
  double shaft_mm = 0.0;            // of a needle without its device, shown above the surface
  double curve_mm = 0.0;            // depth to which a tilted entry curves

  bool operator==(const ChannelDrawing&) const = default;
};

// The channels of the latest treatment on the section, the labelled one last.
std::vector<ChannelDrawing> sectionChannels(const SectionScene& scene, const SectionMoment& moment);

// The scene's device over the section.
struct DeviceDrawing {
  bool shown = false;
  double tip_mm = 0.0;     // where the labelled needle's tip stands, below the level of untouched skin
  bool in_tissue = false;  // the needle itself is shown in the skin; else dashed, how long it is
  Dent dent = {};          // of the skin under it, or its swelling

  bool operator==(const DeviceDrawing&) const = default;
};

// Within kNeedleInDays the device stands on the skin, pressed in; later it is not shown.
DeviceDrawing deviceAtRest(const SectionScene& scene, const SectionMoment& moment);

// The device while its needles go in and out.
DeviceDrawing deviceInMotion(const SectionScene& scene, const InsertionState& state);

// The channels while the labelled one is made: `channels` is what sectionChannels answers for that day.
std::vector<ChannelDrawing> channelsInMotion(std::vector<ChannelDrawing> channels, const InsertionState& state);

// The strip shows untreated skin, which has no edges; fibres and cells reach as far as the scene.
inline constexpr double kStripWidest = 40.0;  // mm

// Where the columns of the strip stand, canvas pixels: evenly between two borders.
std::array<double, kStripLengths.size()> stripColumns(double left_px, double right_px);

// One channel for each of kStripLengths at the given columns; fresh, with needles.
std::vector<ChannelDrawing> stripChannels(const Protocol& protocol, const SectionScene& scene, const ViewWindow& window,
                                          const std::array<double, kStripLengths.size()>& columns_px);

// A stretch of new collagen as drawn.
struct FibreStroke {
  double x_mm;
  double z_mm;
  double length_mm;
  double width_mm;
  double angle;
  double bend;
  double strength;  // 0 to 1
  FibrePool pool;
};

// The fibres that the day's new collagen has built; more, thicker and better aligned as it grows. With a list, that is
// filled anew and its memory used again.
std::vector<FibreStroke> visibleFibres(const SectionScene& scene, const SectionMoment& moment);
void visibleFibres(const SectionScene& scene, const SectionMoment& moment, std::vector<FibreStroke>& strokes);

struct CellMark {
  double x_mm;
  double z_mm;
  double angle;
  double strength;
  CellKind kind;
};

std::vector<CellMark> visibleCells(const SectionScene& scene, const SectionMoment& moment);
// Into `marks`, in place of what they hold; where one kind is named, only that.
void visibleCells(const SectionScene& scene, const SectionMoment& moment, std::vector<CellMark>& marks,
                  std::optional<CellKind> only = {});

}  // namespace needling
