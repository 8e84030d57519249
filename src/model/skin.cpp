#include "model/skin.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/check.h"
#include "model_assets.h"

namespace needling {
namespace {

struct LayerRow {
  std::string site;
  std::string layer;
  Band thickness_mm;
};

// Read once into numbers: every needle depth asks for the skin.
const std::vector<LayerRow>& layerRows() {
  static const std::vector<LayerRow> kRows =
      rowsOf(CsvTable(assets::kSitesCsv), [](const CsvTable& table, std::size_t row) {
        return LayerRow{table.at(row, "site"),
                        table.at(row, "layer"),
                        {table.number(row, "value_mm"), table.number(row, "low_mm"), table.number(row, "high_mm")}};
      });
  return kRows;
}

// False where the table has no such row.
bool findLayer(std::string_view site, std::string_view layer, Band& band) {
  for (const LayerRow& row : layerRows()) {
    if (row.site != site || row.layer != layer) continue;
    band = row.thickness_mm;
    return true;
  }
  return false;
}

// A layer at the typical age, by sex where the site has a number by sex.
Band layerOf(const Protocol& protocol, const std::string& layer) {
  const std::string& site = protocol.choice(ParameterId::kSite);
  Band band;
  if (protocol.sex() == Sex::kFemale && findLayer(site, layer + "Female", band)) return band;
  if (protocol.sex() == Sex::kMale && findLayer(site, layer + "Male", band)) return band;
  [[maybe_unused]] const bool found = findLayer(site, layer, band);
  NEEDLING_CHECK(found);
  return band;
}

struct AgeingRow {
  std::string site;  // "any" fits every one, as does "any" as sex
  std::string sex;
  std::string layer;
  Band percent_per_decade;
  Range ages;  // years in which the centre moves; held outside
};

const std::vector<AgeingRow>& ageingRows() {
  static const std::vector<AgeingRow> kRows =
      rowsOf(CsvTable(assets::kAgeingCsv), [](const CsvTable& table, std::size_t row) {
        return AgeingRow{.site = table.at(row, "site"),
                         .sex = table.at(row, "sex"),
                         .layer = table.at(row, "layer"),
                         .percent_per_decade = {table.number(row, "percent_per_decade"),
                                                table.number(row, "low_percent"), table.number(row, "high_percent")},
                         .ages = {table.number(row, "from_age"), table.number(row, "to_age")}};
      });
  return kRows;
}

// The first row that fits; rows of one site or sex stand above those for any.
const AgeingRow& ageingOf(const Protocol& protocol, std::string_view layer) {
  const auto fits = [](const std::string& entry, const std::string& wanted) {
    return entry == wanted || entry == "any";
  };
  const std::string& site = protocol.choice(ParameterId::kSite);
  const std::string& sex = protocol.choice(ParameterId::kSex);
  for (const AgeingRow& row : ageingRows()) {
    if (row.layer == layer && fits(row.site, site) && fits(row.sex, sex)) return row;
  }
  NEEDLING_CHECK(!"every layer that ages has a row for any site and sex");
  return ageingRows().back();
}

double afterYears(double percent_per_decade, double years) { return 1.0 + 0.001 * percent_per_decade * years; }

// The layer at the protocol's age: the centre by its own slope, the ends by whichever slope takes them further out.
Band aged(const Band& layer, const Band& slope, const Range& ages, double age) {
  static const double kTypicalAge = constant("skin.typical_age");
  const double years = age - kTypicalAge;
  const double steep = afterYears(slope.low, years), flat = afterYears(slope.high, years);
  const double centre_years = std::clamp(age, ages.min, ages.max) - kTypicalAge;
  const double value = layer.value * afterYears(slope.value, centre_years);
  return {value, std::min(value, layer.low * std::min(steep, flat)),
          std::max(value, layer.high * std::max(steep, flat))};
}

}  // namespace

Skin skinOf(const Protocol& protocol) {
  const double age = protocol.get(ParameterId::kAge);
  const AgeingRow& epidermis = ageingOf(protocol, "viableEpidermis");
  const AgeingRow& dermis = ageingOf(protocol, "dermis");
  // The papillary dermis keeps its centre: no study tells its share of the loss.
  const Band papillary = {0.0, dermis.percent_per_decade.low, dermis.percent_per_decade.high};
  return {
      .stratum_corneum = layerOf(protocol, "stratumCorneum"),
      .viable_epidermis = aged(layerOf(protocol, "viableEpidermis"), epidermis.percent_per_decade, epidermis.ages, age),
      .papillary_dermis = aged(layerOf(protocol, "papillaryDermis"), papillary, dermis.ages, age),
      .dermis = aged(layerOf(protocol, "dermis"), dermis.percent_per_decade, dermis.ages, age),
      .fat = layerOf(protocol, "fat")};
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
