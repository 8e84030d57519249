// Hair: Gupta 2023 (network meta-analysis, week 24), Kumar 2018 (week 12) and Xu 2024 (weeks 12 and 21 to 24); the fit
// is redone in tests/exact/indication_fit_test.cpp. Acne scars: healing.h.
#include "model/indication.h"

#include <algorithm>
#include <cmath>

#include "core/check.h"
#include "model/evidence.h"
#include "model/shown.h"
#include "model/texts.h"
#include "model_assets.h"

namespace needling {
namespace {

constexpr double kDaysPerWeek = 7.0;

ReadoutLaw lawNamed(const std::string& name) {
  if (name == "acneScore") return ReadoutLaw::kAcneScore;
  if (name == "hairDifference") return ReadoutLaw::kHairDifference;
  NEEDLING_CHECK(name == "none" || name.empty());
  return ReadoutLaw::kNone;
}

IndicationRow readRow(const CsvTable& table, std::size_t i) {
  IndicationRow row{.id = table.at(i, "id"),
                    .grade = table.at(i, "grade"),
                    .course = {table.at(i, "sessions"), table.at(i, "interval_weeks"), table.at(i, "length_mm")},
                    .first_change_weeks = {},
                    .law = lawNamed(table.at(i, "law")),
                    .unit = table.at(i, "unit")};
  if (!table.at(i, "first_change_weeks").empty()) row.first_change_weeks = table.number(i, "first_change_weeks");
  return row;
}

Band percent(const Band& share) { return {100.0 * share.value, 100.0 * share.low, 100.0 * share.high}; }

bool within(double value, const Band& band) { return value >= band.low && value <= band.high; }

// The trials needled on until hairs were counted: until the next treatment would have been due.
bool needlingGoesOn(const Protocol& protocol, double day) {
  return day <= protocol.treatmentDays().back() + kDaysPerWeek * protocol.get(ParameterId::kIntervalWeeks);
}

// Whether trials of hair loss had such a course, and went on as long.
bool publishedHairCourse(const Protocol& protocol, double weeks) {
  static const Band kLength = constantBand("outcome.hair_length");
  static const Band kInterval = constantBand("outcome.hair_interval");
  static const Band kSessions = constantBand("outcome.hair_sessions");
  static const double kLastWeek = constant("outcome.hair_last_week");
  return protocol.choice(ParameterId::kSite) == "scalp" && within(protocol.needleLength(), kLength) &&
         within(protocol.get(ParameterId::kIntervalWeeks), kInterval) &&
         within(protocol.get(ParameterId::kSessions), kSessions) && weeks <= kLastWeek;
}

}  // namespace

bool IndicationRow::isChoice() const { return findChoice(parameterRow(ParameterId::kIndication), id).has_value(); }

const std::string& IndicationRow::name() const {
  const ParameterRow& row = parameterRow(ParameterId::kIndication);
  const std::optional<std::size_t> choice = findChoice(row, id);
  return choice ? row.choiceLabel(*choice) : text("guide.results." + id);
}

const std::string& IndicationRow::gradeText() const { return text("indication." + id + ".grade"); }

const std::string& IndicationRow::outcomeText() const { return text("indication." + id + ".outcome"); }

std::string IndicationRow::evidence() const {
  const std::string &grade_ids = textEvidence("indication." + id + ".grade"),
                    &outcome_ids = textEvidence("indication." + id + ".outcome");
  return grade_ids + (grade_ids.empty() || outcome_ids.empty() ? "" : ";") + outcome_ids;
}

std::string IndicationRow::quantityText() const {
  return law == ReadoutLaw::kNone ? std::string() : text("indication." + id + ".quantity");
}

std::string IndicationRow::courseText() const {
  if (course.sessions.empty()) return text("indication.noCourse");
  return formatText(course.length_mm.empty() ? "indication.courseAnyLength" : "indication.course",
                    {course.sessions, course.interval_weeks, shownDigits(course.length_mm)});
}

const std::vector<IndicationRow>& indicationTable() {
  static const std::vector<IndicationRow> kTable = rowsOf(CsvTable(assets::kIndicationsCsv), readRow);
  return kTable;
}

const IndicationRow& indicationOf(const Protocol& protocol) {
  const std::string& id = protocol.choice(ParameterId::kIndication);
  const std::vector<IndicationRow>& table = indicationTable();
  const auto found = std::find_if(table.begin(), table.end(), [&](const IndicationRow& row) { return row.id == id; });
  NEEDLING_CHECK(found != table.end());
  return *found;
}

Band hairDifference(double weeks) {
  static const Band kPlateau = constantBand("outcome.hair_plateau");
  static const Band kRise = constantBand("outcome.hair_rise");
  const auto risen = [weeks](double rise_weeks) { return 1.0 - std::exp(-weeks / rise_weeks); };
  // Corners: the least is the low plateau reached slowly, the most the high one reached fast.
  return {kPlateau.value * risen(kRise.value), kPlateau.low * risen(kRise.high), kPlateau.high * risen(kRise.low)};
}

Readout readoutOn(const Protocol& protocol, const Outcome& outcome, double day) {
  const IndicationRow& row = indicationOf(protocol);
  Readout readout{.value = {}, .untreated = {}, .untreated_text = {}, .text = row.outcomeText()};
  if (row.law == ReadoutLaw::kAcneScore) {
    readout.value = percent(outcome.at(SeriesId::kImprovement, day));
    readout.untreated_text = text("indication.untreated");
  } else if (row.law == ReadoutLaw::kHairDifference) {
    const double weeks = day / kDaysPerWeek;
    if (!publishedHairCourse(protocol, weeks)) {
      readout.text = text("indication.hairLoss.outside");
    } else if (!needlingGoesOn(protocol, day)) {
      readout.text = text("indication.hairLoss.ended");
    } else {
      readout.value = hairDifference(weeks);
      readout.untreated_text = text("indication.hairLoss.untreated");
    }
  }
  if (readout.known()) readout.untreated = Band{};
  return readout;
}

}  // namespace needling
