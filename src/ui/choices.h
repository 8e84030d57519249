// What the lists and rows of buttons offer, for the panels and for the page's own controls alike: the value of a key, and its
// name in the catalogue.
#pragma once

#include <array>
#include <string_view>
#include <utility>

namespace needling::ui {

using ChoiceName = std::pair<const char*, const char*>;

inline constexpr std::array<ChoiceName, 4> kColorProfiles = {{{"default", "picture.colours.default"},
                                                              {"dark", "picture.colours.dark"},
                                                              {"projector", "picture.colours.projector"},
                                                              {"highContrast", "picture.colours.highContrast"}}};

inline constexpr std::array<ChoiceName, 3> kPictures = {
    {{"section", "picture.section"}, {"strip", "picture.strip"}, {"surface", "picture.surface"}}};

inline constexpr std::array<ChoiceName, 3> kSplits = {
    {{"none", "picture.compare.none"}, {"before", "picture.compare.before"}, {"protocol", "picture.compare.protocol"}}};

// From far to near.
inline constexpr std::array<ChoiceName, 3> kViews = {
    {{"whole", "picture.view.whole"}, {"zone", "picture.view.zone"}, {"channel", "picture.view.channel"}}};

inline constexpr std::array<ChoiceName, 3> kModes = {
    {{"patient", "view.patient"}, {"lecture", "view.lecture"}, {"course", "view.course"}}};

inline constexpr std::array<ChoiceName, 2> kLanguages = {{{"en", "view.english"}, {"es", "view.spanish"}}};

// Topics of the guide that belong to what a patient takes home.
inline constexpr std::array<std::string_view, 4> kTakeHomeTopics = {"waiting", "before", "after", "risks"};

// In the order of kSpeedDaysPerSecond.
inline constexpr std::array<ChoiceName, 3> kSpeeds = {{{"0", "time.slow"}, {"1", "time.normal"}, {"2", "time.fast"}}};

}  // namespace needling::ui
