#include "model/command.h"

#include "core/check.h"
#include "core/text.h"

namespace needling {

std::vector<Command> readPictureCommands(std::string_view list) {
  if (list.empty()) return {};
  std::vector<Command> commands = {{"picture", "section"}, {"split", "none"}, {"light", "normal"}, {"zoom", "1"}};
  for (const std::string_view each : split(list, ';')) {
    const std::size_t sign = each.find('=');
    NEEDLING_CHECK(sign != std::string_view::npos);
    commands.push_back({std::string(each.substr(0, sign)), std::string(each.substr(sign + 1))});
  }
  return commands;
}

}  // namespace needling
