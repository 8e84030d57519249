#include <doctest/doctest.h>

#include <chrono>
#include <cmath>
#include <cstdlib>
#include <string>

#include "core/rng.h"
#include "core/text.h"
#include "model/describe.h"
#include "model/guide.h"
#include "model/lessons.h"
#include "model/results_json.h"
#include "model/safety.h"
#include "model/state_text.h"
#include "model/view_window.h"

// A stranger at the door: random commands, good and hostile, with invariants after each. NEEDLING_FUZZ_SECONDS=N goes on
// for that long with new seeds; otherwise a fixed number of commands with fixed seeds.

using namespace needling;

namespace {

std::string randomBytes(Rng& rng, std::size_t longest) {
  std::string bytes;
  const std::size_t length = rng.below(longest + 1);
  for (std::size_t i = 0; i < length; ++i) bytes += static_cast<char>(rng.below(256));
  return bytes;
}

std::string randomKey(Rng& rng) {
  constexpr const char* others[] = {"day",
                                    "picture",
                                    "preset",
                                    "__proto__",
                                    "reset",
                                    "light",
                                    "zoom",
                                    "x",
                                    "z",
                                    "colorProfile",
                                    "chart",
                                    "split",
                                    "undo",
                                    "redo",
                                    "step",
                                    "forget",
                                    "b",
                                    "b.preset",
                                    "b.age",
                                    "b.sessions",
                                    "b.channelDensity",
                                    "b.needleLength",
                                    "mode",
                                    "lesson",
                                    "choice",
                                    "stage",
                                    "topic",
                                    "tab",
                                    "textScale",
                                    "progress"};
  const std::size_t pick = rng.below(kParameterCount + std::size(others));
  if (pick < kParameterCount) return parameterTable()[pick].id;
  return others[pick - kParameterCount];
}

std::string randomValue(Rng& rng, const std::string& key) {
  const ParameterRow* other = findOtherParameter(key);
  const ParameterRow* row = other != nullptr ? other : findParameter(key);
  switch (rng.below(8)) {
    case 0:
      return randomBytes(rng, 40);
    case 1: {
      const char* hostile[] = {"NaN", "Infinity", "-0", "1e999", "1e-320", "", "null", "undefined", "0x10", "%00"};
      return hostile[rng.below(std::size(hostile))];
    }
    case 2:
      return formatNumber(rng.uniform(-1000.0, 1000.0));
    default:
      break;
  }
  if (key == "light") return rng.uniform() < 0.5 ? "polarised" : "normal";
  if (key == "colorProfile") {
    constexpr const char* kProfiles[] = {"default", "dark", "projector", "highContrast"};
    return kProfiles[rng.below(4)];
  }
  if (key == "lesson") return rng.uniform() < 0.2 ? "" : lessons()[rng.below(lessons().size())].id;
  if (key == "topic") return rng.uniform() < 0.2 ? "" : guideTopics()[rng.below(guideTopics().size())].id;
  if (key == "mode") return rng.uniform() < 0.5 ? "course" : "lecture";
  if (key == "tab") return rng.uniform() < 0.5 ? "guide" : "mode";
  if (key == "textScale") return formatNumber(rng.uniform(0.5, 2.5));
  if (key == "choice" || key == "stage") return std::to_string(rng.below(4));
  if (key == "progress") return rng.uniform() < 0.5 ? "" : "1.l50-150.d90.t1.s101.q0312";
  if (key == "chart") return std::string(chartNames()[rng.below(chartNames().size())]);
  if (key == "split") return rng.uniform() < 0.5 ? "protocol" : "before";
  if (key == "b") return rng.uniform() < 0.7 ? "copy" : "same";
  if (key == "picture") return rng.uniform() < 0.3 ? "strip" : rng.uniform() < 0.5 ? "surface" : "section";
  if (key == "preset" || key == "b.preset") return presets()[rng.below(presets().size())].id;
  if (row == nullptr) return formatNumber(rng.uniform(0.0, 730.0));
  if (row->kind == ParameterKind::kChoice) return row->choices[rng.below(row->choices.size())].id;
  double value = rng.uniform(row->min, row->max);
  if (row->kind == ParameterKind::kInteger) value = std::floor(value);
  return formatNumber(value);
}

void checkState(const Sim& sim) {
  const Protocol& protocol = sim.state().protocol;
  REQUIRE(sim.state().day >= 0.0);
  REQUIRE(sim.state().day <= kLastDay);
  for (const ParameterRow& row : parameterTable()) {
    const Range range = rangeFor(protocol, row.parameter);
    REQUIRE(protocol.get(row.parameter) >= range.min);
    REQUIRE(protocol.get(row.parameter) <= range.max);
  }
  const NeedleDepth depth = needleDepth(protocol, protocol.needleLength());
  REQUIRE(depth.reach_mm.low >= 0.0);
  REQUIRE(depth.reach_mm.low <= depth.reach_mm.value);
  REQUIRE(depth.reach_mm.value <= depth.reach_mm.high);
  REQUIRE(depth.reach_mm.high <= depth.protrusion_mm);
}

// What only a new protocol can break, and what takes a few milliseconds.
void checkOutcome(const Sim& sim, Rng& rng) {
  const Protocol& protocol = sim.state().protocol;
  for (std::size_t s = 0; s < kSeriesCount; ++s) {
    const auto id = static_cast<SeriesId>(s);
    CAPTURE(std::string(seriesName(id)));
    const BandSeries& series = sim.outcome().series(id);
    // Inflammation grows with the channels, however many a slow pen makes; all else saturates.
    const double most = id == SeriesId::kInflammation ? 1000.0 : 60.0;
    for (std::size_t day = 0; day < series.values.size(); ++day) {
      REQUIRE(std::isfinite(series.values[day]));
      REQUIRE(series.low[day] >= 0.0);
      REQUIRE(series.high[day] <= most);
      REQUIRE(series.low[day] <= series.values[day]);
      REQUIRE(series.values[day] <= series.high[day]);
    }
  }
  REQUIRE(sim.outcome().at(SeriesId::kCollagenTotal, rng.uniform(0.0, 730.0)).value < 2.0);
  REQUIRE(sim.outcome().at(SeriesId::kImprovement, 730.0).high <= 1.0);
  double before = 0.0;
  for (const double length : kStripLengths) {
    const double reach = needleDepth(protocol, length).reach_mm.value;
    REQUIRE(reach >= before);
    before = reach;
  }
  REQUIRE_FALSE(describe(sim).empty());
  REQUIRE_FALSE(warningsFor(protocol).empty());
  REQUIRE_FALSE(resultsJson(sim.derived(), sim.state().day).empty());
}

// The same day reached by another path is the same picture, to the bit.
void checkSeek(const Sim& sim, Rng& rng) {
  Sim other;
  REQUIRE(stateFromJson(other, stateToJson(sim.state())).ok());
  for (int i = 0; i < 3; ++i) REQUIRE(other.apply({"day", formatNumber(rng.uniform(0.0, kLastDay))}).ok());
  REQUIRE(other.apply({"day", formatNumber(sim.state().day)}).ok());
  REQUIRE(other.state() == sim.state());
  REQUIRE(resultsJson(other.derived(), other.state().day) == resultsJson(sim.derived(), sim.state().day));
  const SectionMoment a = sectionMoment(sim.scene(), sim.state().protocol, sim.outcome(), sim.state().day);
  const SectionMoment b = sectionMoment(other.scene(), other.state().protocol, other.outcome(), other.state().day);
  REQUIRE(visibleFibres(sim.scene(), a).size() == visibleFibres(other.scene(), b).size());
}

void session(std::uint64_t seed, int commands) {
  CAPTURE(seed);
  Rng rng(seed);
  Sim sim;
  unsigned checked = ~0U;
  for (int i = 0; i < commands; ++i) {
    const Command command{randomKey(rng), ""};
    const Command full{command.key, randomValue(rng, command.key)};
    const State before = sim.state();
    const Status status = sim.apply(full);
    CAPTURE(full.key);
    CAPTURE(full.value);
    if (!status.ok()) {
      REQUIRE(sim.state() == before);
      REQUIRE_FALSE(status.message.empty());
      REQUIRE(status.message.size() < 500);
    }
    checkState(sim);
    if (i % 12 == 11 && sim.protocolRevision() != checked) {
      checkOutcome(sim, rng);
      checked = sim.protocolRevision();
    }
  }
  checkSeek(sim, rng);
}

void hostileTexts(std::uint64_t seed, int texts) {
  CAPTURE(seed);
  Rng rng(seed);
  Sim sim;
  const std::string json = stateToJson(sim.state()), fragment = stateToFragment(sim.state());
  for (int i = 0; i < texts; ++i) {
    std::string damaged = rng.uniform() < 0.5 ? json : fragment;
    for (std::size_t k = 0; k < 1 + rng.below(4); ++k) {
      const std::size_t at = rng.below(damaged.size());
      if (rng.uniform() < 0.5) {
        damaged[at] = static_cast<char>(rng.below(256));
      } else {
        damaged.resize(at + 1);
      }
    }
    for (const std::string& each : {damaged, randomBytes(rng, 200)}) {
      const State before = sim.state();
      if (!stateFromJson(sim, each).ok()) REQUIRE(sim.state() == before);
      const State between = sim.state();
      if (!stateFromFragment(sim, each).ok()) REQUIRE(sim.state() == between);
      checkState(sim);
    }
  }
}

}  // namespace

TEST_SUITE("fuzz") {
  TEST_CASE("random commands keep every invariant") {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) session(seed, 120);
  }

  TEST_CASE("damaged and random texts are read or refused whole") {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) hostileTexts(seed, 500);
  }

  TEST_CASE("for as long as NEEDLING_FUZZ_SECONDS says, with new seeds") {
    const char* wanted = std::getenv("NEEDLING_FUZZ_SECONDS");
    if (wanted == nullptr) return;
    const auto start = std::chrono::steady_clock::now();
    const double seconds = std::atof(wanted);
    std::uint64_t seed = static_cast<std::uint64_t>(start.time_since_epoch().count());
    while (std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() < seconds) {
      session(++seed, 120);
      hostileTexts(seed, 200);
    }
  }
}
