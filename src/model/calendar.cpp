// RFC 5545 (iCalendar): section 3.1 content lines and folding, 3.3.11 escaping, 3.6.1 events.
#include "model/calendar.h"

#include <cmath>
#include <cstdio>
#include <vector>

#include "core/text.h"
#include "model/recovery.h"
#include "model/state_text.h"
#include "model/texts.h"

namespace needling {
namespace {

constexpr std::int64_t kSecondsPerDay = 86'400;

std::string dateText(const CalendarDate& date) {
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%04d%02d%02d", date.year, date.month, date.day);
  return buffer;
}

std::string stampText(std::int64_t seconds) {
  const int of_day = static_cast<int>(seconds % kSecondsPerDay);
  char time[48];
  std::snprintf(time, sizeof time, "T%02d%02d%02dZ", of_day / 3600, of_day / 60 % 60, of_day % 60);
  return dateText(civilFromDays(seconds / kSecondsPerDay)) + time;
}

std::string escaped(std::string_view value) {
  std::string result;
  for (const char c : value) {
    if (c == '\\' || c == ',' || c == ';') result += '\\';
    result += c == '\n' ? std::string("\\n") : std::string(1, c);
  }
  return result;
}

bool continuesCharacter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// One content line, folded after at most 75 octets and never inside a UTF-8 character.
void addLine(std::string& file, std::string_view line) {
  std::size_t room = 75;
  while (line.size() > room) {
    std::size_t cut = room;
    while (continuesCharacter(line[cut])) --cut;
    file.append(line.substr(0, cut)).append("\r\n ");
    line.remove_prefix(cut);
    room = 74;  // the blank that marks the continuation counts
  }
  file.append(line).append("\r\n");
}

void addTexts(std::string& description, const Protocol& protocol, std::string_view heading, RecoveryKind kind) {
  description += "\n" + text(heading);
  for (const RecoveryItem* item : recoveryItemsFor(protocol)) {
    if (item->kind == kind) description += "\n- " + text(item->text_id);
  }
}

CourseEvent treatmentEvent(const Protocol& protocol, const RecoveryEvent& treatment, std::size_t count) {
  const std::string number = std::to_string(treatment.treatment + 1);
  std::string description = text("calendar.dates");
  addTexts(description, protocol, "calendar.before", RecoveryKind::kBefore);
  addTexts(description, protocol, "calendar.expected", RecoveryKind::kEffect);
  addTexts(description, protocol, "calendar.avoid", RecoveryKind::kAvoid);
  addTexts(description, protocol, "calendar.care", RecoveryKind::kCare);
  addTexts(description, protocol, "calendar.redFlags", RecoveryKind::kRedFlag);
  return {.day = treatment.day,
          .treatment = static_cast<std::size_t>(treatment.treatment),
          .kind = "",
          .summary = formatText("calendar.treatment", {number, std::to_string(count)}),
          .description = description};
}

// One event for all that ends on the same day after the same treatment: the last one, if it was begun.
void addEnd(const RecoveryEvent& end, double treatment_day, std::vector<CourseEvent>& events) {
  const std::string after = formatFixed(end.day - treatment_day, 0);
  const auto treatment = static_cast<std::size_t>(end.treatment);
  const std::string kind = "d" + after;
  const std::string short_name = text(end.item->text_id + ".name");
  if (events.empty() || events.back().treatment != treatment || events.back().kind != kind) {
    events.push_back({.day = end.day,
                      .treatment = treatment,
                      .kind = kind,
                      .summary = formatText("calendar.milestone", {after, short_name}),
                      .description = text("calendar.longest")});
  } else {
    events.back().summary += ", " + short_name;
  }
  events.back().description += "\n- " + text(end.item->text_id);
}

// The effect without an end is the return to rest.
bool isSettled(const RecoveryItem& item) {
  return item.kind == RecoveryKind::kEffect && std::isinf(item.to_hours_high);
}

// Eight hexadecimal digits that stand for what differs from the default protocol: nobody's age goes into a shared
// calendar.
std::string protocolDigest(const Protocol& protocol) {
  State state;
  state.protocol = protocol;
  const std::string fragment = stateToFragment(state);
  return fragment.substr(fragment.rfind('.') + 1);
}

}  // namespace

// days_from_civil: years begin in March, so that the leap day comes last; an era is 400 years or 146097 days.
std::int64_t daysFromCivil(const CalendarDate& date) {
  const std::int64_t year = date.month <= 2 ? date.year - 1 : date.year;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * (date.month > 2 ? date.month - 3 : date.month + 9) + 2) / 5 + date.day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

CalendarDate civilFromDays(std::int64_t days) {
  const std::int64_t shifted = days + 719468;
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const std::int64_t day_of_era = shifted - era * 146097;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
  const std::int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  return {.year = static_cast<int>(year_of_era + era * 400 + (month <= 2 ? 1 : 0)),
          .month = static_cast<int>(month),
          .day = static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1)};
}

Status parseDate(std::string_view written, CalendarDate& date) {
  const auto refuse = [written] {
    return Status::fail(StatusCode::kOutOfRange, formatText("refused.date", {quoteForMessage(written)}));
  };
  int numbers[3] = {0, 0, 0};  // year, month, day
  std::size_t at = 0;
  for (const char place : std::string_view("yyyy-mm-dd")) {
    if (at >= written.size() || (place == '-') != (written[at] == '-')) return refuse();
    if (place != '-' && (written[at] < '0' || written[at] > '9')) return refuse();
    int& number = numbers[place == 'y' ? 0 : place == 'm' ? 1 : 2];
    if (place != '-') number = number * 10 + (written[at] - '0');
    ++at;
  }
  const CalendarDate read = {.year = numbers[0], .month = numbers[1], .day = numbers[2]};
  const bool in_range = read.year >= 2000 && read.year <= 2099 && read.month >= 1 && read.month <= 12;
  if (at != written.size() || !in_range || civilFromDays(daysFromCivil(read)) != read) return refuse();
  date = read;
  return {};
}

std::string CourseEvent::name() const { return "t" + std::to_string(treatment + 1) + (kind.empty() ? "" : "-" + kind); }

std::vector<CourseEvent> courseEvents(const Protocol& protocol) {
  const std::vector<double> treatment_days = protocol.treatmentDays();
  std::vector<CourseEvent> events;
  for (const RecoveryEvent& event : recoveryTimeline(protocol)) {
    const double treatment_day = treatment_days[static_cast<std::size_t>(event.treatment)];
    if (event.item == nullptr) {
      events.push_back(treatmentEvent(protocol, event, treatment_days.size()));
    } else if (isDatedByEnd(*event.item)) {
      addEnd(event, treatment_day, events);
    } else if (isSettled(*event.item)) {
      events.push_back({.day = event.day,
                        .treatment = static_cast<std::size_t>(event.treatment),
                        .kind = "settled",
                        .summary = formatText("calendar.settled", {formatFixed(event.day - treatment_day, 0)}),
                        .description = text(event.item->text_id)});
      addTexts(events.back().description, protocol, "calendar.redFlags", RecoveryKind::kRedFlag);
    }
  }
  return events;
}

std::string calendarText(const Protocol& protocol, const CalendarDate& first_treatment, std::int64_t written_at) {
  const std::string course = protocolDigest(protocol) + "-" + dateText(first_treatment);
  std::string file;
  for (const char* line :
       {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Microneedling Explorer//EN", "CALSCALE:GREGORIAN"}) {
    addLine(file, line);
  }
  for (const CourseEvent& event : courseEvents(protocol)) {
    const CalendarDate date = civilFromDays(daysFromCivil(first_treatment) + std::llround(event.day));
    addLine(file, "BEGIN:VEVENT");
    addLine(file, "UID:" + course + "-" + event.name() + "@microneedling-explorer");
    addLine(file, "DTSTAMP:" + stampText(written_at));
    addLine(file, "DTSTART;VALUE=DATE:" + dateText(date));
    addLine(file, "SUMMARY:" + escaped(event.summary));
    addLine(file, "DESCRIPTION:" + escaped(event.description + "\n" + text("app.disclaimer")));
    addLine(file, "TRANSP:TRANSPARENT");
    addLine(file, "END:VEVENT");
  }
  addLine(file, "END:VCALENDAR");
  return file;
}

}  // namespace needling
