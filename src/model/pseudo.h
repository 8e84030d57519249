// English as the pseudo-locale shows it.
#pragma once

#include <string>
#include <string_view>

namespace needling {

// "Needle {0}" becomes "[NÑeéeéddlleé {0}]": every letter twice, the second one accented where it can be, brackets at both
// ends. Placeholders stay as they are.
std::string pseudoText(std::string_view english);

}  // namespace needling
