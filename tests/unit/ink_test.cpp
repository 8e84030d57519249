#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "render/mesh_ink.h"
#include "render/svg_ink.h"

// What an ink must keep: the amount of colour, whatever the size of a pixel.

using namespace needling;
using render::Mesh;
using render::MeshInk;

namespace {

constexpr glm::vec3 kRed{1.0F, 0.0F, 0.0F};

// Opacity summed over the area, in square millimetres. Linear inside a triangle, so its mean is that of the corners.
double inkOn(const Mesh& mesh) {
  double sum = 0.0;
  for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
    const auto corner = [&](std::size_t k) -> const render::MeshVertex& {
      REQUIRE(mesh.indices[i + k] < mesh.vertices.size());
      return mesh.vertices[mesh.indices[i + k]];
    };
    const auto &a = corner(0), &b = corner(1), &c = corner(2);
    const double area =
        0.5 *
        std::abs(static_cast<double>((b.x_mm - a.x_mm) * (c.z_mm - a.z_mm) - (c.x_mm - a.x_mm) * (b.z_mm - a.z_mm)));
    sum += area * (a.colour[3] + b.colour[3] + c.colour[3]) / 3.0 / 255.0;
  }
  return sum;
}

template <class Draw>
Mesh drawn(double pixel_mm, Draw draw) {
  Mesh mesh;
  MeshInk ink(mesh, pixel_mm);
  draw(ink);
  return mesh;
}

}  // namespace

TEST_SUITE("ink") {
  TEST_CASE("a line has as much colour at any magnification; thinner than a pixel it is fainter, not gone") {
    const std::array<render::Point, 2> line = {{{0.0, 0.0}, {1.0, 0.0}}};
    const double width = 0.01;
    for (const double pixel : {0.0005, 0.002, 0.01, 0.05}) {
      CAPTURE(pixel);
      const Mesh mesh = drawn(pixel, [&](render::Ink& ink) { ink.line(line, width, kRed, 1.0); });
      // Where ends are round they add what they cover.
      CHECK(inkOn(mesh) == doctest::Approx(width * 1.0).epsilon(0.03));
    }
  }

  TEST_CASE("a dot smaller than a pixel has the colour of its disc") {
    for (const double pixel : {0.011, 0.02, 0.05}) {
      CAPTURE(pixel);
      const Mesh mesh = drawn(pixel, [&](render::Ink& ink) { ink.dot({0.0, 0.0}, 0.01, kRed, 1.0); });
      CHECK(inkOn(mesh) == doctest::Approx(3.1416e-4).epsilon(0.05));
    }
  }

  TEST_CASE("corners that nobody sees are left out, and the colour stays") {
    std::vector<render::Point> circle;
    for (int i = 0; i < 64; ++i) circle.push_back({0.02 * std::cos(i * 0.09817477), 0.02 * std::sin(i * 0.09817477)});
    const auto blob = [&](double pixel) {
      return drawn(pixel, [&](render::Ink& ink) { ink.blob(circle, {kRed, kRed}); });
    };
    const Mesh near = blob(0.0001), far = blob(0.01);
    CHECK(near.vertices.size() == 129);
    CHECK(far.vertices.size() < 50);
    CHECK(inkOn(far) == doctest::Approx(inkOn(near)).epsilon(0.05));
  }

  TEST_CASE("an outline covers its own area, soft at the edge by a pixel") {
    std::vector<render::Point> circle;
    for (int i = 0; i < 64; ++i) circle.push_back({0.1 * std::cos(i * 0.09817477), 0.1 * std::sin(i * 0.09817477)});
    for (const double pixel : {0.0005, 0.005, 0.02}) {
      CAPTURE(pixel);
      const Mesh mesh = drawn(pixel, [&](render::Ink& ink) { ink.blob(circle, {kRed, kRed}); });
      CHECK(inkOn(mesh) == doctest::Approx(0.0314).epsilon(0.02));
    }
  }

  TEST_CASE("an area fills what lies between its borders, and nothing where they cross") {
    const std::array<render::Column, 2> columns = {{{0.0, 0.2, 0.5}, {1.0, 0.2, 0.5}}};
    const std::array<render::Stop, 3> stops = {{{0.0, kRed}, {0.5, kRed}, {1.0, kRed}}};
    const Mesh mesh = drawn(0.001, [&](render::Ink& ink) { ink.area(columns, stops); });
    CHECK(inkOn(mesh) == doctest::Approx(0.3).epsilon(0.01));
    const std::array<render::Column, 2> crossed = {{{0.0, 0.5, 0.2}, {1.0, 0.5, 0.2}}};
    CHECK(inkOn(drawn(0.001, [&](render::Ink& ink) { ink.area(crossed, stops); })) == 0.0);
  }

  TEST_CASE("colours are premultiplied and clamped") {
    const Mesh mesh =
        drawn(0.01, [&](render::Ink& ink) { ink.dot({0.0, 0.0}, 0.1, glm::vec3{2.0F, 0.5F, -1.0F}, 0.5); });
    REQUIRE_FALSE(mesh.vertices.empty());
    CHECK(mesh.vertices[0].colour == std::array<std::uint8_t, 4>{128, 64, 0, 128});
  }

  TEST_CASE("too few points draw nothing") {
    const Mesh mesh = drawn(0.01, [&](render::Ink& ink) {
      ink.line({}, 0.1, kRed, 1.0);
      const std::array<render::RibbonPoint, 1> one = {{{0.0, 0.0, 0.1}}};
      ink.ribbon(one, {kRed, kRed});
      const std::array<render::Point, 2> two = {{{0.0, 0.0}, {1.0, 0.0}}};
      ink.blob(two, {kRed, kRed});
    });
    CHECK(mesh.indices.empty());
  }

  TEST_CASE("what lies outside the picture altogether is left out, what reaches into it is drawn whole") {
    const std::array<render::Point, 2> line = {{{-0.5, 0.0}, {0.2, 0.0}}}, far = {{{-5.0, 0.0}, {-4.0, 0.0}}};
    Mesh mesh;
    MeshInk ink(mesh, 0.01, {.left_mm = 0.0, .top_mm = -1.0, .right_mm = 1.0, .bottom_mm = 1.0});
    ink.line(far, 0.1, kRed, 1.0);
    ink.dot({0.5, 1.2}, 0.1, kRed, 1.0);
    CHECK(mesh.indices.empty());
    ink.line(line, 0.1, kRed, 1.0);
    CHECK(inkOn(mesh) > 0.07);
  }

  TEST_CASE("in SVG, shapes of one style share an element inside a part, and parts keep their order") {
    render::SvgWriter svg;
    render::SvgInk ink(svg, "t-", 0, 0.001);
    ink.begin("first");
    for (int i = 0; i < 3; ++i) {
      ink.dot({0.1 * i, 0.0}, 0.01, kRed, 1.0);
      ink.dot({0.1 * i, 0.1}, 0.01, glm::vec3{0.0F, 0.0F, 1.0F}, 1.0);
    }
    ink.end();
    ink.begin("second");
    ink.dot({0.0, 0.0}, 0.01, kRed, 1.0);
    ink.end();
    ink.begin("first");  // a name that was used: no second element of that id
    ink.dot({0.0, 0.0}, 0.01, kRed, 1.0);
    ink.end();
    const std::string text = svg.finish();
    const auto count = [&](const std::string& what) {
      std::size_t found = 0;
      for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
      return found;
    };
    CHECK(count("<path") == 4);
    CHECK(count("id=\"t-first\"") == 1);
    CHECK(text.find("t-first") < text.find("t-second"));
  }
}
