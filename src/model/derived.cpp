#include "model/derived.h"

namespace needling {
namespace {

unsigned nextRevision() {
  static unsigned last = 0;
  return ++last;
}

// Computed once, kept from then on.
template <class Part, class Compute>
const Part& once(std::unique_ptr<Part>& part, Compute compute) {
  if (!part) part = std::make_unique<Part>(compute());
  return *part;
}

}  // namespace

Derived::Derived(const Protocol& protocol) : protocol_(protocol), revision_(nextRevision()) {}

const Outcome& Derived::outcome() const {
  return once(outcome_, [this] { return Outcome(protocol_); });
}

const SectionScene& Derived::scene() const {
  return once(scene_, [this] { return buildSectionScene(protocol_); });
}

const Coverage& Derived::coverage() const {
  return once(coverage_, [this] { return coverageOf(protocol_); });
}

const SurfaceView& Derived::surface() const {
  return once(surface_, [this] { return buildSurfaceView(protocol_, coverage(), shown_treatment_); });
}

void Derived::showTreatment(int treatment) {
  if (treatment == shown_treatment_) return;
  shown_treatment_ = treatment;
  surface_.reset();
}

}  // namespace needling
