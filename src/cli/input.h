// What commands read: protocols, lists and formats, each refused with one sentence.
#pragma once

#include <string>
#include <vector>

#include "cli/commands.h"
#include "model/parameters.h"
#include "model/sim.h"

namespace needling::cli {

// Prints the sentence on standard error; answers kBadInput.
int refuse(const Status& status);

// The numbers of a list separated by commas, each inside `range`.
Status parseList(const std::string& key, const std::string& list, Range range, const std::string& unit,
                 std::vector<double>& values);

Status checkFormat(const std::string& format, const std::vector<std::string>& allowed);

// Puts a protocol file, or the preset of that name, into `sim`. Answers kDone, or the exit status after telling why not.
int readProtocol(const std::string& source, Sim& sim);

}  // namespace needling::cli
