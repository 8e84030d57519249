#include "model/advice.h"

#include <doctest/doctest.h>

#include <cctype>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "model/results_json.h"
#include "model/texts.h"

using namespace needling;

namespace {

// "1 in 6", "in 30 people", "5 %", "per cent": how a rate would be told.
bool tellsRate(const std::string& words) {
  if (words.find('%') != std::string::npos || words.find("per cent") != std::string::npos) return true;
  for (std::size_t at = words.find("in "); at != std::string::npos; at = words.find("in ", at + 1)) {
    const bool word = at == 0 || words[at - 1] == ' ';
    if (word && at + 3 < words.size() && std::isdigit(static_cast<unsigned char>(words[at + 3])) != 0) return true;
  }
  return false;
}

std::string groupText(const char* group) {
  std::string words;
  for (const AdviceItem* item : adviceIn(group)) words += text(item->text_id) + "\n";
  return words;
}

}  // namespace

TEST_SUITE("advice") {
  TEST_CASE("the test for a rate knows one when it sees one") {
    CHECK(tellsRate("0 to about 1 in 6 in published groups"));
    CHECK(tellsRate("seen in 3 people"));
    CHECK(tellsRate("5 % of people"));
    CHECK_FALSE(tellsRate("15 patients published, most after a pen"));
    CHECK_FALSE(tellsRate("within 12 months"));
  }

  TEST_CASE("infection, cold sores and granulomas have no rate, as nobody has counted them (S-040, S-045, S-047)") {
    for (const char* group : {"infection", "coldSore", "granuloma"}) {
      CAPTURE(group);
      REQUIRE_FALSE(adviceIn(group).empty());
      CHECK_FALSE(tellsRate(groupText(group)));
      CHECK((groupText(group).find("not known") != std::string::npos ||
             groupText(group).find("Nobody has counted") != std::string::npos));
    }
  }

  TEST_CASE("no row promises anything") {
    for (const AdviceItem& item : adviceList()) {
      const std::string& words = text(item.text_id);
      CAPTURE(words);
      for (const char* promise : {"guarantee", "promise", "proven", "risk-free", "no risk", "will improve", "is safe",
                                  "are safe", "cures", "always", "painless"}) {
        CHECK(words.find(promise) == std::string::npos);
      }
    }
  }

  TEST_CASE("ids are unique, groups stand together and have a heading") {
    std::set<std::string> ids;
    for (const AdviceItem& item : adviceList()) {
      CHECK(ids.insert(item.id).second);
      CHECK(item.text_id == "advice." + item.id);
      CHECK_FALSE(item.evidence.empty());
    }
    const auto groups = adviceGroups();
    CHECK(std::set<std::string>(groups.begin(), groups.end()).size() == groups.size());
    std::size_t rows = 0;
    for (const std::string& group : groups) {
      CHECK_FALSE(adviceGroupName(group).empty());
      rows += adviceIn(group).size();
    }
    CHECK(rows == adviceList().size());
    CHECK(adviceNote().find("not complete") != std::string::npos);
  }

  TEST_CASE("results hold every row under its heading, with its evidence, and the note below the lists") {
    const nlohmann::json advice = nlohmann::json::parse(resultsJson(Sim().derived(), 0.0))["advice"];
    std::vector<std::string> ids;
    for (const auto& group : advice["groups"]) {
      CHECK(group["title"] == adviceGroupName(group["group"].get<std::string>()));
      for (const auto& item : group["items"]) {
        ids.push_back(item["id"]);
        CHECK(item["text"] == text("advice." + ids.back()));
        CHECK_FALSE(item["evidence"].get<std::string>().empty());
      }
    }
    REQUIRE(ids.size() == adviceList().size());
    for (std::size_t i = 0; i < ids.size(); ++i) CHECK(ids[i] == adviceList()[i].id);
    CHECK(advice["note"] == adviceNote());
  }

  TEST_CASE("what must be said is said") {
    CHECK(groupText("pigment").find("0 to about 1 in 6 in published groups with darker skin") != std::string::npos);
    CHECK(groupText("scar").find("2 of 30") != std::string::npos);
    CHECK(groupText("homeUse").find("states no safe depth") != std::string::npos);
    CHECK(groupText("askFirst").find("never stop them on your own") != std::string::npos);
    CHECK(groupText("askFirst").find("The clinician decides.") != std::string::npos);
    CHECK(groupText("otherProcedure").find("another procedure") != std::string::npos);
    CHECK(groupText("device").find("Never share") != std::string::npos);
  }
}
