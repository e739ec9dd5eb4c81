#pragma once
// What the model knows of sticks and of what an exhibitor brought on one.

#include "base/result.h"
#include "content/survey.h"

#include <optional>
#include <vector>

namespace kiosk {

/// A stick that is in.
struct Stick {
    std::string folder;  ///< Where its files are.
    std::string label;   ///< What it is called, fit for the screen.
    bool operator==(Stick const&) const = default;
};

/// What an exhibitor brought, on its way in; see state/intake.h.
struct Intake {
    enum class Step { Idle, Looking, Offered, Copying, Done, Failed };
    Step step = Step::Idle;
    Stick stick;               ///< Whose files these are; it may be out by now.
    std::uint64_t ticket = 0;  ///< Of the work asked for; answers with another come late.
    int looked = 0, files = 0;
    Survey survey;              ///< From Offered on.
    std::uintmax_t copied = 0;  ///< Bytes.
    std::optional<Error> fault;
};

}
