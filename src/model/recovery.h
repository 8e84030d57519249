// Hours and days around a treatment: what is expected, what to avoid and for how long, what to do before, and when to
// call. Rows of assets/evidence/recovery.csv, from device labels, reviews and, where clinics differ, a band of what they
// say. Aftercare has no trials: Chu S, Foulad DP, Mesinkovska NA. 2021, Dermatol Surg 47:1249-1254 bounds the expected
// effects; the rest is S-213 to S-233.
#pragma once

#include <string>
#include <vector>

#include "model/protocol.h"
#include "model/timeline.h"

namespace needling {

enum class RecoveryKind { kEffect, kAvoid, kCare, kBefore, kRedFlag };

// By its name in the tables: "effect", "avoid", "care", "before", "redFlag".
RecoveryKind recoveryKind(std::string_view name);

struct RecoveryItem {
  std::string id;
  RecoveryKind kind;
  double from_hours;    // after the treatment; negative before it
  double to_hours_low;  // the shortest and the longest published end; infinite where none was published
  double to_hours_high;
  std::string text_id;   // of assets/texts/en.csv; with ".name" a short name, where a published time ends
  std::string evidence;  // ids, separated by semicolons
  std::string strength;  // label, review, consensus, caseReport, regulator, clinic, manufacturer
  std::string cover;     // the choice of the parameter "cover" that it is for; empty: either
};

const std::vector<RecoveryItem>& recoveryItems();
// Those that fit how the skin is kept.
std::vector<const RecoveryItem*> recoveryItemsFor(const Protocol& protocol);

// What of the effects can be seen, 0 to 1, some hours after a treatment. Redness is full to the earliest published end
// and gone by the latest (S-225, S-018; S-226, S-019); swelling rises to the hour from which it is told, holds to the earliest
// published end and is gone by the latest (S-226, S-018); flakes are at their most when their earliest end comes (S-227).
// Linear between, as sources tell when an effect is over, not how it fades.
double rednessAfter(double hours);
double swellingAfter(double hours);
double flakingAfter(double hours);

// True for what is avoided: the timeline tells when its published time ends. Of all else it tells the begin; what is
// kept up has no day on which to stop.
bool isDatedByEnd(const RecoveryItem& item);

// "device label", "clinics' opinion".
const std::string& strengthName(const RecoveryItem& item);

// What to avoid now, and the days of the timeline between which sources let it end.
struct Wait {
  const RecoveryItem* item;
  double until_day_low;
  double until_day_high;
};

struct RecoveryNow {
  std::vector<const RecoveryItem*> expected;
  std::vector<Wait> avoid;
  std::vector<const RecoveryItem*> care;
  std::vector<const RecoveryItem*> before;  // for the next treatment, once it is near
  std::vector<const RecoveryItem*> red_flags;
};

// Counted from the latest treatment on or before `day` (0 to 730).
RecoveryNow recoveryOn(const Protocol& protocol, double day);

struct RecoveryEvent {
  double day_low;            // of the timeline; below 0 for what comes before the first treatment
  double day;                // the later end of the band, by which the list is ordered
  int treatment;             // index, from 0
  const RecoveryItem* item;  // null: the treatment itself
};

// The whole course by date: when preparations, effects and care begin, the treatments, and when the published times of
// what to avoid end. What would fall on or after the next treatment is left out, as that one begins it anew.
std::vector<RecoveryEvent> recoveryTimeline(const Protocol& protocol);

}  // namespace needling
