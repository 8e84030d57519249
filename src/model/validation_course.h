// One person's healing under a course, from the ensemble's run: what time courses are read from.
#pragma once

#include "model/ensemble.h"

namespace needling {

class MemberCourse {
 public:
  // `index` of `count` members of the course, all of which outlive this.
  MemberCourse(const EnsembleMember& member, const EnsembleCourse& course, std::size_t index, std::size_t count)
      : member_(&member), course_(&course), index_(index), count_(count) {}

  const EnsembleMember& member() const { return *member_; }
  // Moments of the run, close together after a treatment.
  const std::vector<double>& days() const { return course_->days; }
  const TissueState& onMoment(std::size_t moment) const { return course_->states[moment * count_ + index_]; }
  // Linear between moments; after the needles on a treatment day.
  TissueState at(double day) const;

 private:
  const EnsembleMember* member_;
  const EnsembleCourse* course_;
  std::size_t index_;
  std::size_t count_;
};

// A number read from a state, >= 0.
using TissueReading = double (*)(const TissueState&);

struct Peak {
  double day;
  double value;
};
Peak peakOf(const MemberCourse& course, TissueReading signal);

// The day after its peak from which less than a tenth of the peak is left; the last day if there is none.
double backDay(const MemberCourse& course, TissueReading signal);

// The state `day` days after all dermis was cut out: no mature collagen at the start, and the reference treatment's
// alarm (Robins 2003, excised human wounds).
TissueState excisedWound(const HealingFactors& factors, double day);

}  // namespace needling
