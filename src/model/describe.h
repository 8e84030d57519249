// The one generator of sentences about a state: screen summary, value texts and captions, so that words and picture
// cannot disagree.
#pragma once

#include <string>
#include <vector>

#include "model/delivery.h"
#include "model/sim.h"
#include "model/timeline.h"

namespace needling {

// After menopause, what collagen is counted against and where this skin stands without treatment; else empty.
std::string menopauseText(const Outcome& outcome);

// What protocol B is and does on this day, where the two are compared; else empty.
std::string describeOther(const Sim& sim);

// What of the two compared protocols differs on this day in collagen, and whether that is beyond doubt; else empty.
std::string describeCompared(const Sim& sim);

// The value of a parameter as it is spoken, with its unit in words; that of the needle length tells how deep it goes.
std::string valueWords(const Protocol& protocol, const ParameterRow& row);

// What a number may be with these other settings, and what it is; empty for a choice.
std::string rangeWords(const Protocol& protocol, const ParameterRow& row);

// The sentences of the screen summary by what they are about: "protocol", "depth", "day", "menopause", "other".
struct DescribedPart {
  const char* about;
  std::string words;
};
std::vector<DescribedPart> describeParts(const Sim& sim);

// The screen summary: plain sentences on the protocol, its depth, the day, and what it is compared with.
std::string describe(const Sim& sim);
// Its first sentence: "Cheek, motor pen, 1.5 mm needles, 4 treatments 4 weeks apart."
std::string describeProtocol(const Protocol& protocol);
// Its second: how deep the needle goes and what stays open.
std::string describeDepth(const Protocol& protocol);

// "1.38 mm (1.05–1.50)"; the value alone where the band has no width.
std::string bandText(const Band& band, int decimals, const std::string& unit);
// A fold as a signed percentage with its band: "+12 % (+5 to +24)".
std::string gainText(const Band& fold);
// What the open channels let in of the chosen topical, against intact skin; empty for nothing and for a retinoid.
std::string deliverySentence(const Protocol& protocol);
// The same where the delivery is computed already.
std::string deliverySentence(const Molecule& molecule, const Delivery& delivery);
// "papillary dermis".
const std::string& layerName(Layer layer);
const std::string& phaseName(const Phase& phase);
// One sentence on what happens in the skin on this day, and its id in the catalogue of texts.
const std::string& phaseNote(const Protocol& protocol, double day);
std::string phaseNoteId(const Protocol& protocol, double day);
// "Day 90, 6 days after treatment 4 of 4".
std::string dayText(const Protocol& protocol, double day);
// The same of both protocols where two are compared and it is not the same.
std::string dayTexts(const Sim& sim);

}  // namespace needling
