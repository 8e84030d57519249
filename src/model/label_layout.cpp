#include "model/label_layout.h"

#include <algorithm>
#include <cmath>

#include "core/text.h"
#include "model/describe.h"

namespace needling {
namespace {

constexpr double kDot = 3.0;         // px: radius of the dot that a leading line begins with
constexpr double kClear = 1.0;       // px between a line's end and the ground of its words
constexpr double kMargin = 8.0;      // px beside words, ground included in half of it
constexpr double kRowsApart = 5.0;   // px between the grounds of two depths
constexpr double kNamesApart = 2.0;  // px between those of two names

double heightOf(std::size_t lines, const LabelType& type) {
  return static_cast<double>(lines) * type.line_px + 2.0 * type.pad_px;
}

double widestOf(const std::vector<std::string>& lines, const LabelType& type) {
  double widest = 0.0;
  for (const std::string& line : lines) widest = std::max(widest, type.width_px(line));
  return widest;
}

// Filled one after the other; a word that is longer stands alone.
std::vector<std::string> linesOf(const std::string& words, double width_px, const LabelType& type) {
  std::vector<std::string> lines(1);
  for (const std::string_view word : split(words, ' ')) {
    const std::string longer = lines.back().empty() ? std::string(word) : lines.back() + " " + std::string(word);
    if (!lines.back().empty() && type.width_px(longer) > width_px) {
      lines.emplace_back(word);
    } else {
      lines.back() = longer;
    }
  }
  return lines;
}

// Moves rows apart in their order, into a room from the top, or from the bottom where that is too small.
void spreadRows(std::vector<double>& tops, const std::vector<double>& heights, double apart, const LabelBox& room) {
  double limit = room.top;
  for (std::size_t i = 0; i < tops.size(); ++i) {
    tops[i] = std::max(tops[i], limit);
    limit = tops[i] + heights[i] + apart;
  }
  limit = room.bottom;
  for (std::size_t i = tops.size(); i-- > 0;) {
    tops[i] = std::min(tops[i], limit - heights[i]);
    limit = tops[i] - apart;
  }
}

bool meetsBar(const LabelRoom& room, const PlacedLabel& label) {
  return std::any_of(room.bars.begin(), room.bars.end(),
                     [&](const LabelBox& bar) { return overlap(label.box, bar) || crosses(label.leader, bar); });
}

enum class Side { kRight, kLeft };

class CalloutColumn {
 public:
  CalloutColumn(const ViewWindow& window, const CalloutWords& words, const LabelRoom& room, const LabelType& type,
                double words_left)
      : window_(window),
        room_(room),
        type_(type),
        x_(window.xToPx(words.x_mm)),
        gap_(std::clamp(words.half_width_mm / window.mm_per_px + 10.0, 30.0, 70.0)),
        words_left_(words_left) {}

  bool isSeen() const { return x_ - kDot >= room_.box.left && x_ + kDot <= room_.box.right; }

  // What a close-up leaves outside is not told.
  std::vector<Callout> seenOf(std::vector<Callout> callouts) const {
    std::erase_if(callouts, [&](const Callout& callout) {
      const double y = window_.zToPx(callout.z_mm);
      return y < room_.box.top || y > room_.seen_bottom || isHidden(y);
    });
    return callouts;
  }

  // Empty where they do not fit. `wrapped`: in several lines, as many as the room needs.
  std::vector<PlacedCallout> place(const std::vector<Callout>& callouts, Side side, bool wrapped) const {
    const double from = side == Side::kRight ? std::max(x_ + gap_, words_left_ + kMargin) : words_left_ + kMargin;
    const double to = side == Side::kRight ? room_.box.right - kMargin : x_ - gap_;
    std::vector<PlacedCallout> placed;
    std::vector<double> tops, heights;
    double widest = 0.0, tall = -kRowsApart;
    for (const Callout& callout : callouts) {
      std::vector<std::string> lines = {callout.words};
      if (wrapped) lines = wrapLabel(callout.words, to - from, type_);
      widest = std::max(widest, widestOf(lines, type_));
      heights.push_back(heightOf(lines.size(), type_));
      tops.push_back(window_.zToPx(callout.z_mm) - 0.5 * heights.back());
      tall += heights.back() + kRowsApart;
      placed.push_back({callout.measure, callout.z_mm, {.lines = std::move(lines), .box = {}, .leader = {}}});
    }
    const LabelBox room =
        roomOver(side == Side::kRight ? from : to - widest, side == Side::kRight ? from + widest : to);
    if (widest > to - from || tall > room.bottom - room.top) return {};
    spreadRows(tops, heights, kRowsApart, room);
    for (std::size_t i = 0; i < placed.size(); ++i) {
      const double y = window_.zToPx(placed[i].z_mm), row = tops[i] + 0.5 * heights[i];
      PlacedLabel& label = placed[i].label;
      const double width = widestOf(label.lines, type_);
      const double left = side == Side::kRight ? from : to - width;
      label.box = {left - type_.side_px, tops[i], left + width + type_.side_px, tops[i] + heights[i]};
      // All end at one place beside the column, so that none passes through another's words.
      label.leader = side == Side::kRight ? LabelLine{x_ + kDot, y, label.box.left - kClear, row}
                                          : LabelLine{x_ - kDot, y, label.box.right + kClear, row};
      if (meetsBar(room_, label)) return {};
    }
    return placed;
  }

 private:
  bool isHidden(double y) const {
    return std::any_of(room_.bars.begin(), room_.bars.end(), [&](const LabelBox& bar) {
      return x_ + kDot > bar.left && x_ - kDot < bar.right && y + kDot > bar.top;
    });
  }

  // The room for words between two places, as far down as the bars there leave it.
  LabelBox roomOver(double left, double right) const {
    LabelBox room = room_.box;
    for (const LabelBox& bar : room_.bars) {
      if (left - type_.side_px < bar.right && right + type_.side_px > bar.left)
        room.bottom = std::min(room.bottom, bar.top - kClear);
    }
    return room;
  }

  const ViewWindow& window_;
  const LabelRoom& room_;
  const LabelType& type_;
  double x_, gap_, words_left_;
};

struct NamedLayer {
  Layer layer;
  double top, bottom;  // as far as it is seen
  double height;
  double wanted;  // where the ground of its name would begin
};

std::vector<NamedLayer> namedLayers(const ViewWindow& window, const std::array<LayerSpan, 5>& layers,
                                    const LabelRoom& room, const LabelType& type) {
  const double height = heightOf(1, type);
  std::vector<NamedLayer> named;
  for (const LayerSpan& span : layers) {
    const double top = std::max(window.zToPx(span.top_mm), room.box.top);
    const double bottom = std::min(window.zToPx(span.bottom_mm), room.seen_bottom);
    const bool fits = span.layer != Layer::kFat || bottom - top > height + kNamesApart;
    if (bottom - top < 0.5 || !fits) continue;
    // The first name stands in the air over the thin layers it points into.
    const bool in_air = span.layer == Layer::kStratumCorneum && bottom - top < height;
    named.push_back(
        {span.layer, top, bottom, height, in_air ? top - height - kRowsApart : 0.5 * (top + bottom - height)});
  }
  return named;
}

// Names one after the other downwards, each as near as possible to where it would stand if it were alone.
class NameColumn {
 public:
  NameColumn(const LabelRoom& room, const LabelType& type, const std::vector<PlacedCallout>& callouts)
      : room_(room), type_(type), callouts_(callouts), free_from_(room.box.top) {}

  void add(const NamedLayer& named, double wanted, std::vector<PlacedName>& placed) {
    constexpr double kFarthest = 260.0, kStep = 2.0;  // px
    for (double off = 0.0; off < kFarthest; off += kStep) {
      for (const double top : {wanted + off, wanted - off}) {
        const PlacedLabel label = labelAt(named, top);
        if (!isFree(named, label)) continue;
        free_from_ = label.box.bottom + kNamesApart;
        placed.push_back({named.layer, label});
        return;
      }
    }
  }

 private:
  PlacedLabel labelAt(const NamedLayer& named, double top) const {
    const double left = room_.box.left + type_.bend_px + kClear, row = top + 0.5 * named.height;
    const std::string& words = layerName(named.layer);
    // Level where the name stands beside its layer; else from the layer's middle, or it would be taken for a border.
    const bool beside = row > named.top && row < named.bottom;
    const double points_at = beside ? row : 0.5 * (named.top + named.bottom);
    return {.lines = {words},
            .box = {left, top, left + type_.width_px(words) + 2.0 * type_.side_px, top + named.height},
            .leader = {room_.box.left, points_at, left - kClear, row}};
  }

  bool isFree(const NamedLayer& named, const PlacedLabel& label) const {
    constexpr double kMark = 24.0;       // px that the mark of a depth reaches to either side
    constexpr double kFromLayer = 60.0;  // px that a name may stand over or under its layer
    const double row = 0.5 * (label.box.top + label.box.bottom);
    if (label.box.top < free_from_ || label.box.bottom > room_.box.bottom || meetsBar(room_, label)) return false;
    if (row < named.top - kFromLayer || row > named.bottom + kFromLayer) return false;
    const LabelBox around = {label.box.left - kClear, label.box.top - kClear, label.box.right + kClear,
                             label.box.bottom + kClear};
    return std::none_of(callouts_.begin(), callouts_.end(), [&](const PlacedCallout& callout) {
      const LabelLine& line = callout.label.leader;
      const LabelBox dot = {line.from_x - kMark, line.from_y - kDot, line.from_x + kMark, line.from_y + kDot};
      return overlap(around, callout.label.box) || overlap(around, dot) || crosses(line, around) ||
             crosses(label.leader, callout.label.box) || crosses(label.leader, dot) || crosses(label.leader, line);
    });
  }

  const LabelRoom& room_;
  const LabelType& type_;
  const std::vector<PlacedCallout>& callouts_;
  double free_from_;
};

}  // namespace

bool overlap(const LabelBox& a, const LabelBox& b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

// Liang and Barsky: what of the line lies inside, as shares of its way.
bool crosses(const LabelLine& line, const LabelBox& box) {
  const double run = line.to_x - line.from_x, fall = line.to_y - line.from_y;
  double enters = 0.0, leaves = 1.0;
  const auto cut = [&](double way, double before, double after) {
    if (way == 0.0) return before < 0.0 && after > 0.0;
    enters = std::max(enters, std::min(before / way, after / way));
    leaves = std::min(leaves, std::max(before / way, after / way));
    return true;
  };
  return cut(run, box.left - line.from_x, box.right - line.from_x) &&
         cut(fall, box.top - line.from_y, box.bottom - line.from_y) && enters < leaves;
}

bool crosses(const LabelLine& a, const LabelLine& b) {
  const auto side = [](const LabelLine& line, double x, double y) {
    return (line.to_x - line.from_x) * (y - line.from_y) - (line.to_y - line.from_y) * (x - line.from_x);
  };
  return side(a, b.from_x, b.from_y) * side(a, b.to_x, b.to_y) < 0.0 &&
         side(b, a.from_x, a.from_y) * side(b, a.to_x, a.to_y) < 0.0;
}

std::vector<std::string> wrapLabel(const std::string& words, double width_px, const LabelType& type) {
  std::vector<std::string> lines = linesOf(words, width_px, type);
  // No narrower lines may do with as few: so a number keeps its unit.
  for (std::vector<std::string> narrower = lines; narrower.size() == lines.size();) {
    lines = narrower;
    narrower = linesOf(words, widestOf(lines, type) - 0.5, type);
    if (widestOf(narrower, type) >= widestOf(lines, type)) break;
  }
  return lines;
}

std::vector<PlacedCallout> placeCallouts(const ViewWindow& window, const CalloutWords& words, const LabelRoom& room,
                                         const LabelType& type, double words_left) {
  const CalloutColumn column(window, words, room, type, words_left);
  if (!column.isSeen()) return {};
  std::vector<Callout> full = column.seenOf(words.full), brief = column.seenOf(words.brief);
  while (!brief.empty()) {
    for (const bool wrapped : {false, true}) {
      for (const Side side : {Side::kRight, Side::kLeft}) {
        for (const std::vector<Callout>* callouts : {&full, &brief}) {
          if (wrapped && callouts == &full) continue;
          std::vector<PlacedCallout> placed = column.place(*callouts, side, wrapped);
          if (!placed.empty()) return placed;
        }
      }
    }
    // A picture too low for all tells the upper ones.
    full.pop_back();
    brief.pop_back();
  }
  return {};
}

std::vector<PlacedName> placeNames(const ViewWindow& window, const std::array<LayerSpan, 5>& layers,
                                   const LabelRoom& room, const LabelType& type,
                                   const std::vector<PlacedCallout>& callouts) {
  const std::vector<NamedLayer> named = namedLayers(window, layers, room, type);
  std::vector<double> tops, heights;
  for (const NamedLayer& each : named) {
    tops.push_back(each.wanted);
    heights.push_back(each.height);
  }
  spreadRows(tops, heights, kNamesApart, room.box);
  std::vector<PlacedName> placed;
  NameColumn column(room, type, callouts);
  for (std::size_t i = 0; i < named.size(); ++i) column.add(named[i], tops[i], placed);
  return placed;
}

double namesRight(const ViewWindow& window, const std::array<LayerSpan, 5>& layers, const LabelRoom& room,
                  const LabelType& type) {
  double widest = 0.0;
  for (const NamedLayer& each : namedLayers(window, layers, room, type))
    widest = std::max(widest, type.width_px(layerName(each.layer)));
  return room.box.left + type.bend_px + kClear + type.side_px + widest;
}

}  // namespace needling
