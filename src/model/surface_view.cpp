#include "model/surface_view.h"

#include <algorithm>

#include "model/needle.h"

namespace needling {

namespace {

// A pattern that fell short by chance has one more pass of a few channels (channel.h): they count to the pass before.
void foldLastPass(std::vector<ChannelPosition>& channels) {
  constexpr double kFew = 0.4;  // of a mean pass
  const int last = channels.back().pass;
  const auto own = static_cast<double>(std::count_if(
      channels.begin(), channels.end(), [last](const ChannelPosition& each) { return each.pass == last; }));
  const double others = static_cast<double>(channels.size()) - own;
  if (last == 0 || own > kFew * others / last) return;
  for (ChannelPosition& each : channels) each.pass = std::min(each.pass, last - 1);
}

}  // namespace

PassWay wayOfPass(int pass) { return static_cast<PassWay>(pass % kPassWays); }

SurfaceView buildSurfaceView(const Protocol& protocol, const Coverage& whole, int treatment) {
  static const double kDecay = constant("exposure.lambda");
  constexpr double kHalf = SurfaceView::kHalfWidth, kMargin = 2.0, kAreaCm2 = 4.0 * kHalf * kHalf / 100.0;
  SurfaceView view{.treatment = treatment,
                   .skin_tone = static_cast<int>(protocol.get(ParameterId::kSkinTone)),
                   .opening_mm = openingWidthMm(protocol).value,
                   .channels = channelPattern(protocol, treatment, kHalf, kHalf)};
  const bool enters = needleDepth(protocol, protocol.needleLength()).reach_mm.value > 0.0;
  view.reached_mm = enters ? 0.5 * view.opening_mm + kDecay : 0.0;
  std::stable_sort(view.channels.begin(), view.channels.end(),
                   [](const ChannelPosition& a, const ChannelPosition& b) { return a.pass < b.pass; });
  foldLastPass(view.channels);
  std::vector<ChannelPosition> so_far;
  for (std::size_t i = 0; i < view.channels.size(); ++i) {
    so_far.push_back(view.channels[i]);
    if (i + 1 < view.channels.size() && view.channels[i + 1].pass == view.channels[i].pass) continue;
    const Coverage coverage =
        coverageOf(so_far, {.half_mm = kHalf - kMargin, .margin_mm = kMargin}, view.opening_mm, kDecay);
    // Fewer passes never leave less out: a small piece of skin may look otherwise by chance.
    view.after_pass.push_back({static_cast<double>(so_far.size()) / kAreaCm2,
                               enters ? std::max(coverage.untreated_fraction, whole.untreated_fraction) : 1.0});
  }
  view.after_pass.back() = {channelDensityPerCm2(protocol).value, whole.untreated_fraction};
  return view;
}

}  // namespace needling
