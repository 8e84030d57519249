#include "model/view_settings.h"

#include <array>
#include <vector>

#include "core/text.h"
#include "model/guide.h"
#include "model/lessons.h"
#include "model/lock.h"
#include "model/texts.h"
#include "model/value_reading.h"

namespace needling {
namespace {

constexpr std::array<std::string_view, 3> kModes = {"patient", "lecture", "course"};
constexpr std::array<std::string_view, 4> kExtents = {"full", "compact", "stage", "text"};
constexpr std::array<std::string_view, 6> kTabs = {"needle", "skin", "course", "guide", "view", "mode"};
constexpr std::array<std::string_view, 3> kMotions = {"auto", "on", "off"};
constexpr std::array<std::string_view, 2> kSwitch = {"off", "on"};

Status changeTopic(ViewSettings& view, std::string_view key, std::string_view value) {
  if (!value.empty() && findGuideTopic(value) == nullptr) {
    std::vector<std::string_view> names;
    for (const GuideTopic& topic : guideTopics()) names.push_back(topic.id);
    return notOneOf(StatusCode::kWrongType, key, names, value);
  }
  view.topic = value;
  if (!value.empty()) view.tab = Tab::kGuide;
  return {};
}

Status changeLesson(ViewSettings& view, std::string_view key, std::string_view value) {
  if (!value.empty() && findLesson(value) == nullptr) {
    return Status::fail(StatusCode::kWrongType, formatText("refused.lesson", {key, quoteForMessage(value)}));
  }
  view.lesson = value;
  view.choice = 0;
  view.stage = 0;
  if (!value.empty()) view.tab = Tab::kMode;
  return {};
}

bool inTour(const ViewSettings& view) {
  const Lesson* lesson = findLesson(view.lesson);
  return lesson != nullptr && lesson->kind == LessonKind::kTour;
}

// The course's guided tour from its first step; one that is under way goes on.
Status changeTour(ViewSettings& view, std::string_view key, std::string_view value) {
  bool wanted = false;
  Status status = choose(wanted, key, kSwitch, value);
  if (!status.ok() || wanted == inTour(view)) return status;
  if (!wanted) return changeLesson(view, "lesson", "");
  view.mode = Mode::kCourse;
  return changeLesson(view, "lesson", lessonsOf(LessonKind::kTour).front()->id);
}

struct ViewKey {
  std::string_view key;
  Status (*change)(ViewSettings&, std::string_view key, std::string_view value);
  std::string (*text)(const ViewSettings&);
};

// A key whose field is one of names, which stand in the order of its enumerators.
template <auto Field, const auto& Names>
constexpr ViewKey oneOf(std::string_view name) {
  return {name,
          [](ViewSettings& view, std::string_view key, std::string_view value) {
            return choose(view.*Field, key, Names, value);
          },
          [](const ViewSettings& view) { return std::string(Names[static_cast<std::size_t>(view.*Field)]); }};
}

// Those of viewKeys() first.
constexpr std::size_t kKept = 11;
constexpr std::array<ViewKey, kKept + 2> kKeys = {{
    oneOf<&ViewSettings::mode, kModes>("mode"),
    oneOf<&ViewSettings::extent, kExtents>("ui"),
    {"textScale",
     [](ViewSettings& view, std::string_view key, std::string_view value) {
       return readNumber(view.text_scale, key, ViewSettings::kLeastTextScale, ViewSettings::kMostTextScale, "", value);
     },
     [](const ViewSettings& view) { return formatNumber(view.text_scale); }},
    oneOf<&ViewSettings::reduced_motion, kMotions>("reducedMotion"),
    {"topic", changeTopic, [](const ViewSettings& view) { return view.topic; }},
    {"lesson", changeLesson, [](const ViewSettings& view) { return view.lesson; }},
    {"choice",
     [](ViewSettings& view, std::string_view key, std::string_view value) {
       return readWhole(view.choice, key, 0, kMostOptions, value);
     },
     [](const ViewSettings& view) { return std::to_string(view.choice); }},
    {"stage",
     [](ViewSettings& view, std::string_view key, std::string_view value) {
       return readWhole(view.stage, key, 0, kLastStage, value);
     },
     [](const ViewSettings& view) { return std::to_string(view.stage); }},
    oneOf<&ViewSettings::allow_links, kSwitch>("allowLinks"),
    oneOf<&ViewSettings::sources, kSwitch>("sources"),
    oneOf<&ViewSettings::tab, kTabs>("tab"),
    {kTourKey, changeTour, [](const ViewSettings& view) { return std::string(kSwitch[inTour(view) ? 1 : 0]); }},
    {kLockKey, changeLock, [](const ViewSettings& view) { return view.lock; }},
}};

const ViewKey* findKey(std::string_view key) {
  for (const ViewKey& each : kKeys) {
    if (each.key == key) return &each;
  }
  return nullptr;
}

}  // namespace

std::span<const std::string_view> viewKeys() {
  static constexpr auto kNames = [] {
    std::array<std::string_view, kKept> names = {};
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = kKeys[i].key;
    return names;
  }();
  return kNames;
}

bool isViewKey(std::string_view key) { return findKey(key) != nullptr; }

Status changeView(ViewSettings& view, std::string_view key, std::string_view value) {
  return findKey(key)->change(view, key, value);
}

std::string viewText(const ViewSettings& view, std::string_view key) { return findKey(key)->text(view); }

}  // namespace needling
