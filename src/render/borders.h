// Where the layers of the drawn skin meet, and the chance that shapes it.
// Layer depths come from the model; the waves are illustration. Lengths in millimetres.
#pragma once

#include <cmath>

namespace needling::render {

inline double fraction(double value) { return value - std::floor(value); }

// Without a table, 0 to 1.
inline double hash(double x, double y) {
  const double a = fraction(x * 0.1031), b = fraction(y * 0.1031);
  const double mixed = a * (b + 33.33) + b * (a + 33.33) + a * (a + 33.33);
  return fraction((a + mixed + b + mixed) * (a + mixed));
}

inline double blend(double a, double b, double share) { return a + (b - a) * share; }

inline double smooth(double from, double to, double value) {
  const double t = std::fmin(std::fmax((value - from) / (to - from), 0.0), 1.0);
  return t * t * (3.0 - 2.0 * t);
}

inline double noise(double x, double y) {
  const double i = std::floor(x), j = std::floor(y);
  const double u = smooth(0.0, 1.0, x - i), v = smooth(0.0, 1.0, y - j);
  return blend(blend(hash(i, j), hash(i + 1, j), u), blend(hash(i, j + 1), hash(i + 1, j + 1), u), v);
}

inline double fbm(double x, double y) {
  return 0.55 * noise(x, y) + 0.3 * noise(x * 2.1 + 7.3, y * 2.1 + 7.3) + 0.15 * noise(x * 4.3 + 19.1, y * 4.3 + 19.1);
}

inline double surfaceAt(double x) { return 0.010 * (fbm(x * 2.6, 3.0) - 0.5) + 0.006 * (noise(x * 11.0, 8.0) - 0.5); }

inline constexpr double kRidgeWave = 41.0;  // rad per mm: a ridge every 0.15 mm

// The border of epidermis and dermis: rete ridges reach down between the papillae. `epidermis`: its mean depth, as the mean of a
// squared half wave is 3/8.
inline double junctionAt(double x, double epidermis) {
  const double warped = x + 0.035 * noise(x * 4.0, 5.0);
  const double wave = 0.5 + 0.5 * std::sin(warped * kRidgeWave + 2.0 * noise(x * 3.0, 1.0));
  return epidermis + 0.42 * epidermis * (wave * wave - 0.375);
}

inline double dermisBottomAt(double x, double mean) { return mean + 0.12 * (fbm(x * 1.1, 31.0) - 0.5); }

}  // namespace needling::render
