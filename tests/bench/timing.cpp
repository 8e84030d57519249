#include "bench/timing.h"

#include <array>
#include <cstdio>
#include <ctime>

#ifdef __EMSCRIPTEN__
#include <emscripten.h>
#endif

#include "core/rk4.h"

namespace needling::bench {
namespace {

double sink = 0.0;

}  // namespace

#ifdef __EMSCRIPTEN__
EM_JS(double, nodeThreadMicroseconds, (), {
  const usage = process.threadCpuUsage ? process.threadCpuUsage() : process.cpuUsage();
  return usage.user + usage.system;
});
double now() { return nodeThreadMicroseconds() / 1e3; }
#else
double now() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}
#endif

void reference(int) {
  std::array<double, 1> y = {1.0};
  const auto decay = [](const std::array<double, 1>& state, Rk4Stage) { return std::array<double, 1>{-state[0]}; };
  for (int i = 0; i < 1'000'000; ++i) y = rk4Step(y, 1e-6, decay);
  use(y[0]);
}

void use(double value) {
  sink += value;
  asm volatile("" : : "g"(&sink) : "memory");
}

double medianOf(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

void Report::section(const char* title, const char* other) {
  other_ = other;
  std::printf("\n  %-60s %10s   x %s\n", title, "ms", other);
  std::fflush(stdout);
}

void Report::add(const std::string& name, const Timing& timing, const std::vector<Figure>& figures) {
  char text[256];
  std::snprintf(text, sizeof text, "%s\n    {\"name\": \"%s\", \"ms\": %.6f, \"ratio\": %.6f, \"to\": \"%s\"",
                json_.empty() ? "" : ",", name.c_str(), timing.ms, timing.ratio, other_);
  json_ += text;
  std::printf("  %-60s %10.4f %13.4f", name.c_str(), timing.ms, timing.ratio);
  for (const Figure& figure : figures) {
    std::printf("   %s %.3g", figure.name, figure.value);
    std::snprintf(text, sizeof text, ", \"%s\": %.6g", figure.name, figure.value);
    json_ += text;
  }
  json_ += '}';
  std::printf("\n");
  std::fflush(stdout);
}

bool Report::writeJson(const char* path) const {
  std::FILE* file = std::fopen(path, "wb");
  if (file == nullptr) return false;
  std::fprintf(file, "{\n  \"reference\": \"a million RK4 steps of y' = -y\",\n  \"benchmarks\": [%s\n  ]\n}\n",
               json_.c_str());
  return std::fclose(file) == 0;
}

}  // namespace needling::bench
