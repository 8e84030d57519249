// Expected effects: Chu et al. 2021 (S-004). Aftercare: labels and clinics (S-213 to S-233).
#include "model/recovery.h"

#include <algorithm>
#include <limits>

#include "core/check.h"
#include "core/csv.h"
#include "model/texts.h"
#include "model_assets.h"

namespace needling {
namespace {

constexpr double kHoursPerDay = 24.0;

double hoursOrForever(const CsvTable& table, std::size_t row, std::string_view column) {
  return table.at(row, column).empty() ? std::numeric_limits<double>::infinity() : table.number(row, column);
}

void addItem(const RecoveryItem& item, double treatment_day, RecoveryNow& now) {
  switch (item.kind) {
    case RecoveryKind::kEffect:
      return now.expected.push_back(&item);
    case RecoveryKind::kAvoid:
      return now.avoid.push_back({.item = &item,
                                  .until_day_low = treatment_day + item.to_hours_low / kHoursPerDay,
                                  .until_day_high = treatment_day + item.to_hours_high / kHoursPerDay});
    case RecoveryKind::kCare:
      return now.care.push_back(&item);
    case RecoveryKind::kBefore:
      return now.before.push_back(&item);
    case RecoveryKind::kRedFlag:
      return now.red_flags.push_back(&item);
  }
}

void addTreatment(const Protocol& protocol, std::size_t k, std::vector<RecoveryEvent>& events) {
  const std::vector<double> treatment_days = protocol.treatmentDays();
  const double start = treatment_days[k];
  const double next = k + 1 < treatment_days.size() ? treatment_days[k + 1] : std::numeric_limits<double>::infinity();
  const int treatment = static_cast<int>(k);
  events.push_back({.day_low = start, .day = start, .treatment = treatment, .item = nullptr});
  for (const RecoveryItem* item : recoveryItemsFor(protocol)) {
    if (item->kind == RecoveryKind::kRedFlag) continue;
    const bool by_end = isDatedByEnd(*item);
    const double low = start + (by_end ? item->to_hours_low : item->from_hours) / kHoursPerDay;
    const double day = start + (by_end ? item->to_hours_high : item->from_hours) / kHoursPerDay;
    if (day < next) events.push_back({.day_low = low, .day = day, .treatment = treatment, .item = item});
  }
}

const RecoveryItem& recoveryItem(std::string_view id) {
  const std::vector<RecoveryItem>& items = recoveryItems();
  const auto found = std::find_if(items.begin(), items.end(), [id](const RecoveryItem& item) { return item.id == id; });
  NEEDLING_CHECK(found != items.end());
  return *found;
}

// 0 at `from`, 1 at `to`.
double shareBetween(double from, double to, double value) { return std::clamp((value - from) / (to - from), 0.0, 1.0); }

}  // namespace

RecoveryKind recoveryKind(std::string_view name) {
  if (name == "effect") return RecoveryKind::kEffect;
  if (name == "avoid") return RecoveryKind::kAvoid;
  if (name == "care") return RecoveryKind::kCare;
  if (name == "before") return RecoveryKind::kBefore;
  NEEDLING_CHECK(name == "redFlag");
  return RecoveryKind::kRedFlag;
}

double rednessAfter(double hours) {
  static const double kFull = recoveryItem("redness").to_hours_low, kGone = recoveryItem("fading").to_hours_high;
  return hours < 0.0 ? 0.0 : 1.0 - shareBetween(kFull, kGone, hours);
}

double swellingAfter(double hours) {
  static const RecoveryItem& kFading = recoveryItem("fading");
  if (hours < kFading.to_hours_low) return shareBetween(0.0, kFading.from_hours, hours);
  return 1.0 - shareBetween(kFading.to_hours_low, kFading.to_hours_high, hours);
}

double flakingAfter(double hours) {
  static const RecoveryItem& kFlaking = recoveryItem("flaking");
  return hours < kFlaking.to_hours_low ? shareBetween(kFlaking.from_hours, kFlaking.to_hours_low, hours)
                                       : 1.0 - shareBetween(kFlaking.to_hours_low, kFlaking.to_hours_high, hours);
}

const std::vector<RecoveryItem>& recoveryItems() {
  static const std::vector<RecoveryItem> list =
      rowsOf(CsvTable(assets::kRecoveryCsv), [](const CsvTable& table, std::size_t row) {
        return RecoveryItem{.id = table.at(row, "id"),
                            .kind = recoveryKind(table.at(row, "kind")),
                            .from_hours = table.number(row, "from_hours"),
                            .to_hours_low = hoursOrForever(table, row, "to_hours_low"),
                            .to_hours_high = hoursOrForever(table, row, "to_hours_high"),
                            .text_id = table.at(row, "text"),
                            .evidence = table.at(row, "evidence"),
                            .strength = table.at(row, "strength"),
                            .cover = table.at(row, "cover")};
      });
  return list;
}

std::vector<const RecoveryItem*> recoveryItemsFor(const Protocol& protocol) {
  std::vector<const RecoveryItem*> items;
  for (const RecoveryItem& item : recoveryItems()) {
    if (item.cover.empty() || item.cover == protocol.choice(ParameterId::kCover)) items.push_back(&item);
  }
  return items;
}

bool isDatedByEnd(const RecoveryItem& item) { return item.kind == RecoveryKind::kAvoid; }

const std::string& strengthName(const RecoveryItem& item) { return text("recovery.strength." + item.strength); }

RecoveryNow recoveryOn(const Protocol& protocol, double day) {
  const std::vector<double> treatment_days = protocol.treatmentDays();
  const double latest = latestTreatment(treatment_days, day).day;
  const auto next = std::upper_bound(treatment_days.begin(), treatment_days.end(), day);
  RecoveryNow now;
  for (const RecoveryItem* item : recoveryItemsFor(protocol)) {
    const bool ahead = item->kind == RecoveryKind::kBefore;
    if (ahead && next == treatment_days.end()) continue;
    const double hours = (day - (ahead ? *next : latest)) * kHoursPerDay;
    if (item->from_hours <= hours && hours < item->to_hours_high) addItem(*item, latest, now);
  }
  return now;
}

std::vector<RecoveryEvent> recoveryTimeline(const Protocol& protocol) {
  std::vector<RecoveryEvent> events;
  for (std::size_t k = 0; k < protocol.treatmentDays().size(); ++k) addTreatment(protocol, k, events);
  std::stable_sort(events.begin(), events.end(),
                   [](const RecoveryEvent& a, const RecoveryEvent& b) { return a.day < b.day; });
  return events;
}

}  // namespace needling
