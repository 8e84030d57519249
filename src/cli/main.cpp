// needling: the model without a window.
//
//   needling run PROTOCOL.json [--days 0,30,90] [--format csv|json]
//   needling depth [--device pen] [--site cheek] [--lengths 0.25,0.5,1.0] [--format md|csv|json]
//   needling params [--format md|csv|json]
//
// Exit status: 0 done, 2 bad input (one sentence on standard error), 1 a file cannot be read.
#include <cstdio>

#include "cli/arguments.h"
#include "cli/commands.h"

int main(int count, char** words) {
  using namespace needling::cli;
  const Arguments arguments(count, words);
  if (arguments.command() == "run") return runCommand(arguments);
  if (arguments.command() == "depth") return depthCommand(arguments);
  if (arguments.command() == "params") return paramsCommand(arguments);
  const bool help = arguments.command() == "help" || arguments.command() == "--help";
  std::fputs(usageText(), help ? stdout : stderr);
  return help ? kDone : kBadInput;
}
