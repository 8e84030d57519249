#include "model/delivery.h"

#include <algorithm>
#include <cmath>

#include "model/channel.h"
#include "model/closure.h"
#include "model/needle.h"
#include "model/slab_diffusion.h"
#include "model/texts.h"
#include "model_assets.h"

namespace needling {
namespace {

constexpr double kSecondsPerHour = 3600.0;
constexpr double kMmPerCm = 10.0;

Band bandAt(const CsvTable& table, std::size_t row, const char* value, const char* low, const char* high) {
  return {table.number(row, value), table.number(row, low), table.number(row, high)};
}

Molecule readMolecule(const CsvTable& table, std::size_t row) {
  return {.id = table.at(row, "id"),
          .topical = table.at(row, "topical"),
          .molar_mass_da = table.number(row, "molar_mass_da"),
          .diffusion_cm2_s = bandAt(table, row, "diffusion_cm2_s", "diffusion_low", "diffusion_high"),
          .permeability_cm_h = bandAt(table, row, "permeability_cm_h", "permeability_low", "permeability_high")};
}

// One corner of the band.
struct Path {
  double diffusion_open;  // cm2/s, as below
  double diffusion_tissue;
  double permeability;  // cm/h
  double residual_mm;
  const std::vector<double>& open_shares;
};

struct OpenShares {
  std::vector<double> value, low, high;
};

OpenShares openShares(const Protocol& protocol, double window_hours, double step_hours) {
  OpenShares shares;
  for (double hours = 0.5 * step_hours; hours < window_hours; hours += step_hours) {
    const Band open = geometricOpenFraction(protocol, hours);
    shares.value.push_back(open.value);
    shares.low.push_back(open.low);
    shares.high.push_back(open.high);
  }
  return shares;
}

// Delivered through the holes over delivered through intact skin.
double channelsOverIntact(const Protocol& protocol, const Path& path) {
  static const double kConductance = constant("delivery.channel_conductance");
  static const double kContactHours = constant("delivery.contact_hours");
  static const double kSinkCm = constant("plexus.superficial_depth") / kMmPerCm;
  // A hole that ends in the stratum corneum opens nothing.
  if (path.residual_mm <= skinOf(protocol).stratum_corneum.value) return 0.0;
  const SlabAmounts amounts = diffuseThroughSlab({.depth_cm = kSinkCm,
                                                  .open_depth_cm = std::min(path.residual_mm / kMmPerCm, kSinkCm),
                                                  .diffusion_open = path.diffusion_open * kSecondsPerHour,
                                                  .diffusion_tissue = path.diffusion_tissue * kSecondsPerHour,
                                                  .contact_hours = kContactHours},
                                                 path.open_shares);
  const double open_area = openAreaPercent(protocol) / 100.0;
  return kConductance * open_area * amounts.delivered_cm / (path.permeability * kContactHours);
}

double percentThroughChannels(double gain) { return 100.0 * (1.0 - 1.0 / gain); }

Band modelGain(const Protocol& protocol, const Molecule& molecule) {
  static const double kWindowHours = constant("delivery.window_hours");
  const OpenShares open = openShares(protocol, kWindowHours, Slab{}.step_hours);
  const Band& diffusion = molecule.diffusion_cm2_s;
  const Band& permeability = molecule.permeability_cm_h;
  const Band residual = needleDepth(protocol, protocol.needleLength()).residual_mm;
  const double in_tissue = std::sqrt(diffusion.low * diffusion.value);
  const auto gain = [&](const Path& path) { return 1.0 + channelsOverIntact(protocol, path); };
  return {gain({diffusion.value, in_tissue, permeability.value, residual.value, open.value}),
          gain({diffusion.low, diffusion.low, permeability.high, residual.low, open.low}),
          gain({diffusion.high, diffusion.value, permeability.low, residual.high, open.high})};
}

// The model's band where measurements reach; from there on what was measured.
Band heldToMeasured(const Band& model, const Band& measured) {
  if (model.high <= measured.high) return model;
  if (model.value > measured.high) return measured;
  return {model.value, std::min(model.low, measured.low), measured.high};
}

}  // namespace

const std::string& Molecule::label() const { return text("molecule." + id); }

const std::vector<Molecule>& molecules() {
  static const std::vector<Molecule> table = rowsOf(CsvTable(assets::kMoleculesCsv), readMolecule);
  return table;
}

const Molecule* moleculeOf(const Protocol& protocol) {
  for (const Molecule& molecule : molecules()) {
    if (molecule.topical == protocol.choice(ParameterId::kTopical)) return &molecule;
  }
  return nullptr;
}

Delivery deliveryOf(const Protocol& protocol, const Molecule& molecule) {
  static const Band kMeasured = constantBand("delivery.measured_gain");
  const Band model = modelGain(protocol, molecule);
  const Band gain = heldToMeasured(model, kMeasured);
  return {.gain = gain,
          .percent_through_channels = {percentThroughChannels(gain.value), percentThroughChannels(gain.low),
                                       percentThroughChannels(gain.high)},
          .model_gain = model,
          .exceeds_measured = model.high > kMeasured.high,
          .centre_exceeds_measured = model.value > kMeasured.high};
}

}  // namespace needling
