#include "model/take_home.h"

#include "model/comfort.h"
#include "model/describe.h"
#include "model/guide.h"
#include "model/indication.h"
#include "model/recovery.h"
#include "model/safety.h"
#include "model/texts.h"

namespace needling {
namespace {

TakeHomePart part(const std::string& id, const char* heading) {
  return {.id = id, .heading = text(heading), .lines = {}};
}

TakeHomePart settingsPart(const Protocol& protocol) {
  TakeHomePart settings = part("settings", "takeHome.settings");
  for (const ParameterRow& row : parameterTable()) {
    if (row.parameter == ParameterId::kRandomSeed || !hasEffect(protocol, row.parameter)) continue;
    const std::string value = parameterLabel(row, protocol.get(row.parameter));
    settings.lines.push_back({.text = row.label() + ": " + value, .evidence = ""});
  }
  return settings;
}

TakeHomePart depthPart(const Protocol& protocol) {
  TakeHomePart depth = part("depth", "takeHome.depth");
  depth.lines.push_back({.text = describeDepth(protocol), .evidence = depthEvidence(protocol)});
  return depth;
}

TakeHomePart expectPart(const Protocol& protocol) {
  TakeHomePart expect = part("expect", "takeHome.expect");
  const GuideLine line = indicationLine(indicationOf(protocol));
  expect.lines.push_back({.text = line.heading + ". " + line.text, .evidence = line.evidence});
  for (const ComfortSentence& each : painSentences(protocol)) expect.lines.push_back({each.text, each.evidence});
  return expect;
}

TakeHomePart warningsPart(const Protocol& protocol) {
  TakeHomePart warnings = part("warnings", "takeHome.warnings");
  for (const Warning& warning : warningsFor(protocol)) {
    warnings.lines.push_back({.text = warning.text, .evidence = ""});
  }
  return warnings;
}

TakeHomePart recoveryPart(const Protocol& protocol, const std::string& kind) {
  TakeHomePart list = part(kind, ("guideList." + kind).c_str());
  for (const RecoveryItem* item : recoveryItemsFor(protocol)) {
    if (item->kind == recoveryKind(kind)) list.lines.push_back({text(item->text_id), item->evidence});
  }
  return list;
}

TakeHomePart askPart(const Protocol& protocol) {
  constexpr double kDarkerTone = 4.0;  // Fitzpatrick IV, from which dark patches are told of
  TakeHomePart ask = part("ask", "takeHome.ask");
  for (const char* id : {"takeHome.ask.who", "takeHome.ask.device", "takeHome.ask.depth", "takeHome.ask.results",
                         "takeHome.ask.risks"}) {
    ask.lines.push_back({text(id), ""});
  }
  if (protocol.get(ParameterId::kSkinTone) >= kDarkerTone) ask.lines.push_back({text("takeHome.ask.tone"), ""});
  for (const char* id : {"takeHome.ask.medicines", "takeHome.ask.course", "takeHome.ask.call"}) {
    ask.lines.push_back({text(id), ""});
  }
  return ask;
}

}  // namespace

std::vector<TakeHomePart> takeHomeParts(const Protocol& protocol) {
  std::vector<TakeHomePart> parts = {settingsPart(protocol), depthPart(protocol), expectPart(protocol),
                                     warningsPart(protocol)};
  for (const char* kind : {"before", "effect", "avoid", "care", "redFlag"}) {
    parts.push_back(recoveryPart(protocol, kind));
  }
  parts.push_back(askPart(protocol));
  std::erase_if(parts, [](const TakeHomePart& each) { return each.lines.empty(); });
  return parts;
}

}  // namespace needling
