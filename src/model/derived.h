// What follows from one protocol, each part computed when it is first asked for.
#pragma once

#include <memory>

#include "model/coverage.h"
#include "model/outcome.h"
#include "model/protocol.h"
#include "model/section_view.h"
#include "model/surface_view.h"

namespace needling {

class Derived {
 public:
  explicit Derived(const Protocol& protocol);

  const Protocol& protocol() const { return protocol_; }
  // Differs from that of every other protocol that this process has computed.
  unsigned revision() const { return revision_; }

  const Outcome& outcome() const;
  const SectionScene& scene() const;
  const Coverage& coverage() const;
  // Of the treatment that is shown.
  const SurfaceView& surface() const;
  // `treatment`: from 0.
  void showTreatment(int treatment);

 private:
  Protocol protocol_;
  unsigned revision_;
  int shown_treatment_ = 0;
  mutable std::unique_ptr<Outcome> outcome_;
  mutable std::unique_ptr<SectionScene> scene_;
  mutable std::unique_ptr<Coverage> coverage_;
  mutable std::unique_ptr<SurfaceView> surface_;
};

}  // namespace needling
