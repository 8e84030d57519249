// Where the words of a section stand, for the screen and for print: no words, and no line that leads to them, cover or cross
// others. The depths of the channel come first; a layer's name makes way inside its layer, and is left out where there is no
// room for it. Pixels of the page, y downwards.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/section_labels.h"
#include "model/view_window.h"

namespace needling {

struct LabelBox {
  double left = 0.0, top = 0.0, right = 0.0, bottom = 0.0;
};

struct LabelLine {
  double from_x = 0.0, from_y = 0.0, to_x = 0.0, to_y = 0.0;
};

// Words in one or more lines on a ground, and the line that leads there from what they tell of.
struct PlacedLabel {
  std::vector<std::string> lines;
  LabelBox box;  // of the ground
  LabelLine leader;
};

struct PlacedName {
  Layer layer;
  PlacedLabel label;
};

struct PlacedCallout {
  Measure measure;
  double z_mm;
  PlacedLabel label;
};

// Sizes of words.
struct LabelType {
  double line_px = 16.0;  // from one line to the next
  double pad_px = 1.0;    // ground over and under the words
  double side_px = 4.0;   // ground left and right of them
  double bend_px = 12.0;  // from the ruler to where a name's leading line ends
  std::function<double(const std::string&)> width_px;
};

// What words may cover: right of the ruler, under titles and over buttons; what lies lower than that, but not under
// `seen_bottom`, is still seen and led to. `bars` lie over the picture: they hide what is behind and below them, and no words
// or lines run under them.
struct LabelRoom {
  LabelBox box;
  double seen_bottom = 0.0;
  std::vector<LabelBox> bars = {};
};

// What is told of a channel that stands at `x_mm`: with bands, or `brief` where there is little room.
struct CalloutWords {
  double x_mm = 0.0;
  double half_width_mm = 0.0;  // of what is drawn there
  std::vector<Callout> full;
  std::vector<Callout> brief;
};

// Beside the channel: on its right, else on its left, else in several lines. `words_left`: the words keep to the right of it.
// None where the channel itself is not seen.
std::vector<PlacedCallout> placeCallouts(const ViewWindow& window, const CalloutWords& words, const LabelRoom& room,
                                         const LabelType& type, double words_left);

// In the room's left, out of the way of `callouts`.
std::vector<PlacedName> placeNames(const ViewWindow& window, const std::array<LayerSpan, 5>& layers,
                                   const LabelRoom& room, const LabelType& type,
                                   const std::vector<PlacedCallout>& callouts);

// How far to the right names may reach.
double namesRight(const ViewWindow& window, const std::array<LayerSpan, 5>& layers, const LabelRoom& room,
                  const LabelType& type);

// As few lines as a width allows, as even as they can be; a word that is longer stands alone.
std::vector<std::string> wrapLabel(const std::string& words, double width_px, const LabelType& type);

// Whether two boxes have a place in common, or a line passes through a box.
bool overlap(const LabelBox& a, const LabelBox& b);
bool crosses(const LabelLine& line, const LabelBox& box);
// Whether two lines meet inside both.
bool crosses(const LabelLine& a, const LabelLine& b);

}  // namespace needling
