#pragma once
// On which terms a workshop takes sign-ups, and what that means at a given moment. Plain values, any thread.

#include "base/time.h"

#include <optional>
#include <string>
#include <string_view>

namespace kiosk {

struct WorkshopTerms {
    std::string slug;
    int seats = 0;
    std::optional<WallTime> opens, closes;  ///< Absent: from always, until it starts.
    WallTime starts{};
};

enum class SignupStatus { Open, NotYet, Closed, Held, Full };

/// What a visitor can do at `now`, when `taken` seats are gone. The calendar goes before the seats:
/// a workshop that has been held is Held even if it was full.
SignupStatus signup_status(WorkshopTerms const&, int taken, WallTime now);

/// "open", "not_yet", "closed", "held", "full": as the service writes it for the kiosk.
std::string_view status_name(SignupStatus);
/// The status of that name; nothing if there is none such.
std::optional<SignupStatus> status_named(std::string_view name);

}
