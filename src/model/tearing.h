// Whether holes tear rather than open clean: an index that orders protocols and measures nothing. It has no unit and is
// no probability; no study compares the reasons, so each counts alike, from 0 (absent) to 1 (whole), and they add up.
//
//   dragged   1 if the needles move sideways while they are in    61 % of a needle's force goes into tearing (P-T4-13)
//   bent      1 if the needles are bent                           as above; needles are for one use (S-196)
//   dull      1 if the needles are dull                           force grows with the tip, 20 to 167 mN (P-T4-03)
//   firm      1 under firm pressure                               more force, more of it tears (P-T4-13)
//   tilt      a roller's slot over that of the longest needle     upper bound by geometry (P-T3-17 to P-T3-21); a maker
//             of the table                                        of pens says it tears (P-T3-16), a surgeon saw no
//                                                                 slit (P-T3-15)
//
// Low below one whole reason, raised below two, high from two on.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "model/protocol.h"

namespace needling {

enum class TearingReason : std::size_t { kDragged, kBent, kDull, kFirm, kTilt, kCount };
inline constexpr std::size_t kTearingReasonCount = static_cast<std::size_t>(TearingReason::kCount);

enum class TearingLevel { kLow, kRaised, kHigh };

struct Tearing {
  std::array<double, kTearingReasonCount> parts{};  // each 0 to 1
  TearingLevel level = TearingLevel::kLow;

  double part(TearingReason reason) const { return parts[static_cast<std::size_t>(reason)]; }
  double score() const;  // their sum: 0 least
};

Tearing tearingOf(const Protocol& protocol);

// "low", "raised", "high".
std::string_view tearingName(TearingLevel level);
// One sentence for people.
const std::string& tearingText(TearingLevel level);

}  // namespace needling
