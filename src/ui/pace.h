// Whether the picture moves too slowly to be drawn at full sharpness: decided from the time between frames.
#pragma once

namespace needling::ui {

class Pace {
 public:
  static constexpr double kSlowMs = 66.0;        // between frames: fewer than 15 a second
  static constexpr double kPatienceMs = 2000.0;  // of slow frames on end before it is given up
  static constexpr double kLongestMs = 500.0;    // a longer gap counts as this much: the page stood still
  static constexpr double kManyPixels = 1.5e6;   // of a canvas that is worth halving even at one pixel a CSS pixel

  // A canvas that still looks well at half its pixels a side.
  static bool mayHalve(double css_width, double css_height, double device_width, double device_height);

  // A frame while something moves, that long after the one before.
  void moved(double interval_ms);
  // A frame while nothing moves: full sharpness again.
  void rested();

  bool half() const { return half_; }

 private:
  double slow_ms_ = 0.0;
  bool half_ = false;
};

}  // namespace needling::ui
