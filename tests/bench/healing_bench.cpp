#include <cstdio>

#include "bench/batch.h"
#include "bench/groups.h"
#include "core/rng.h"
#include "model/evidence.h"
#include "model/healing_field.h"
#include "model/outcome.h"
#include "model/step_plan.h"

namespace needling::bench {
namespace {

// A year or less of four treatments, of which every cell and treatment has its own exposure.
FieldRun fieldOf(int columns, int rows, double last_day) {
  FieldRun run{.grid = {.columns = columns, .rows = rows},
               .treatment_days = {0.0, 28.0, 56.0, 84.0},
               .exposures = {},
               .factors = {.new_collagen_loss = constant("heal.dn")},
               .last_day = last_day};
  Rng rng(1);
  for (std::size_t k = 0; k < run.treatment_days.size(); ++k) {
    std::vector<double> exposures;
    for (std::size_t i = 0; i < run.grid.size(); ++i) exposures.push_back(rng.uniform(0.1, 8.0));
    run.exposures.push_back(std::move(exposures));
  }
  return run;
}

void benchField(Report& report, int columns, int rows, double last_day) {
  const FieldRun run = fieldOf(columns, rows, last_day);
  const Timing timing = timeOf([&](int) {
    const HealingField field(run);
    use(static_cast<double>(poolOf(field.at(last_day).sample(0.0, 0.5), FieldPool::kType1)));
  });
  const auto cells = static_cast<double>(run.grid.size());
  const auto nodes = static_cast<double>(StepPlan(run.treatment_days, run.factors, last_day).nodes().size());
  char name[80];
  std::snprintf(name, sizeof name, "field of %d x %d cells, %.0f days", columns, rows, last_day);
  report.add(name, timing,
             {{"us_per_cell", 1e3 * timing.ms / cells}, {"ns_per_cell_and_node", 1e6 * timing.ms / cells / nodes}});
}

void benchEnsemble(Report& report) {
  const Protocol protocol;
  const std::vector<double> days = protocol.treatmentDays();
  const std::vector<EnsembleMember> members = drawEnsemble(protocol, skinOf(protocol));
  report.add("ensemble of 200: the runs",
             timeOf([&](int) { use(valueOf(runEnsemble(members, days).states.back(), Tissue::kElastin)); }));
  report.add("ensemble of 200: members, runs, quantiles of every day",
             timeOf([&](int) { use(Outcome(protocol).series(SeriesId::kCollagenTotal).high.back()); }));
}

}  // namespace

void benchHealing(Report& report) {
  report.section("healing");
  report.add("one cell, 730 days by steps of a quarter of a day", timeOf([](int) {
               const HealingSeries series({.treatment_days = {0, 28, 56, 84}, .exposure = 1.0, .factors = {}});
               use(totalCollagen(series.at(365.0)));
             }));
  const Batch batch = usualBatch(1024);
  const Timing timing = timeOf([&](int) { use(valueOf(healBatch(batch).back(), Tissue::kMatureCollagen)); });
  report.add("batch of 1024 cells, 730 days", timing,
             {{"us_per_cell", 1e3 * timing.ms / 1024.0}, {"cells_per_second", 1024e3 / timing.ms}});
  // Three sizes, then three spans with the one above: the time a cell and node stays the same where the cost is linear.
  for (const int rows : {32, 64, 128}) benchField(report, 2 * rows, rows, 365.0);
  for (const double last_day : {90.0, 180.0}) benchField(report, 128, 64, last_day);
  benchEnsemble(report);
}

}  // namespace needling::bench
