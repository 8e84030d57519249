#include "model/skin.h"

#include "core/check.h"
#include "model_assets.h"

namespace needling {
namespace {

// False where the table has no such row; most sites have no number of their own by sex, none for facial fat.
bool findLayer(std::string_view site, std::string_view layer, Band& band) {
  static const CsvTable table(assets::kSitesCsv);
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    if (table.at(row, "site") == site && table.at(row, "layer") == layer) {
      band = {table.number(row, "value_mm"), table.number(row, "low_mm"), table.number(row, "high_mm")};
      return true;
    }
  }
  return false;
}

Band layerOf(std::string_view site, std::string_view layer) {
  Band band;
  [[maybe_unused]] const bool found = findLayer(site, layer, band);
  NEEDLING_CHECK(found);
  return band;
}

}  // namespace

Skin skinOf(const Protocol& protocol) {
  const std::string& site = protocol.choice(ParameterId::kSite);
  Skin skin{.stratum_corneum = layerOf(site, "stratumCorneum"),
            .viable_epidermis = layerOf(site, "viableEpidermis"),
            .papillary_dermis = layerOf(site, "papillaryDermis"),
            .dermis = layerOf(site, "dermis"),
            .fat = {}};
  if (protocol.sex() == Sex::kFemale) findLayer(site, "dermisFemale", skin.dermis);
  if (protocol.sex() == Sex::kMale) findLayer(site, "dermisMale", skin.dermis);
  findLayer(site, "fat", skin.fat);
  return skin;
}

Layer layerAt(const Skin& skin, double depth_mm) {
  if (depth_mm <= skin.stratum_corneum.value) return Layer::kStratumCorneum;
  if (depth_mm <= skin.epidermisBottom()) return Layer::kViableEpidermis;
  if (depth_mm <= skin.papillaryBottom()) return Layer::kPapillaryDermis;
  if (depth_mm <= skin.dermisBottom()) return Layer::kReticularDermis;
  return Layer::kFat;
}

std::string_view layerId(Layer layer) {
  constexpr std::string_view kIds[] = {"stratumCorneum", "viableEpidermis", "papillaryDermis", "reticularDermis",
                                       "fat"};
  return kIds[static_cast<std::size_t>(layer)];
}

}  // namespace needling
