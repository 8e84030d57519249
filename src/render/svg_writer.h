// SVG as text: elements that always close, escaped words, numbers without locale, paths in few bytes.
#pragma once

#include <cstdint>
#include <glm/vec3.hpp>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace needling::render {

// Words inside an element or attribute; bytes that XML 1.0 forbids are left out.
std::string svgEscape(std::string_view words);

// "12", "1.5", "-0.25": rounded to `decimals`, no zeros at the end, never "-0".
std::string svgNumber(double value, int decimals = 2);

// "#b3124f".
std::string svgColour(const glm::vec3& colour);

struct SvgAttribute {
  std::string_view name;
  std::string value;  // escaped when written
};

class SvgWriter {
 public:
  using Attributes = std::initializer_list<SvgAttribute>;

  // An element that holds what follows, to its close().
  void open(std::string_view tag, Attributes attributes);
  void close();
  void leaf(std::string_view tag, Attributes attributes);
  void words(std::string_view tag, Attributes attributes, std::string_view words);
  // What another writer has finished.
  void append(const std::string& elements) { text_ += elements; }
  // The text so far; every element must be closed.
  std::string finish();

 private:
  void start(std::string_view tag, Attributes attributes);

  std::string text_;
  std::vector<std::string> open_;
};

// The data of a <path> on a grid of 10^-decimals user units. Steps are relative, between grid points, so that rounding
// never adds up. Takes millimetres, writes micrometres.
class SvgPath {
 public:
  explicit SvgPath(int decimals) : decimals_(decimals), per_mm_(1000.0) {
    for (int i = 0; i < decimals; ++i) per_mm_ *= 10.0;
  }

  SvgPath& moveTo(double x_mm, double z_mm) { return step('m', {x_mm, z_mm}); }
  SvgPath& lineTo(double x_mm, double z_mm) { return step('l', {x_mm, z_mm}); }
  // A round dot where line ends are round.
  SvgPath& dot(double x_mm, double z_mm) { return step('m', {x_mm, z_mm}).end("h0"); }
  SvgPath& close();

  bool empty() const { return data_.empty(); }
  const std::string& data() const { return data_; }

 private:
  SvgPath& step(char command, std::initializer_list<double> points_mm);
  SvgPath& end(std::string_view command);
  void number(std::int64_t grid);

  int decimals_;
  double per_mm_;
  std::int64_t x_ = 0, z_ = 0;              // where the pen stands, grid steps
  std::int64_t start_x_ = 0, start_z_ = 0;  // where the subpath began
  char command_ = 0;                        // the last one written
  std::string data_;
};

}  // namespace needling::render
