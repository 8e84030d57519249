// needling_bench [--json FILE]: how long the things take that a visitor waits for, natively and as WebAssembly. Each is
// printed in milliseconds and as a ratio to a reference that runs in turn with it, as machines are shared and noisy:
// one reference is a million steps of y' = -y by the same integrator, so a ratio is comparable between machines.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <functional>
#include <string>
#include <vector>

#include "core/rk4.h"
#include "model/results_json.h"
#include "model/view_window.h"

using namespace needling;

namespace {

constexpr int kRounds = 9;
double sink = 0.0;  // keeps the optimiser from dropping the work

double millisecondsOf(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

void reference() {
  std::array<double, 1> y = {1.0};
  const auto decay = [](const std::array<double, 1>& state, Rk4Stage) { return std::array<double, 1>{-state[0]}; };
  for (int i = 0; i < 1'000'000; ++i) y = rk4Step(y, 1e-6, decay);
  sink += y[0];
}

struct Benchmark {
  std::string name;
  int repeats;  // in one timed stretch; the time told is of one
  std::function<void(int)> work;
};

void moveSlider(int i) {
  Sim sim;
  static_cast<void>(sim.apply({"needleLength", i % 2 == 0 ? "1.5" : "1.45"}));
  sink += sim.outcome().at(SeriesId::kCollagenTotal, 90.0).value;
}

void moveSliderWithPicture(int i) {
  Sim sim;
  static_cast<void>(sim.apply({"needleLength", i % 2 == 0 ? "1.5" : "1.45"}));
  const SectionMoment moment = sectionMoment(sim.scene(), sim.state().protocol, sim.outcome(), 90.0);
  sink += static_cast<double>(visibleFibres(sim.scene(), moment).size());
}

void seek(int i) {
  static Sim sim;
  static_cast<void>(sim.apply({"day", std::to_string((i * 37) % 731)}));
  sink += sim.outcome().at(SeriesId::kCollagenTotal, sim.state().day).value;
}

void seekWithPicture(int i) {
  static Sim sim;
  static_cast<void>(sim.apply({"day", std::to_string((i * 37) % 731)}));
  const SectionMoment moment = sectionMoment(sim.scene(), sim.state().protocol, sim.outcome(), sim.state().day);
  sink += static_cast<double>(visibleFibres(sim.scene(), moment).size() + visibleCells(sim.scene(), moment).size());
}

void oneYear(int) {
  const HealingSeries series({.treatment_days = {0, 28, 56, 84}, .exposure = 1.0, .factors = {}});
  sink += totalCollagen(series.at(365.0));
}

void resultsText(int i) {
  static Sim sim;
  sink += static_cast<double>(resultsJson(sim, i % 731).size());
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

int main(int count, char** words) {
  const std::vector<Benchmark> benchmarks = {
      {"730 days, one run of the equations", 3, oneYear},
      {"slider moved: 730 days with band", 1, moveSlider},
      {"slider moved: with the section's scene", 1, moveSliderWithPicture},
      {"seek to a day: numbers", 1000, seek},
      {"seek to a day: fibres and cells", 20, seekWithPicture},
      {"results as JSON", 20, resultsText},
  };
  std::string json = "{\n  \"reference\": \"a million RK4 steps of y' = -y\",\n  \"benchmarks\": [";
  std::printf("  %-42s %10s %10s\n", "median of 9", "ms", "x reference");
  for (const Benchmark& benchmark : benchmarks) {
    std::vector<double> times, ratios;
    for (int round = 0; round < kRounds; ++round) {
      const double base = millisecondsOf(reference);
      const double whole = millisecondsOf([&] {
        for (int i = 0; i < benchmark.repeats; ++i) benchmark.work(round * benchmark.repeats + i);
      });
      times.push_back(whole / benchmark.repeats);
      ratios.push_back(whole / benchmark.repeats / base);
    }
    std::printf("  %-42s %10.4f %10.4f\n", benchmark.name.c_str(), median(times), median(ratios));
    char line[256];
    std::snprintf(line, sizeof line, "%s\n    {\"name\": \"%s\", \"ms\": %.6f, \"ratio\": %.6f}",
                  &benchmark == &benchmarks.front() ? "" : ",", benchmark.name.c_str(), median(times), median(ratios));
    json += line;
  }
  json += "\n  ]\n}\n";
  if (count == 3 && std::strcmp(words[1], "--json") == 0) {
    std::FILE* file = std::fopen(words[2], "wb");
    if (file == nullptr) return 1;
    std::fwrite(json.data(), 1, json.size(), file);
    std::fclose(file);
  }
  return sink == 0.12345 ? 3 : 0;
}
