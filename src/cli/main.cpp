// needling: the model without a window.
//
//   needling run PROTOCOL.json|PRESET [--days 0,30,90] [--format csv|json]
//   needling depth [--device pen] [--site cheek] [--sex female] [--pressure firm] [--lengths 0.25,0.5,1.0] [--format md|csv|json]
//   needling params [--format md|csv|json]
//
// Exit status: 0 done, 2 bad input (one sentence on standard error), 1 a file cannot be read or written.
#include <cstdio>

#include "cli/arguments.h"
#include "cli/commands.h"

namespace {

int runProgram(const needling::cli::Arguments& arguments) {
  using namespace needling::cli;
  if (arguments.command() == "run") return runCommand(arguments);
  if (arguments.command() == "depth") return depthCommand(arguments);
  if (arguments.command() == "params") return paramsCommand(arguments);
  const bool help = arguments.command() == "help" || arguments.command() == "--help";
  std::fputs(usageText(), help ? stdout : stderr);
  return help ? kDone : kBadInput;
}

}  // namespace

int main(int count, char** words) {
  const int status = runProgram(needling::cli::Arguments(count, words));
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return status;
  std::fputs("needling: the output could not be written.\n", stderr);
  return needling::cli::kCannotRead;
}
