// The language of every word and number shown to people: one for the whole program, as a page or a command line has one
// reader. It belongs to no state, link, file or hash: those are the same in every language.
#pragma once

#include <string_view>

#include "core/status.h"

namespace needling {

// Pseudo: English made twice as long, accented and in brackets, so that a text that is cut off, or not of the catalogue,
// is seen.
enum class Language { kEnglish, kSpanish, kPseudo, kCount };
inline constexpr std::size_t kLanguageCount = static_cast<std::size_t>(Language::kCount);

// The key of addresses and hosts, and its values: "en", "es", "qps".
inline constexpr std::string_view kLocaleKey = "locale";
std::string_view languageId(Language language);

Language language();
void setLanguage(Language language);
// By id; a wrong one keeps the language and says which there are.
Status changeLanguage(std::string_view id);
// Counts the changes.
unsigned languageRevision();

}  // namespace needling
