// The course as an iCalendar file: every treatment and, for each, the days on which published times of aftercare end.
// Format: RFC 5545. Dates: Howard Hinnant, chrono-Compatible Low-Level Date Algorithms (days_from_civil).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"
#include "model/protocol.h"

namespace needling {

// A day of the Gregorian calendar: month 1 to 12, day of month from 1.
struct CalendarDate {
  int year = 1970;
  int month = 1;
  int day = 1;

  bool operator==(const CalendarDate&) const = default;
};

// Days since 1 January 1970, and back. Exact for every date of the Gregorian calendar, earlier ones included.
std::int64_t daysFromCivil(const CalendarDate& date);
CalendarDate civilFromDays(std::int64_t days);

// Reads "2026-12-01". Refuses with one sentence what is no date from 2000-01-01 to 2099-12-31; `date` is then untouched.
Status parseDate(std::string_view text, CalendarDate& date);

// A day of the course that people are told of: a treatment, or an end of published times of aftercare.
struct CourseEvent {
  double day;             // of the timeline
  std::size_t treatment;  // after which, from 0
  std::string kind;  // "" the treatment itself, "d3" ends on its third day, "settled": the same after each treatment
  std::string summary;
  std::string description;

  // "t1-d3": the same for the same protocol.
  std::string name() const;
};

// By date.
std::vector<CourseEvent> courseEvents(const Protocol& protocol);

// All-day events, CRLF lines of at most 75 octets. The same protocol and dates give the same event ids, so a calendar
// that imports the file twice replaces its events. `written_at` is the time of writing in seconds since 1970, UTC, not
// negative: the caller has the clock.
std::string calendarText(const Protocol& protocol, const CalendarDate& first_treatment, std::int64_t written_at);

}  // namespace needling
