#include "bench/solvers/solver.h"

namespace needling::bench {

std::vector<Segment> segmentsOf(const Batch& batch) {
  std::vector<Segment> segments;
  std::size_t output = 0;
  for (std::size_t k = 0; k < batch.treatment_days.size(); ++k) {
    const bool last = k + 1 == batch.treatment_days.size();
    Segment segment{batch.treatment_days[k], last ? batch.last_day : batch.treatment_days[k + 1], {}, output};
    while (output < batch.output_days.size() && batch.output_days[output] <= segment.end) {
      segment.outputs.push_back(batch.output_days[output++]);
    }
    segments.push_back(std::move(segment));
  }
  return segments;
}

}  // namespace needling::bench
