// How each quantity of validation_quantities.h is computed.
#pragma once

#include <array>
#include <string_view>

#include "model/validation_course.h"

namespace needling {

using Times = std::array<double, 2>;  // one or two days, hours or weeks

// One of the two functions is there, the other null.
struct Quantity {
  std::string_view name;
  Band (*of_protocol)(const Protocol&, const Times&);              // with its own band
  double (*of_healing)(const MemberCourse& course, const Times&);  // of one person; the ensemble makes the band
};

// By "name" or "name@day"; null where there is none.
const Quantity* findQuantity(std::string_view quantity);

}  // namespace needling
