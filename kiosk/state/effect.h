#pragma once
// What update() wishes done. One interpreter, in app/.
// Pictures are not asked for here: the Scene names every picture that it needs, and the rim loads those.

#include "content/settings.h"

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

using Effect = std::variant<SaveSettings, CheckPin, StorePin, LogWarning>;
using Effects = std::vector<Effect>;

}
