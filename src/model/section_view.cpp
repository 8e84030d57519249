#include "model/section_view.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/rng.h"
#include "model/recovery.h"
#include "model/roller.h"
#include "model/timeline.h"

namespace needling {
namespace {

using std::numbers::pi;
constexpr double kSlabHalfDepth = 1.2;  // mm on either side of the plane whose channels still act on it
constexpr double kHoursPerDay = 24.0;
constexpr double kHeroX = -0.15;            // mm: where the labelled channel stands, left of its words
constexpr double kVisibleHalfDepth = 0.15;  // mm: channels this near are drawn as if they lay in the plane
constexpr int kFibreCount = 4250;
constexpr int kCellCount = 1125;
constexpr double kMostNewCollagen = 0.55;  // fold at which every fibre of a pool is there

// How far the nearest channel may lie from the middle of a pattern: two spacings of a lattice, as in coverage.cpp. Where
// fewer than one stand on a square centimetre there is next to nothing to draw.
double farthestNearestMm(const Protocol& protocol) {
  constexpr double kFewestPerCm2 = 1.0;
  return 2.0 / std::sqrt(std::max(kFewestPerCm2, channelDensityPerCm2(protocol).value) / kMm2PerCm2);
}

// New capillaries sprout from the papillary dermis.
double capillariesBottom(const Skin& skin) { return skin.papillaryBottom() + 0.15; }

// The channels around the section, the labelled one first. Each treatment's section is cut through one of its channels,
// as a pathologist would: the pattern is moved until the one nearest the middle stands there. It is laid over more skin
// than is kept, so that the move leaves no part of the slab empty.
std::vector<ChannelPosition> sectionPattern(const Protocol& protocol, int treatment) {
  constexpr double kHalfWidth = kSceneHalfWidth + kSlabHalfDepth;
  const double margin_mm = farthestNearestMm(protocol) + std::abs(kHeroX);
  auto channels = channelPattern(protocol, treatment, kHalfWidth + margin_mm, kSlabHalfDepth + margin_mm);
  const auto distance = [](const ChannelPosition& c) { return c.x_mm * c.x_mm + c.y_mm * c.y_mm; };
  const auto nearest =
      std::min_element(channels.begin(), channels.end(),
                       [&](const ChannelPosition& a, const ChannelPosition& b) { return distance(a) < distance(b); });
  std::iter_swap(channels.begin(), nearest);
  const ChannelPosition middle = channels.front();
  for (ChannelPosition& channel : channels) {
    channel.x_mm = channel.x_mm - middle.x_mm + kHeroX;
    channel.y_mm -= middle.y_mm;
  }
  std::erase_if(channels, [](const ChannelPosition& channel) {
    return std::abs(channel.x_mm) > kHalfWidth || std::abs(channel.y_mm) > kSlabHalfDepth;
  });
  return channels;
}

using Patterns = std::vector<std::vector<ChannelPosition>>;

// One for each treatment.
Patterns sectionPatterns(const Protocol& protocol) {
  Patterns patterns;
  const auto count = static_cast<int>(protocol.treatmentDays().size());
  for (int k = 0; k < count; ++k) patterns.push_back(sectionPattern(protocol, k));
  return patterns;
}

// As deep as fibres and cells lie: fat does not heal in the picture.
SectionGrid healingGrid(const Skin& skin) {
  constexpr double kStep = 0.18;  // mm
  const double deepest = std::max(skin.dermisBottom(), capillariesBottom(skin));
  const int rows = static_cast<int>(deepest / kStep) + 2;
  return {.columns = 81, .rows = rows, .half_width_mm = kSceneHalfWidth, .depth_mm = kStep * (rows - 1)};
}

HealingField healingOf(const Protocol& protocol, const Skin& skin, const Patterns& patterns) {
  const SectionGrid grid = healingGrid(skin);
  return HealingField({.grid = grid,
                       .treatment_days = protocol.treatmentDays(),
                       .exposures = exposureFields(exposureInput(protocol), patterns, grid),
                       .factors = healingFactors(protocol)});
}

std::vector<SectionChannel> visibleChannels(const Protocol& protocol, const Patterns& patterns) {
  const double tilt = entryTilt(protocol);
  std::vector<SectionChannel> channels;
  for (std::size_t k = 0; k < patterns.size(); ++k) {
    // Passes run to and fro, so a roller's holes lean both ways.
    double side = 1.0;
    bool labelled = true;
    for (const ChannelPosition& position : patterns[k]) {
      side = -side;
      if (std::abs(position.y_mm) < kVisibleHalfDepth)
        channels.push_back({position.x_mm, static_cast<int>(k), side * tilt, labelled});
      labelled = false;
    }
  }
  return channels;
}

std::vector<std::vector<double>> placesOf(const std::vector<SectionChannel>& channels, std::size_t treatments) {
  std::vector<std::vector<double>> places(treatments);
  for (const SectionChannel& channel : channels)
    places[static_cast<std::size_t>(channel.treatment)].push_back(channel.x_mm);
  for (std::vector<double>& each : places) std::sort(each.begin(), each.end());
  return places;
}

SectionFibre makeFibre(Rng& rng, const Skin& skin) {
  SectionFibre fibre{};
  fibre.x_mm = rng.uniform(-kSceneHalfWidth, kSceneHalfWidth);
  const double top = 1.3 * skin.epidermisBottom();  // under the rete ridges
  fibre.z_mm = rng.uniform(top, std::max(top + 0.1, skin.dermisBottom() - 0.09));
  fibre.pool = rng.uniform() < 0.45 ? FibrePool::kType3 : FibrePool::kType1;
  const bool papillary = fibre.z_mm < skin.papillaryBottom();
  fibre.length_mm = (papillary ? 0.10 : 0.17) * rng.uniform(0.7, 1.4);
  // New fibres lie any way (Buganza Tepole: a dispersion of one third is isotropic), old ones along the surface.
  fibre.angle_new = rng.uniform(-0.5, 0.5) * pi;
  fibre.angle_aligned = papillary ? rng.uniform(-0.5, 0.5) : rng.uniform(-0.25, 0.25);
  fibre.threshold = kMostNewCollagen * rng.uniform();
  fibre.bend = rng.uniform(-1.0, 1.0);
  return fibre;
}

CellKind kindFromShare(double share) {
  if (share < 0.14) return CellKind::kPlatelet;
  if (share < 0.36) return CellKind::kNeutrophil;
  if (share < 0.57) return CellKind::kMacrophage;
  return share < 0.85 ? CellKind::kFibroblast : CellKind::kCapillary;
}

// A fibroblast lies along a stretch of new matrix, of two by chance the one that is laid down first. Fibres may come as
// evenly as other cells may.
void layOnFibre(SectionCell& cell, const std::vector<SectionFibre>& fibres, Rng& rng) {
  const auto any = [&]() -> const SectionFibre& {
    const auto place = static_cast<std::size_t>(rng.uniform() * static_cast<double>(fibres.size()));
    return fibres[std::min(place, fibres.size() - 1)];
  };
  const SectionFibre &one = any(), &other = any();
  const SectionFibre& fibre = one.threshold < other.threshold ? one : other;
  cell.x_mm = fibre.x_mm;
  cell.z_mm = fibre.z_mm;
  cell.angle = fibre.angle_new;
}

SectionCell makeCell(Rng& rng, const Skin& skin) {
  SectionCell cell{};
  cell.kind = kindFromShare(rng.uniform());
  cell.x_mm = rng.uniform(-kSceneHalfWidth, kSceneHalfWidth);
  const double top = skin.epidermisBottom() + 0.015;
  const double bottom = cell.kind == CellKind::kCapillary ? capillariesBottom(skin) : skin.dermisBottom() - 0.03;
  cell.z_mm = rng.uniform(top, std::max(top + 0.05, bottom));
  cell.angle = rng.uniform(-0.5 * pi, 0.5 * pi);
  cell.threshold = rng.uniform();
  return cell;
}

// What a kind of cells is read from, and the number of it that normal skin holds: the picture counts those above.
struct CellSource {
  Tissue tissue;
  FieldPool pool;
  double normal;
};

constexpr std::array<CellSource, kCellKindCount> kCellSources = {
    {{Tissue::kAlarm, FieldPool::kPlatelets, 0.0},
     {Tissue::kNeutrophils, FieldPool::kNeutrophils, 0.0},
     {Tissue::kMacrophages, FieldPool::kMacrophages, 0.0},
     {Tissue::kFibroblasts, FieldPool::kFibroblasts, 1.0},
     {Tissue::kCapillaries, FieldPool::kCapillaries, 1.0}}};

// Largest numbers after one reference treatment, to scale the picture's.
const std::array<double, kCellKindCount>& referencePeaks() {
  static const std::array<double, kCellKindCount> kPeaks = [] {
    const HealingSeries series({.treatment_days = {0.0},
                                .exposure = 1.0,
                                .factors = {.new_collagen_loss = constant("heal.dn")},
                                .last_day = 60});
    std::array<double, kCellKindCount> peaks{};
    for (int day = 0; day < series.dayCount(); ++day) {
      for (std::size_t kind = 0; kind < kCellKindCount; ++kind) {
        const CellSource& source = kCellSources[kind];
        peaks[kind] = std::max(peaks[kind], valueOf(series.onDay(day), source.tissue) - source.normal);
      }
    }
    return peaks;
  }();
  return kPeaks;
}

// Scalp follicles end in the fat; elsewhere the picture shows a fine hair that ends in the dermis, as illustration.
double follicleDepth(const Protocol& protocol) {
  static const double kScalp = constant("follicle.scalp_length");
  return protocol.choice(ParameterId::kSite) == "scalp" ? kScalp : 0.8 * skinOf(protocol).dermisBottom();
}

}  // namespace

const SectionChannel* labelledChannel(const SectionScene& scene) {
  const auto found = std::find_if(scene.channels.begin(), scene.channels.end(),
                                  [](const SectionChannel& channel) { return channel.labelled; });
  return found != scene.channels.end() ? &*found : nullptr;
}

SectionScene buildSectionScene(const Protocol& protocol) {
  const Patterns patterns = sectionPatterns(protocol);
  const Skin skin = skinOf(protocol);
  SectionScene scene{.skin = skin,
                     .depth = needleDepth(protocol, protocol.needleLength()),
                     .opening_mm = openingWidthMm(protocol).value,
                     .needle_diameter_mm = protocol.get(ParameterId::kNeedleDiameter),
                     .follicle_mm = follicleDepth(protocol),
                     .skin_tone = static_cast<int>(protocol.get(ParameterId::kSkinTone)),
                     .channels = visibleChannels(protocol, patterns),
                     .fibres = {},
                     .cells = {},
                     .healing = healingOf(protocol, skin, patterns)};
  if (const SectionChannel* labelled = labelledChannel(scene)) scene.device = deviceView(protocol, labelled->x_mm);
  scene.channel_places_mm = placesOf(scene.channels, patterns.size());
  Rng rng(static_cast<std::uint64_t>(protocol.get(ParameterId::kRandomSeed)) + 77);
  scene.fibres.reserve(kFibreCount);
  for (int i = 0; i < kFibreCount; ++i) scene.fibres.push_back(makeFibre(rng, scene.skin));
  scene.cells.reserve(kCellCount);
  for (int i = 0; i < kCellCount; ++i) {
    scene.cells.push_back(makeCell(rng, scene.skin));
    SectionCell& cell = scene.cells.back();
    if (cell.kind == CellKind::kFibroblast) layOnFibre(cell, scene.fibres, rng);
  }
  return scene;
}

SectionMoment sectionMoment(const SectionScene& scene, const Protocol& protocol, const Outcome& outcome, double day) {
  const TissueState state = outcome.tissueAt(day);
  const Band open = outcome.at(SeriesId::kGeometricOpen, day);
  const Treatment treatment = latestTreatment(protocol.treatmentDays(), day);
  return {.day = day,
          .treatment = treatment.index,
          .days_since = day - treatment.day,
          .open_fraction = open.value,
          .open_fraction_high = open.high,
          .track_visible = 1.0 - valueOf(state, Tissue::kClosure),
          .epidermis = valueOf(state, Tissue::kEpidermis),
          .redness = rednessAfter(kHoursPerDay * (day - treatment.day)),
          .swelling = swellingAfter(kHoursPerDay * (day - treatment.day)),
          .flaking = flakingAfter(kHoursPerDay * (day - treatment.day)),
          .elastic = elastinPools(state),
          .field = scene.healing.at(day)};
}

SectionMoment untreatedMoment(const SectionScene& scene, const Outcome& outcome) {
  const TissueState state = outcome.tissueAt(0.0);
  return {.day = kBeforeTreatment,
          .epidermis = valueOf(state, Tissue::kEpidermis),
          .elastic = elastinPools(state),
          .field = scene.healing.before()};
}

double cellShare(const FieldMoment& field, const FieldPlace& place, CellKind kind) {
  const auto i = static_cast<std::size_t>(kind);
  const double number = static_cast<double>(field.at(place, kCellSources[i].pool)) - kCellSources[i].normal;
  return std::clamp(number / referencePeaks()[i], 0.0, 1.0);
}

double alignmentOf(double dispersion) {
  static const double kNew = constant("fibre.dispersion_new");
  static const double kAligned = constant("fibre.dispersion_aligned");
  return std::clamp((kNew - dispersion) / (kNew - kAligned), 0.0, 1.0);
}

}  // namespace needling
