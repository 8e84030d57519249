#include "model/calendar.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "core/csv.h"
#include "model/results_json.h"
#include "model/series_csv.h"
#include "model/texts.h"

using namespace needling;

namespace {

constexpr CalendarDate kFirst = {.year = 2026, .month = 12, .day = 1};
constexpr std::int64_t kWritten = 1'796'083'205;  // 2026-12-01 00:00:05 UTC

// The content lines of a file, unfolded: RFC 5545, 3.1.
std::vector<std::string> unfolded(const std::string& file) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < file.size();) {
    const std::size_t end = file.find("\r\n", at);
    REQUIRE(end != std::string::npos);
    if (file[at] == ' ') {
      lines.back() += file.substr(at + 1, end - at - 1);
    } else {
      lines.push_back(file.substr(at, end - at));
    }
    at = end + 2;
  }
  return lines;
}

std::vector<std::string> valuesOf(const std::string& file, const std::string& property) {
  std::vector<std::string> values;
  for (const std::string& line : unfolded(file)) {
    if (line.starts_with(property + ":")) values.push_back(line.substr(property.size() + 1));
  }
  return values;
}

Protocol courseOf(const char* sessions, const char* interval_weeks) {
  Protocol protocol;
  REQUIRE(setParameter(protocol, "sessions", sessions).ok());
  REQUIRE(setParameter(protocol, "intervalWeeks", interval_weeks).ok());
  return protocol;
}

std::vector<std::string> treatmentDates(const Protocol& protocol, const CalendarDate& first) {
  const std::string file = calendarText(protocol, first, kWritten);
  const auto summaries = valuesOf(file, "SUMMARY"), dates = valuesOf(file, "DTSTART;VALUE=DATE");
  REQUIRE(summaries.size() == dates.size());
  std::vector<std::string> result;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    if (summaries[i].starts_with("Microneedling")) result.push_back(dates[i]);
  }
  return result;
}

}  // namespace

TEST_SUITE("calendar") {
  TEST_CASE("days of known dates: the epoch, the leap days of 2000 and 2024, none in 1900 and 2100") {
    CHECK(daysFromCivil({.year = 1970, .month = 1, .day = 1}) == 0);
    CHECK(daysFromCivil({.year = 2000, .month = 3, .day = 1}) == 11017);  // date -d 2000-03-01 +%s / 86400
    CHECK(civilFromDays(11016) == CalendarDate{.year = 2000, .month = 2, .day = 29});
    CHECK(civilFromDays(daysFromCivil({.year = 2024, .month = 2, .day = 28}) + 1).day == 29);
    CHECK(civilFromDays(daysFromCivil({.year = 1900, .month = 2, .day = 28}) + 1).day == 1);
    CHECK(civilFromDays(daysFromCivil({.year = 2100, .month = 2, .day = 28}) + 1).day == 1);
  }

  TEST_CASE("every day of four centuries comes back, each one day after the one before") {
    const std::int64_t from = daysFromCivil({.year = 1800, .month = 1, .day = 1});
    CalendarDate before = civilFromDays(from - 1);
    for (std::int64_t day = from; day < from + 146097; ++day) {
      const CalendarDate date = civilFromDays(day);
      REQUIRE(daysFromCivil(date) == day);
      const bool same_month = date.month == before.month && date.year == before.year && date.day == before.day + 1;
      REQUIRE((same_month || (date.day == 1 && before.day >= 28)));
      before = date;
    }
  }

  TEST_CASE("a date that does not exist is refused with one sentence, and changes nothing") {
    CalendarDate date = kFirst;
    for (const char* bad : {"2026-02-29", "2100-01-01", "1999-12-31", "2026-13-01", "2026-00-10", "2026-04-31",
                            "2026-12-00", "2026-12-1", "2026-12-011", "26-12-01", "2026/12/01", "2026-12-01T00:00", "",
                            "-026-12-01", "+026-12-01", "today", "2026-1 -01"}) {
      CAPTURE(bad);
      const Status status = parseDate(bad, date);
      CHECK_FALSE(status.ok());
      CHECK(status.message.ends_with("."));
      CHECK(status.message.find("written as 2026-12-01") != std::string::npos);
      CHECK(date == kFirst);
    }
    CHECK(parseDate("2028-02-29", date).ok());
    CHECK(date == CalendarDate{.year = 2028, .month = 2, .day = 29});
  }

  TEST_CASE("treatments stand on their dates, across a leap day and a year's end") {
    CHECK(treatmentDates(courseOf("3", "4"), {.year = 2028, .month = 2, .day = 1}) ==
          std::vector<std::string>{"20280201", "20280229", "20280328"});
    CHECK(treatmentDates(courseOf("2", "4"), kFirst) == std::vector<std::string>{"20261201", "20261229"});
    CHECK(treatmentDates(courseOf("2", "12"), {.year = 2027, .month = 12, .day = 31}) ==
          std::vector<std::string>{"20271231", "20280324"});
  }

  TEST_CASE("the file is a calendar: every event complete, between its begin and its end") {
    const auto lines = unfolded(calendarText(Protocol(), kFirst, kWritten));
    CHECK(lines.front() == "BEGIN:VCALENDAR");
    CHECK(lines[1] == "VERSION:2.0");
    CHECK(lines[2].starts_with("PRODID:"));
    CHECK(lines.back() == "END:VCALENDAR");
    std::vector<std::string> names;
    for (const std::string& line : lines) {
      names.push_back(line.substr(0, line.find_first_of(";:")));
      if (line == "BEGIN:VEVENT") names = {};
      if (line == "END:VEVENT") {
        CHECK(names ==
              std::vector<std::string>{"UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "TRANSP", "END"});
      }
    }
    CHECK(valuesOf(calendarText(Protocol(), kFirst, kWritten), "DTSTAMP").front() == "20261201T000005Z");
  }

  TEST_CASE("lines end in CRLF, hold at most 75 octets, and never break a character") {
    const std::string file = calendarText(Protocol(), kFirst, kWritten);
    for (std::size_t at = 0; at < file.size();) {
      const std::size_t end = file.find("\r\n", at);
      REQUIRE(end != std::string::npos);
      CHECK(end - at <= 75);
      const unsigned char first = static_cast<unsigned char>(file[at == 0 || file[at] != ' ' ? at : at + 1]);
      CHECK((first & 0xC0U) != 0x80U);  // no continuation byte of UTF-8
      at = end + 2;
    }
    CHECK(file.find('\n') == file.find("\r\n") + 1);
    CHECK(file.find("\xE2\x80\x93") != std::string::npos);  // an en dash of the texts came through whole
  }

  TEST_CASE("commas, semicolons and line ends are escaped, and unescaped give the texts back") {
    const std::string file = calendarText(Protocol(), kFirst, kWritten);
    for (const std::string& value : valuesOf(file, "DESCRIPTION")) {
      for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] == '\\') {
          CHECK(std::string("\\,;n").find(value[++i]) != std::string::npos);
        } else {
          CHECK((value[i] != ',' && value[i] != ';' && value[i] != '\n'));
        }
      }
    }
    CHECK(valuesOf(file, "SUMMARY").front() == "Microneedling\\, treatment 1 of 4");
  }

  TEST_CASE("every event says that it is an illustration") {
    const auto descriptions = valuesOf(calendarText(courseOf("8", "1"), kFirst, kWritten), "DESCRIPTION");
    REQUIRE(descriptions.size() > 8);
    for (const std::string& each : descriptions) {
      CHECK(each.ends_with("\\nIllustration for education\\, not your result"));
    }
  }

  TEST_CASE("every event has its own id: the same again, another for another protocol or date") {
    const Protocol protocol;
    const auto ids = valuesOf(calendarText(protocol, kFirst, kWritten), "UID");
    CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
    CHECK(valuesOf(calendarText(protocol, kFirst, kWritten + 1000), "UID") == ids);
    CHECK(valuesOf(calendarText(courseOf("4", "5"), kFirst, kWritten), "UID").front() != ids.front());
    CHECK(valuesOf(calendarText(protocol, {.year = 2026, .month = 12, .day = 2}, kWritten), "UID").front() !=
          ids.front());
  }

  TEST_CASE("each treatment of a monthly course has its milestones, the last one of ten days' waiting among them") {
    const auto summaries = valuesOf(calendarText(courseOf("4", "4"), kFirst, kWritten), "SUMMARY");
    const auto count = [&summaries](const char* words) {
      return std::count_if(summaries.begin(), summaries.end(),
                           [words](const std::string& each) { return each.find(words) != std::string::npos; });
    };
    CHECK(count("Microneedling") == 4);
    CHECK(count("make-up") == 4);
    CHECK(count("retinoids") == 4);
    CHECK(count("sunscreen") == 0);  // nobody is told to stop it
    CHECK(count("no longer expected") == 4);
  }

  TEST_CASE("the page's answer holds the file, or null and the reason") {
    CHECK(
        calendarJson(Protocol(), "2026-12-01", kWritten).starts_with("{\"ok\":true,\"value\":\"BEGIN:VCALENDAR\\r\\n"));
    CHECK(calendarJson(Protocol(), "soon", kWritten)
              .starts_with("{\"ok\":false,\"value\":null,\"message\":\"date cannot"));
  }
}

TEST_SUITE("series table") {
  TEST_CASE("a line a day, empty where nothing supports the series") {
    Sim sim;
    REQUIRE(sim.apply({"preset", "hairLoss"}).ok());
    const std::string table = seriesCsv(sim, {0.0, 30.5});
    CHECK(table.starts_with("day,inflammation,inflammation_low,inflammation_high,"));
    CHECK(std::count(table.begin(), table.end(), '\n') == 3);
    CHECK(table.find("\n30.5,") != std::string::npos);
    CHECK(table.find(",,") != std::string::npos);  // improvement was fitted to acne scars alone
    const auto commas = std::count(table.begin(), table.begin() + static_cast<long>(table.find('\n')), ',');
    CHECK(std::count(table.begin(), table.end(), ',') == 3 * commas);
  }

  TEST_CASE("where two protocols are compared the second's columns follow the first's") {
    Sim sim;
    const std::string alone = seriesCsv(sim, {90.0});
    REQUIRE(sim.apply({"split", "protocol"}).ok());
    REQUIRE(sim.apply({"b.sessions", "1"}).ok());
    const CsvTable table(seriesCsv(sim, {90.0}));
    CHECK(seriesCsv(sim, {90.0}).starts_with(alone.substr(0, alone.find('\n'))));
    CHECK(std::stod(table.at(0, "collagen_total")) ==
          doctest::Approx(sim.outcome().at(SeriesId::kCollagenTotal, 90.0).value));
    CHECK(std::stod(table.at(0, "b.collagen_total")) < std::stod(table.at(0, "collagen_total")));
  }
}
