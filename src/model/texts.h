// Every sentence shown to people, by id, from assets/texts/en.csv; with the evidence that it rests on.
#pragma once

#include <string>
#include <string_view>

namespace needling {

// Text by id. An unknown id is a programmer's error; a release build shows the id itself.
const std::string& text(std::string_view id);

// The text with "{0}", "{1}" replaced by the arguments.
std::string formatText(std::string_view id, std::initializer_list<std::string_view> arguments);

// For what need not have a text.
bool hasText(std::string_view id);

// The ledger ids that the text rests on, separated by semicolons; empty for a mere label.
const std::string& textEvidence(std::string_view id);

}  // namespace needling
