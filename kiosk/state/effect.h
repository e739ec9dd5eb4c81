#pragma once
// What update() wishes done. One interpreter, in app/.
// Pictures are not asked for here: the Scene names every picture that it needs, and the rim loads those.

#include "base/time.h"
#include "content/settings.h"
#include "state/delivery.h"

#include <string>
#include <variant>
#include <vector>

namespace kiosk {

struct SaveSettings {
    Settings settings;
    bool operator==(SaveSettings const&) const = default;
};
/// Answered by PinAnswer.
struct CheckPin {
    std::string pin;
    bool operator==(CheckPin const&) const = default;
};
struct StorePin {
    std::string pin;
    bool operator==(StorePin const&) const = default;
};
struct LogWarning {
    std::string sentence;
    bool operator==(LogWarning const&) const = default;
};

/// An item has left the screen. Row of the proof of play.
struct NotePlay {
    std::string item, title, exhibitor, playlist;
    WallTime start{};  ///< What the clock believed.
    Millis since{0};   ///< Steady time of the start.
    Millis length{0};
    std::string ended;  ///< "ended", "browsed", "visit", "staff", "removed", "closed"
    bool operator==(NotePlay const&) const = default;
};

/// A dry run of what the stick holds. Answered by SurveyDone, after some IntakeProgress.
struct SurveyStick {
    std::uint64_t ticket = 0;
    Stick stick;
    Size screen;
    bool operator==(SurveyStick const&) const = default;
};
/// Answered by BroughtIn, after some IntakeProgress.
struct BringIn {
    std::uint64_t ticket = 0;
    Survey survey;
    bool operator==(BringIn const&) const = default;
};
/// Nobody waits for the look or the copying any more.
struct StopIntake {
    bool operator==(StopIntake const&) const = default;
};

using Effect =
    std::variant<SaveSettings, CheckPin, StorePin, LogWarning, NotePlay, SurveyStick, BringIn, StopIntake>;
using Effects = std::vector<Effect>;

}
