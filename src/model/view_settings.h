// How the program is used and shown, apart from what it shows: for whom, which part of the panel is open, how large the words
// are. Belongs to a state, a link and an address like everything else that a visitor sets; undo and reset leave it alone.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/status.h"

namespace needling {

// Patient: plain words and a sheet to take home. Lecture: large words, questions for a class. Course: a tour and a quiz.
enum class Mode { kPatient, kLecture, kCourse };

// What the panel shows; the last is the mode's own.
enum class Tab { kNeedle, kSkin, kCourse, kGuide, kView, kMode, kCount };

// Full: picture, time and panel. Stage: no panel, as on the second screen of a lecture. Text: no canvas, the same as words,
// drawing and forms.
enum class Extent { kFull, kCompact, kStage, kText };

// Auto: as the visitor's system asks.
enum class ReducedMotion { kAuto, kOn, kOff };

struct ViewSettings {
  static constexpr double kLeastTextScale = 0.8, kMostTextScale = 2.0;

  Mode mode = Mode::kPatient;
  Extent extent = Extent::kFull;
  Tab tab = Tab::kNeedle;
  std::string topic = {};   // of the guide; empty for the list of them
  bool sources = false;     // the guide tells them
  bool allow_links = true;  // to other pages
  double text_scale = 1.0;  // times the usual size
  ReducedMotion reduced_motion = ReducedMotion::kAuto;
  std::string lesson = {};  // the open step of tour, quiz or lecture; empty for none
  int choice = 0;           // the answer given to its question, from 1; 0 for none yet
  int stage = 0;            // of a lecture's question: 0 asked, 1 observed, 2 explained
  std::string lock = {};    // parameters that a visitor may not change, "site,age"

  bool operator==(const ViewSettings&) const = default;
};

// "mode", "ui", "tab", "topic", "sources", "allowLinks", "textScale", "reducedMotion", "lesson", "choice", "stage", in an order in which
// they can be set one after the other.
std::span<const std::string_view> viewKeys();
// Those and two that stand in no link or file: kLockKey, which is the page's around, as with one a visitor could unlock; and kTourKey,
// a short way ("on", "off") to the mode and the lesson that stand there.
bool isViewKey(std::string_view key);
inline constexpr std::string_view kLockKey = "lock";
inline constexpr std::string_view kTourKey = "tour";

// One change; on failure `view` is untouched. A topic opens the guide, a lesson the mode's tab; another lesson has no answer
// yet.
Status changeView(ViewSettings& view, std::string_view key, std::string_view value);

// The value as it stands in an address: "lecture", "1.5", "risks".
std::string viewText(const ViewSettings& view, std::string_view key);

}  // namespace needling
