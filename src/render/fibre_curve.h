// How a stretch of new collagen winds: a lazy S-curve, the same for the page and for print. `u` runs from -1 to 1 along it.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "model/section_view.h"

namespace needling::render {

inline constexpr std::size_t kFibrePoolCount = 2;
// In the order in which they are drawn.
inline constexpr std::array<FibrePool, kFibrePoolCount> kFibrePools = {FibrePool::kType1, FibrePool::kType3};

// Of a full-grown fibre.
inline double fibreOpacity(FibrePool pool) { return pool == FibrePool::kType1 ? 0.95 : 0.88; }

inline double fibreWave(FibrePool pool) { return pool == FibrePool::kType3 ? 4.96 : 3.1; }

// How far one that bends fully lies off its chord, as a share of its length, as in shaders/fibre.vert; its amplitude is
// about a tenth.
inline double fibreBow(FibrePool pool, double u) {
  return 0.10 * (std::sin(u * fibreWave(pool)) + 0.4 * (1.0 - u * u));
}

// Fibres are told apart by how far they wind, so that a nearly straight one is drawn in few pieces.
inline constexpr std::size_t kWindings = 4;

inline std::size_t windingOf(double bend, double length_mm) {
  constexpr double kLongestMm = 0.24;
  const double share = std::sqrt(std::min(1.0, std::abs(bend) * length_mm / kLongestMm));
  return std::min(kWindings - 1, static_cast<std::size_t>(share * kWindings));
}

// Straight pieces for one that winds so far, such that none strays by more than a quarter of a pixel. The closer one looks
// the fewer fibres are in view, so that many pieces cost little.
inline int fibrePieces(FibrePool pool, std::size_t winding, double pixel_mm) {
  constexpr double kAmplitudeMm = 0.024, kStrayPx = 0.25;
  constexpr int kLeast = 3, kMost = 160;
  const double share = static_cast<double>(winding + 1) / kWindings;
  const double pieces = share * fibreWave(pool) * std::sqrt(0.5 * kAmplitudeMm / (kStrayPx * pixel_mm));
  return std::clamp(static_cast<int>(std::ceil(pieces)), kLeast, kMost);
}

}  // namespace needling::render
