// The commands of the command line; each writes to standard output, or the file it is given, and returns the exit status.
#pragma once

#include "cli/arguments.h"

namespace needling::cli {

enum ExitStatus { kDone = 0, kCannotRead = 1, kBadInput = 2 };  // kCannotRead: or cannot write

int runCommand(const Arguments& arguments);
int depthCommand(const Arguments& arguments);
int paramsCommand(const Arguments& arguments);
int indicationsCommand(const Arguments& arguments);
int calendarCommand(const Arguments& arguments);
int svgCommand(const Arguments& arguments);
int claimsCommand(const Arguments& arguments);
int validateCommand(const Arguments& arguments);

}  // namespace needling::cli
