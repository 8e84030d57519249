// What every change is: a key and its value, and who asks for it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace needling {

// The page around and its address may set everything; a visitor not what they have locked.
enum class Author { kHost, kVisitor };

struct Command {
  std::string key;    // one of Sim::apply's
  std::string value;  // as it would stand in a URL
  Author author = Author::kHost;

  bool operator==(const Command&) const = default;
};

// Reads "picture=strip;day=30", behind what every picture of guide and lessons has in common, so that each looks the same
// whatever was shown before; nothing of an empty list.
std::vector<Command> readPictureCommands(std::string_view list);

}  // namespace needling
