// Every word shown to people, by id, in the language chosen. English is assets/texts/en.csv and, for what tables name
// (parameters, their choices and units, presets, molecules), those tables themselves; the other languages are a table of
// the same ids each. English also tells the evidence that a text rests on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/language.h"

namespace needling {

// Text by id. An unknown id is a programmer's error; a release build shows the id itself. The reference stays good when
// the language changes, and then is of the earlier one: keep ids, not texts.
const std::string& text(std::string_view id);

// The text with "{0}", "{1}" replaced by the arguments.
std::string formatText(std::string_view id, std::initializer_list<std::string_view> arguments);

// For what need not have a text.
bool hasText(std::string_view id);

// The ledger ids that the text rests on, separated by semicolons; empty for a mere label.
const std::string& textEvidence(std::string_view id);

// Every id, in alphabetical order; and of a language the ids that it does not translate, or that English lacks.
std::vector<std::string> textIds();
std::vector<std::string> textsAmiss(Language language);

}  // namespace needling
