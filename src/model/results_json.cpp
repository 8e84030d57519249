#include "model/results_json.h"

#include <cmath>

#include "core/text.h"
#include "model/advice.h"
#include "model/calendar.h"
#include "model/citation.h"
#include "model/comfort.h"
#include "model/describe.h"
#include "model/indication.h"
#include "model/lessons.h"
#include "model/recovery.h"
#include "model/safety.h"
#include "model/state_json.h"
#include "model/take_home.h"
#include "model/tearing.h"
#include "model/texts.h"
#include "model/timeline.h"

namespace needling {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json depthJson(const NeedleDepth& depth) {
  return {{"protrusion_mm", depth.protrusion_mm},       {"reach_mm", depth.reach_mm.value},
          {"reach_low_mm", depth.reach_mm.low},         {"reach_high_mm", depth.reach_mm.high},
          {"residual_mm", depth.residual_mm.value},     {"residual_low_mm", depth.residual_mm.low},
          {"residual_high_mm", depth.residual_mm.high}, {"deepest_layer", layerId(depth.deepest_layer)},
          {"extrapolated", depth.extrapolated}};
}

Json tearingJson(const Protocol& protocol) {
  const Tearing tearing = tearingOf(protocol);
  return {{"score", tearing.score()}, {"level", tearingName(tearing.level)}, {"text", tearingText(tearing.level)}};
}

// The needle length of the protocol also has the percentiles of the ensemble.
Json chosenDepthJson(const Derived& of) {
  const Protocol& protocol = of.protocol();
  Json depth = depthJson(needleDepth(protocol, protocol.needleLength()));
  depth["reach_p5_mm"] = of.outcome().reachMm().low;
  depth["reach_p95_mm"] = of.outcome().reachMm().high;
  depth["residual_p5_mm"] = of.outcome().residualMm().low;
  depth["residual_p95_mm"] = of.outcome().residualMm().high;
  return depth;
}

Json channelsJson(const Derived& of, double day) {
  const Protocol& protocol = of.protocol();
  const Band density = channelDensityPerCm2(protocol);
  const Coverage& coverage = of.coverage();
  const Band barrier = of.outcome().at(SeriesId::kBarrierOpen, day);
  const Band geometry = of.outcome().at(SeriesId::kGeometricOpen, day);
  return {{"per_cm2", density.value},
          {"per_cm2_low", density.low},
          {"per_cm2_high", density.high},
          {"open_area_percent", openAreaPercent(protocol)},
          {"spacing_mm", coverage.spacing_mm},
          {"gap_median_mm", coverage.gap_median_mm},
          {"gap_high_mm", coverage.gap_high_mm},
          {"gap_largest_mm", coverage.gap_largest_mm},
          {"untreated_fraction", coverage.untreated_fraction},
          {"tearing", tearingJson(protocol)},
          {"barrier_open_fraction", barrier.value},
          {"geometric_open_fraction", geometry.value}};
}

void addTissue(const Derived& of, double day, Json& tissue, Json& bands) {
  for (std::size_t s = 0; s < kTissueSeriesCount; ++s) {
    const auto id = static_cast<SeriesId>(s);
    const std::string name(seriesName(id));
    if (!hasSeries(of.protocol(), id)) {
      tissue[name] = nullptr;
      bands[name] = nullptr;
      continue;
    }
    const Band band = of.outcome().at(id, day);
    tissue[name] = band.value;
    bands[name] = {{"low", band.low}, {"high", band.high}};
  }
}

// What has no number is null, never zero.
Json partOrNull(const std::optional<Band>& band, double Band::* part) {
  return band.has_value() ? Json((*band).*part) : Json();
}

Json outcomeJson(const Derived& of, double day) {
  const IndicationRow& row = indicationOf(of.protocol());
  const Readout readout = readoutOn(of.protocol(), of.outcome(), day);
  return {{"indication", row.id},
          {"grade", row.grade},
          {"grade_text", row.gradeText()},
          {"known", readout.known()},
          {"quantity", row.quantityText()},
          {"value", partOrNull(readout.value, &Band::value)},
          {"low", partOrNull(readout.value, &Band::low)},
          {"high", partOrNull(readout.value, &Band::high)},
          {"unit", row.unit},
          {"untreated", partOrNull(readout.untreated, &Band::value)},
          {"untreated_text", readout.untreated_text},
          {"text", readout.text},
          {"typical_course", row.courseText()},
          {"first_change_weeks", row.first_change_weeks.has_value() ? Json(*row.first_change_weeks) : Json()}};
}

Json warningsJson(const Protocol& protocol) {
  Json list = Json::array();
  for (const Warning& warning : warningsFor(protocol)) {
    list.push_back({{"id", warning.id}, {"severity", severityName(warning.severity)}, {"text", warning.text}});
  }
  return list;
}

Json deliveryJson(const Protocol& protocol) {
  const Molecule* molecule = moleculeOf(protocol);
  if (molecule == nullptr) return nullptr;
  const Delivery delivery = deliveryOf(protocol, *molecule);
  return {{"molecule", molecule->id},
          {"gain", delivery.gain.value},
          {"low", delivery.gain.low},
          {"high", delivery.gain.high},
          {"percent_through_channels", delivery.percent_through_channels.value},
          {"exceeds_measured", delivery.exceeds_measured},
          {"text", deliverySentence(*molecule, delivery)}};
}

Json textsJson(const std::vector<const RecoveryItem*>& items) {
  Json list = Json::array();
  for (const RecoveryItem* item : items) list.push_back(text(item->text_id));
  return list;
}

Json recoveryJson(const Protocol& protocol, double day) {
  const RecoveryNow now = recoveryOn(protocol, day);
  Json avoid = Json::array();
  for (const Wait& wait : now.avoid) {
    avoid.push_back({{"text", text(wait.item->text_id)},
                     {"until_day_low", wait.until_day_low},
                     {"until_day_high", wait.until_day_high},
                     {"strength", strengthName(*wait.item)}});
  }
  return {{"expected", textsJson(now.expected)},
          {"avoid", avoid},
          {"care", textsJson(now.care)},
          {"before", textsJson(now.before)},
          {"red_flags", textsJson(now.red_flags)}};
}

Json comfortJson(const Protocol& protocol) {
  const Comfort comfort = comfortOf(protocol);
  Json sentences = Json::array();
  for (const ComfortSentence& each : painSentences(protocol)) sentences.push_back(each.text);
  for (const ComfortSentence& each : numbingSentences(protocol)) sentences.push_back(each.text);
  Json json = {{"relative_pain", comfort.relative_pain.value},
               {"low", comfort.relative_pain.low},
               {"high", comfort.relative_pain.high},
               {"extrapolated", comfort.extrapolated},
               {"numbing_depth_low_mm", nullptr},
               {"numbing_depth_high_mm", nullptr},
               {"sentences", sentences}};
  if (comfort.numbing_depth_mm.has_value()) {
    json["numbing_depth_low_mm"] = comfort.numbing_depth_mm->min;
    json["numbing_depth_high_mm"] = comfort.numbing_depth_mm->max;
  }
  return json;
}

Json adviceJson() {
  Json groups = Json::array();
  for (const std::string& group : adviceGroups()) {
    Json items = Json::array();
    for (const AdviceItem* item : adviceIn(group)) {
      items.push_back({{"id", item->id}, {"text", text(item->text_id)}, {"evidence", item->evidence}});
    }
    groups.push_back({{"group", group}, {"title", adviceGroupName(group)}, {"items", items}});
  }
  return {{"note", adviceNote()}, {"groups", groups}};
}

}  // namespace

std::string parametersJson() {
  Json list = Json::array();
  for (const ParameterRow& row : parameterTable()) {
    Json entry = {{"id", row.id},
                  {"label", row.label()},
                  {"group", row.group},
                  {"unit", row.unit},
                  {"kind", row.kind == ParameterKind::kChoice    ? "choice"
                           : row.kind == ParameterKind::kInteger ? "integer"
                                                                 : "number"},
                  {"default", parameterJson(row, row.default_value)}};
    if (row.kind == ParameterKind::kChoice) {
      entry["choices"] = Json::array();
      for (std::size_t i = 0; i < row.choices.size(); ++i) {
        entry["choices"].push_back({{"id", row.choices[i].id}, {"label", row.choiceLabel(i)}});
      }
    } else {
      entry["min"] = row.min;
      entry["max"] = row.max;
      entry["step"] = row.step;
    }
    entry["meaning"] = row.meaning();
    entry["evidence"] = row.evidence;
    list.push_back(std::move(entry));
  }
  return dump(list);
}

std::string resultsJson(const Derived& of, double day) {
  const Protocol& protocol = of.protocol();
  Json tissue, bands;
  addTissue(of, day, tissue, bands);
  const Json results = {{"day", day},
                        {"phase", phaseOn(protocol, day).id},
                        {"exposure", of.outcome().exposure()},
                        {"depth", chosenDepthJson(of)},
                        {"channels", channelsJson(of, day)},
                        {"delivery", deliveryJson(protocol)},
                        {"tissue", tissue},
                        {"bands", bands},
                        {"outcome", outcomeJson(of, day)},
                        {"warnings", warningsJson(protocol)},
                        {"recovery", recoveryJson(protocol, day)},
                        {"comfort", comfortJson(protocol)},
                        {"advice", adviceJson()}};
  return dump(results);
}

std::string seriesJson(const Derived& of, SeriesId series) {
  if (!hasSeries(of.protocol(), series)) return "null";
  const BandSeries& data = of.outcome().series(series);
  Json days = Json::array();
  for (std::size_t day = 0; day < data.values.size(); ++day) days.push_back(day);
  return dump({{"days", days}, {"values", data.values}, {"low", data.low}, {"high", data.high}});
}

std::string depthTableJson(const Protocol& protocol, const std::vector<double>& lengths_mm) {
  Json rows = Json::array();
  for (const double length : lengths_mm) rows.push_back(depthJson(needleDepth(protocol, length)));
  return dump(rows);
}

std::string calendarJson(const Protocol& protocol, std::string_view date, std::int64_t written_at) {
  CalendarDate first_treatment;
  const Status status = parseDate(date, first_treatment);
  Json value;
  if (status.ok()) value = calendarText(protocol, first_treatment, written_at);
  return dump({{"ok", status.ok()}, {"value", value}, {"message", status.message}});
}

namespace {

// What is done or ends as often as there are treatments is one row, its dates from left to right; null where a treatment has
// no such day.
Json courseDatesJson(const Protocol& protocol, const CalendarDate& first_treatment) {
  const std::size_t treatments = protocol.treatmentDays().size();
  Json rows = Json::array();
  std::vector<std::string> kinds;
  for (const CourseEvent& event : courseEvents(protocol)) {
    auto at = std::find(kinds.begin(), kinds.end(), event.kind);
    if (at == kinds.end()) {
      at = kinds.insert(kinds.end(), event.kind);
      const std::string& words = event.kind.empty() ? text("takeHome.needling") : event.summary;
      rows.push_back({{"text", words}, {"dates", Json(std::vector<Json>(treatments))}});
    }
    const CalendarDate on = civilFromDays(daysFromCivil(first_treatment) + std::llround(event.day));
    rows[static_cast<std::size_t>(at - kinds.begin())]["dates"][event.treatment] = {on.year, on.month, on.day};
  }
  return rows;
}

}  // namespace

std::string takeHomeJson(const Protocol& protocol, std::string_view date) {
  CalendarDate first_treatment;
  const Status status = parseDate(date, first_treatment);
  Json parts = Json::array();
  for (const TakeHomePart& part : takeHomeParts(protocol)) {
    Json lines = Json::array();
    for (const TakeHomeLine& line : part.lines)
      lines.push_back({{"text", line.text}, {"sources", line.evidence.empty() ? "" : citations(line.evidence)}});
    parts.push_back({{"id", part.id}, {"heading", part.heading}, {"lines", lines}});
  }
  const Json dates = status.ok() ? courseDatesJson(protocol, first_treatment) : Json(nullptr);
  const Json value = {{"parts", parts}, {"dates", dates}};
  return dump({{"ok", status.ok()}, {"value", value}, {"message", status.message}});
}

std::string progressJson(const Progress& progress) {
  return dump({{"complete", progress.isComplete()},
               {"lengths_seen", progress.lengthsSeen()},
               {"farthest_day", progress.farthestDay()},
               {"risks_opened", progress.topicOpened()},
               {"tour_seen", progress.tourSeen()},
               {"tour_steps", lessonsOf(LessonKind::kTour).size()},
               {"answered", progress.answered()},
               {"right", progress.right()},
               {"questions", lessonsOf(LessonKind::kQuiz).size()},
               {"text", progress.text()}});
}

std::string describedJson(const Sim& sim) {
  Json parts = Json::array();
  for (const DescribedPart& part : describeParts(sim)) parts.push_back({part.about, part.words});
  for (const Warning& warning : warningsFor(sim.state().protocol)) {
    if (warning.severity == Severity::kWarning) parts.push_back({"warning." + warning.id, warning.text});
  }
  return dump(parts);
}

std::string rowsJson(const std::vector<std::vector<std::string>>& rows) { return dump(rows); }

std::string statusJson(const Status& status, const Sim& sim, const std::string& key) {
  const Json value = key == kLocaleKey ? Json(languageId(language())) : Json(stateValueJson(sim.state(), key));
  return dump({{"ok", status.ok()}, {"value", value}, {"message", status.message}});
}

}  // namespace needling
