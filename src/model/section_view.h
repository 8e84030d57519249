// What the picture shows, in millimetres and without colours: the one source for the WebGL picture and for any other
// consumer. x runs along the surface (0 in the middle), z downwards from the surface.
//
// A scene is fixed by the protocol; a moment is what one day changes in it.
#pragma once

#include <array>
#include <vector>

#include "model/device_view.h"
#include "model/healing_field.h"
#include "model/needle.h"
#include "model/outcome.h"

namespace needling {

inline constexpr double kSceneHalfWidth = 5.0;  // mm

// A channel near the section plane. All of a scene share depth and width.
struct SectionChannel {
  double x_mm;
  int treatment;  // number from 0
  double tilt;    // tangent of the angle to the upright at the surface: 0 for pen and stamp; a roller's hole curves in
                  // the epidermis and runs straight below (Fernandes)
  bool labelled;  // the one of its treatment that the section was cut through, at the same place for every treatment
};

enum class FibrePool { kType3, kType1 };

// A fibre that new collagen may build. It is there once the pool's new collagen at its place passes `threshold`.
struct SectionFibre {
  double x_mm;
  double z_mm;
  double length_mm;
  double angle_new;      // rad from the surface, as laid down
  double angle_aligned;  // rad, along the tension lines
  double threshold;      // fold of new collagen
  double bend;           // -1 to 1
  FibrePool pool;
};

enum class CellKind { kPlatelet, kNeutrophil, kMacrophage, kFibroblast, kCapillary };
inline constexpr std::size_t kCellKindCount = 5;

// A place where a cell or a capillary sprout can be. Shown while its kind's number there passes `threshold`.
struct SectionCell {
  double x_mm;
  double z_mm;
  double angle;
  double threshold;  // share of the kind's largest number after a reference treatment, 0 to 1
  CellKind kind;
};

struct SectionScene {
  Skin skin;
  NeedleDepth depth;
  double opening_mm = 0.0;  // width of the open hole
  double needle_diameter_mm = 0.0;
  DeviceView device = {};    // on the labelled channel
  double follicle_mm = 0.0;  // depth of the drawn hair follicle
  int skin_tone = 3;         // Fitzpatrick 1 to 6: pigment only
  std::vector<SectionChannel> channels;
  std::vector<std::vector<double>> channel_places_mm = {};  // x of each treatment's channels, rising
  std::vector<SectionFibre> fibres;
  std::vector<SectionCell> cells;
  HealingField healing;
};

SectionScene buildSectionScene(const Protocol& protocol);

// Where the section was cut through a channel of each treatment; null where there is none.
const SectionChannel* labelledChannel(const SectionScene& scene);

struct SectionMoment {
  double day = 0.0;
  int treatment = 0;                // the latest one
  double days_since = 0.0;          // since that treatment
  double open_fraction = 0.0;       // of the residual channel
  double open_fraction_high = 0.0;  // at the slow end of its band
  double track_visible = 0.0;       // 1 fresh, 0 healed: the torn track and the clot in it
  double epidermis = 1.0;           // fold of normal thickness
  double redness = 0.0;             // 0 to 1, of the first hours; recovery.h
  double swelling = 0.0;            // 0 to 1
  double flaking = 0.0;             // 0 to 1
  ElastinPools elastic;             // papillary means
  FieldMoment field;                // collagen, its orientation, cells and capillaries in every place
};

// `scene` and `outcome` are of the same protocol.
SectionMoment sectionMoment(const SectionScene& scene, const Protocol& protocol, const Outcome& outcome, double day);

// The day of a moment before the first treatment.
inline constexpr double kBeforeTreatment = -1.0;

// The same skin then: no channel, no new collagen, no cells that a wound calls.
SectionMoment untreatedMoment(const SectionScene& scene, const Outcome& outcome);

// The number of a kind of cells at a place of the field, as a share of its largest value after a reference treatment,
// 0 to 1.
double cellShare(const FieldMoment& field, const FieldPlace& place, CellKind kind);

// How far fibres of a dispersion have turned from any direction (0) to that of healthy skin (1).
double alignmentOf(double dispersion);

// The needle lengths of the depth strip, mm.
inline constexpr std::array<double, 7> kStripLengths = {0.25, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0};

}  // namespace needling
