// What the published studies of each indication support: evidence grade, usual course, when a change was first measured,
// and a clinical read-out where one can be given. Rows in assets/evidence/indications.csv, which names what each law was
// fitted to and what was held out; its parameters in constants.csv.
//
// A number is given only where needled skin was compared with skin that was not, and a series in a unit of its own was
// published: the score of acne scars, and hairs added to minoxidil's. For the rest the text says what was found.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/outcome.h"

namespace needling {

// How a read-out follows from a protocol.
enum class ReadoutLaw {
  kNone,            // words only
  kAcneScore,       // the healing model's improvement, driven by the collagen gain (healing.h)
  kHairDifference,  // hairs/cm2 more than minoxidil alone, saturating in weeks; the same at every published length
};

// A course as trials used it; a figure or a range ("1–2"), empty where it is not told.
struct UsualCourse {
  std::string sessions;
  std::string interval_weeks;
  std::string length_mm;
};

struct IndicationRow {
  std::string id;     // a choice of the parameter "indication", or "pores", which no protocol can choose
  std::string grade;  // of the evidence, "A" best to "E"; "C+" lies between C and B
  UsualCourse course;
  std::optional<double> first_change_weeks;  // after the first treatment; none where no follow-up is published
  ReadoutLaw law = ReadoutLaw::kNone;
  std::string unit;  // empty where the law is kNone

  // Whether a protocol can choose it.
  bool isChoice() const;
  const std::string& name() const;
  // Why the grade, in a sentence; the course in words; what is or is not shown.
  const std::string& gradeText() const;
  std::string courseText() const;
  const std::string& outcomeText() const;
  // What grade and outcome rest on: ids, separated by semicolons.
  std::string evidence() const;
  // The name of the quantity that the law gives; empty where there is none.
  std::string quantityText() const;
};

const std::vector<IndicationRow>& indicationTable();
const IndicationRow& indicationOf(const Protocol& protocol);

// The clinical read-out of a protocol on a day. `value` is a change in the row's unit, zero at the start; it is empty
// where nothing supports a number, and `text` then says why. `untreated` stands beside every value: the same quantity
// without needling, which is no change by the quantity's own definition.
struct Readout {
  std::optional<Band> value;
  std::optional<Band> untreated;
  std::string untreated_text;  // what "without needling" means: no treatment, or minoxidil alone
  std::string text;

  bool known() const { return value.has_value(); }
};

// `outcome` is the protocol's own; `day` from 0 to 730.
Readout readoutOn(const Protocol& protocol, const Outcome& outcome, double day);

// Hairs per cm2 more than minoxidil alone, `weeks` after the first treatment: plateau * (1 - exp(-weeks / rise)).
Band hairDifference(double weeks);

}  // namespace needling
