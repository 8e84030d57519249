#include "model/command.h"

#include "core/check.h"
#include "core/text.h"

namespace needling {

std::vector<Command> readCommands(std::string_view list) {
  std::vector<Command> commands;
  if (list.empty()) return commands;
  for (const std::string_view each : split(list, ';')) {
    const std::size_t sign = each.find('=');
    NEEDLING_CHECK(sign != std::string_view::npos);
    commands.push_back({std::string(each.substr(0, sign)), std::string(each.substr(sign + 1))});
  }
  return commands;
}

std::vector<Command> readPictureCommands(std::string_view list) {
  std::vector<Command> commands = readCommands(list);
  const std::vector<Command> common = {{"picture", "section"}, {"split", "none"}, {"light", "normal"}, {"zoom", "1"}};
  if (!commands.empty()) commands.insert(commands.begin(), common.begin(), common.end());
  return commands;
}

}  // namespace needling
