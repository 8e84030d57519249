#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "render/palette.h"

// Neighbouring layers differ in every palette, for every skin tone, with and without the eye's green-sensitive cones:
// Machado, Oliveira & Fernandes 2009, IEEE Trans. Vis. Comput. Graph. 15(6):1291-1298, deuteranopia (severity 1).

using namespace needling;
using render::Palette;

namespace {

double linear(double value) { return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); }

glm::dvec3 linearOf(const glm::vec3& tint) { return {linear(tint.r), linear(tint.g), linear(tint.b)}; }

glm::dvec3 deuteranope(const glm::dvec3& c) {
  const auto row = [&](double r, double g, double b) { return std::clamp(r * c.r + g * c.g + b * c.b, 0.0, 1.0); };
  return {row(0.367322, 0.860646, -0.227968), row(0.280085, 0.672501, 0.047413), row(-0.011820, 0.042940, 0.968881)};
}

// Ottosson 2020, OKLab: a distance of 0.02 is about what is just noticed side by side.
glm::dvec3 okLab(const glm::dvec3& c) {
  const double l = std::cbrt(0.4122214708 * c.r + 0.5363325363 * c.g + 0.0514459929 * c.b);
  const double m = std::cbrt(0.2119034982 * c.r + 0.6806995451 * c.g + 0.1073969566 * c.b);
  const double s = std::cbrt(0.0883024619 * c.r + 0.2817188376 * c.g + 0.6299787005 * c.b);
  return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
          1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
          0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

double distance(const glm::dvec3& a, const glm::dvec3& b) {
  const glm::dvec3 p = okLab(a), q = okLab(b);
  return std::hypot(p.r - q.r, p.g - q.g, p.b - q.b);
}

double luminance(const glm::dvec3& c) { return 0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b; }

double contrast(const glm::dvec3& a, const glm::dvec3& b) {
  const double p = luminance(a) + 0.05, q = luminance(b) + 0.05;
  return std::max(p, q) / std::min(p, q);
}

struct Pair {
  std::string name;
  glm::dvec3 a, b;
};

// What touches in the picture, as it is seen.
std::vector<Pair> neighbours(const Palette& palette, bool colour_blind) {
  const auto seen = [&](const glm::vec3& tint) { return colour_blind ? deuteranope(linearOf(tint)) : linearOf(tint); };
  const auto pair = [&](const char* name, const glm::vec3& a, const glm::vec3& b) {
    return Pair{name, seen(a), seen(b)};
  };
  return {pair("air, corneum", palette.air, palette.corneum),
          pair("corneum, epidermis", palette.corneum, palette.epidermis),
          pair("epidermis, papillary", palette.epidermis, palette.papillary),
          pair("papillary, reticular", palette.papillary, palette.reticular),
          pair("reticular, fat", palette.reticular, palette.fat)};
}

// The new fibres against what they lie in, and against each other.
std::vector<Pair> fibres(const Palette& palette, bool colour_blind) {
  const auto seen = [&](const glm::vec3& tint) { return colour_blind ? deuteranope(linearOf(tint)) : linearOf(tint); };
  return {{"type III, papillary", seen(palette.type_3), seen(palette.papillary)},
          {"type III, reticular", seen(palette.type_3), seen(palette.reticular)},
          {"type III, type I", seen(palette.type_3), seen(palette.type_1)}};
}

}  // namespace

TEST_SUITE("palette") {
  TEST_CASE(
      "neighbouring layers differ: in each palette by a stated distance, with strong contrast by brightness too") {
    struct Stated {
      ColorProfile profile;
      double distance, contrast;
    };
    for (const Stated& stated :
         {Stated{ColorProfile::kDefault, 0.035, 1.0}, Stated{ColorProfile::kProjector, 0.05, 1.0},
          Stated{ColorProfile::kHighContrast, 0.15, 1.6}}) {
      for (int tone = 1; tone <= 6; ++tone) {
        for (const bool colour_blind : {false, true}) {
          for (const Pair& pair : neighbours(render::paletteFor(tone, Light::kNormal, stated.profile), colour_blind)) {
            CAPTURE(static_cast<int>(stated.profile));
            CAPTURE(tone);
            CAPTURE(colour_blind);
            CAPTURE(pair.name);
            CHECK(distance(pair.a, pair.b) >= stated.distance);
            CHECK(contrast(pair.a, pair.b) >= stated.contrast);
          }
        }
      }
    }
  }

  TEST_CASE("new fibres stand out from the dermis and from each other, in every palette and in polarised light") {
    for (const Light light : {Light::kNormal, Light::kPolarised}) {
      for (const ColorProfile profile :
           {ColorProfile::kDefault, ColorProfile::kProjector, ColorProfile::kHighContrast}) {
        for (const bool colour_blind : {false, true}) {
          for (const Pair& pair : fibres(render::paletteFor(3, light, profile), colour_blind)) {
            CAPTURE(pair.name);
            CAPTURE(static_cast<int>(profile));
            CAPTURE(colour_blind);
            CHECK(distance(pair.a, pair.b) >= 0.08);
          }
        }
      }
    }
  }

  TEST_CASE("in polarised light collagen shines by its angle and all else is dark; in normal light all is lit") {
    const Palette palette = render::paletteFor(3, Light::kPolarised);
    CHECK(render::shineAt(palette, 0.0) == doctest::Approx(1.0));
    CHECK(render::shineAt(palette, 1.5707963) == doctest::Approx(1.0));
    CHECK(render::shineAt(palette, 0.7853982) < 0.1);
    CHECK(render::shineAt(palette, 0.3) == doctest::Approx(render::shineAt(palette, -0.3)));
    CHECK(render::shineAt(render::paletteFor(3), 0.7853982) == 1.0);
    for (const glm::vec3& dark : {palette.air, palette.corneum, palette.epidermis, palette.papillary, palette.reticular,
                                  palette.fat, palette.artery, palette.nucleus, palette.gland, palette.macrophage}) {
      CHECK(luminance(linearOf(dark)) < 0.02);
      CHECK(contrast(linearOf(dark), linearOf(palette.type_1)) > 10.0);
      CHECK(contrast(linearOf(dark), linearOf(palette.type_3)) > 7.0);
    }
    CHECK(render::type1At(palette, 0.006) == palette.type_1);
    CHECK(render::type1At(palette, 0.018) == palette.type_1_thick);
  }

  TEST_CASE(
      "between crossed polarisers bundles are clearly bright on a dark ground, and new fibres still stand out from "
      "them") {
    const Palette palette = render::paletteFor(3, Light::kPolarised);
    const glm::vec3 whole = 0.5F * (palette.bundle + palette.bundle_shade);
    CHECK(luminance(linearOf(palette.bundle)) > 0.3);
    CHECK(luminance(linearOf(whole)) > 0.15);
    CHECK(contrast(linearOf(whole), linearOf(palette.reticular)) > 4.0);
    for (const bool colour_blind : {false, true}) {
      const auto seen = [&](const glm::vec3& tint) {
        return colour_blind ? deuteranope(linearOf(tint)) : linearOf(tint);
      };
      for (const glm::vec3& fresh : {palette.type_3, palette.type_1, palette.type_1_thick}) {
        for (const glm::vec3& old : {palette.bundle, whole}) {
          CAPTURE(colour_blind);
          CHECK(distance(seen(fresh), seen(old)) >= 0.1);
        }
      }
    }
  }

  TEST_CASE("skin tone changes pigment and nothing else") {
    const Palette light = render::paletteFor(1), dark = render::paletteFor(6);
    CHECK(light.melanin < dark.melanin);
    CHECK(light.papillary == dark.papillary);
    CHECK(light.type_3 == dark.type_3);
  }
}
