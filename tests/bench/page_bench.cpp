#include "bench/groups.h"
#include "model/results_json.h"
#include "model/view_window.h"

namespace needling::bench {
namespace {

void moveSlider(int i) {
  Sim sim;
  static_cast<void>(sim.apply({"needleLength", i % 2 == 0 ? "1.5" : "1.45"}));
  use(sim.outcome().at(SeriesId::kCollagenTotal, 90.0).value);
}

void moveSliderWithPicture(int i) {
  Sim sim;
  static_cast<void>(sim.apply({"needleLength", i % 2 == 0 ? "1.5" : "1.45"}));
  const SectionMoment moment = sectionMoment(sim.scene(), sim.state().protocol, sim.outcome(), 90.0);
  use(static_cast<double>(visibleFibres(sim.scene(), moment).size()));
}

void seek(int i) {
  static Sim sim;
  static_cast<void>(sim.apply({"day", std::to_string((i * 37) % 731)}));
  use(sim.outcome().at(SeriesId::kCollagenTotal, sim.state().day).value);
}

void seekWithPicture(int i) {
  static Sim sim;
  static_cast<void>(sim.apply({"day", std::to_string((i * 37) % 731)}));
  const SectionMoment moment = sectionMoment(sim.scene(), sim.state().protocol, sim.outcome(), sim.state().day);
  use(static_cast<double>(visibleFibres(sim.scene(), moment).size() + visibleCells(sim.scene(), moment).size()));
}

void resultsText(int i) {
  static Sim sim;
  use(static_cast<double>(resultsJson(sim, i % 731).size()));
}

}  // namespace

void benchPage(Report& report) {
  report.section("the page");
  report.add("slider moved: 730 days with band", timeOf(moveSlider));
  report.add("slider moved: with the section's scene", timeOf(moveSliderWithPicture));
  report.add("seek to a day: numbers", timeOf(seek));
  report.add("seek to a day: fibres and cells", timeOf(seekWithPicture));
  report.add("results as JSON", timeOf(resultsText));
}

}  // namespace needling::bench
