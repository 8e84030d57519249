// Times for the benchmarks: processor time of this thread, as machines are shared, always the median of several rounds
// and also as a ratio to a reference that runs in turn with the work: a million steps of y' = -y by the same
// integrator. Ratios are comparable between machines.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace needling::bench {

// Processor time of this thread, ms.
double now();

// One run of the reference, ms.
double referenceMilliseconds();

// Keeps the optimiser from dropping work: what is used here must be computed.
void use(double value);

double medianOf(std::vector<double> values);

struct Timing {
  double ms = 0.0;     // of one piece of work
  double ratio = 0.0;  // to the reference
};

// `work(i)` is called with 0, 1, 2, ...; `repeats` of them make a round.
template <typename Work>
Timing timeOf(int rounds, int repeats, const Work& work) {
  std::vector<double> times, ratios;
  for (int round = 0; round < rounds; ++round) {
    const double base = referenceMilliseconds();
    const double start = now();
    for (int i = 0; i < repeats; ++i) work(round * repeats + i);
    times.push_back((now() - start) / repeats);
    ratios.push_back(times.back() / base);
  }
  return {medianOf(times), medianOf(ratios)};
}

// A figure that goes with a time, such as an error or a time a cell.
struct Figure {
  const char* name;
  double value;
};

// Prints a table line by line and gathers it as JSON.
class Report {
 public:
  void section(const char* title);
  void add(const std::string& name, const Timing& timing, const std::vector<Figure>& figures = {});
  // False where the file cannot be written.
  bool writeJson(const char* path) const;

 private:
  std::string json_;
};

}  // namespace needling::bench
