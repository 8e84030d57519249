#include "model/section_view.h"

#include <algorithm>
#include <cmath>

#include "core/rng.h"
#include "model/timeline.h"

namespace needling {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kSlabHalfDepth = 1.2;      // mm on either side of the plane whose channels still act on it
constexpr double kHeroX = -0.15;            // mm: where the labelled channel stands, left of its words
constexpr double kVisibleHalfDepth = 0.15;  // mm: channels this near are drawn as if they lay in the plane
constexpr int kFibreCount = 3400;
constexpr int kCellCount = 900;
constexpr double kMostNewCollagen = 0.55;  // fold at which every fibre of a pool is there

// The channels around the section. The first treatment's section is cut through one of its channels, as a pathologist
// would: the pattern is moved until the one nearest the middle stands there.
std::vector<ChannelPosition> sectionPattern(const Protocol& protocol, int treatment) {
  auto channels = channelPattern(protocol, treatment, kSceneHalfWidth + kSlabHalfDepth, kSlabHalfDepth);
  if (treatment > 0) return channels;
  const auto distance = [](const ChannelPosition& c) { return c.x_mm * c.x_mm + c.y_mm * c.y_mm; };
  const ChannelPosition nearest =
      *std::min_element(channels.begin(), channels.end(),
                        [&](const ChannelPosition& a, const ChannelPosition& b) { return distance(a) < distance(b); });
  for (ChannelPosition& channel : channels) {
    channel.x_mm += kHeroX - nearest.x_mm;
    channel.y_mm -= nearest.y_mm;
  }
  return channels;
}

// The exposure of all treatments on a grid over the scene, mean over treatments, bilinear in between.
class ExposureField {
 public:
  ExposureField(const Protocol& protocol, const ExposureInput& input) {
    const auto treatments = static_cast<int>(protocol.treatmentDays().size());
    for (int k = 0; k < treatments; ++k) {
      const auto channels = sectionPattern(protocol, k);
      for (int row = 0; row < kRows; ++row) {
        for (int column = 0; column < kColumns; ++column) {
          at(column, row) += exposureAtPoint(input, channels, xOf(column), zOf(row)) / treatments;
        }
      }
    }
  }

  double sample(double x_mm, double z_mm) const {
    const double u = std::clamp((x_mm + kSceneHalfWidth) / kStepX, 0.0, kColumns - 1.001);
    const double v = std::clamp(z_mm / kStepZ, 0.0, kRows - 1.001);
    const int column = static_cast<int>(u), row = static_cast<int>(v);
    const double a = u - column, b = v - row;
    return (1.0 - b) * ((1.0 - a) * at(column, row) + a * at(column + 1, row)) +
           b * ((1.0 - a) * at(column, row + 1) + a * at(column + 1, row + 1));
  }

 private:
  static constexpr int kColumns = 65;
  static constexpr int kRows = 19;
  static constexpr double kStepX = 2.0 * kSceneHalfWidth / (kColumns - 1);
  static constexpr double kStepZ = kSceneDepth / (kRows - 1);
  static double xOf(int column) { return -kSceneHalfWidth + column * kStepX; }
  static double zOf(int row) { return row * kStepZ; }
  double& at(int column, int row) { return grid_[static_cast<std::size_t>(row * kColumns + column)]; }
  double at(int column, int row) const { return grid_[static_cast<std::size_t>(row * kColumns + column)]; }

  std::array<double, static_cast<std::size_t>(kColumns* kRows)> grid_{};
};

// A roller's needle enters tilted: theta = acos(R / (R + L)) for a drum of radius R; it ends upright.
double entryTilt(const Protocol& protocol) {
  if (protocol.device() != Device::kRoller) return 0.0;
  static const double kRadius = constant("channel.roller_drum_diameter") / 2.0;
  return std::tan(std::acos(kRadius / (kRadius + protocol.needleLength())));
}

std::vector<SectionChannel> visibleChannels(const Protocol& protocol) {
  const double tilt = entryTilt(protocol);
  std::vector<SectionChannel> channels;
  for (int k = 0; k < static_cast<int>(protocol.treatmentDays().size()); ++k) {
    // Passes run to and fro, so a roller's holes lean both ways.
    double side = 1.0;
    for (const ChannelPosition& position : sectionPattern(protocol, k)) {
      side = -side;
      if (std::abs(position.y_mm) < kVisibleHalfDepth) channels.push_back({position.x_mm, k, side * tilt});
    }
  }
  return channels;
}

std::size_t heroChannel(const std::vector<SectionChannel>& channels) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < channels.size() && channels[i].treatment == 0; ++i) {
    if (std::abs(channels[i].x_mm - kHeroX) < std::abs(channels[best].x_mm - kHeroX)) best = i;
  }
  return best;
}

SectionFibre makeFibre(Rng& rng, const Skin& skin, const ExposureField& field) {
  SectionFibre fibre{};
  fibre.x_mm = rng.uniform(-kSceneHalfWidth, kSceneHalfWidth);
  const double top = 1.3 * skin.epidermisBottom();  // under the rete ridges
  fibre.z_mm = rng.uniform(top, std::max(top + 0.1, skin.dermisBottom() - 0.09));
  fibre.pool = rng.uniform() < 0.45 ? FibrePool::kType3 : FibrePool::kType1;
  const bool papillary = fibre.z_mm < skin.papillaryBottom();
  fibre.length_mm = (papillary ? 0.10 : 0.17) * rng.uniform(0.7, 1.4);
  // New fibres lie any way (Buganza Tepole: a dispersion of one third is isotropic), old ones along the surface.
  fibre.angle_new = rng.uniform(-0.5, 0.5) * kPi;
  fibre.angle_aligned = papillary ? rng.uniform(-0.5, 0.5) : rng.uniform(-0.25, 0.25);
  fibre.threshold = kMostNewCollagen * rng.uniform();
  fibre.bend = rng.uniform(-1.0, 1.0);
  fibre.exposure = field.sample(fibre.x_mm, fibre.z_mm);
  return fibre;
}

CellKind kindFromShare(double share) {
  if (share < 0.30) return CellKind::kNeutrophil;
  if (share < 0.55) return CellKind::kMacrophage;
  return share < 0.85 ? CellKind::kFibroblast : CellKind::kCapillary;
}

SectionCell makeCell(Rng& rng, const Skin& skin, const ExposureField& field) {
  SectionCell cell{};
  cell.kind = kindFromShare(rng.uniform());
  cell.x_mm = rng.uniform(-kSceneHalfWidth, kSceneHalfWidth);
  const double top = skin.epidermisBottom() + 0.015;
  const double bottom = cell.kind == CellKind::kCapillary ? skin.papillaryBottom() + 0.15 : skin.dermisBottom() - 0.03;
  cell.z_mm = rng.uniform(top, std::max(top + 0.05, bottom));
  cell.angle = rng.uniform(-0.5 * kPi, 0.5 * kPi);
  cell.threshold = rng.uniform();
  cell.weight = std::min(1.0, field.sample(cell.x_mm, cell.z_mm));
  return cell;
}

// Largest value of a state after one reference treatment, to scale the picture's cell numbers.
struct Peaks {
  double neutrophils = 0.0, macrophages = 0.0, fibroblasts = 0.0, capillaries = 0.0;
};

const Peaks& referencePeaks() {
  static const Peaks kPeaks = [] {
    const HealingSeries series({.treatment_days = {0.0},
                                .exposure = 1.0,
                                .factors = {.new_collagen_loss = constant("heal.dn")},
                                .last_day = 60});
    Peaks peaks;
    for (int day = 0; day < series.dayCount(); ++day) {
      const TissueState& state = series.onDay(day);
      peaks.neutrophils = std::max(peaks.neutrophils, valueOf(state, Tissue::kNeutrophils));
      peaks.macrophages = std::max(peaks.macrophages, valueOf(state, Tissue::kMacrophages));
      peaks.fibroblasts = std::max(peaks.fibroblasts, valueOf(state, Tissue::kFibroblasts) - 1.0);
      peaks.capillaries = std::max(peaks.capillaries, valueOf(state, Tissue::kCapillaries) - 1.0);
    }
    return peaks;
  }();
  return kPeaks;
}

// Fibres turn toward the tension lines over about a year from the first treatment on, and never turn back.
double alignmentOn(double day) {
  static const double kDays = constant("fibre.alignment_days");
  return 1.0 - std::exp(-3.0 * day / kDays);
}

// Scalp follicles end in the fat; elsewhere the picture shows a fine hair that ends in the dermis, as illustration.
double follicleDepth(const Protocol& protocol) {
  static const double kScalp = constant("follicle.scalp_length");
  return protocol.choice(ParameterId::kSite) == "scalp" ? kScalp : 0.8 * skinOf(protocol).dermisBottom();
}

}  // namespace

SectionScene buildSectionScene(const Protocol& protocol) {
  SectionScene scene{.skin = skinOf(protocol),
                     .depth = needleDepth(protocol, protocol.needleLength()),
                     .opening_mm = openingWidthMm(protocol).value,
                     .needle_diameter_mm = protocol.get(ParameterId::kNeedleDiameter),
                     .follicle_mm = follicleDepth(protocol),
                     .skin_tone = static_cast<int>(protocol.get(ParameterId::kSkinTone)),
                     .channels = visibleChannels(protocol),
                     .fibres = {},
                     .cells = {}};
  scene.hero = heroChannel(scene.channels);
  const ExposureField field(protocol, exposureInput(protocol));
  Rng rng(static_cast<std::uint64_t>(protocol.get(ParameterId::kRandomSeed)) + 77);
  for (int i = 0; i < kFibreCount; ++i) scene.fibres.push_back(makeFibre(rng, scene.skin, field));
  for (int i = 0; i < kCellCount; ++i) scene.cells.push_back(makeCell(rng, scene.skin, field));
  return scene;
}

SectionMoment sectionMoment(const Protocol& protocol, const Outcome& outcome, double day) {
  const TissueState state = outcome.tissueAt(day);
  const Peaks& peaks = referencePeaks();
  const Band open = outcome.at(SeriesId::kGeometricOpen, day);
  const auto share = [](double value, double peak) { return std::clamp(value / peak, 0.0, 1.0); };
  const Treatment treatment = latestTreatment(protocol.treatmentDays(), day);
  SectionMoment moment{.treatment = treatment.index,
                       .days_since = day - treatment.day,
                       .open_fraction = open.value,
                       .open_fraction_high = open.high,
                       .track_visible = 1.0 - valueOf(state, Tissue::kClosure),
                       .epidermis = valueOf(state, Tissue::kEpidermis),
                       .neutrophils = share(valueOf(state, Tissue::kNeutrophils), peaks.neutrophils),
                       .macrophages = share(valueOf(state, Tissue::kMacrophages), peaks.macrophages),
                       .fibroblasts = share(valueOf(state, Tissue::kFibroblasts) - 1.0, peaks.fibroblasts),
                       .capillaries = share(valueOf(state, Tissue::kCapillaries) - 1.0, peaks.capillaries),
                       .alignment = alignmentOn(day),
                       .collagen = {}};
  for (std::size_t level = 0; level < kExposureLevels.size(); ++level) {
    const TissueState at_level = outcome.tissueAtLevel(level, day);
    const double mature_gain = valueOf(at_level, Tissue::kMatureCollagen) - 1.0;
    moment.collagen[level] = {valueOf(at_level, Tissue::kNewCollagen3),
                              valueOf(at_level, Tissue::kNewCollagen1) + std::max(0.0, mature_gain)};
  }
  return moment;
}

NewCollagen newCollagenAt(const SectionMoment& moment, double exposure) {
  std::size_t upper = 1;
  while (upper + 1 < kExposureLevels.size() && kExposureLevels[upper] < exposure) ++upper;
  const double from = kExposureLevels[upper - 1], to = kExposureLevels[upper];
  const double share = std::clamp((exposure - from) / (to - from), 0.0, 1.0);
  const NewCollagen& a = moment.collagen[upper - 1];
  const NewCollagen& b = moment.collagen[upper];
  return {a.type_3 + share * (b.type_3 - a.type_3), a.type_1 + share * (b.type_1 - a.type_1)};
}

}  // namespace needling
