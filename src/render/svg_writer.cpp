#include "render/svg_writer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/check.h"

namespace needling::render {
namespace {

// A whole number of 10^-decimals as a decimal number.
std::string gridNumber(std::int64_t grid, int decimals) {
  std::string digits = std::to_string(std::abs(grid));
  const auto places = static_cast<std::size_t>(decimals);
  if (digits.size() < places + 1) digits.insert(0, places + 1 - digits.size(), '0');
  if (places > 0) {
    digits.insert(digits.size() - places, 1, '.');
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
  }
  return grid < 0 ? "-" + digits : digits;
}

}  // namespace

std::string svgEscape(std::string_view words) {
  std::string escaped;
  for (const char c : words) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n') escaped += c;
    }
  }
  return escaped;
}

std::string svgNumber(double value, int decimals) {
  double scale = 1.0;
  for (int i = 0; i < decimals; ++i) scale *= 10.0;
  return gridNumber(std::llround(value * scale), decimals);
}

std::string svgColour(const glm::vec3& colour) {
  std::string hex = "#";
  for (const float channel : {colour.r, colour.g, colour.b}) {
    const auto byte = static_cast<std::size_t>(std::lround(std::clamp(channel, 0.0F, 1.0F) * 255.0F));
    hex += "0123456789abcdef"[byte / 16];
    hex += "0123456789abcdef"[byte % 16];
  }
  return hex;
}

void SvgWriter::start(std::string_view tag, Attributes attributes) {
  text_ += '<';
  text_ += tag;
  for (const SvgAttribute& attribute : attributes) {
    if (attribute.value.empty()) continue;
    text_ += ' ';
    text_ += attribute.name;
    text_ += "=\"" + svgEscape(attribute.value) + '"';
  }
}

void SvgWriter::open(std::string_view tag, Attributes attributes) {
  start(tag, attributes);
  text_ += ">\n";
  open_.emplace_back(tag);
}

void SvgWriter::close() {
  NEEDLING_CHECK(!open_.empty());
  text_ += "</" + open_.back() + ">\n";
  open_.pop_back();
}

void SvgWriter::leaf(std::string_view tag, Attributes attributes) {
  start(tag, attributes);
  text_ += "/>\n";
}

void SvgWriter::words(std::string_view tag, Attributes attributes, std::string_view words) {
  start(tag, attributes);
  text_ += '>' + svgEscape(words) + "</";
  text_ += tag;
  text_ += ">\n";
}

std::string SvgWriter::finish() {
  NEEDLING_CHECK(open_.empty());
  return std::move(text_);
}

void SvgPath::number(std::int64_t grid) {
  // A minus sign parts two numbers as well as a blank does.
  const bool after_number = !data_.empty() && data_.back() >= '0' && data_.back() <= '9';
  if (after_number && grid >= 0) data_ += ' ';
  data_ += gridNumber(grid, decimals_);
}

SvgPath& SvgPath::step(char command, std::initializer_list<double> points_mm) {
  if (command != command_) data_ += command;
  command_ = command;
  std::int64_t x = x_, z = z_;
  for (const double* point = points_mm.begin(); point != points_mm.end(); point += 2) {
    x = std::llround(point[0] * per_mm_);
    z = std::llround(point[1] * per_mm_);
    number(x - x_);
    number(z - z_);
  }
  x_ = x;
  z_ = z;
  if (command == 'm') {
    start_x_ = x;
    start_z_ = z;
    command_ = 0;  // a second pair after "m" would be a line
  }
  return *this;
}

SvgPath& SvgPath::end(std::string_view command) {
  data_ += command;
  command_ = 0;
  return *this;
}

SvgPath& SvgPath::close() {
  x_ = start_x_;
  z_ = start_z_;
  return end("z");
}

}  // namespace needling::render
