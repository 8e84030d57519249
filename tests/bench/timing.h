// Times for the benchmarks: processor time of this thread, as machines are shared, the median of several rounds, and as
// a ratio to other work that runs in turn with it. Ratios are comparable between machines.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace needling::bench {

// Processor time of this thread, ms.
double now();

// What most times are a ratio to: a million steps of y' = -y by the model's Runge-Kutta step.
void reference(int);

// Keeps the optimiser from dropping work: what is used here must be computed.
void use(double value);

double medianOf(std::vector<double> values);

// ms of one piece of work: `work(i)` is called with 0, 1, 2, ... until 50 ms are used, as node's clock ticks in 4 ms.
template <typename Work>
double millisecondsOf(const Work& work) {
  constexpr double kLeastMs = 50.0;
  const double start = now();
  int count = 0;
  do {
    work(count++);
  } while (now() - start < kLeastMs);
  return (now() - start) / count;
}

struct Timing {
  double ms = 0.0;     // of one piece of work
  double ratio = 0.0;  // to one piece of the other
};

template <typename Work, typename Other>
Timing timeOf(const Work& work, const Other& other) {
  constexpr int kRounds = 7;
  std::vector<double> times, ratios;
  for (int round = 0; round < kRounds; ++round) {
    const double base = millisecondsOf(other);
    times.push_back(millisecondsOf(work));
    ratios.push_back(times.back() / base);
  }
  return {medianOf(times), medianOf(ratios)};
}

template <typename Work>
Timing timeOf(const Work& work) {
  return timeOf(work, reference);
}

// A figure that goes with a time, such as an error or a time a cell.
struct Figure {
  const char* name;
  double value;
};

// Prints a table line by line and gathers it as JSON.
class Report {
 public:
  // `other`: what the ratios in it are to.
  void section(const char* title, const char* other = "reference");
  void add(const std::string& name, const Timing& timing, const std::vector<Figure>& figures = {});
  // False where the file cannot be written.
  bool writeJson(const char* path) const;

 private:
  const char* other_ = "reference";
  std::string json_;
};

}  // namespace needling::bench
