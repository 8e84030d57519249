#include "model/language.h"

#include "model/value_reading.h"

namespace needling {
namespace {

constexpr std::string_view kIds[kLanguageCount] = {"en", "es", "qps"};

struct Setting {
  Language language = Language::kEnglish;
  unsigned revision = 0;
};

Setting& setting() {
  static Setting now;
  return now;
}

}  // namespace

std::string_view languageId(Language language) { return kIds[static_cast<std::size_t>(language)]; }

Language language() { return setting().language; }

void setLanguage(Language language) {
  if (language == setting().language) return;
  setting().language = language;
  ++setting().revision;
}

Status changeLanguage(std::string_view id) {
  Language chosen = language();
  Status status = choose(chosen, kLocaleKey, kIds, id);
  setLanguage(chosen);
  return status;
}

unsigned languageRevision() { return setting().revision; }

}  // namespace needling
