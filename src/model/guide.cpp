#include "model/guide.h"

#include <algorithm>
#include <array>

#include "core/check.h"
#include "core/csv.h"
#include "core/text.h"
#include "model/advice.h"
#include "model/comfort.h"
#include "model/describe.h"
#include "model/indication.h"
#include "model/recovery.h"
#include "model/shown.h"
#include "model/texts.h"
#include "model/timeline.h"
#include "model_assets.h"

namespace needling {
namespace {

constexpr std::array<std::string_view, 9> kKinds = {"text",    "phase",       "advice", "recovery", "pain",
                                                    "numbing", "indications", "now",    "depth"};

GuideKind readKind(const std::string& name) {
  const auto found = std::find(kKinds.begin(), kKinds.end(), name);
  NEEDLING_CHECK(found != kKinds.end());
  return static_cast<GuideKind>(found == kKinds.end() ? 0 : found - kKinds.begin());
}

std::vector<GuideTopic> load() {
  const CsvTable table(assets::kGuideCsv);
  std::vector<GuideTopic> topics;
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    const std::string& id = table.at(row, "topic");
    if (topics.empty() || topics.back().id != id) topics.push_back({.id = id, .items = {}});
    topics.back().items.push_back({.kind = readKind(table.at(row, "kind")),
                                   .value = table.at(row, "value"),
                                   .show = readPictureCommands(table.at(row, "show"))});
  }
  return topics;
}

void addText(std::vector<GuideLine>& lines, const std::string& id) {
  lines.push_back({.heading = "", .text = text(id), .evidence = textEvidence(id), .show = {}});
}

void addAdvice(std::vector<GuideLine>& lines, const std::string& group) {
  std::string heading = adviceGroupName(group);
  for (const AdviceItem* item : adviceIn(group)) {
    lines.push_back({.heading = heading, .text = text(item->text_id), .evidence = item->evidence, .show = {}});
    heading.clear();
  }
}

void addItems(std::vector<GuideLine>& lines, const std::string& kind, const std::vector<const RecoveryItem*>& items) {
  std::string heading = text("guideList." + kind);
  for (const RecoveryItem* item : items) {
    lines.push_back({.heading = heading, .text = text(item->text_id), .evidence = item->evidence, .show = {}});
    heading.clear();
  }
}

void addRecovery(std::vector<GuideLine>& lines, const std::string& kind, const Protocol& protocol) {
  std::vector<const RecoveryItem*> items = recoveryItemsFor(protocol);
  std::erase_if(items, [&](const RecoveryItem* item) { return item->kind != recoveryKind(kind); });
  addItems(lines, kind, items);
}

void addSentences(std::vector<GuideLine>& lines, std::string heading, const std::vector<ComfortSentence>& sentences) {
  for (const ComfortSentence& each : sentences) {
    lines.push_back({.heading = heading, .text = each.text, .evidence = each.evidence, .show = {}});
    heading.clear();
  }
}

void addIndications(std::vector<GuideLine>& lines) {
  for (const IndicationRow& row : indicationTable()) lines.push_back(indicationLine(row));
}

// What holds on this day: what to expect, to wait with and to keep up, and what the next treatment asks for.
void addNow(std::vector<GuideLine>& lines, const Protocol& protocol, double day) {
  const RecoveryNow now = recoveryOn(protocol, day);
  lines.push_back({.heading = dayText(protocol, day),
                   .text = phaseNote(protocol, day),
                   .evidence = textEvidence(phaseNoteId(protocol, day)),
                   .show = {}});
  addItems(lines, "effect", now.expected);
  std::vector<const RecoveryItem*> avoid;
  for (const Wait& wait : now.avoid) avoid.push_back(wait.item);
  addItems(lines, "avoid", avoid);
  addItems(lines, "care", now.care);
  addItems(lines, "before", now.before);
  addItems(lines, "redFlag", now.red_flags);
}

void addItem(std::vector<GuideLine>& lines, const GuideItem& item, const Protocol& protocol, double day) {
  switch (item.kind) {
    case GuideKind::kText:
      return addText(lines, item.value);
    case GuideKind::kPhase:
      return addText(lines, "phase." + item.value + ".note");
    case GuideKind::kAdvice:
      return addAdvice(lines, item.value);
    case GuideKind::kRecovery:
      return addRecovery(lines, item.value, protocol);
    case GuideKind::kPain:
      return addSentences(lines, text("guide.treatment.feel"), painSentences(protocol));
    case GuideKind::kNumbing:
      return addSentences(lines, text("guide.before.numbing"), numbingSentences(protocol));
    case GuideKind::kIndications:
      return addIndications(lines);
    case GuideKind::kDepth:
      lines.push_back(
          {.heading = "", .text = describeDepth(protocol), .evidence = depthEvidence(protocol), .show = {}});
      return;
    case GuideKind::kNow:
      return addNow(lines, protocol, day);
  }
}

}  // namespace

GuideLine indicationLine(const IndicationRow& row) {
  std::string words = formatText("guide.results.grade", {row.grade, row.gradeText()}) + " " +
                      formatText("guide.results.course", {row.courseText()});
  if (row.first_change_weeks.has_value()) {
    words += " " + formatText("guide.results.first", {shownNumber(*row.first_change_weeks)});
  }
  // Pores are no choice of a protocol.
  std::vector<Command> show;
  if (row.isChoice()) show = readPictureCommands("indication=" + row.id);
  return {.heading = row.name(), .text = words + " " + row.outcomeText(), .evidence = row.evidence(), .show = show};
}

const std::string& GuideTopic::name() const { return text("guideTopic." + id); }

const std::vector<GuideTopic>& guideTopics() {
  static const std::vector<GuideTopic> topics = load();
  return topics;
}

const GuideTopic* findGuideTopic(std::string_view id) {
  const auto found =
      std::find_if(guideTopics().begin(), guideTopics().end(), [&](const GuideTopic& topic) { return topic.id == id; });
  return found == guideTopics().end() ? nullptr : &*found;
}

std::vector<GuideLine> guideLines(const GuideTopic& topic, const Protocol& protocol, double day) {
  std::vector<GuideLine> lines;
  for (const GuideItem& item : topic.items) {
    const std::size_t first = lines.size();
    addItem(lines, item, protocol, day);
    if (!item.show.empty() && lines.size() > first) lines[first].show = item.show;
  }
  return lines;
}

std::vector<GuideLine> linesForNow(const Protocol& protocol, double day) {
  return guideLines(*findGuideTopic("now"), protocol, day);
}

}  // namespace needling
