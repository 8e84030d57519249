// What a person changes in the healing equations, and how far the evidence leaves it open: smoking (Knuutinen 2002), age
// (Varani 2006 against Holt 1992), closure over 65 (Holt 1992), sun damage (Griffiths 1993, Rittie 2013), menopause
// (Calleja-Agius and Brincat 2011). Skin tone is no factor: no source makes collagen depend on it.
#pragma once

#include "model/evidence.h"
#include "model/protocol.h"

namespace needling {

// Central values unless an ensemble member sets them.
struct HealingFactors {
  double synthesis_1 = 1.0;  // times type I synthesis
  double synthesis_3 = 1.0;  // times type III synthesis
  double proteinase = 1.0;   // times proteinase release
  double closure_delay_days = 0.0;
  double new_collagen_loss = 0.0;  // 1/d
  double mature_collagen = 1.0;    // set point and start of mature collagen, fold of normal skin
  double elastin_assembly = 0.0;   // 1/d, of tropoelastin
  double elastotic_elastin = 0.0;  // at the start; 1 is marked sun damage
};

// Where inside each open band a person stands, 0 to 1; the defaults give the central values.
struct FactorShares {
  double age = 0.5;         // 0: synthesis does not fall with age (Holt), 1: it falls in full (Varani)
  double sun_damage = 0.5;  // 0: the low end of synthesis in damaged skin, 0.5 and above: no deficit
  double menopause = 0.5;   // 0: the steeper published loss, 1: none
};

HealingFactors healingFactors(const Protocol& protocol, const FactorShares& shares = {});

// Synthesis in sun-damaged skin over that of protected skin. The centre is 1, as the deficit was reversible and damaged
// skin answered more often; the low end of marked damage was not read at its source.
Band sunDamageSynthesis(const Protocol& protocol);

// Mature collagen before treatment, fold of normal skin: 1 but after menopause. Men have none, whatever the years say.
Band matureCollagen(const Protocol& protocol);

}  // namespace needling
