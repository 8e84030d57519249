// The skin of one treatment from above: where the channels lie, pass over pass, and what each pass leaves out.
#pragma once

#include <vector>

#include "model/channel.h"
#include "model/coverage.h"

namespace needling {

// Ways of the passes in turn: along the section, across it, and the two diagonals.
enum class PassWay { kAcross, kDown, kDiagonal, kOtherDiagonal };
inline constexpr int kPassWays = 4;
PassWay wayOfPass(int pass);

struct SurfaceState {
  double channels_per_cm2 = 0.0;
  double untreated_fraction = 1.0;  // of the skin, as in Coverage
};

struct SurfaceView {
  static constexpr double kHalfWidth = 12.0;   // mm: what channels cover
  static constexpr double kShownHeight = 6.0;  // mm of it that the picture shows from top to bottom

  int treatment = 0;  // which of the course, from 0
  int skin_tone = 3;
  double opening_mm = 0.0;
  double reached_mm = 0.0;                     // from a channel's middle as far as its wound signal counts as reaching
  std::vector<ChannelPosition> channels = {};  // in the order of their passes
  std::vector<SurfaceState> after_pass = {};   // one a pass, at least one; the last is the treatment's own coverage

  int passes() const { return static_cast<int>(after_pass.size()); }
};

// `whole`: the protocol's coverage; `treatment`: from 0.
SurfaceView buildSurfaceView(const Protocol& protocol, const Coverage& whole, int treatment);

}  // namespace needling
