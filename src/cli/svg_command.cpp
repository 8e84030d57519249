#include <cstdio>

#include "cli/commands.h"
#include "cli/input.h"
#include "core/text.h"
#include "render/surface_svg.h"

namespace needling::cli {
namespace {

bool writeFile(const std::string& path, const std::string& content) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return false;
  const bool written = std::fwrite(content.data(), 1, content.size(), file) == content.size();
  return std::fclose(file) == 0 && written;
}

Status readWidth(const Arguments& arguments, double& width_px) {
  std::vector<double> widths;
  const std::string list = arguments.option("width", formatNumber(width_px));
  if (Status status = parseList("width", list, render::kSvgWidths, "px", widths); !status.ok()) return status;
  if (widths.size() > 1) return Status::fail(StatusCode::kWrongType, "width takes one number.");
  width_px = widths[0];
  return {};
}

}  // namespace

int svgCommand(const Arguments& arguments) {
  if (Status status = arguments.check({"day", "width", "light", "colorProfile", "picture"}, 2); !status.ok())
    return refuse(status);
  if (arguments.words().size() < 2) {
    return refuse(Status::fail(StatusCode::kMalformed,
                               "svg needs a protocol file or the name of a preset, and the file to write."));
  }
  if (arguments.words()[0] == arguments.words()[1]) {
    return refuse(Status::fail(StatusCode::kMalformed, "svg cannot write over the file that it reads, " +
                                                           quoteForMessage(arguments.words()[0]) + "."));
  }
  render::SvgOptions options;
  if (Status status = readWidth(arguments, options.width_px); !status.ok()) return refuse(status);
  Sim sim;
  if (const int status = readProtocol(arguments.words()[0], sim); status != kDone) return status;
  // Without --day: the file's own day.
  const std::string day = arguments.option("day", formatNumber(sim.state().day));
  if (Status status = sim.apply({"day", day}); !status.ok()) return refuse(status);
  for (const char* key : {"light", "colorProfile"}) {
    const std::string value = arguments.option(key, lookText(sim.state().look, key));
    if (Status status = sim.apply({key, value}); !status.ok()) return refuse(status);
  }
  const std::string picture = arguments.option("picture", std::string(pictureName(sim.state().picture)));
  if (Status status = sim.apply({"picture", picture}); !status.ok()) return refuse(status);
  const std::string& path = arguments.words()[1];
  if (writeFile(path, render::pictureSvg(sim, options))) return kDone;
  std::fprintf(stderr, "needling: %s cannot be written.\n", quoteForMessage(path).c_str());
  return kCannotRead;
}

}  // namespace needling::cli
