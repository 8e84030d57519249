// What there is to know about microneedling, topic by topic: rows of assets/guide.csv, in the order in which they are told.
// A row names a text, or one of the tables that have their own files (advice, recovery, indications, phases), and what to
// set so that the picture shows it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/command.h"
#include "model/indication.h"
#include "model/protocol.h"

namespace needling {

enum class GuideKind { kText, kPhase, kAdvice, kRecovery, kPain, kNumbing, kIndications, kNow, kDepth };

struct GuideItem {
  GuideKind kind;
  std::string value;  // text id, phase id, group of advice, or kind of recovery: effect, care, avoid, before, redFlag
  std::vector<Command> show;  // empty where there is nothing to see
};

struct GuideTopic {
  std::string id;
  std::vector<GuideItem> items;

  const std::string& name() const;
  // One of the questions that people ask, which stand before the topics of the field.
  bool isQuestion() const { return id.starts_with("asked."); }
};

const std::vector<GuideTopic>& guideTopics();
// Null where there is no such id.
const GuideTopic* findGuideTopic(std::string_view id);

// A paragraph as it is shown.
struct GuideLine {
  std::string heading;  // where a new list begins or the paragraph has a name; else empty
  std::string text;
  std::string evidence;       // ids, separated by semicolons; empty for what follows from the settings
  std::vector<Command> show;  // of the item that the line begins
};

// The topic's paragraphs for this protocol on a day (0 to 730): pain, numbing, how long to wait and what is due depend on
// them.
std::vector<GuideLine> guideLines(const GuideTopic& topic, const Protocol& protocol, double day);

// Those of the topic "now": what to do on this day.
std::vector<GuideLine> linesForNow(const Protocol& protocol, double day);

// What to expect of one indication, with its grade; its heading names it.
GuideLine indicationLine(const IndicationRow& row);

}  // namespace needling
