// needling: the model without a window. `needling help` prints the commands.
//
// Exit status: 0 done, 2 bad input (one sentence on standard error), 1 a file cannot be read or written.
#include <cstdio>

#include "cli/commands.h"
#include "cli/input.h"
#include "core/text.h"
#include "model/language.h"

namespace {

using needling::cli::Arguments;

struct Command {
  const char* name;
  const char* usage;
  int (*run)(const Arguments& arguments);
};

constexpr Command kCommands[] = {
    {"run", "PROTOCOL.json|PRESET [--days 0,30,90] [--format csv|json]", needling::cli::runCommand},
    {"depth",
     "[--device pen] [--site cheek] [--sex female] [--pressure normal]\n"
     "                      [--lengths 0.25,0.5,1.0] [--format md|csv|json]",
     needling::cli::depthCommand},
    {"params", "[--format md|csv|json]", needling::cli::paramsCommand},
    {"indications", "[--format md|csv]", needling::cli::indicationsCommand},
    {"calendar", "PROTOCOL.json|PRESET --date 2026-12-01", needling::cli::calendarCommand},
    {"svg", "PROTOCOL.json|PRESET [--day 90] [--width 1200] OUT.svg", needling::cli::svgCommand},
    {"claims", "[--shown] [--format md|csv|json]", needling::cli::claimsCommand},
    {"validate", "[--format md|csv|json]", needling::cli::validateCommand},
};

void printUsage(std::FILE* out) {
  const char* lead = "usage:";
  for (const Command& command : kCommands) {
    std::fprintf(out, "%-6s needling %s %s\n", lead, command.name, command.usage);
    lead = "";
  }
  std::fputs("       [--locale en|es|qps] with any of them: the language of what is printed for people\n", out);
}

// What people read follows --locale; a CSV table is for programs and stays English.
needling::Status useLocale(const Arguments& arguments) {
  const std::string english(needling::languageId(needling::Language::kEnglish));
  needling::Status status = needling::changeLanguage(arguments.option("locale", english));
  if (arguments.option("format", "") == "csv") needling::setLanguage(needling::Language::kEnglish);
  return status;
}

int runProgram(const Arguments& arguments) {
  if (const needling::Status status = useLocale(arguments); !status.ok()) return needling::cli::refuse(status);
  for (const Command& command : kCommands) {
    if (arguments.command() == command.name) return command.run(arguments);
  }
  const bool help = arguments.command() == "help" || arguments.command() == "--help";
  if (!help && !arguments.command().empty()) {
    std::fprintf(stderr, "needling: There is no command %s.\n", needling::quoteForMessage(arguments.command()).c_str());
  }
  printUsage(help ? stdout : stderr);
  return help ? needling::cli::kDone : needling::cli::kBadInput;
}

}  // namespace

int main(int count, char** words) {
  const int status = runProgram(Arguments(count, words));
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return status;
  std::fputs("needling: the output could not be written.\n", stderr);
  return needling::cli::kCannotRead;
}
