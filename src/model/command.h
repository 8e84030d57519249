// What every change is: a key and its value.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace needling {

struct Command {
  std::string key;    // one of Sim::apply's
  std::string value;  // as it would stand in a URL

  bool operator==(const Command&) const = default;
};

// Reads "picture=strip;day=30", behind what every picture of guide and lessons has in common, so that each looks the same
// whatever was shown before; nothing of an empty list.
std::vector<Command> readPictureCommands(std::string_view list);

}  // namespace needling
