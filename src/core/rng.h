// A small seeded generator with the same output on every platform (std:: distributions differ between libraries).
// SplitMix64: Steele GL, Lea D, Flood CH. 2014, OOPSLA; public-domain constants.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace needling {

class Rng {
 public:
  explicit Rng(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }

  // Uniform in [0, 1).
  double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
  double uniform(double low, double high) { return low + (high - low) * uniform(); }
  // Uniform integer in [0, bound), bound > 0.
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }

 private:
  std::uint64_t state_;
};

// Quantile of the standard normal distribution, 0 < p < 1, to 1e-9 relative.
// Acklam PJ. 2003, rational approximation with one Halley step.
double normalQuantile(double p);

}  // namespace needling
